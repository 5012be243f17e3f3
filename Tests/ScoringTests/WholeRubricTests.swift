import Foundation
import ReportModel
import RuleBook
import Support
import Testing

@testable import Scoring

/// The project's own rubric, all of its sub-dimensions in all four industries, reckoned by hand.
struct WholeRubricTests {
  private let pack: Pack

  init() throws {
    let sources = try ["pack.yaml", "items.yaml"].map { name in
      let path = BuiltProgram.root.appendingPathComponent("Rules/tip/\(name)")
      return RuleBook.Source(path: "tip/\(name)", bytes: Array(try Data(contentsOf: path)))
    }
    pack = try #require(readRuleBook(sources).book.packs.first)
  }

  /// Of each sub-dimension the first two positive items are told, and the first negative one, where there is one.
  private func card(_ industry: String) throws -> Scorecard {
    var said: [(item: String, said: Said)] = []
    for place in pack.dimensions.flatMap(\.subDimensions) {
      let positive = pack.items(of: place.id, polarity: .positive, industry: industry)
      let negative = pack.items(of: place.id, polarity: .negative, industry: industry)
      let told = Set((positive.prefix(2) + negative.prefix(1)).map(\.id))
      said += (positive + negative).map { ($0.id, told.contains($0.id) ? .number : .nothing) }
    }
    let rules = pack.items.map { item in
      var rule = Rule(id: item.id, pack: "tip", place: Place(file: "tip/r.yaml"))
      rule.items = [item.id]
      return rule
    }
    let scorer = try Scorer(pack, in: RuleBook(packs: [pack], rules: rules))
    let company = CompanyProfile(industry: industry, activities: .unknown)
    return scorer.score(company, documents: [Said.document("a.pdf", said)])
  }

  /// 2 − 1 = 1 of each sub-dimension, but 2 where nothing negative is asked: the supply chain, environmental governance,
  /// product life cycle.
  /// Social: 1+1+1+1+2+1+1+1 = 9 of 6+11+18+6+8+4+4+5 = 62. Economic: 5 of 10+28+8+15+8 = 69; in finance 6 of 69+24 = 93.
  /// Environmental: 2+1+1+1+1+1+2 = 9 of 9+5+34+16+15+9+5 = 93. Disclosure: 1 of 15.
  /// All: 9+5+9+1 = 24 of 62+69+93+15 = 239; in finance 25 of 263.
  @Test(arguments: [
    ("electronics", "5/69 = 7.2", "24/239 = 10.0"), ("manufacturing", "5/69 = 7.2", "24/239 = 10.0"),
    ("services", "5/69 = 7.2", "24/239 = 10.0"), ("finance", "6/93 = 6.5", "25/263 = 9.5"),
  ])
  func everySubDimension(_ industry: String, _ economic: String, _ total: String) throws {
    let card = try card(industry)
    #expect(card.dimensions.map(\.score.sketch) == ["9/62 = 14.5", economic, "9/93 = 9.7", "1/15 = 6.7"])
    #expect(card.score.sketch == total)
    let places = [
      "human-rights": "1/6 = 16.7", "employees": "1/11 = 9.1", "human-capital": "1/18 = 5.6",
      "diversity": "1/6 = 16.7", "supply-chain": "2/8 = 25.0", "customers": "1/4 = 25.0",
      "product-safety": "1/4 = 25.0", "community": "1/5 = 20.0", "shareholders": "1/10 = 10.0", "board": "1/28 = 3.6",
      "conduct": "1/8 = 12.5", "risk": "1/15 = 6.7", "innovation": "1/8 = 12.5",
      "sustainable-finance": industry == "finance" ? "1/24 = 4.2" : "0/0", "environmental-governance": "2/9 = 22.2",
      "air": "1/5 = 20.0", "energy-climate": "1/34 = 2.9", "water": "1/16 = 6.3", "materials-waste": "1/15 = 6.7",
      "nature": "1/9 = 11.1", "product-lifecycle": "2/5 = 40.0", "esg-disclosure": "1/15 = 6.7",
    ]
    #expect(places.count == 22)
    for place in card.dimensions.flatMap(\.subDimensions) {
      #expect(place.score.sketch == places[place.id], "\(place.id)")
    }
  }
}
