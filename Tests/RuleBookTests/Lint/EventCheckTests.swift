import ReportModel
import Testing

@testable import RuleBook

/// What is wrong with the events of a pack, and where.
struct EventCheckTests {
  private static let events = """
    events:
      kinds:
        social: {names: 社會, dimension: ground}
      responses:
        none: {names: 無, factor: 1}
        partial: {names: 部分, factor: 0.6}
        adequate: {names: 妥善, factor: 0.2}
      months: 12
      repeats-within: 12

    """
  private static let others = """
    lists:
      percentile: 5
      line: nearest-rank
      fewest-companies: 20
      watched: [ground]
      watch-months: {months: 13, of: 15}
      black-months: count
    rounds:
      - {id: "1", names: 一, uploaded-by: {month: 8}, completed-in: {month: 11}, report-year: -1}
    calendar:
      months: []

    """

  private func read(_ from: String = "", _ to: String = "") -> ReadSketch<RuleBook> {
    let events = from.isEmpty ? Self.events : Self.events.replacing(from, with: to)
    let sketch = readBook([
      "demo/pack.yaml": PackReaderTests.pack, "demo/items.yaml": PackReaderTests.items,
      "demo/rating.yaml": events + Self.others,
    ])
    return ReadSketch(value: sketch.value, findings: sketch.findings.filter { $0.place.file == "demo/rating.yaml" })
  }

  private func expect(
    _ sketch: ReadSketch<RuleBook>, _ code: RuleFinding.Code, at spot: String, _ words: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(sketch.findings.map(\.code) == [code], sourceLocation: sourceLocation)
    #expect(sketch.findings.map(\.place.spot) == [spot], sourceLocation: sourceLocation)
    #expect(sketch.findings.allSatisfy { $0.code.stopsUse }, sourceLocation: sourceLocation)
    #expect(sketch.findings.allSatisfy { $0.message.english.contains(words) }, sourceLocation: sourceLocation)
  }

  @Test func soundEventsAreRead() throws {
    let sketch = read()
    #expect(sketch.findings.isEmpty)
    let events = try #require(sketch.value.pack("demo")?.rating?.events)
    #expect(events.responses.map(\.id) == ["none", "partial", "adequate"] && events.months == 12)
    #expect(read("  repeats-within: 12\n", "").value.pack("demo")?.rating?.events.repeatsWithin == nil)
  }

  @Test func aKindLowersADimensionOfThePack() {
    expect(read("dimension: ground", "dimension: sky"), .unknownPlace, at: "3:5", "no dimension “sky”")
  }

  @Test func responsesGoFromNothingToAllThatCanBeDone() {
    expect(read("factor: 1}", "factor: 0.9}"), .contradiction, at: "5:5", "whose factor is 1")
    expect(read("factor: 0.2}", "factor: 0.7}"), .contradiction, at: "7:5", "costs more than “partial”")
    expect(read("factor: 0.2}", "factor: -0.1}"), .contradiction, at: "7:5", "-0.1 is no factor")
    expect(read("factor: 0.2}", "factor: 0.00001}"), .contradiction, at: "7:5", "0.00001 is no factor")
    // Two that cost the same are the pack's affair.
    #expect(read("factor: 0.2}", "factor: 0.6}").findings.isEmpty)
  }

  @Test func thereIsSomethingToCount() {
    expect(read("  months: 12", "  months: 0"), .contradiction, at: "2:3", "in 0 months no event counts")
    expect(read("repeats-within: 12", "repeats-within: 0"), .contradiction, at: "2:3", "nothing repeats within 0")
    expect(
      read("  kinds:\n    social: {names: 社會, dimension: ground}", "  kinds: {}"), .wrongValue, at: "2:3", "“kinds”")
  }
}
