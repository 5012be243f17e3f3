import ReportModel

/// The quantity of a table cell that is one number, with a unit printed elsewhere: in the header, the caption.
///
/// nil for "-", "N/A", words, and cells that hold more than a number. `(1,234)`, △ and ▼ are negative, ▲ is a mark.
/// `unitHint` is the text that names the unit ("仟元", "(公噸CO2e)", "單位：新台幣仟元"); a unit in the cell comes first.
package func quantity(ofCell range: Range<Int>, in text: [Unicode.Scalar], unitHint: String? = nil) -> Quantity? {
  // Most cells hold words: tables are asked for their figures again and again.
  guard text[range].contains(where: Triggers.beginNumber) else { return nil }
  var cell = CellReader(window: Window(text, range))
  guard var quantity = cell.read() else { return nil }
  guard let unitHint else { return quantity }
  if quantity.kind == .number { quantity.take(hint: unitHint) }
  // $ alone is no unit yet: 仟元 in the header says of how much.
  if quantity.kind == .money, quantity.normalized == nil {
    var other = quantity
    other.unit = ""
    other.take(hint: unitHint)
    if other.kind == .money, other.normalized != nil { quantity = other }
  }
  return quantity
}

/// Reads a cell from its edges to the number in the middle.
struct CellReader {
  let window: Window
  private var start: Int
  private var end: Int
  private var isNegative = false

  init(window: Window) {
    self.window = window
    start = window.start
    end = window.end
  }

  mutating func read() -> Quantity? {
    trim()
    stripMarks()
    stripBrackets()
    stripTriangle()
    stripPlus()
    stripDirection()
    guard start < end else { return nil }
    let found = findQuantities(in: window.text, range: start..<end)
    if found.isEmpty { return hyphenated() }
    guard var quantity = found.first, found.count == 1, covers(quantity) else { return nil }
    if isNegative { quantity.negate() }
    return quantity
  }

  /// 5-10 in a cell of its own is a range; in running text it may be a name.
  private func hyphenated() -> Quantity? {
    let cell = Window(window.text, start..<end)
    let low = cell.figures(at: start)
    guard low.isSound, !low.range.isEmpty, !low.hasLeadingZero,
      let span = cell.span(cell.measure(low), low, isAmount: true), span.isBare, span.end == end
    else { return nil }
    return Quantity(range: start..<end, number: span.number, kind: .number, value: span.value, valueHigh: span.high)
  }

  private mutating func trim() {
    while start < end, Self.isSpace(window.value(start)) { start += 1 }
    while end > start, Self.isSpace(window.value(end - 1)) { end -= 1 }
  }

  private static func isSpace(_ value: UInt32) -> Bool { value == 0x20 || value == 0x0A || value == 0x09 }

  /// Footnote marks at the end: ¹, *, 註2, (註1), ［1］.
  private mutating func stripMarks() {
    while end > start, Self.marks.contains(window.value(end - 1)) || isRaisedBehindFigure { end -= 1 }
    stripNote()
    stripSquare()
    trim()
  }

  /// A raised figure behind a letter is part of a unit (m²).
  /// ² and ³ are marks behind a figure; behind a letter they are part of a unit.
  private var isRaisedBehindFigure: Bool {
    let last = window.value(end - 1)
    return (last == 0xB2 || last == 0xB3) && end - start > 1 && (0x30...0x39).contains(window.value(end - 2))
  }

  private static let marks: ScalarSet = "⁰¹⁴⁵⁶⁷⁸⁹*＊※†#"

  private mutating func stripNote() {
    guard let note = (start..<end).last(where: { window.value($0) == 0x8A3B }) else { return }
    let tail = window.text[note + 1..<end]
    guard tail.allSatisfy({ Window.digit($0.value) != nil || Self.brackets.contains($0.value) }) else { return }
    end = note
    if end > start, Self.opening.contains(window.value(end - 1)) { end -= 1 }
  }

  private mutating func stripSquare() {
    guard end > start, window.value(end - 1) == 0xFF3D || window.value(end - 1) == 0x5D else { return }
    guard let open = (start..<end).last(where: { window.value($0) == 0xFF3B || window.value($0) == 0x5B }) else {
      return
    }
    end = open
  }

  private static let brackets: ScalarSet = "()（）"
  private static let opening: ScalarSet = "(（"

  /// (1,234): what accountants write for less than nothing.
  private mutating func stripBrackets() {
    guard end - start > 2, Self.opening.contains(window.value(start)) else { return }
    let close = window.value(end - 1)
    let unit = close == 0x25 || close == 0xFF05 ? 1 : 0
    let last = window.value(end - 1 - unit)
    guard last == 0x29 || last == 0xFF09 else { return }
    isNegative = true
    start += 1
    // (5)% is read as 5: the sign that follows the bracket is taken from the hint.
    end -= 1 + unit
    trim()
  }

  private mutating func stripTriangle() {
    let mark = window.value(start)
    guard (0x25B2...0x25BD).contains(mark) else { return }
    isNegative = mark != 0x25B2
    start += 1
    trim()
  }

  /// +12.4%: what grew.
  private mutating func stripPlus() {
    guard window.value(start) == 0x2B || window.value(start) == 0xFF0B else { return }
    start += 1
    trim()
  }

  /// 減少6%, 達31件: which way it went is the row's to say.
  private mutating func stripDirection() {
    guard let word = Self.directions.longest(in: window, at: start), word.end < end,
      window.digit(word.end) != nil
    else { return }
    start = word.end
  }

  private static let directions = ScalarTrie(
    ["減少", "減量", "減降", "降低", "下降", "降至", "增加", "成長", "提升", "上升", "提升至", "達", "達到"]
      .map { $0.unicodeScalars.map(\.value) })

  /// Nothing but the number and words that qualify it.
  private func covers(_ quantity: Quantity) -> Bool {
    let rest = (start..<end).filter { !quantity.range.contains($0) && !Self.isSpace(window.value($0)) }.count
    return rest == 0 || quantity.qualifier != nil && rest <= 6
  }
}

extension Quantity {
  /// The unit named elsewhere becomes its own.
  mutating func take(hint: String) {
    let scalars = Array(hint.unicodeScalars)
    let window = Window(scalars, 0..<scalars.count)
    guard let mention = window.mentions().first else { return }
    let phrase = mention.phrase
    kind = phrase.unit.kind
    alternatives = phrase.unit.alternatives
    unit += window.string(phrase.range)
    // 5億 under 元 is 億元; a scale in the cell and another in the header are no unit.
    guard let meaning = UnitTable.meaning(of: unit), !meaning.canonical.isEmpty else { return }
    normalized = .init(
      value: value.scaled(by: meaning.power), valueHigh: valueHigh?.scaled(by: meaning.power), unit: meaning.canonical)
  }
}
