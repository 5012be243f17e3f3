import Review
import Testing

@Suite struct FactorTests {
  @Test func factorsStandInTheOrderInWhichAnAnswerIsMade() {
    #expect([Factor.rubric, .rules, .document, .reading].sorted() == [.document, .reading, .rules, .rubric])
  }
}
