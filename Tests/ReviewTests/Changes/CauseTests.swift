import ReportModel
import Testing

@testable import Review

/// Why something changed, told by what came of each combination.
struct CauseTests {
  private let old = answer([sketch("用水12噸", "12")])
  private let new = answer([sketch("用水13噸", "13")])

  /// What is not named is as before.
  private func cause(
    _ factors: Set<Factor>, from before: ItemAnswer? = nil, to after: ItemAnswer? = nil,
    _ outcomes: [Set<Factor>: ItemAnswer] = [:], untried: [Set<Factor>] = []
  ) throws -> Cause {
    let (before, after) = (before ?? old, after ?? new)
    let finder = CauseFinder(from: before, to: after, factors: factors) { set in
      untried.contains(set) ? nil : outcomes[set] ?? before
    }
    return finder.cause(of: try #require(before.changes(to: after).last))
  }

  private func told(_ sets: Set<Factor>...) throws -> Cause { .told(try #require(Several(sets))) }

  @Test func oneFactorNeedsNoTrial() throws {
    let finder = CauseFinder(from: old, to: new, factors: [.rules]) { _ in
      Issue.record("nothing is to be tried")
      return nil
    }
    #expect(finder.cause(of: try #require(old.changes(to: new).first)) == .only(.rules))
  }

  @Test func ofTwoTheOneThatDoesIt() throws {
    #expect(try cause([.rules, .document], [[.document]: new]) == told([.document]))
    #expect(try cause([.rules, .document], [[.rules]: new]) == told([.rules]))
  }

  @Test func bothTogetherOrEachByItself() throws {
    #expect(try cause([.rules, .document]) == told([.document, .rules]))
    #expect(try cause([.rules, .document], [[.document]: new, [.rules]: new]) == told([.document], [.rules]))
  }

  @Test func ofThreeTheSmallestSet() throws {
    let three: Set<Factor> = [.document, .reading, .rules]
    #expect(
      try cause(three, [[.document, .rules]: new]) == told([.document, .rules]))
    #expect(
      try cause(three, [[.reading]: new, [.document, .reading]: new, [.reading, .rules]: new]) == told([.reading]))
  }

  @Test func whatCannotBeTriedIsToldByTheOthersOrLeftOpen() throws {
    // The new engine on the old rules changes it: that is the cause, whatever the old engine would have made of it.
    #expect(try cause([.matching, .rules], [[.matching]: new], untried: [[.rules]]) == told([.matching]))
    // It does not: without the rules nothing would have changed, and the engine may have had to come to it.
    #expect(
      try cause([.matching, .rules], untried: [[.rules]])
        == .among([.matching, .rules], needed: [.rules]))
    #expect(
      try cause([.matching, .rules], untried: [[.matching], [.rules]])
        == .among([.matching, .rules], needed: []))
  }

  @Test func eachChangeOfAnItemHasItsOwnCause() throws {
    let (rain, well) = (sketch("雨水回收8噸", "8", at: 100), sketch("井水5噸", "5", at: 200))
    let before = answer([sketch("用水12噸", "12"), well])
    let after = answer([sketch("用水13噸", "13"), rain])
    let finder = CauseFinder(from: before, to: after, factors: [.document, .rules]) { set in
      set == [.document] ? answer([sketch("用水13噸", "13"), well]) : answer([sketch("用水12噸", "12"), rain])
    }
    let changes = before.changes(to: after)
    #expect(kinds(changes) == ["value", "+", "-"])
    #expect(changes.map(finder.cause) == [.only(.document), .only(.rules), .only(.rules)])
  }

  @Test func whatIsSaidOnAnotherPageOfAnotherTextIsSaid() throws {
    // The rule alone finds it in the old text too, where it stands a page earlier.
    let found = sketch("雨水回收8噸", "8", page: 12)
    let cause = try cause(
      [.document, .rules], from: answer([], in: 1), to: answer([found], in: 2),
      [[.rules]: answer([sketch("雨水回收8噸", "8", page: 11)], in: 1), [.document]: answer([], in: 2)])
    #expect(cause == .only(.rules))
    // That it stands on another page is the document's doing.
    let moved = try self.cause(
      [.document, .rules], from: answer([sketch("雨水回收8噸", "8", page: 11)], in: 1), to: answer([found], in: 2),
      [
        [.rules]: answer([sketch("雨水回收8噸", "8", page: 11)], in: 1),
        [.document]: answer([found], in: 2),
      ])
    #expect(moved == .only(.document))
  }

  @Test func aStateHasItsCauseToo() throws {
    let finder = CauseFinder(from: answer([]), to: answer([], .unreadable), factors: [.reading, .rules]) { set in
      set == [.reading] ? answer([], .unreadable) : answer([])
    }
    #expect(finder.cause(of: .state(from: .notFound, to: .unreadable)) == .only(.reading))
  }
}
