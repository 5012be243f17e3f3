import ReportModel

/// The days in a file's name, and which of its figures they take: 20240930, 2024-09-30, 113年9月30日, 1130930.
struct NameDays {
  /// Indices of runs that are part of a day, or of a month.
  private(set) var taken: Set<Int> = []
  private var days: Set<Day> = []

  /// A name with two days tells of none when it was published.
  var only: Day? { days.count == 1 ? days.first : nil }

  init(_ name: PlacingText) {
    for run in name.runs.indices where name.runs[run].kind == .digits && !taken.contains(run) {
      let text = name.string(name.runs[run].range)
      let start = name.runs[run].range.lowerBound
      // bug1130930: seven digits behind a letter are a number of something.
      let isCode = text.count == 7 && start > 0 && name.kinds[start - 1] == .latin
      if !isCode, let day = Self.written(text) {
        add(day, run..<run + 1)
      } else {
        spelledOut(name, from: run)
      }
    }
  }

  private mutating func add(_ day: Day, _ runs: Range<Int>) {
    days.insert(day)
    taken.formUnion(runs)
  }

  /// All in one: eight digits, or seven of the Republic.
  private static func written(_ text: String) -> Day? {
    guard text.count == 8 || text.count == 7, let number = Int(text) else { return nil }
    let year = number / 10_000
    return day(text.count == 7 ? year + 1911 : year, number / 100 % 100, number % 100)
  }

  private static let signs: Set<String> = ["-", ".", "_", "/"]

  private mutating func spelledOut(_ name: PlacingText, from run: Int) {
    let runs = name.runs
    func number(_ place: Int) -> Int? {
      place < runs.count && runs[place].kind == .digits ? Int(name.string(runs[place].range)) : nil
    }
    func mark(_ place: Int) -> String { place < runs.count ? name.string(runs[place].range) : "" }
    func gap(_ place: Int) -> String {
      place < runs.count ? name.string(runs[place - 1].range.upperBound..<runs[place].range.lowerBound) : ""
    }
    guard var year = number(run) else { return }
    if year < 1000 { year += 1911 }
    if mark(run + 1) == "年", let month = number(run + 2), mark(run + 3).hasPrefix("月"), (1...12).contains(month) {
      if mark(run + 3) == "月", let day = number(run + 4), mark(run + 5).hasPrefix("日"),
        let whole = Self.day(year, month, day)
      {
        add(whole, run..<run + 5)
      } else {
        taken.formUnion(run..<run + 3)
      }
      return
    }
    let isPadded = [run + 1, run + 2].allSatisfy { $0 < runs.count && runs[$0].range.count == 2 }
    if isPadded, let month = number(run + 1), let day = number(run + 2), Self.signs.contains(gap(run + 1)),
      gap(run + 1) == gap(run + 2), let whole = Self.day(year, month, day)
    {
      add(whole, run..<run + 3)
    }
  }

  private static let likelyYears = 2000...2100

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
    likelyYears.contains(year) ? Day(year: year, month: month, day: day) : nil
  }
}
