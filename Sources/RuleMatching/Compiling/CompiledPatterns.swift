import Quantities
import ReportModel
import RuleBook

/// Patterns of which any one is enough, made ready: every choice of words is a set of literals, every other choice a
/// chain of its own.
///
/// Flat lists of numbers: most chains are told impossible by their words alone, and nothing is asked more often.
final class CompiledPatterns: Sendable {
  /// The patterns as written, in order.
  let sources: [String]
  let ways: [Way]
  let steps: [Step]
  /// Lists of units that steps name.
  let units: [[String]]
  /// The sets of literals of which each way needs a word.
  private let sets: [LiteralSet]

  /// One way to say one of the patterns.
  struct Way: Sendable {
    /// Index into `sources`.
    var pattern: Int
    /// In `sets`.
    var sets: Range<Int>
    var form: Form
  }

  enum Form: Sendable {
    /// Steps one after the other, in `steps`.
    case chain(Range<Int>)
    /// Index into the book's regular expressions.
    case regex(Int)
  }

  /// One thing to find, and how far from the one before it may stand.
  struct Step: Sendable {
    var what: What
    var gap: Gap
  }

  enum What: Sendable {
    case words(LiteralSet)
    /// In one of some units: index into `units`.
    case quantity(Quantity.Kind, units: Int?)
    case anyQuantity, year
    case said(WordOfExtent.Meaning)
    case title, list
  }

  enum Gap: Sendable, Equatable {
    /// Next to it: only marks, and before a number the words that lead to it, may stand between.
    case none
    case upTo(Int)
  }

  init(_ patterns: [Pattern], sets: inout LiteralSetBuilder, regexes: inout RegexTable) {
    var layout = Layout()
    for (number, pattern) in patterns.enumerated() { layout.add(pattern, number, sets: &sets, regexes: &regexes) }
    sources = patterns.map(\.source)
    ways = layout.ways
    steps = layout.steps
    units = layout.units
    self.sets = layout.sets
  }

  /// One of the patterns by itself.
  func alone(_ pattern: Int) -> CompiledPatterns { CompiledPatterns(self, only: pattern) }

  private init(_ all: CompiledPatterns, only pattern: Int) {
    sources = [all.sources[pattern]]
    ways = all.ways.filter { $0.pattern == pattern }.map { Way(pattern: 0, sets: $0.sets, form: $0.form) }
    steps = all.steps
    units = all.units
    sets = all.sets
  }

  /// The sets of which words must be there, for each way.
  var needs: [[LiteralSet]] { ways.map { Array(sets[$0.sets]) } }

  /// The first way that the sets present leave possible from one on: most are not.
  func firstWay(from start: Int, possibleWith present: BitSet) -> Int? {
    ways.withUnsafeBufferPointer { ways in
      sets.withUnsafeBufferPointer { sets in
        (start..<ways.count).first { way in ways[way].sets.allSatisfy { present.contains(sets[$0].index) } }
      }
    }
  }

  func asks(_ regex: Int) -> Bool {
    ways.contains { way in
      if case .regex(let index) = way.form { index == regex } else { false }
    }
  }
}

/// Lays patterns out.
private struct Layout {
  var ways: [CompiledPatterns.Way] = []
  var steps: [CompiledPatterns.Step] = []
  var units: [[String]] = []
  var sets: [LiteralSet] = []

  typealias Step = CompiledPatterns.Step
  typealias Gap = CompiledPatterns.Gap

  mutating func add(
    _ pattern: Pattern, _ number: Int, sets: inout LiteralSetBuilder, regexes: inout RegexTable
  ) {
    switch pattern.form {
    case .regex(let text):
      let index = regexes.index(of: text, sets: &sets)
      add(CompiledPatterns.Form.regex(index), needing: regexes.required[index].map { [$0] } ?? [], of: number)
    case .sequence(let elements):
      for way in self.ways(elements, sets: &sets) where !way.steps.isEmpty {
        let start = steps.count
        steps += way.steps
        let needed: [LiteralSet] = way.steps.compactMap { step in
          if case .words(let set) = step.what { set } else { nil }
        }
        add(.chain(start..<steps.count), needing: needed, of: number)
      }
    }
  }

  private mutating func add(_ form: CompiledPatterns.Form, needing needed: [LiteralSet], of pattern: Int) {
    let start = sets.count
    sets += needed
    ways.append(CompiledPatterns.Way(pattern: pattern, sets: start..<sets.count, form: form))
  }

  /// One way to say a pattern, or a part of it.
  private struct Way {
    var steps: [Step] = []
    /// Waits for the step that follows.
    var gap = Gap.none
  }

  private mutating func ways(_ elements: [Pattern.Element], sets: inout LiteralSetBuilder) -> [Way] {
    var found = [Way()]
    for element in elements {
      switch element {
      case .gap(let width): found = joined(found, [Way(gap: .upTo(width))])
      case .literal(let text): found = joined(found, [way(.words(sets.set(ofTerms: [text])))])
      case .list(let name): found = joined(found, [way(.words(sets.set(ofList: name)))])
      case .slot(let slot): found = joined(found, [way(what(slot))])
      case .choice(let branches): found = joined(found, choice(branches, sets: &sets))
      }
    }
    return found
  }

  private mutating func what(_ slot: Slot) -> CompiledPatterns.What {
    switch slot {
    case .quantity(let kind, let units):
      if units.isEmpty { return .quantity(kind, units: nil) }
      self.units.append(units)
      return .quantity(kind, units: self.units.count - 1)
    case .anyQuantity: return .anyQuantity
    case .year: return .year
    case .none: return .said(.none)
    case .all: return .said(.all)
    case .title: return .title
    case .list: return .list
    }
  }

  private func way(_ what: CompiledPatterns.What) -> Way { Way(steps: [Step(what: what, gap: .none)]) }

  private mutating func choice(_ branches: [[Pattern.Element]], sets: inout LiteralSetBuilder) -> [Way] {
    let words = branches.compactMap(singleWord)
    var found = words.isEmpty ? [] : [way(.words(sets.set(ofTerms: words)))]
    for branch in branches where singleWord(branch) == nil { found += ways(branch, sets: &sets) }
    return found
  }

  private func singleWord(_ branch: [Pattern.Element]) -> String? {
    guard branch.count == 1, case .literal(let text) = branch[0] else { return nil }
    return text
  }

  /// Each way so far, followed by each of the next.
  private func joined(_ ways: [Way], _ next: [Way]) -> [Way] {
    var longer: [Way] = []
    for way in ways {
      for following in next where longer.count < Pattern.mostWays {
        var joined = way
        joined.gap = following.gap
        if var first = following.steps.first {
          first.gap = wider(way.gap, first.gap)
          joined.steps += [first] + following.steps.dropFirst()
        } else {
          joined.gap = wider(way.gap, following.gap)
        }
        longer.append(joined)
      }
    }
    return longer
  }

  private func wider(_ a: Gap, _ b: Gap) -> Gap {
    switch (a, b) {
    case (.none, let gap), (let gap, .none): gap
    case (.upTo(let one), .upTo(let other)): .upTo(max(one, other))
    }
  }
}
