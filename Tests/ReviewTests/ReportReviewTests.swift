import ReportModel
import Testing

@testable import Review

@Suite("Decisions laid beside what rules found")
struct ReportReviewTests {
  private static let old = TextSketch(blocks: [
    (1, .paragraph(["本公司推動節能。", "全年用電12度。", "我們也節水。"])),
    (2, .paragraph(["海外子公司另計，全年用水30噸。"])),
  ])

  private func evidence(
    _ places: [Range<Int>], _ report: ReportText, printed: String = "12度", item: String = "power"
  ) -> PlacedEvidence {
    var evidence = Evidence(
      item: item, topics: [], rule: "r", level: "", page: 1, quote: places.map(report.string).joined(separator: " "),
      quoteRanges: places, focus: places)
    evidence.value = Evidence.Value(plain: "12", printed: printed)
    return PlacedEvidence(evidence, boxes: [])
  }

  private func decided(_ verdict: Verdict = .reject, document: String = "a") throws -> DecisionLog {
    let (report, places) = Self.old.made()
    var log = DecisionLog()
    let words = words(report, [places[0][1]], printed: "12度")
    _ = try log.say(
      .decide(verdict, Subject(document: document, item: "power", .words(words))), by: line("Ann"), at: moment(1))
    return log
  }

  private func review(
    _ log: DecisionLog, of document: String = "a", replacing earlier: [String] = [], text: String = "reader 2",
    _ report: ReportText, _ evidence: [PlacedEvidence]
  ) -> ReportReview {
    ReportReview(
      ReportReview.Report(document: document, text: text, evidence: evidence, states: [:]),
      ReportDecisions(log, of: document, replacing: earlier), words: ReportWords(report, text: text))
  }

  @Test("in the same text a decision holds at its place, and at no other")
  func inPlace() throws {
    let log = try decided()
    let (report, places) = Self.old.made()
    let own = evidence([places[0][1]], report)
    let other = evidence([places[0][0]], report)
    let elsewhere = evidence([places[0][1]], report, item: "heat")
    let otherNumber = evidence([places[0][1]], report, printed: "全年")
    let review = ReportReview(
      ReportReview.Report(
        document: "a", text: "reader 1", evidence: [other, own, elsewhere, otherNumber], states: [:]),
      ReportDecisions(log, of: "a", replacing: []), words: nil)
    #expect(review.entries.map(\.judgement.verdict) == [nil, .reject, nil, nil])
    #expect(!ReportDecisions(log, of: "a", replacing: []).needsText("reader 1"))
    #expect(ReportDecisions(log, of: "a", replacing: []).needsText("reader 2"))
    // The same place of another document is another place.
    #expect(ReportDecisions(log, of: "b", replacing: ["a"]).needsText("reader 1"))
  }

  @Test("the same places of another document are told by their words")
  func samePlaces() throws {
    func table(_ head: String, _ label: String) -> (report: ReportText, places: [[Range<Int>]]) {
      TextSketch(blocks: [(1, .table([[head, "2024"], [label, "12"]]))]).made()
    }
    // Both texts are as long, and the numbers stand at the same place, but the header does not.
    let (old, oldPlaces) = table("項目", "用 電")
    let (new, newPlaces) = table("項 目", "用電")
    #expect(oldPlaces[0][3] == newPlaces[0][3] && oldPlaces[0][1] != newPlaces[0][1])
    func pieces(_ places: [[Range<Int>]]) -> [Range<Int>] { [2, 1, 3].map { places[0][$0] } }
    var log = DecisionLog()
    let decided = words(old, pieces(oldPlaces), printed: "12")
    _ = try log.say(
      .decide(.reject, Subject(document: "a", item: "power", .words(decided))), by: line("Ann"), at: moment(1))
    let found = evidence(pieces(newPlaces), new, printed: "12")
    let review = review(log, of: "b", replacing: ["a"], text: "reader 1", new, [found])
    #expect(review.entries.map(\.judgement.verdict) == [.reject])
  }

  @Test("read by another engine the words are found again, whatever their places")
  func otherEngine() throws {
    let (report, places) = TextSketch(blocks: [
      (1, .paragraph(["目錄"])), (1, .paragraph(["本公司推動節能。", "全年用電 12 度。", "我們也節水。"])),
    ]).made()
    let found = evidence([places[1][1]], report)
    let review = review(try decided(), report, [found])
    #expect(review.entries.map(\.judgement.verdict) == [.reject])
    #expect(review.asking.isEmpty)
  }

  @Test("what was accepted is kept where no rule finds it any more")
  func kept() throws {
    let (report, places) = Self.old.made()
    let review = review(try decided(.accept), report, [])
    #expect(review.entries.count == 1)
    guard case .kept(let words, let key, let page) = review.entries.first?.origin else {
      Issue.record("nothing is kept")
      return
    }
    #expect(words.quote == "全年用電12度。" && key == places[0][1] && page == 1)
  }

  @Test("in a corrected upload look-alikes ask, until somebody says which is meant, or that none is")
  func asking() throws {
    let (report, places) = TextSketch(blocks: [
      (1, .paragraph(["本公司推動節能。", "全年用電12度。", "我們也節水。"])), (3, .paragraph(["合計：", "全年用電12度。"])),
    ]).made()
    var log = try decided()
    let found = [evidence([places[0][1]], report), evidence([places[1][1]], report)]
    func now() -> ReportReview { review(log, of: "b", replacing: ["a"], report, found) }
    #expect(now().entries.map(\.judgement.isDecided) == [false, false])
    #expect(now().asking.map { $0.lookAlikes.map(\.likeness) } == [[.repeated, .moved]])
    let meant = words(report, [places[0][1]], printed: "12度", text: "reader 2")
    _ = try log.say(
      .carry(step: 1, to: Subject(document: "b", item: "power", .words(meant))), by: line("Bob"), at: moment(2))
    #expect(now().entries.map(\.judgement.verdict) == [.reject, nil])
    #expect(now().asking.isEmpty)
    _ = try log.say(.undo(step: 2), by: line("Bob"), at: moment(3))
    #expect(now().asking.count == 1)
    _ = try log.say(.release(step: 1, from: "b"), by: line("Bob"), at: moment(4))
    #expect(now().asking.isEmpty && now().entries.allSatisfy { $0.judgement == .open })
    // The document that it was made on is as it was.
    let (oldReport, oldPlaces) = Self.old.made()
    let before = review(log, text: "reader 1", oldReport, [evidence([oldPlaces[0][1]], oldReport)])
    #expect(before.entries.map(\.judgement.verdict) == [.reject])
  }

  @Test("what was said of one correction holds on in the next")
  func secondCorrection() throws {
    let (report, places) = TextSketch(blocks: [
      (1, .paragraph(["本公司推動節能。", "全年用電12度。", "我們也節水。"])), (3, .paragraph(["合計：", "全年用電12度。"])),
    ]).made()
    var log = try decided()
    let meant = words(report, [places[0][1]], printed: "12度", text: "reader 2")
    _ = try log.say(
      .carry(step: 1, to: Subject(document: "b", item: "power", .words(meant))), by: line("Bob"), at: moment(2))
    let next = review(
      log, of: "c", replacing: ["a", "b"], text: "reader 3", report, [evidence([places[0][1]], report)])
    #expect(next.entries.map(\.judgement.verdict) == [.reject])
    #expect(next.asking.isEmpty)
  }

  @Test("a page of another document is another page, a web address is the same")
  func additions() throws {
    let (report, _) = Self.old.made()
    var log = DecisionLog()
    let box = Addition(document: "a", item: "power", source: .page(1, Box(x0: 0, y0: 0, x1: 9, y1: 9), words: "用電"))
    _ = try log.say(.add(box), by: line("Ann"), at: moment(1))
    let day = try #require(Day("2026-02-01"))
    let web = Addition(document: "a", item: "power", source: .web(address: line("https://a.example"), seen: day))
    _ = try log.say(.add(web), by: line("Ann"), at: moment(1))
    let review = review(log, of: "b", replacing: ["a"], report, [])
    #expect(review.entries.map(\.origin) == [.added(web, step: 2)])
    #expect(review.asking.map(\.decision.opinion.step) == [1] && review.asking.allSatisfy(\.isOrphaned))
  }
}
