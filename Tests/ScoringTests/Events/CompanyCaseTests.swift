import ReportModel
import RuleBook
import Testing

@testable import Scoring

/// A fine counts once, by case: what a report tells of the ledger's cases is no deduction of its own.
struct CompanyCaseTests {
  /// Two positive items, a negative one for fines and another negative one.
  private let rubric: RubricSketch = {
    var rubric = RubricSketch()
    rubric.places = [("v", ["a"])]
    rubric.add(2, .positive, to: "a")
    rubric.add(2, .negative, to: "a")
    rubric.scoring.deductions = .reportYear
    return rubric
  }()

  private struct Told {
    var quote = "a fine"
    var plain: String?
    var unit = ""
    var year = "2024"
    var item = "a-0"

    var evidence: Evidence {
      let value = plain.map { plain in
        Evidence.Value(
          plain: plain, unit: unit,
          normalized: unit.isEmpty ? nil : Figure(plain: plain).map { Quantity.Normalized(value: $0, unit: unit) })
      }
      return Evidence(
        item: item, topics: [], rule: item, level: "", page: 3, quote: quote, quoteRanges: [], focus: [], value: value,
        year: year)
    }
  }

  private func document(_ told: [Told], name: String = "a.pdf", year: Int? = 2024) -> CompanyDocument {
    let said = Set(told.map(\.item)).union(["a+0"])
    return CompanyDocument(
      name: name, pages: 9,
      findings: Findings(
        reportYear: year, evidence: told.map(\.evidence) + [Told(plain: "1", item: "a+0").evidence],
        items: rubric.items.map {
          ItemState(item: $0.id, state: said.contains($0.id) ? .found : .notFound, searched: [1])
        }))
  }

  /// Two cases of item a-0 in 2024: 300,000 and 60,000.
  private func ledger() throws -> Ledger {
    var ledger = Ledger()
    try ledger.note(
      EventSketch.event(published: "2024-03-01", item: "a-0", fine: 300_000, number: "府環字第1130001號"))
    try ledger.note(EventSketch.event(published: "2024-04-01", item: "a-0", fine: 60_000, number: "112-5"))
    try ledger.note(EventSketch.event("2000", published: "2024-04-01", item: "a-1", fine: 90_000))
    return ledger
  }

  private func card(_ documents: [CompanyDocument], _ ledger: Ledger) throws -> Scorecard {
    try rubric.card(documents, cases: CompanyCases(of: CompanyID("1000"), in: ledger))
  }

  private func gained(_ told: Told..., year: Int? = 2024) throws -> String {
    try card([document(told, year: year)], ledger()).score.sketch
  }

  /// 1 of 2: the positive item, and nothing lost.
  private let whole = "1/2 = 50.0"
  /// 1 − 1 of 2.
  private let deducted = "0/2 = 0.0"

  @Test func withoutALedgerAFineDeducts() throws {
    #expect(try card([document([Told()])], Ledger()).score.sketch == deducted)
    #expect(try rubric.card([document([Told()])]).score.sketch == deducted)
  }

  @Test func theCaseNumberStandsInTheQuote() throws {
    let quote = "經府環字第 １１３０００１ 號裁處"
    // Whatever else: another amount, another item, no year.
    #expect(try gained(Told(quote: quote, plain: "5", unit: "TWD")) == whole)
    #expect(try gained(Told(quote: quote, item: "a-1")) == whole)
    #expect(try gained(Told(quote: quote, year: ""), year: nil) == whole)
    // A longer number is another case, and a short one may be anything.
    #expect(try gained(Told(quote: "府環字第11300011號", item: "a-1")) == deducted)
    #expect(try gained(Told(quote: "112-5", item: "a-1")) == deducted)
  }

  @Test func sameItemYearAndAmount() throws {
    #expect(try gained(Told(plain: "300000", unit: "TWD")) == whole)
    #expect(try gained(Told(plain: "60000", unit: "TWD")) == whole)
    #expect(try gained(Told(plain: "61000", unit: "TWD")) == deducted)
    #expect(try gained(Told(plain: "60000", unit: "TWD", item: "a-1")) == deducted)
    #expect(try gained(Told(plain: "60000", unit: "USD")) == deducted)
    // A fine of the other company.
    #expect(try gained(Told(plain: "90000", unit: "TWD", item: "a-1")) == deducted)
    // Both cases together.
    #expect(try gained(Told(plain: "360000", unit: "TWD")) == whole)
  }

  @Test func theYearIsTheEvidencesElseTheReports() throws {
    #expect(try gained(Told(plain: "60000", unit: "TWD", year: "2023"), year: nil) == deducted)
    #expect(try gained(Told(plain: "60000", unit: "TWD", year: "2024"), year: nil) == whole)
    // Nobody knows the year.
    #expect(try gained(Told(plain: "60000", unit: "TWD", year: ""), year: nil) == deducted)
    // Any of the event's days may be meant.
    var ledger = Ledger()
    try ledger.note(
      EventSketch.event(published: "2024-02-01", penalized: "2024-01-02", acted: "2023-12-30", item: "a-0", fine: 5))
    let told = document([Told(plain: "5", unit: "TWD", year: "2023")], year: 2023)
    #expect(try card([told], ledger).score.sketch == whole)
  }

  @Test func withoutAnAmountAsManyCasesAsTheLedgerHolds() throws {
    #expect(try gained(Told()) == whole)
    #expect(try gained(Told(plain: "2", unit: "件")) == whole)
    #expect(try gained(Told(plain: "3", unit: "件")) == deducted)
    #expect(try gained(Told(plain: "2")) == whole)
    #expect(try gained(Told(item: "a-1")) == deducted)
  }

  @Test("What the ledger does not hold still deducts, and both are shown")
  func partly() throws {
    let told = [Told(plain: "300000", unit: "TWD"), Told(quote: "another", plain: "500", unit: "TWD")]
    let card = try card([document(told)], ledger())
    #expect(card.score.sketch == deducted)
    let item = try #require(card.subDimension("a")?.items.first { $0.item.id == "a-0" })
    guard case .deducted(_, .evidence(let left)) = item.outcome else { throw LedgerFault.lineOutOfPlace(0) }
    #expect(left.all.map(\.value.quote) == ["another"])
    #expect(item.inLedger.map { $0.value.events.all.map(\.text) } == [["E1"]])
    #expect(item.inLedger.map(\.value.sign) == [.amount])
  }

  @Test func whatIsTakenOutIsShownWithTheEventItCountsAs() throws {
    let card = try card([document([Told(plain: "2", unit: "件")])], ledger())
    guard case .clear(.inLedger(let held)) = card.outcome("a-0") else { throw LedgerFault.lineOutOfPlace(0) }
    #expect(held.all.map { $0.value.events.all.map(\.text) } == [["E1", "E2"]] && held.first.value.sign == .count)
    #expect(card.score.counts.clear == 2 && card.score.counts.deducted == 0)
  }

  @Test func aDocumentThatCannotBeReadLeavesTheItemOpenAllTheSame() throws {
    let other = CompanyDocument(
      name: "b.pdf", pages: 9, reading: .failed(ReadFailure(.damaged, "torn")), findings: Findings())
    // −1–0 of a-0, −1–0 of a-1, 1–2 of the positive: −1 stopped at 0, to 2.
    #expect(try card([document([Told()]), other], ledger()).score.sketch == "0–2/2 = 0.0–100.0")
  }

  @Test func whatWasWithdrawnIsNoCase() throws {
    var ledger = try ledger()
    for id in ["E1", "E2"] { try ledger.withdraw(#require(EventID(id))) }
    #expect(try card([document([Told()])], ledger).score.sketch == deducted)
  }

  @Test func positiveItemsAreNeverTakenOut() throws {
    let told = Told(quote: "府環字第1130001號", plain: "300000", unit: "TWD", item: "a+1")
    // 2 of 2.
    #expect(try gained(told) == "2/2 = 100.0")
  }
}
