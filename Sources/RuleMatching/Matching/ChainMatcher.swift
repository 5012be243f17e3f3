import Quantities
import ReportModel
import RuleBook

/// Finds the steps of chains one after the other in a stretch of text. Of several places for a step the nearest that
/// lets the rest match is taken; the work is bounded, so that no text can make it long.
struct ChainMatcher {
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

  /// What all chains so far have found.
  private(set) var found: [Hit] = []
  /// Where the hits of the chain begin that is looked for.
  private var firstOwn = 0
  /// The steps met so far.
  private var places: [Place] = []
  private var tries = 0
  private var isWhole = false

  private enum Wanted { case hits, whetherMet }
  private var wanted = Wanted.hits

  private var isOver: Bool { tries > Self.mostTries }

  /// What was found another way, in its turn.
  mutating func add(_ hits: [Hit]) { found += hits }

  mutating func find(_ steps: Range<Int>) {
    begin(.hits)
    _ = follow(steps)
  }

  mutating func isMet(_ steps: Range<Int>) -> Bool {
    begin(.whetherMet)
    _ = follow(steps)
    return isWhole
  }

  private mutating func begin(_ wanted: Wanted) {
    self.wanted = wanted
    firstOwn = found.count
    tries = 0
    isWhole = false
  }

  /// Looks for the rest of a chain behind the places taken so far. Whether there is no use in looking further.
  private mutating func follow(_ rest: Range<Int>) -> Bool {
    guard let next = rest.first else {
      finish()
      return true
    }
    let step = patterns.steps[next]
    let end = places.last?.range.upperBound
    let start = end ?? range.lowerBound
    switch step.what {
    case .words(let set):
      let reach = reach(of: step.gap, after: end)
      for place in stretch.places(of: set) where place.lowerBound >= reach.lowerBound {
        if place.lowerBound >= reach.upperBound { break }
        guard !isTooFar(place.lowerBound, from: end, step), stretch.counts(place, of: set, except: except) else {
          continue
        }
        if take(Place(range: place, reading: .none), before: rest) { return true }
      }
      return false
    case .quantity, .anyQuantity, .year:
      let numbers = stretch.numbers
      for index in numbers.indices where numbers[index].range.lowerBound >= start {
        guard let reading = reading(numbers[index], index, as: step.what),
          !isTooFar(numbers[index].range.lowerBound, from: end, step)
        else { continue }
        if take(Place(range: numbers[index].range, reading: reading), before: rest) { return true }
      }
      return false
    case .said(let meaning): return take(anyOf: said(meaning, from: start), .said(meaning), step, before: rest)
    case .title: return take(anyOf: titles(from: start), .name, step, before: rest)
    case .list: return take(anyOf: end.flatMap(list(from:)).map { [$0] } ?? [], .name, step, before: rest)
    }
  }

  private mutating func take(
    anyOf ranges: [Range<Int>], _ reading: Place.Reading, _ step: Step, before rest: Range<Int>
  ) -> Bool {
    let end = places.last?.range.upperBound
    for range in ranges where !isTooFar(range.lowerBound, from: end, step) {
      if take(Place(range: range, reading: reading), before: rest) { return true }
    }
    return false
  }

  /// Takes a place for the first of the steps. Whether there is no use in trying another.
  private mutating func take(_ place: Place, before rest: Range<Int>) -> Bool {
    let isStart = places.isEmpty
    if !isStart {
      tries += 1
      if isOver { return true }
    }
    places.append(place)
    let isDone = follow(rest.dropFirst())
    places.removeLast()
    return isStart ? isOver || wanted == .whetherMet && isWhole : isDone
  }

  private mutating func finish() {
    isWhole = true
    guard wanted == .hits else { return }
    let hit = hit(places)
    if found.count > firstOwn, found[found.count - 1].span.upperBound == hit.span.upperBound {
      // The same end from a nearer start.
      found[found.count - 1] = hit
    } else {
      found.append(hit)
    }
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
