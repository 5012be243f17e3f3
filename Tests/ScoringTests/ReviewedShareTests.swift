import ReportModel
import RuleBook
import Testing

@testable import Scoring

/// How much of a score was reviewed: of the items found, those on which somebody has decided.
struct ReviewedShareTests {
  private let rubric: RubricSketch = {
    var rubric = RubricSketch()
    rubric.add(3, .positive, to: "a")
    rubric.add(2, .positive, to: "b")
    return rubric
  }()

  private func document(_ said: [String: Said], _ review: DocumentReview) -> CompanyDocument {
    let plain = rubric.document("a.pdf", said)
    return CompanyDocument(name: "a.pdf", pages: 9, findings: plain.findings, review: review)
  }

  @Test func countsItemsFoundAndOfTheseTheDecidedOnes() throws {
    // a+1 was found, and then rejected: it was found all the same. b+0 was decided on without anything being found.
    let review = DocumentReview(
      found: ["a+0", "a+1", "b+1"], decided: ["a+0", "a+1", "b+0"], disputed: ["b+1"])
    let card = try rubric.card([document(["a+0": .number, "b+1": .words], review)])
    let total = card.score.counts
    #expect((total.found, total.reviewed, total.disputed) == (3, 3, 1))
    let places = card.dimensions.flatMap(\.subDimensions).map(\.score.counts)
    #expect(places.map(\.found) == [2, 1] && places.map(\.reviewed) == [2, 1] && places.map(\.disputed) == [0, 1])
  }

  @Test func withoutReviewsNothingIsReviewed() throws {
    let counts = try rubric.card([rubric.document("a.pdf", ["a+0": .number])]).score.counts
    #expect((counts.found, counts.reviewed, counts.disputed) == (1, 0, 0))
  }

  @Test func ofSeveralDocumentsAnyReviewCounts() throws {
    let reviewed = document(["a+0": .number], DocumentReview(found: ["a+0"], decided: ["a+0"]))
    let card = try rubric.card([rubric.document("b.pdf", ["a+0": .number, "a+2": .number]), reviewed])
    #expect((card.score.counts.found, card.score.counts.reviewed) == (2, 1))
  }
}
