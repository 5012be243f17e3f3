import ReportModel
import Testing

@testable import RuleBook

/// What is wrong with rounds and the trading calendar of a pack, and where.
struct RoundCheckTests {
  private static let rounds = """
    rounds:
      - {id: "1", names: {zh-Hant: 一, en: One}, uploaded-by: {month: 8}, completed-in: {month: 11}, report-year: -1}
      - id: "2"
        names: {zh-Hant: 二, en: Two}
        uploaded-by: {month: 4, years-later: 1}
        completed-in: {month: 5, years-later: 1}
        report-year: -1

    """
  private static let calendar = """
    calendar:
      months:
        - {month: 2025-05, closed: [2025-05-01, 2025-05-30]}
        - {month: 2025-11, closed: []}

    """

  /// A rating file whose rounds begin in line 14 and whose calendar stands behind them.
  private func file(_ rounds: String, _ calendar: String) -> String {
    """
    events:
      kinds: {social: {names: 社會, dimension: ground}}
      responses: {none: {names: 無, factor: 1}}
      months: 12
    lists:
      percentile: 5
      line: nearest-rank
      fewest-companies: 20
      watched: [ground]
      watch-months: {months: 13, of: 15}
      black-months: count


    """ + rounds + calendar
  }

  private func read(_ rounds: String = Self.rounds, _ calendar: String = Self.calendar) -> ReadSketch<RuleBook> {
    let sketch = readBook([
      "demo/pack.yaml": PackReaderTests.pack, "demo/items.yaml": PackReaderTests.items,
      "demo/rating.yaml": file(rounds, calendar),
    ])
    return ReadSketch(value: sketch.value, findings: sketch.findings.filter { $0.place.file == "demo/rating.yaml" })
  }

  private func read(rounds from: String, _ to: String) -> ReadSketch<RuleBook> {
    read(Self.rounds.replacing(from, with: to))
  }

  private func read(calendar from: String, _ to: String) -> ReadSketch<RuleBook> {
    read(Self.rounds, Self.calendar.replacing(from, with: to))
  }

  /// One finding, of a kind that stops the book's use, with a hint, at this place.
  private func expect(
    _ sketch: ReadSketch<RuleBook>, _ code: RuleFinding.Code, at spot: String, _ words: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(sketch.findings.map(\.code) == [code], sourceLocation: sourceLocation)
    #expect(sketch.findings.map(\.place.spot) == [spot], sourceLocation: sourceLocation)
    for finding in sketch.findings {
      #expect(finding.code.stopsUse && finding.hint != nil, sourceLocation: sourceLocation)
      #expect(finding.message.english.contains(words), sourceLocation: sourceLocation)
    }
  }

  @Test func soundRoundsAreRead() throws {
    let sketch = read()
    #expect(sketch.findings.isEmpty)
    let rating = try #require(sketch.value.pack("demo")?.rating)
    #expect(rating.rounds.map(\.id) == ["1", "2"] && rating.rounds[1].completedIn.yearsLater == 1)
    #expect(rating.calendar.closed.count == 2)
    let may = try #require(Month("2025-05"))
    #expect(rating.calendar.lastTradingDay(of: may)?.text == "2025-05-29")
  }

  @Test func aMonthThatTheCalendarDoesNotKnowIsNoFault() throws {
    let sketch = read(calendar: "    - {month: 2025-11, closed: []}\n", "")
    #expect(sketch.findings.isEmpty)
    let november = try #require(Month("2025-11"))
    #expect(sketch.value.pack("demo")?.rating?.calendar.lastTradingDay(of: november) == nil)
  }

  @Test func monthsAreOneToTwelveAndYearsAFewLater() {
    expect(read(rounds: "month: 8}", "month: 13}"), .wrongValue, at: "14:5", "“uploaded-by”")
    expect(read(rounds: "month: 11}", "month: 0}"), .wrongValue, at: "14:5", "“completed-in”")
    expect(
      read(rounds: "completed-in: {month: 5, years-later: 1}", "completed-in: {month: 5, years-later: 9}"),
      .wrongValue, at: "15:5", "9 years later")
    expect(
      read(rounds: "uploaded-by: {month: 4, years-later: 1}", "uploaded-by: {month: 4, years-later: -1}"),
      .wrongValue, at: "15:5", "-1 years later")
  }

  @Test(arguments: ["", "一", "1-2", "A", "a b", "1.0"])
  func anIdStandsBehindTheYear(id: String) {
    expect(read(rounds: "id: \"1\"", "id: \"\(id)\""), .wrongValue, at: "14:5", "stand behind a year")
  }

  @Test func noTwoRoundsHaveOneId() {
    expect(read(rounds: "id: \"2\"", "id: \"1\""), .duplicateId, at: "15:5", "twice")
  }

  @Test func theReportsAreNotOfYearsToCome() {
    expect(read(rounds: "report-year: -1}", "report-year: 1}"), .wrongValue, at: "14:5", "“report-year” is 1")
    #expect(read(rounds: "report-year: -1}", "report-year: 0}").findings.isEmpty)
  }

  @Test func uploadsEndBeforeCompletion() {
    expect(read(rounds: "month: 11}", "month: 7}"), .contradiction, at: "14:5", "before its uploads end")
    // In one and the same month it may be.
    #expect(read(rounds: "month: 11}", "month: 8}").findings.isEmpty)
  }

  @Test func roundsStandInTheOrderOfTime() {
    let swapped = read(
      """
      rounds:
        - {id: "2", names: 二, uploaded-by: {month: 4, years-later: 1}, completed-in: {month: 5, years-later: 1}, report-year: -1}
        - {id: "1", names: 一, uploaded-by: {month: 8}, completed-in: {month: 11}, report-year: -1}

      """)
    expect(swapped, .contradiction, at: "14:5", "does not come before")
    // The second round of a year would end with the first one of the next.
    expect(
      read(
        rounds: "uploaded-by: {month: 4, years-later: 1}\n    completed-in: {month: 5,",
        "uploaded-by: {month: 4, years-later: 1}\n    completed-in: {month: 11,"),
      .contradiction, at: "15:5", "of the year after it")
  }

  @Test func withoutRoundsThereIsNothingToRate() {
    #expect(read("rounds: []\n").codes == [.missingKey])
  }

  @Test func weekendsAreNotListed() {
    expect(read(calendar: "2025-05-30", "2025-05-31"), .contradiction, at: "22:45", "day of a weekend")
    expect(read(calendar: "2025-05-01", "2025-05-04"), .contradiction, at: "22:33", "day of a weekend")
  }

  @Test func daysAreOfTheirMonthAndMonthsStandOnce() {
    expect(read(calendar: "2025-05-30", "2025-06-30"), .wrongValue, at: "22:45", "no day of 2025-05")
    expect(read(calendar: "2025-05-30", "2025-05-32"), .wrongValue, at: "22:45", "no day of 2025-05")
    expect(read(calendar: "month: 2025-11", "month: 2025-13"), .wrongValue, at: "23:8", "no month")
    expect(read(calendar: "month: 2025-11", "month: 2025-05"), .duplicateId, at: "23:8", "twice")
  }

  @Test func aMonthHasATradingDay() {
    let days = (1...30).compactMap { Day(year: 2025, month: 11, day: $0) }.filter { !$0.weekday.isWeekend }
    let list = days.map(\.text).joined(separator: ", ")
    expect(
      read(calendar: "2025-11, closed: []", "2025-11, closed: [\(list)]"), .contradiction, at: "21:3",
      "no trading day left")
  }
}
