import ReportModel
import RuleBook
import Testing

@testable import Scoring

@Suite("Several documents of one company")
struct SeveralDocumentsTests {
  private var rubric: RubricSketch {
    var rubric = RubricSketch()
    rubric.places = [("d", ["a"])]
    rubric.add(1, .positive, to: "a")
    rubric.add(1, .negative, to: "a")
    return rubric
  }

  private func card(_ first: Said, _ second: Said, item: String = "a+0") throws -> Scorecard {
    try rubric.card([rubric.document("a.pdf", [item: first]), rubric.document("b.pdf", [item: second])])
  }

  @Test(
    "Found beats unreadable beats stated beats not found",
    arguments: [
      (Said.number, Said.denial, "1/1 = 100.0"), (.number, .nothing, "1/1 = 100.0"),
      (.words, .blankPage, "1/1 = 100.0"),
      (.denial, .nothing, "0/1 = 0.0"), (.denial, .blankPage, "0–1/1 = 0.0–100.0"),
      (.nothing, .blankPage, "0–1/1 = 0.0–100.0"), (.nothing, .nothing, "0/1 = 0.0"), (.denial, .denial, "0/1 = 0.0"),
      (.blankPage, .blankPage, "0–1/1 = 0.0–100.0"),
    ])
  func precedence(_ first: Said, _ second: Said, _ score: String) throws {
    #expect(try card(first, second).score.sketch == score)
    #expect(try card(second, first).score.sketch == score)
  }

  @Test("The precedence is the pack's: a statement may settle what another document cannot be read to say")
  func anotherPrecedence() throws {
    var rubric = rubric
    rubric.scoring.precedence = [.found, .statedNonDisclosure, .unreadable, .notFound]
    let documents = [rubric.document("a.pdf", ["a+0": .denial]), rubric.document("b.pdf", ["a+0": .blankPage])]
    #expect(try rubric.card(documents).score.sketch == "0/1 = 0.0")
  }

  @Test func eachSourceIsKeptWithItsDocumentAndPage() throws {
    let card = try card(.words, .number)
    guard case .gained(_, .evidence(let evidence)) = card.outcome("a+0") else {
      Issue.record("found in both")
      return
    }
    // The one with a number is the better.
    #expect(evidence.all.map(\.document) == [1, 0] && evidence.first.value.page == 3)
    #expect(card.documents.map(\.name) == ["a.pdf", "b.pdf"])
    #expect(card.dimensions[0].subDimensions[0].items[0].answers.map(\.value.kind) == [.found, .found])
  }

  @Test func whatIsMissingSaysWhereItWasLookedFor() throws {
    #expect(
      try card(.nothing, .nothing).outcome("a+0")
        == .missed(.notFound([Sourced([1, 2, 3], document: 0), Sourced([1, 2, 3], document: 1)])))
    guard case .missed(.stated(let statements)) = try card(.nothing, .denial).outcome("a+0") else {
      Issue.record("stated")
      return
    }
    #expect(statements.all.map(\.document) == [1])
  }

  @Test func aNegativeItemIsClearWhereNothingIsTold() throws {
    #expect(
      try card(.nothing, .denial, item: "a-0").outcome("a-0").map { if case .clear = $0 { true } else { false } }
        == true)
    let admitted = try card(.nothing, .number, item: "a-0")
    guard case .deducted(let points, .evidence(let evidence)) = admitted.outcome("a-0") else {
      Issue.record("admitted in one document")
      return
    }
    #expect(points.figure.plain == "-1" && evidence.first.document == 1)
    #expect(admitted.score.sketch == "0/1 = 0.0")
  }

  @Test("A document that cannot be read leaves open what it may say, and says why")
  func failedDocument() throws {
    let failure = ReadFailure(.encrypted, "locked")
    let failed = CompanyDocument(name: "b.pdf", pages: 0, reading: .failed(failure), findings: Findings())
    let readable = rubric.document("a.pdf", [:])
    let card = try rubric.card([readable, failed])
    #expect(card.score.sketch == "0–1/1 = 0.0–100.0")
    guard case .unknown(_, let doubtful) = card.outcome("a+0") else {
      Issue.record("unknown")
      return
    }
    #expect(doubtful.doubts == [Sourced([.document(failure)], document: 1)])
    // What the other has found stays found; of the negative item nothing is known: 1−1 to 1.
    let found = try rubric.card([rubric.document("a.pdf", ["a+0": .number]), failed])
    #expect(found.score.sketch == "0–1/1 = 0.0–100.0" && found.score.counts.gained == 1)
  }

  @Test("Pages that were not read, and rules that were stopped, are doubts too")
  func partialDocument() throws {
    let whole = rubric.document("a.pdf", ["a+0": .nothing])
    let partly = CompanyDocument(
      name: "a.pdf", pages: 9, reading: .partly(ReadFailure(.timeout, "slow"), unread: [8, 9]), findings: whole.findings
    )
    #expect(try rubric.card([partly]).score.sketch == "0–1/1 = 0.0–100.0")
    // A page that stands in for one that broke is among those searched or unreadable already.
    let placed = CompanyDocument(
      name: "a.pdf", pages: 9, reading: .partly(ReadFailure(.crashed, "", page: 4), unread: []),
      findings: whole.findings)
    #expect(try rubric.card([placed]).score.sketch == "0/1 = 0.0")
    var findings = whole.findings
    findings.abandoned = [Findings.Abandoned(rule: "a+0", page: 2)]
    let stopped = try rubric.card([CompanyDocument(name: "a.pdf", pages: 9, findings: findings)])
    #expect(stopped.score.sketch == "0–1/1 = 0.0–100.0")
    guard case .unknown(_, let doubtful) = stopped.outcome("a+0") else {
      Issue.record("unknown")
      return
    }
    #expect(doubtful.doubts.map(\.value) == [[.abandonedRules(["a+0"])]])
  }

  @Test("A negative item counts in the report's own year only, where the pack says so: 1 of 1, or 1−1")
  func otherYears() throws {
    func document(_ year: String, reportYear: Int?) -> CompanyDocument {
      let plain = rubric.document("a.pdf", ["a+0": .number, "a-0": .number])
      var findings = plain.findings
      findings.reportYear = reportYear
      for index in findings.evidence.indices { findings.evidence[index].year = year }
      return CompanyDocument(name: "a.pdf", pages: 9, findings: findings)
    }
    var rubric = rubric
    #expect(try rubric.card([document("2020", reportYear: 2022)]).score.sketch == "0/1 = 0.0")
    rubric.scoring.deductions = .reportYear
    let earlier = try rubric.card([document("2020", reportYear: 2022)])
    #expect(earlier.score.sketch == "1/1 = 100.0")
    guard case .clear(.otherYears(let evidence)) = earlier.outcome("a-0") else {
      Issue.record("what happened in another year is shown")
      return
    }
    #expect(evidence.first.value.year == "2020")
    // Told as of long ago, without a year.
    #expect(try rubric.card([document("", reportYear: 2022)]).score.sketch == "1/1 = 100.0")
    #expect(try rubric.card([document("2022", reportYear: 2022)]).score.sketch == "0/1 = 0.0")
    #expect(try rubric.card([document("2020", reportYear: nil)]).score.sketch == "0/1 = 0.0")
    // The report of that year costs it.
    let both = [document("2020", reportYear: 2022), document("2020", reportYear: 2020)]
    #expect(try rubric.card(both).score.sketch == "0/1 = 0.0")
  }

  @Test func ofNoDocumentsNothingIsKnown() throws {
    #expect(try rubric.card([]).score.sketch == "0–1/1 = 0.0–100.0")
  }
}
