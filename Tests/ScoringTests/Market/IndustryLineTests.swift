import ReportModel
import RuleBook
import Testing

@testable import Scoring

/// Lines of industries with their arithmetic written out.
@Suite("The line of an industry")
struct IndustryLineTests {
  /// Rates 1 %, 2 % … of so many companies.
  @Test(
    "The fifth percentile by nearest rank: the company at 5 × n ÷ 100, rounded up; who has just its rate is not below",
    arguments: [
      // 0.95 → the 1st: nobody is below the lowest.
      (19, "1.0", ""),
      // 1.00 → the 1st.
      (20, "1.0", ""),
      // 1.05 → the 2nd.
      (21, "2.0", "c001"),
      // 1.95 → the 2nd.
      (39, "2.0", "c001"),
      // 2.00 → the 2nd.
      (40, "2.0", "c001"),
      // 2.05 → the 3rd.
      (41, "3.0", "c001 c002"),
      // 5.00 → the 5th.
      (100, "5.0", "c001 c002 c003 c004"),
    ])
  func nearestRank(_ count: Int, _ line: String, _ below: String) throws {
    let scores = MarketSketch.staircase(count)
    let found = try #require(MarketSketch.line(scores, MarketSketch.rules()))
    #expect(found.companies == count && found.lowest == found.highest)
    #expect(found.lowest.percentText == line)
    #expect(MarketSketch.lists(scores, MarketSketch.rules()).watchSketch == below)
  }

  @Test(
    "Interpolated: at 1 + 5 × (n - 1) ÷ 100 between the companies around it",
    arguments: [
      // 1 + 0.90: nine tenths of the way from 1 % to 2 %.
      (19, "1.9", "c001"),
      // 1 + 0.95 → 1.95 %, which is printed as 2.0.
      (20, "2.0", "c001"),
      // 1 + 1.00: the 2nd company itself.
      (21, "2.0", "c001"),
      // 1 + 1.90.
      (39, "2.9", "c001 c002"),
      // 1 + 1.95 → 2.95 %, which is printed as 3.0.
      (40, "3.0", "c001 c002"),
      // 1 + 4.95 → 5.95 %.
      (100, "6.0", "c001 c002 c003 c004 c005"),
    ])
  func interpolated(_ count: Int, _ line: String, _ below: String) throws {
    let rules = MarketSketch.rules(5, .interpolated)
    let scores = MarketSketch.staircase(count)
    #expect(try #require(MarketSketch.line(scores, rules)).lowest.percentText == line)
    #expect(MarketSketch.lists(scores, rules).watchSketch == below)
  }

  /// 40 companies, so that the line is the 2nd lowest rate.
  private func forty(_ lowest: [Int]) -> [MonthlyScore] {
    lowest.enumerated().map { MarketSketch.company("low\($0)", $1) }
      + MarketSketch.staircase(40 - lowest.count).map {
        MarketSketch.company($0.company.text, 50)
      }
  }

  @Test("Whoever ties with the line is on no list")
  func ties() {
    let rules = MarketSketch.rules()
    // 2nd of 7, 7, 7, 50 …: 7.
    #expect(MarketSketch.lists(forty([7, 7, 7]), rules).watchSketch == "")
    // 2nd of 5, 7, 7, 50 …: 7.
    #expect(MarketSketch.lists(forty([7, 5, 7]), rules).watchSketch == "low1")
    // 2nd of 5, 5, 7, 50 …: 5.
    #expect(MarketSketch.lists(forty([7, 5, 5]), rules).watchSketch == "")
    // Whatever the line is: of equal companies none is below.
    #expect(MarketSketch.lists(forty([50, 50]), rules).watchSketch == "")
    #expect(MarketSketch.lists(forty([50]), MarketSketch.rules(50, .interpolated)).watchSketch == "")
  }

  @Test("An industry with fewer companies than the pack asks for has no line; others are not touched by it")
  func smallIndustries() throws {
    let rules = MarketSketch.rules(fewest: 40)
    let traders = (1...39).map { MarketSketch.company("t\($0 + 100)", $0, industry: "traders") }
    let lists = MarketSketch.lists(MarketSketch.staircase(40) + traders, rules)
    #expect(lists.watchSketch == "c001")
    let lines = lists.lines.filter { $0.measure == .dimension("d") }
    #expect(lines.map(\.industry) == ["makers", "traders"] && lines.map(\.companies) == [40, 39])
    #expect(lines.map { $0.line?.lowest.percentText } == ["2.0", nil])
    #expect(IndustryLine([], by: MarketSketch.rules(fewest: 0)) == nil)
  }

  @Test("A company without a rate is left out: of 21 with rates the 2nd is the line, of 20 the 1st")
  func companiesWithoutARate() {
    let silent = MarketSketch.company("silent", 0...0, of: 0)
    let lists = MarketSketch.lists(MarketSketch.staircase(20) + [silent], MarketSketch.rules())
    #expect(lists.watchSketch == "" && lists.rated.count == 21)
    #expect(lists.lines.map(\.companies) == [21, 20])
    #expect(MarketSketch.lists(MarketSketch.staircase(21) + [silent], MarketSketch.rules()).watchSketch == "c001")
  }

  @Test("Points that are missing to the line are exact: 0.4 of 3 is 1.2; a third of 1 rounds up to what points can be")
  func missingPoints() throws {
    // 21 companies: 1/3, 2/5, 2/5 … The 2nd is 2/5.
    let others = (1...20).map { MarketSketch.company("o\($0 + 100)", 2...2, of: 5) }
    let low = MarketSketch.lists([MarketSketch.company("low", 1...1, of: 3)] + others, MarketSketch.rules())
    let missing = try #require(low.watch.first?.shortfalls.first.missing)
    // 2/5 × 3 − 1 = 0.2.
    #expect(missing.lowerBound.figure.plain == "0.2" && missing.isExact)
    let thirds = (1...20).map { MarketSketch.company("o\($0 + 100)", 1...1, of: 3) }
    let none = MarketSketch.lists([MarketSketch.company("low", 0...0, of: 1)] + thirds, MarketSketch.rules())
    #expect(none.watch.first?.shortfalls.first.missing.lowerBound.figure.plain == "0.33333334")
  }

  @Test("Between two companies the line moves with the lowest: 2 % takes it off, and nothing less")
  func theLineMoves() throws {
    let rules = MarketSketch.rules(5, .interpolated)
    // 1, 2, 3 … 20: line 1.95 %. The lowest has 1 of 100.
    let lists = MarketSketch.lists(MarketSketch.staircase(20), rules)
    #expect(lists.watch.first?.shortfalls.first.missing.lowerBound.figure.plain == "1")
    func with(_ parts: Int) -> MonthlyLists {
      let part = MonthlyScore.Part(
        dimension: "d",
        score: Score(
          told: Points(parts: parts)...Points(parts: parts), of: Points(parts: 100 * Points.partsOfOne)))
      let risen = MonthlyScore(
        company: CompanyID("c001"), industry: "makers", dimensions: [part], total: MarketSketch.score(60...60))
      return MarketSketch.lists([risen] + MarketSketch.staircase(20).dropFirst(), rules)
    }
    #expect(with(2 * Points.partsOfOne - 1).watchSketch == "c001")
    #expect(with(2 * Points.partsOfOne).watchSketch == "")
  }

  @Test("Halves are rounded away from nought, and large denominators stay exact")
  func roundingOfLines() throws {
    func rate(_ part: Int, _ whole: Int) throws -> Fraction {
      try #require(Fraction(Points(parts: part), of: Points(parts: whole)))
    }
    // (0 + 1/1000) ÷ 2 = 0.05 % → 0.1.
    #expect(LineRate(from: try rate(0, 1), to: try rate(1, 1000), hundredths: 50).percentText == "0.1")
    #expect(LineRate(from: try rate(-1, 1000), to: try rate(0, 1), hundredths: 50).percentText == "-0.1")
    // Two primes near 10^16: a third and two thirds of the way to half of it is half.
    let large = 9_999_999_999_999_937
    let line = LineRate(from: try rate(large / 3, large), to: try rate(large / 3 * 2, large - 2), hundredths: 50)
    #expect(line.percentText == "50.0")
  }
}
