import Foundation
import ReportModel
import RuleBook
import Scoring
import Support
import Testing

@testable import Pipeline

/// The project's own rubric, scored by hand for all four industries and all 22 sub-dimensions.
@Suite("Scores by the TIP pack")
struct TipRubricTests {
  private static let industries = ["electronics", "manufacturing", "services", "finance"]

  private let book: RuleBook
  private let pack: Pack

  init() throws {
    let sources = try RuleFolder(path: BuiltProgram.root.appendingPathComponent("Rules").path).sources()
    book = readRuleBook(sources).book
    pack = try #require(book.pack("tip"))
  }

  private func card(_ industry: String, _ documents: [CompanyDocument]) throws -> Scorecard {
    let company = CompanyProfile(industry: industry, activities: .unknown)
    return try Scorer(pack, in: book).score(company, documents: documents)
  }

  /// A document in which every one of these is found, and no other.
  private func document(_ isFound: (Item) -> Bool) -> CompanyDocument {
    let evidence = pack.items.filter(isFound).map {
      Evidence(
        item: $0.id, topics: [], rule: "", level: $0.level, page: 1, quote: "q", quoteRanges: [], focus: [])
    }
    let found = Set(evidence.map(\.item))
    let states = pack.items.map { ItemState(item: $0.id, state: found.contains($0.id) ? .found : .notFound) }
    return CompanyDocument(name: "a.pdf", pages: 1, findings: Findings(evidence: evidence, items: states))
  }

  @Test(
    "With all positive items found, every part is at 100 %",
    arguments: [
      // 62 social + 69 economic + 93 environmental + 15 disclosure; finance has 24 more.
      ("electronics", [62, 69, 93, 15], 239), ("manufacturing", [62, 69, 93, 15], 239),
      ("services", [62, 69, 93, 15], 239), ("finance", [62, 93, 93, 15], 263),
    ])
  func everything(_ industry: String, _ dimensions: [Int], _ total: Int) throws {
    let card = try card(industry, [document { $0.polarity == .positive }])
    #expect(card.dimensions.map(\.score.attainable.figure.plain) == dimensions.map(String.init))
    #expect(card.score.attainable.figure.plain == String(total) && card.score.rate.text == "100.0")
    let places = card.dimensions.flatMap(\.subDimensions)
    #expect(places.count == 22)
    for place in places where place.score.rate != .none { #expect(place.score.rate.text == "100.0", "\(place.id)") }
    #expect(
      places.filter { $0.score.rate == .none }.map(\.id) == (industry == "finance" ? [] : ["sustainable-finance"]))
  }

  /// What is left of each sub-dimension when all that can be deducted is: +n −m, not below 0.
  private static let left: [String: Int] = [
    "human-rights": 6 - 3, "employees": 11 - 3, "human-capital": 18 - 4, "diversity": 6 - 1, "supply-chain": 8,
    "customers": 4 - 3, "product-safety": 4 - 1, "community": 5 - 1,
    "shareholders": 10 - 7, "board": 28 - 6, "conduct": 8 - 8, "risk": 15 - 1, "innovation": 8 - 2,
    "sustainable-finance": 24 - 1,
    "environmental-governance": 9, "air": 5 - 2, "energy-climate": 34 - 2, "water": 16 - 2, "materials-waste": 15 - 4,
    "nature": 9 - 2, "product-lifecycle": 5,
    "esg-disclosure": 15 - 1,
  ]

  @Test(
    "With all items found, the negative ones are taken off: 46 + 45 + 81 + 14 = 186; finance 46 + 68 + 81 + 14 = 209",
    arguments: industries)
  func everythingAndAllDeductions(_ industry: String) throws {
    let card = try card(industry, [document { _ in true }])
    for place in card.dimensions.flatMap(\.subDimensions) where place.score.rate != .none {
      #expect(place.score.gained.text == Self.left[place.id].map(String.init), "\(place.id)")
    }
    let isFinance = industry == "finance"
    #expect(card.dimensions.map(\.score.gained.text) == ["46", isFinance ? "68" : "45", "81", "14"])
    // 186 of 239 is 77.82 %, 209 of 263 is 79.47 %.
    #expect(card.score.rate.text == (isFinance ? "79.5" : "77.8"))
  }

  @Test("Deductions alone take nothing below 0", arguments: industries)
  func deductionsAlone(_ industry: String) throws {
    let card = try card(industry, [document { $0.polarity == .negative }])
    #expect(card.score.rate.text == "0.0" && card.score.gained.text == "0")
    #expect(card.score.counts.deducted == (industry == "finance" ? 54 : 53))
  }

  @Test("A document that cannot be read leaves everything open", arguments: industries)
  func nothingRead(_ industry: String) throws {
    let failed = CompanyDocument(
      name: "a.pdf", pages: 0, reading: .failed(ReadFailure(.damaged, "")), findings: Findings())
    #expect(try card(industry, [failed]).score.rate.text == "0.0–100.0")
  }

  @Test(
    "A company without factories, raw materials, products and metals of its own is asked fewer items",
    arguments: [
      // 17 items need one of them, 8 of these only of electronics and manufacturing: 239−17, 239−9, 263−9.
      ("electronics", 222), ("manufacturing", 222), ("services", 230), ("finance", 254),
    ])
  func activities(_ industry: String, _ attainable: Int) throws {
    let company = CompanyProfile(industry: industry, activities: .known([]))
    let card = try Scorer(pack, in: book).score(company, documents: [document { _ in false }])
    #expect(card.score.attainable.figure.plain == String(attainable))
  }
}
