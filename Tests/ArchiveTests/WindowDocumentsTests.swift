import ReportModel
import Support
import Testing

@testable import Archive

/// Which of a company's documents count for a round, and why the others do not.
struct WindowDocumentsTests {
  private static let window = DocumentWindow(reportYear: 2024, cutOff: Day("2025-08-31"))

  private func documents(
    _ sketches: [ReportSketch], _ window: DocumentWindow = window
  ) -> (counted: [String], leftOut: [String: WindowDocuments.Reason]) {
    let documents = WindowDocuments(sketches.map(\.report), window)
    return (
      documents.counted.map(\.report.document.name),
      Dictionary(uniqueKeysWithValues: documents.leftOut.map { ($0.report.document.name, $0.reason) })
    )
  }

  @Test func eachThatDoesNotCountHasItsReason() {
    let found = documents([
      ReportSketch(number: 1, uploaded: "2025-08-31"),
      ReportSketch(number: 2, year: 2023, uploaded: "2024-06-30"),
      ReportSketch(number: 3, kind: .annual, uploaded: "2025-09-01"),
      ReportSketch(number: 4, year: nil, kind: nil),
      ReportSketch(number: 5, kind: .tcfd, uploaded: "2025-06-01"),
      ReportSketch(number: 6, language: .english, uploaded: "2025-07-01"),
    ])
    #expect(found.counted == ["n1", "n5"])
    #expect(
      found.leftOut == [
        "n2": .otherYear(2023),
        "n3": .late(WindowDocuments.Upload(day: day("2025-09-01"), source: .told(.manifest))),
        "n4": .unplaced([.year, .kind]),
        "n6": .superseded(by: ReportSketch(number: 1).report.document),
      ])
  }

  @Test func theDayOfFirstSightStandsInForAnUploadThatNobodyKnows() {
    let sketches = [
      ReportSketch(number: 1, firstSeen: "2025-08-31"),
      ReportSketch(number: 2, kind: .annual, firstSeen: "2025-09-01"),
      // What is told is surer than when it was seen.
      ReportSketch(number: 3, kind: .tcfd, uploaded: "2025-01-01", firstSeen: "2025-12-31"),
    ]
    let found = documents(sketches)
    #expect(found.counted == ["n1", "n3"])
    let upload = WindowDocuments.Upload(day: day("2025-09-01"), source: .firstSeen)
    #expect(found.leftOut == ["n2": .late(upload)])
  }

  /// The correction of September supersedes the report of June in the second round only.
  @Test func whatComesLaterSupersedesNothingYet() {
    let sketches = [
      ReportSketch(number: 1, uploaded: "2025-06-30"),
      ReportSketch(number: 2, revision: 1, uploaded: "2025-09-15"),
    ]
    #expect(documents(sketches).counted == ["n1"])
    let second = documents(sketches, DocumentWindow(reportYear: 2024, cutOff: Day("2026-04-30")))
    #expect(second.counted == ["n2"])
    #expect(second.leftOut == ["n1": .superseded(by: sketches[1].report.document)])
  }

  @Test func withoutALastDayEverythingOfTheYearCounts() {
    let sketches = [
      ReportSketch(number: 1, uploaded: "2025-06-30"), ReportSketch(number: 2, kind: .annual, uploaded: "2031-01-01"),
    ]
    #expect(documents(sketches, DocumentWindow(reportYear: 2024)).counted == ["n1", "n2"])
  }

  /// Against the rule said in other words: a document counts if it is placed, of the year, in time, and no other such
  /// document of its kind goes before it.
  @Test func theSameAsASlowSecondComputationInAnyOrder() {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed of documents: \(seed)")
    var dice = SeededRandom(state: seed)
    for _ in 0..<300 {
      let sketches = (1...Int.random(in: 1...9, using: &dice)).map { random($0, &dice) }
      let slow = sketches.filter { mine in
        isInside(mine) && !sketches.contains { isInside($0) && $0.kind == mine.kind && goesBefore($0, mine) }
      }
      #expect(documents(sketches).counted == slow.map { "n\($0.number)" }, "\(sketches)")
      let one = documents(sketches)
      let other = documents(sketches.shuffled(using: &dice))
      #expect(one.counted == other.counted && one.leftOut == other.leftOut)
      #expect(one.counted.count + one.leftOut.count == sketches.count)
    }
  }

  private func random(_ number: Int, _ dice: inout SeededRandom) -> ReportSketch {
    ReportSketch(
      number: number, year: [2024, 2024, 2023, nil].randomElement(using: &dice) ?? nil,
      kind: [.sustainability, .annual, nil].randomElement(using: &dice) ?? nil,
      language: [.chinese, .english, nil].randomElement(using: &dice) ?? nil,
      revision: [nil, 1].randomElement(using: &dice) ?? nil,
      uploaded: [nil, "2025-06-30", "2025-08-31", "2025-09-01"].randomElement(using: &dice) ?? nil,
      firstSeen: ["2025-08-31", "2025-09-01"].randomElement(using: &dice) ?? "2025-08-31",
      status: [.ok, .partial, .failed].randomElement(using: &dice) ?? .ok)
  }

  private func isInside(_ sketch: ReportSketch) -> Bool {
    sketch.year == 2024 && sketch.kind != nil && (sketch.uploaded ?? sketch.firstSeen) <= "2025-08-31"
  }

  private func goesBefore(_ a: ReportSketch, _ b: ReportSketch) -> Bool {
    if (a.status == .failed) != (b.status == .failed) { return b.status == .failed }
    if (a.language == .english) != (b.language == .english) { return b.language == .english }
    if (a.revision ?? 0) != (b.revision ?? 0) { return (a.revision ?? 0) > (b.revision ?? 0) }
    if (a.uploaded ?? "") != (b.uploaded ?? "") { return (a.uploaded ?? "") > (b.uploaded ?? "") }
    return a.number > b.number
  }
}
