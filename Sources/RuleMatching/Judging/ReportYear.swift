import ReportModel
import RuleBook

/// Tells which year a report is about: from its title, the period it says it covers, its file name, and the years
/// that it speaks of. Each sign gives points to a year; the year with the most wins.
struct ReportYear {
  let text: SearchText
  let book: CompiledBook
  let name: String

  private enum Points {
    static let titleOnFirstPages = 40
    static let title = 6
    static let period = 30
    static let fileName = 50
    static let mention = 1
  }

  /// Pages on which a report says what it is.
  private static let firstPages = 4
  private static let reach = 24
  private static let longestTitle = 60

  /// A year beside a word of goals lies ahead.
  private func isGoal(_ year: Range<Int>) -> Bool {
    let around = max(0, year.lowerBound - Self.reach / 2)..<min(text.scalars.count, year.upperBound + Self.reach / 2)
    return text.contains(book.engineList(.goal), in: around, book)
  }

  /// A year, and whether the report itself says that it is its own: counted mentions alone may be those of a goal, and
  /// a name's figures a company's number.
  struct Told {
    var year: Int
    var isSaid: Bool
  }

  var told: Told? {
    var points: [Int: Int] = [:]
    for year in yearsInName { points[year, default: 0] += Points.fileName }
    let years = text.quantities.filter { $0.calendarYear != nil && $0.range.upperBound <= text.report.text.count }
    for year in years {
      guard let number = year.calendarYear, (1990...2100).contains(number), !isGoal(year.range) else { continue }
      points[number, default: 0] += Points.mention
    }
    let said = addTitles(years, to: &points)
    // The later of two that are equally likely: a report looks back on the years before its own.
    guard let year = points.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key else { return nil }
    return Told(year: year, isSaid: said.contains(year))
  }

  /// The years that a title on the first pages or the period names.
  private func addTitles(_ years: [Quantity], to points: inout [Int: Int]) -> Set<Int> {
    var said: Set<Int> = []
    // A title stands alone; in running text it may be another report's.
    let covers = text.report.blocks.filter {
      ($0.parts.first?.page ?? 0) <= Self.firstPages && $0.range.count <= Self.longestTitle
    }
    for year in years {
      guard let number = year.calendarYear else { continue }
      if words(.reportTitle, near: year.range).contains(where: { isRightBefore(year.range, $0) }) {
        let isOnCover = covers.contains { $0.range.overlaps(year.range) }
        points[number, default: 0] += isOnCover ? Points.titleOnFirstPages : Points.title
        if isOnCover { said.insert(number) }
      }
      if words(.reportPeriod, near: year.range).contains(where: { isBeside(year.range, $0) }) {
        points[number, default: 0] += Points.period
        said.insert(number)
      }
    }
    return said
  }

  /// A list's words about as near a year as they may count.
  private func words(_ list: EngineList, near year: Range<Int>) -> [Range<Int>] {
    let set = book.engineList(list)
    let around = max(0, year.lowerBound - 2 * Self.reach)..<min(text.scalars.count, year.upperBound + Self.reach + 1)
    return text.hits(in: around).filter { book.membership.contains(set.index, in: $0.literal) }.map(\.range)
  }

  private func isRightBefore(_ year: Range<Int>, _ title: Range<Int>) -> Bool {
    let gap = title.lowerBound - year.upperBound
    return gap >= 0 && gap <= Self.reach && isOneSentence(year.upperBound..<title.lowerBound)
  }

  private func isBeside(_ year: Range<Int>, _ period: Range<Int>) -> Bool {
    if year.overlaps(period) { return true }
    let (first, second) = year.lowerBound < period.lowerBound ? (year, period) : (period, year)
    let gap = second.lowerBound - first.upperBound
    return gap <= Self.reach && isOneSentence(first.upperBound..<second.lowerBound)
  }

  private func isOneSentence(_ range: Range<Int>) -> Bool { !text.scalars[range].contains("。") }

  /// Runs of exactly four digits in the file's name.
  private var yearsInName: [Int] {
    name.unicodeScalars.split { !("0"..."9").contains($0) }.filter { $0.count == 4 }
      .compactMap { Int(String(String.UnicodeScalarView($0))) }.filter { (1990...2100).contains($0) }
  }
}
