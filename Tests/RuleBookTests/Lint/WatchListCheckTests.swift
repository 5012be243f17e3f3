import ReportModel
import Testing

@testable import RuleBook

/// What is wrong with the rules of the watch list and the black list of a pack.
struct WatchListCheckTests {
  private static let file = """
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
      grace-months: 0
    rounds:
      - {id: "1", names: 一, uploaded-by: {month: 8}, completed-in: {month: 11}, report-year: -1}
    calendar:
      months: []

    """

  private func findings(_ from: String, _ to: String) -> [RuleFinding] {
    let sketch = readBook([
      "demo/pack.yaml": PackReaderTests.pack, "demo/items.yaml": PackReaderTests.items,
      "demo/rating.yaml": Self.file.replacing(from, with: to),
    ])
    return sketch.findings.filter { $0.place.file == "demo/rating.yaml" }
  }

  @Test func soundRulesAreLeftAlone() {
    #expect(findings("5", "5").isEmpty)
    for (from, to) in [
      ("percentile: 5", "percentile: 1"), ("percentile: 5", "percentile: 50"), ("13, of: 15", "1, of: 1"),
      ("13, of: 15", "60, of: 60"), ("fewest-companies: 20", "fewest-companies: 1"),
      ("grace-months: 0", "grace-months: 60"),
    ] {
      #expect(findings(from, to).isEmpty, "\(to)")
    }
  }

  static let wrong: [(String, String, RuleFinding.Code, String)] = [
    ("percentile: 5", "percentile: 0", .wrongValue, "not 0"),
    ("percentile: 5", "percentile: 51", .wrongValue, "not 51"),
    ("fewest-companies: 20", "fewest-companies: 0", .wrongValue, "1 or more, not 0"),
    ("watched: [ground]", "watched: []", .wrongValue, "names no dimension"),
    ("watched: [ground]", "watched: [ground, sky]", .unknownPlace, "no dimension “sky”"),
    ("watched: [ground]", "watched: [ground, ground]", .contradiction, "names “ground” twice"),
    ("13, of: 15", "0, of: 15", .wrongValue, "1 month or more"),
    ("13, of: 15", "13, of: 61", .wrongValue, "of at most 60"),
    ("13, of: 15", "16, of: 15", .contradiction, "no 16 months in 15"),
    ("grace-months: 0", "grace-months: -1", .wrongValue, "0 to 60, not -1"),
  ]

  @Test("Each fault is said once, stops the book's use, and stands in the part of the lists", arguments: wrong)
  func faults(_ from: String, _ to: String, _ code: RuleFinding.Code, _ words: String) {
    let found = findings(from, to)
    #expect(found.map(\.code) == [code])
    for finding in found {
      #expect(finding.code.stopsUse && finding.place.line == 6, "\(finding.place)")
      #expect(finding.message.english.contains(words) && !finding.message.chinese.isEmpty)
    }
  }
}
