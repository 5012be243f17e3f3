import Quantities
import ReportModel
import RuleBook

/// Finds the steps of a pattern one after the other in a passage. Of several places for a step the nearest that lets
/// the rest match is taken; the work is bounded, so that no text can make it long.
struct ChainMatcher {
  let text: SearchText
  let book: CompiledBook
  let words: PassageWords
  /// Longer words in which the rule's own words do not count.
  let except: LiteralSet?

  private var range: Range<Int> { words.range }

  /// Places tried for one pattern in one passage.
  private static let mostTries = 4_000
  /// Marks, fillers and notes between two things that stand next to each other.
  private static let widestTouch = 12

  func hits(of steps: [CompiledPattern.Step]) -> [Hit] {
    guard words.mayHold(steps) else { return [] }
    var found: [Hit] = []
    var tries = 0
    for start in candidates(for: steps[0], after: nil) {
      var hit = start
      guard extend(&hit, steps[1...], &tries) else { continue }
      if let last = found.last, last.span.upperBound == hit.span.upperBound {
        // The same end from a nearer start.
        found[found.count - 1] = hit
      } else {
        found.append(hit)
      }
      if tries > Self.mostTries { break }
    }
    return found
  }

  /// How many steps can be met in a row, for the explanation of a miss.
  func longestStart(of steps: [CompiledPattern.Step]) -> Int {
    (0...steps.count).reversed().first { $0 == 0 || !hits(of: Array(steps.prefix($0))).isEmpty } ?? 0
  }

  private func extend(_ hit: inout Hit, _ rest: ArraySlice<CompiledPattern.Step>, _ tries: inout Int) -> Bool {
    guard let step = rest.first else { return true }
    for next in candidates(for: step, after: hit.span.upperBound) {
      tries += 1
      guard tries <= Self.mostTries else { return false }
      var longer = hit.joined(with: next)
      longer.span = hit.span.lowerBound..<next.span.upperBound
      if extend(&longer, rest.dropFirst(), &tries) {
        hit = longer
        return true
      }
    }
    return false
  }

  // MARK: Places for one step

  private func candidates(for step: CompiledPattern.Step, after end: Int?) -> [Hit] {
    let all: [Hit]
    switch step.what {
    case .words(let set):
      let reach = reach(of: step.gap, after: end)
      all = words.occurrences(of: set, except: except, startingIn: reach).map { Hit($0) }
    case .slot(let slot): all = slots(slot, after: end)
    }
    guard let end else { return all }
    switch step.gap {
    case .upTo(let width): return all.filter { $0.span.lowerBound - end <= width }
    case .none: return all.filter { touches(end..<$0.span.lowerBound, before: step.what) }
    }
  }

  /// Where a step may start.
  private func reach(of gap: CompiledPattern.Gap, after end: Int?) -> Range<Int> {
    guard let end else { return range }
    let width = if case .upTo(let width) = gap { width } else { Self.widestTouch }
    return end..<max(end, min(range.upperBound, end + width + 1))
  }

  private func slots(_ slot: Slot, after end: Int?) -> [Hit] {
    let start = end ?? range.lowerBound
    switch slot {
    case .quantity, .anyQuantity:
      return text.quantities(in: range).filter { $0.range.lowerBound >= start && fits($0, slot) }.map { quantity in
        var hit = Hit(quantity.range)
        hit.value = .quantity(quantity)
        return hit
      }
    case .year:
      return text.quantities(in: range).filter { $0.range.lowerBound >= start && $0.calendarYear != nil }.map { year in
        var hit = Hit(year.range)
        hit.year = year
        return hit
      }
    case .none: return said(.none, from: start)
    case .all: return said(.all, from: start)
    case .title: return named(titles(from: start))
    case .list: return named(end.flatMap(list(from:)).map { [$0] } ?? [])
    }
  }

  private func said(_ meaning: WordOfExtent.Meaning, from start: Int) -> [Hit] {
    guard start < range.upperBound else { return [] }
    return saidInWords(in: text.scalars, range: start..<range.upperBound).filter { $0.meaning == meaning }.map {
      words in
      var hit = Hit(words.range)
      hit.value = .words(words.range, meaning)
      return hit
    }
  }

  private func named(_ ranges: [Range<Int>]) -> [Hit] {
    ranges.map { range in
      var hit = Hit(range)
      hit.name = range
      return hit
    }
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

  private func touches(_ between: Range<Int>, before what: CompiledPattern.What) -> Bool {
    guard between.count <= Self.widestTouch else { return false }
    var place = between.lowerBound
    while place < between.upperBound {
      if isThin(text.scalars[place]) || Self.isRaised(text.scalars[place]) {
        place += 1
      } else if let end = noteMark(at: place, before: between.upperBound) {
        place = end
      } else if case .slot = what, let end = filler(at: place, before: between.upperBound) {
        place = end
      } else {
        return false
      }
    }
    return true
  }

  private func isThin(_ scalar: Unicode.Scalar) -> Bool { Self.thin.contains(scalar) }

  private static let thin: Set<Unicode.Scalar> = [
    " ", "「", "」", "『", "』", "《", "》", "〈", "〉", "\u{201C}", "\u{201D}", "\"", "'", "(", "（", ")", "）", "：", ":", "【",
    "】", "*",
  ]

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
        && book.membership.contains(set.index, row: $0.literal)
    }.map(\.range.upperBound).max()
  }
}

/// Whether a quantity is of the kind, and in one of the units, that a slot asks for.
func fits(_ quantity: Quantity, _ slot: Slot) -> Bool {
  switch slot {
  case .quantity(let kind, let units): fits(quantity, kinds: [kind], units: units)
  case .anyQuantity: quantity.calendarYear == nil && quantity.kind != .date
  case .year, .none, .all, .title, .list: false
  }
}

/// No kinds: any but years and dates; no units: any of the kind.
func fits(_ quantity: Quantity, kinds: [Quantity.Kind], units: [String]) -> Bool {
  let isOfKind =
    kinds.isEmpty
    ? quantity.kind != .year && quantity.kind != .date
    : kinds.contains { $0.takes(quantity.kind) || quantity.alternatives.contains($0) }
  guard isOfKind, !units.isEmpty else { return isOfKind }
  let unit = quantity.unit.lowercased()
  // 萬張 counts in 張 too.
  let counted = String(String.UnicodeScalarView(quantity.unit.unicodeScalars.drop { scales.contains($0) }))
  return units.contains { $0.lowercased() == unit || $0 == counted }
}

private let scales: Set<Unicode.Scalar> = ["十", "百", "千", "萬", "億", "兆", "佰", "仟"]

extension Quantity.Normalized {
  /// The year of a date; its unit says how many digits for quarter, month and day follow.
  fileprivate var year: Int? {
    let digits = ["year": 0, "quarter": 1, "month": 2, "date": 4]
    return digits[unit].flatMap { Int((valueHigh ?? value).plain.dropLast($0)) }
  }
}

extension Quantity {
  /// The year of our calendar that it names; nil for anything else.
  package var calendarYear: Int? {
    switch kind {
    case .year, .date: return normalized.flatMap(\.year)
    case .number where alternatives.contains(.year): return Int(value.plain)
    default: return nil
    }
  }
}
