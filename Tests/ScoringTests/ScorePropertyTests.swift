import ReportModel
import RuleBook
import Support
import Testing

@testable import Scoring

/// What holds of every score, whatever the rubric and the documents.
@Suite("Properties of random scores")
struct ScorePropertyTests {
  private static let rounds = 300

  /// Runs a property on random companies; a failure names its seed.
  private func each(_ property: (inout RandomCompany, String) throws -> Void) throws {
    let seed = UInt64.random(in: 0...(.max))
    print("seed \(seed)")
    for round in 0..<Self.rounds {
      var company = RandomCompany(seed: seed &+ UInt64(round))
      try property(&company, "seed \(seed &+ UInt64(round))")
    }
  }

  @Test func moreEvidenceForPositiveItemsNeverLowersAScore() throws {
    try each { company, seed in
      let before = try company.card()
      company.sayMore()
      let after = try company.card()
      for (old, new) in zip(before.allScores, after.allScores) {
        #expect(
          new.gained.lowerBound >= old.gained.lowerBound && new.gained.upperBound >= old.gained.upperBound,
          "\(seed)")
      }
    }
  }

  @Test func theOrderOfDocumentsAndFindingsNeverMatters() throws {
    try each { company, seed in
      let before = try company.card()
      company.shuffle()
      let after = try company.card()
      #expect(after.allScores == before.allScores && after.outcomes == before.outcomes, "\(seed)")
    }
  }

  @Test func aRangeHoldsWhateverTheUnreadPagesMayTurnOutToSay() throws {
    try each { company, seed in
      let before = try company.card()
      company.readEverything()
      let after = try company.card()
      for (range, exact) in zip(before.allScores, after.allScores) {
        #expect(exact.gained.isExact, "\(seed)")
        #expect(range.gained.contains(exact.gained.lowerBound), "\(seed)")
      }
    }
  }

  @Test func aScoreEqualsASlowAndObviousSecondComputation() throws {
    try each { company, seed in
      let card = try company.card()
      let slow = company.slowTotal()
      #expect(abs(card.score.gained.lowerBound.figure.double - slow.low) < 1e-6, "\(seed)")
      #expect(abs(card.score.gained.upperBound.figure.double - slow.high) < 1e-6, "\(seed)")
      #expect(abs(card.score.attainable.figure.double - slow.attainable) < 1e-6, "\(seed)")
      #expect(card.score.gained.upperBound <= card.score.attainable, "\(seed)")
    }
  }
}

extension Scorecard {
  fileprivate var allScores: [Score] {
    [score] + dimensions.flatMap { [$0.score] + $0.subDimensions.map(\.score) }
  }

  /// By item, as words without the numbers of documents.
  fileprivate var outcomes: [String] {
    dimensions.flatMap(\.subDimensions).flatMap(\.items).map { "\($0.item.id) \($0.outcome)" }.sorted()
  }
}

/// A random rubric and a random company.
private struct RandomCompany {
  private var random: SeededRandom
  private var rubric = RubricSketch()
  /// By document, what it says on each item.
  private var documents: [(name: String, said: [(item: String, said: Said)])] = []
  private let industry: String
  private var activities: Set<String>?

  init(seed: UInt64) {
    random = SeededRandom(state: seed)
    industry = RubricSketch.industries.randomElement(using: &random) ?? ""
    rubric.places = [("x", ["a", "b"]), ("y", ["c"])]
    let floors = ScoringRules.Floor.allCases
    rubric.scoring = RubricSketch.deducting(floor: floors.randomElement(using: &random) ?? .none)
    if Bool.random(using: &random) { rubric.scoring.positive.statedNonDisclosure = Figure(digits: 25, exponent: -2) }
    if Bool.random(using: &random) {
      rubric.scoring.inWords = [
        ScoringRules.InWords(level: "disclosure", share: Figure(digits: 4, exponent: -1), place: Place(file: ""))
      ]
    }
    for _ in 0..<Int.random(in: 1...14, using: &random) { addItems() }
    activities = [nil, [], ["factories"], ["factories", "ore"]].randomElement(using: &random) ?? nil
    for number in 0..<Int.random(in: 1...4, using: &random) {
      var said: [(item: String, said: Said)] = []
      for item in rubric.items { said.append((item.id, Said.allCases.randomElement(using: &random) ?? .nothing)) }
      documents.append(("\(number).pdf", said))
    }
  }

  private mutating func addItems() {
    let points = Figure(digits: Int64.random(in: 1...9_999_999, using: &random), exponent: -4)
    rubric.add(
      1, Int.random(in: 0..<3, using: &random) == 0 ? .negative : .positive,
      to: ["a", "b", "c"].randomElement(using: &random) ?? "a", points: points.plain,
      industries: Bool.random(using: &random) ? [] : [RubricSketch.industries.randomElement(using: &random) ?? ""],
      activities: Bool.random(using: &random) ? [] : [["factories", "ore"].randomElement(using: &random) ?? ""],
      level: Bool.random(using: &random) ? "disclosure" : "policy")
  }

  func card() throws -> Scorecard {
    try rubric.card(
      documents.map { Said.document($0.name, $0.said) }, industry: industry, activities: activities)
  }

  /// A positive item of a document is told where it was not, or with a number where it was in words.
  mutating func sayMore() {
    let positive = Set(rubric.items.filter { $0.polarity == .positive }.map(\.id))
    for document in documents.indices {
      for index in documents[document].said.indices where positive.contains(documents[document].said[index].item) {
        guard Bool.random(using: &random) else { continue }
        let better: [Said: Said] = [.nothing: .words, .denial: .words, .blankPage: .number, .words: .number]
        let now = documents[document].said[index].said
        documents[document].said[index].said = better[now] ?? now
      }
    }
  }

  mutating func shuffle() {
    documents.shuffle(using: &random)
    for index in documents.indices { documents[index].said.shuffle(using: &random) }
    rubric.items.shuffle(using: &random)
  }

  /// Each page that could not be read says something after all.
  mutating func readEverything() {
    for document in documents.indices {
      for index in documents[document].said.indices where documents[document].said[index].said == .blankPage {
        let readable: [Said] = [.number, .words, .denial, .nothing]
        documents[document].said[index].said = readable.randomElement(using: &random) ?? .nothing
      }
    }
  }

  /// With binary numbers, one item after the other.
  func slowTotal() -> (low: Double, high: Double, attainable: Double) {
    var total = (low: 0.0, high: 0.0, attainable: 0.0)
    for dimension in rubric.places {
      var sum = (low: 0.0, high: 0.0)
      for place in dimension.subDimensions {
        var part = (low: 0.0, high: 0.0)
        for item in rubric.items where item.subDimension == place && applies(item) {
          let worth = slowWorth(item)
          part.low += worth.low
          part.high += worth.high
          if item.polarity == .positive { total.attainable += item.points.double }
        }
        let floored = floored(part, rubric.scoring.floor == .subDimension)
        sum.low += floored.low
        sum.high += floored.high
      }
      let floored = floored(sum, rubric.scoring.floor == .dimension)
      total.low += floored.low
      total.high += floored.high
    }
    let end = floored((total.low, total.high), rubric.scoring.floor == .total)
    return (end.low, end.high, total.attainable)
  }

  private func floored(_ sum: (low: Double, high: Double), _ isFloored: Bool) -> (low: Double, high: Double) {
    isFloored ? (max(0, sum.low), max(0, sum.high)) : sum
  }

  private func applies(_ item: Item) -> Bool {
    (item.industries.isEmpty || item.industries.contains(industry))
      && (activities.map { known in item.activities.allSatisfy(known.contains) } ?? true)
  }

  private func slowWorth(_ item: Item) -> (low: Double, high: Double) {
    let points = item.points.double * (item.polarity == .positive ? 1 : -1)
    let said = documents.compactMap { document in document.said.first { $0.item == item.id }?.said }
    let words = rubric.scoring.inWords.contains { $0.level == item.level } ? 0.4 * points : points
    let stated = item.polarity == .positive ? rubric.scoring.positive.statedNonDisclosure.double * points : 0
    if said.contains(.number) { return (points, points) }
    if said.contains(.words) {
      let isOpen = said.contains(.blankPage)
      return isOpen ? (min(words, points), max(words, points)) : (words, words)
    }
    if said.contains(.blankPage) { return (min(0, points), max(0, points)) }
    if said.contains(.denial) { return (stated, stated) }
    return (0, 0)
  }
}
