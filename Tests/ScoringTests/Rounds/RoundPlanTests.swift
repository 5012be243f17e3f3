import Foundation
import ReportModel
import RuleBook
import Support
import Testing

@testable import Scoring

/// The rounds of the pack that comes with the program, and of others.
struct RoundPlanTests {
  private let plan: RoundPlan
  private let rating: RatingRules

  init() throws {
    let path = BuiltProgram.root.appendingPathComponent("Rules/tip")
    let sources = try ["pack.yaml", "rating.yaml"].map { name in
      RuleBook.Source(path: "tip/\(name)", bytes: Array(try Data(contentsOf: path.appendingPathComponent(name))))
    }
    rating = try #require(readRuleBook(sources).book.pack("tip")?.rating)
    plan = RoundPlan(rating)
  }

  private func id(_ text: String) throws -> RoundID { try #require(RoundID(text)) }
  private func round(_ text: String) throws -> Round {
    let round = plan.round(try id(text))
    return try #require(round)
  }
  private func month(_ text: String) throws -> Month { try #require(Month(text)) }
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  // MARK: Names

  @Test func aRoundIsWrittenAsYearAndId() throws {
    let id = try #require(RoundID("2025-1"))
    #expect(id.year == 2025 && id.rule == "1" && id.text == "2025-1")
    #expect(RoundID("2025-autumn2")?.rule == "autumn2")
    #expect(RoundID(year: 2025, rule: "1") == id)
    for text in ["2025", "2025-", "-1", "25-1", "2025-1-2", "2025-A", "2025 1", "2025-１", "0000-1", " 2025-1", ""] {
      #expect(RoundID(text) == nil, "\(text)")
    }
  }

  // MARK: Days

  /// May 2025: the 31st is a Saturday, the 30th (Friday) was off for the dragon boats: Thursday the 29th.
  /// Nov 2024: the 30th is a Saturday: Friday the 29th. Nov 2025: the 30th is a Sunday, the 29th a Saturday: Friday
  /// the 28th. May 2026: the 31st is a Sunday, the 30th a Saturday: Friday the 29th. Nov 2026: the 30th is a Monday.
  @Test(arguments: [
    ("2024-1", "2024-08-31", "2024-11-29"), ("2024-2", "2025-04-30", "2025-05-29"),
    ("2025-1", "2025-08-31", "2025-11-28"), ("2025-2", "2026-04-30", "2026-05-29"),
    ("2026-1", "2026-08-31", "2026-11-30"),
  ])
  func aRoundHasItsDays(id: String, cutOff: String, completion: String) throws {
    let round = try round(id)
    #expect(round.cutOff.text == cutOff && round.completion.day?.text == completion && round.completion.trouble == nil)
    #expect(round.reportYear == round.id.year - 1)
  }

  @Test func theWeekdaysOfTheLastTradingDays() throws {
    let days = try ["2025-05", "2024-11", "2025-11", "2026-05", "2026-11"].compactMap { text in
      rating.calendar.lastTradingDay(of: try month(text))
    }
    #expect(days.map(\.weekday) == [.thursday, .friday, .friday, .friday, .monday])
  }

  @Test func aMonthThatNobodyLookedUpIsSaidNotGuessed() throws {
    let round = try round("2026-2")
    #expect(try round.completion == .notInCalendar(month("2027-05")) && round.cutOff.text == "2027-04-30")
    let trouble = try #require(round.completion.trouble)
    #expect(trouble.english.contains("2027-05: add it to") && trouble.english.contains("rating.yaml"))
    #expect(trouble.chinese.contains("2027-05") && trouble.chinese.contains("rating.yaml"))
  }

  @Test func aRoundThatTheRulesDoNotHaveIsNone() throws {
    #expect(try plan.round(id("2025-3")) == nil)
    // Its second round would be done in the year 10000.
    #expect(try plan.round(id("9999-1")) != nil && plan.round(id("9999-2")) == nil)
  }

  // MARK: In the order of time

  @Test func roundsFollowOneAnother() throws {
    #expect(
      plan.rounds(of: 2024...2026).map(\.id.text) == ["2024-1", "2024-2", "2025-1", "2025-2", "2026-1", "2026-2"])
    #expect(try plan.next(after: round("2024-2"))?.id.text == "2025-1")
    #expect(try plan.next(after: round("2026-1"))?.id.text == "2026-2")
  }

  @Test(arguments: [
    ("2025-04", "2024-1"), ("2025-05", "2024-2"), ("2025-10", "2024-2"), ("2025-11", "2025-1"), ("2025-12", "2025-1"),
    ("2026-04", "2025-1"), ("2026-05", "2025-2"), ("2027-04", "2026-1"), ("2027-05", "2026-2"),
  ])
  func theRoundInForceIsTheLastOneDone(month text: String, id: String) throws {
    #expect(try plan.inForce(in: month(text))?.id.text == id)
  }

  /// Its completion day is still a day of work.
  @Test(arguments: [
    ("2025-05-29", "2024-2"), ("2025-05-30", "2025-1"), ("2025-08-31", "2025-1"), ("2025-09-01", "2025-1"),
    ("2025-11-28", "2025-1"), ("2025-11-29", "2025-2"), ("2026-11-25", "2026-1"), ("2026-12-01", "2026-2"),
    // Nobody knows the last trading day of May 2027 yet.
    ("2027-05-31", "2026-2"), ("2027-06-01", "2027-1"),
  ])
  func theRunningRoundIsTheFirstOneNotDone(day text: String, id: String) throws {
    #expect(try plan.running(on: day(text))?.id.text == id)
  }

  // MARK: Any rules

  private func rules(_ id: String, _ cutOff: (Int, Int), _ completion: (Int, Int)) -> RoundRules {
    RoundRules(
      id: id, names: Phrase(id, id), uploadedBy: RoundRules.MonthOfRound(month: cutOff.0, yearsLater: cutOff.1),
      completedIn: RoundRules.MonthOfRound(month: completion.0, yearsLater: completion.1), reportYear: -1,
      place: Place(file: "r.yaml"))
  }

  @Test func everyMonthIsAsALookAtAllRoundsSays() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed of rounds: \(seed)")
    var random = SeededRandom(state: seed)
    for _ in 0..<60 {
      // Months of completion, all in one span of twelve: the rounds of a year then never overtake those of the next.
      let start = Int.random(in: 1...30, using: &random)
      let months = Set((0..<Int.random(in: 1...4, using: &random)).map { _ in Int.random(in: 0..<12, using: &random) })
      var other = rating
      other.rounds = months.sorted().enumerated().map { number, month in
        let completion = start + month
        let cutOff = max(1, completion - 2)
        return rules(
          "\(number)", ((cutOff - 1) % 12 + 1, (cutOff - 1) / 12), ((completion - 1) % 12 + 1, (completion - 1) / 12))
      }
      let plan = RoundPlan(other)
      // Slow and obvious: every round of many years, and the last of those done.
      let all = (2010...2035).flatMap { year in
        other.rounds.map {
          (id: "\(year)-\($0.id)", done: (year + $0.completedIn.yearsLater) * 12 + $0.completedIn.month)
        }
      }
      for _ in 0..<20 {
        let (year, number) = (Int.random(in: 2015...2030, using: &random), Int.random(in: 1...12, using: &random))
        let expected = all.filter { $0.done <= year * 12 + number }.max { $0.done < $1.done }?.id
        let month = try #require(Month(year: year, month: number))
        #expect(plan.inForce(in: month)?.id.text == expected, "\(month.text)")
        let following = all.filter { $0.done > year * 12 + number }.min { $0.done < $1.done }?.id
        #expect(plan.inForce(in: month).flatMap { plan.next(after: $0) }?.id.text == following, "\(month.text)")
      }
    }
  }
}
