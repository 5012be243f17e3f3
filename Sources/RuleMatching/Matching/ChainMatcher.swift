import Quantities
import ReportModel
import RuleBook

/// Finds the steps of a chain one after the other in a stretch of text. Of several places for a step the nearest that
/// lets the rest match is taken; the work is bounded, so that no text can make it long.
final class ChainMatcher {
  private let text: SearchText
  private let book: CompiledBook
  private let patterns: CompiledPatterns
  private let stretch: Stretch
  /// Longer words in which the rule's own words do not count.
  private let except: LiteralSet?

  typealias Step = CompiledPatterns.Step

  init(matcher: Matcher, patterns: CompiledPatterns, stretch: Stretch, except: LiteralSet?) {
    text = matcher.text
    book = matcher.book
    self.patterns = patterns
    self.stretch = stretch
    self.except = except
  }

  private var range: Range<Int> { stretch.range }

  /// Places tried for one chain in one stretch.
  private static let mostTries = 4_000
  /// Marks, fillers and notes between two things that stand next to each other.
  private static let widestTouch = 12

  /// Where a step is met, and what is read off there: a hit is only made of those that lead to the end.
  private struct Place {
    var range: Range<Int>
    var reading: Reading

    enum Reading {
      case none, name
      /// Index into the stretch's numbers.
      case value(Int)
      case year(Int)
      case said(WordOfExtent.Meaning)
    }
  }

  /// The steps met so far.
  private struct Walk {
    var places: [Place] = []
    var tries = 0
  }

  func hits(of steps: Range<Int>) -> [Hit] {
    var found: [Hit] = []
    forEachWalk(steps) { places in
      let hit = hit(places)
      if let last = found.last, last.span.upperBound == hit.span.upperBound {
        // The same end from a nearer start.
        found[found.count - 1] = hit
      } else {
        found.append(hit)
      }
      return .on
    }
    return found
  }

  func isMet(_ steps: Range<Int>) -> Bool {
    var isMet = false
    forEachWalk(steps) { _ in
      isMet = true
      return .enough
    }
    return isMet
  }

  private enum Next { case on, enough }

  /// Calls for each place of the first step from which all others are met.
  private func forEachWalk(_ steps: Range<Int>, _ body: ([Place]) -> Next) {
    guard let first = steps.first else { return }
    var walk = Walk()
    forEachPlace(of: patterns.steps[first], after: nil) { start in
      walk.places.append(start)
      defer { walk.places.removeAll(keepingCapacity: true) }
      if extend(&walk, steps.dropFirst()), case .enough = body(walk.places) { return .enough }
      return walk.tries > Self.mostTries ? .enough : .on
    }
  }

  /// Whether the rest of the steps is met behind the walk, which then holds their places.
  private func extend(_ walk: inout Walk, _ rest: Range<Int>) -> Bool {
    guard let next = rest.first, let last = walk.places.last else { return true }
    var isMet = false
    forEachPlace(of: patterns.steps[next], after: last.range.upperBound) { place in
      walk.tries += 1
      guard walk.tries <= Self.mostTries else { return .enough }
      walk.places.append(place)
      isMet = extend(&walk, rest.dropFirst())
      if isMet { return .enough }
      walk.places.removeLast()
      return .on
    }
    return isMet
  }

  private func hit(_ places: [Place]) -> Hit {
    var made = hit(places[0])
    for place in places.dropFirst() {
      made = made.joined(with: hit(place))
      made.span = made.span.lowerBound..<place.range.upperBound
    }
    return made
  }

  private func hit(_ place: Place) -> Hit {
    var hit = Hit(place.range)
    switch place.reading {
    case .none: break
    case .name: hit.name = place.range
    case .value(let index): hit.value = .quantity(stretch.quantities[index])
    case .year(let index): hit.year = stretch.quantities[index]
    case .said(let meaning): hit.value = .words(place.range, meaning)
    }
    return hit
  }

  // MARK: Places for one step

  private func forEachPlace(of step: Step, after end: Int?, _ body: (Place) -> Next) {
    let start = end ?? range.lowerBound
    switch step.what {
    case .words(let set):
      stretch.forEachOccurrence(of: set, except: except, startingIn: reach(of: step.gap, after: end)) { range in
        if isTooFar(range.lowerBound, from: end, step) { return true }
        return body(Place(range: range, reading: .none)) == .on
      }
    case .quantity, .anyQuantity, .year:
      let numbers = stretch.numbers
      for index in numbers.indices where numbers[index].range.lowerBound >= start {
        guard let reading = reading(numbers[index], index, as: step.what) else { continue }
        if isTooFar(numbers[index].range.lowerBound, from: end, step) { continue }
        if body(Place(range: numbers[index].range, reading: reading)) == .enough { return }
      }
    case .said(let meaning): forEach(said(meaning, from: start), .said(meaning), step, end, body)
    case .title: forEach(titles(from: start), .name, step, end, body)
    case .list: forEach(end.flatMap(list(from:)).map { [$0] } ?? [], .name, step, end, body)
    }
  }

  private func forEach(
    _ ranges: [Range<Int>], _ reading: Place.Reading, _ step: Step, _ end: Int?, _ body: (Place) -> Next
  ) {
    for range in ranges where !isTooFar(range.lowerBound, from: end, step) {
      if body(Place(range: range, reading: reading)) == .enough { return }
    }
  }

  /// What a number is read as, where it is of the kind, and in one of the units, that is asked for.
  private func reading(_ number: PatternNumber, _ index: Int, as what: CompiledPatterns.What) -> Place.Reading? {
    switch what {
    case .quantity(let kind, let units):
      let isOfKind = kind.takes(number.kind)
      if isOfKind, units == nil { return .value(index) }
      guard isOfKind || number.hasAlternatives else { return nil }
      let asked = units.map { patterns.units[$0] } ?? []
      return fits(stretch.quantities[index], kinds: [kind], units: asked) ? .value(index) : nil
    case .anyQuantity: return number.isYear || number.kind == .date ? nil : .value(index)
    case .year: return number.isYear ? .year(index) : nil
    case .words, .said, .title, .list: return nil
    }
  }

  private func isTooFar(_ start: Int, from end: Int?, _ step: Step) -> Bool {
    guard let end else { return false }
    return switch step.gap {
    case .upTo(let width): start - end > width
    case .none: !touches(end..<start, before: step.what)
    }
  }

  /// Where a step may start.
  private func reach(of gap: CompiledPatterns.Gap, after end: Int?) -> Range<Int> {
    guard let end else { return range }
    let width = if case .upTo(let width) = gap { width } else { Self.widestTouch }
    return end..<max(end, min(range.upperBound, end + width + 1))
  }

  private func said(_ meaning: WordOfExtent.Meaning, from start: Int) -> [Range<Int>] {
    guard start < range.upperBound else { return [] }
    return saidInWords(in: text.scalars, range: start..<range.upperBound).filter { $0.meaning == meaning }.map(\.range)
  }

  /// What stands in 《》, 「」 or 『』.
  private func titles(from start: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: (mark: Unicode.Scalar, index: Int)?
    for index in start..<max(start, range.upperBound) {
      let scalar = text.scalars[index]
      if let close = Self.closing[scalar] {
        open = (close, index + 1)
      } else if let begun = open, scalar == begun.mark {
        if index > begun.index { found.append(begun.index..<index) }
        open = nil
      }
    }
    return found
  }

  private static let closing: [Unicode.Scalar: Unicode.Scalar] = ["《": "》", "「": "」", "『": "』", "〈": "〉"]

  /// Words parted by 、, up to the end of the clause.
  private func list(from end: Int) -> Range<Int>? {
    var start = end
    while start < range.upperBound, isThin(text.scalars[start]) { start += 1 }
    var stop = start
    var commas = 0
    while stop < range.upperBound, !Self.listEnds.contains(text.scalars[stop]) {
      if text.scalars[stop] == "、" { commas += 1 }
      stop += 1
    }
    return commas > 0 ? start..<stop : nil
  }

  private static let listEnds: Set<Unicode.Scalar> = ["。", "，", "；", "\n", "\t", ",", ";", "）", ")"]

  // MARK: What may stand between neighbours

  private func touches(_ between: Range<Int>, before what: CompiledPatterns.What) -> Bool {
    guard between.count <= Self.widestTouch else { return false }
    let isWords = if case .words = what { true } else { false }
    var place = between.lowerBound
    while place < between.upperBound {
      if isThin(text.scalars[place]) || Self.isRaised(text.scalars[place]) {
        place += 1
      } else if let end = noteMark(at: place, before: between.upperBound) {
        place = end
      } else if !isWords, let end = filler(at: place, before: between.upperBound) {
        place = end
      } else {
        return false
      }
    }
    return true
  }

  private func isThin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "「", "」", "『", "』", "《", "》", "〈", "〉", "\u{201C}", "\u{201D}", "\"", "'", "(", "（", ")", "）": true
    case "：", ":", "【", "】", "*": true
    default: false
    }
  }

  private static func isRaised(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "¹" || scalar == "²" || scalar == "³" || (0x2070...0x2079).contains(scalar.value)
  }

  /// A footnote's mark: ［1］, [2], 註3.
  private func noteMark(at place: Int, before end: Int) -> Int? {
    var index = place
    if text.scalars[index] == "［" || text.scalars[index] == "[" {
      while index < end, text.scalars[index] != "］", text.scalars[index] != "]" { index += 1 }
      return index < end && index - place <= 4 ? index + 1 : nil
    }
    guard text.scalars[index] == "註" else { return nil }
    index += 1
    while index < end, text.scalars[index] == " " || ("0"..."9").contains(text.scalars[index]) { index += 1 }
    return index
  }

  /// A word that leads to a number: 為, 約, 共計.
  private func filler(at place: Int, before end: Int) -> Int? {
    let set = book.engineList(.filler)
    return text.hits(in: place..<end).filter {
      $0.range.lowerBound == place && $0.range.upperBound <= end
        && book.membership.contains(set.index, in: $0.literal)
    }.map(\.range.upperBound).max()
  }
}
