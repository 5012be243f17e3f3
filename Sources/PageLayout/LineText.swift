/// The words of a line, as far as comparing needs them.
enum LineText {
  /// Equal for lines of the same words.
  static func hash(_ line: LineDraft, _ ink: [InkGlyph]) -> UInt64 {
    var hash = WordHash()
    for run in line.runs { for index in run.glyphs { hash.add(ink[index].scalar) } }
    return hash.value
  }

  /// The last character before closing quotes and brackets, as far as the last run has one.
  static func lastSign(_ line: LineDraft, _ ink: [InkGlyph]) -> UInt32? {
    line.runs.last?.glyphs.last { !closesBracket(ink[$0].scalar) }.map { ink[$0].scalar }
  }

  /// Whether a character is a word of its own beside a page number; 第, 頁, 页 and P, Page are not.
  private static func isLetter(_ scalar: UInt32) -> Bool {
    switch GlyphKind.of(scalar) {
    case .ideograph: scalar != 0x7B2C && scalar != 0x9801 && scalar != 0x9875
    case .letter: !"PpAaGgEe".unicodeScalars.contains { $0.value == scalar }
    case .wideSign, .digit, .bullet, .sign, .space, .control: false
    case .unknown: true
    }
  }

  /// Whether a line begins and ends with the same sign.
  static func isFramed(_ line: LineDraft, _ ink: [InkGlyph]) -> Bool {
    guard line.glyphCount >= 3, let first = line.runs.first?.glyphs.first, let last = line.runs.last?.glyphs.last else {
      return false
    }
    return ink[first].scalar == ink[last].scalar && ink[first].kind != .digit
  }

  /// The number of a line that is nothing but a page number: `12`, `- 12 -`, `~12~`, `P.12`, `12 | 頁`.
  static func pageNumber(_ line: LineDraft, _ ink: [InkGlyph]) -> Int? {
    if let roman = Roman.number(line, ink) { return roman }
    guard line.glyphCount <= 9 else { return nil }
    var value = 0
    var digits = 0
    var others = 0
    for run in line.runs {
      for index in run.glyphs {
        let scalar = ink[index].scalar
        if Numeral.isDigitOfAnyWidth(scalar) {
          value = value * 10 + Int(scalar & 0xF)
          digits += 1
        } else if isLetter(scalar) {
          others += 1
        }
      }
    }
    return (1...4).contains(digits) && others == 0 ? value : nil
  }

  /// Whether a line is a figure: digits with their signs, or a mark that stands for none (-, –, N/A).
  static func isFigure(_ line: LineDraft, _ ink: [InkGlyph]) -> Bool {
    var digits = 0
    var others = 0
    for run in line.runs {
      for index in run.glyphs {
        switch ink[index].kind {
        case .digit: digits += 1
        case .sign, .wideSign: break
        case .ideograph, .letter, .bullet, .space, .control, .unknown: others += 1
        }
      }
    }
    return others == 0 || (digits >= 1 && others <= 3 && digits >= others)
  }

  /// %, which no year has.
  private static func hasSigns(_ line: LineDraft, _ ink: [InkGlyph]) -> Bool {
    line.runs.contains { $0.glyphs.contains { ink[$0].kind == .sign || ink[$0].kind == .wideSign } }
  }

  /// Whether a line is a year, as a header names it: 2021, 2021年, 110年度, FY2021.
  static func isYear(_ line: LineDraft, _ ink: [InkGlyph]) -> Bool {
    let digits = line.runs.flatMap(\.glyphs).map { ink[$0].scalar }.filter(Numeral.isDigitOfAnyWidth).map { $0 & 0xF }
    let others = line.glyphCount - digits.count
    switch digits.count {
    case 4: return others <= 8 && (digits.starts(with: [1, 9]) || digits.starts(with: [2, 0]))
    case 2, 3: return (1...4).contains(others) && !hasSigns(line, ink) && digits.reduce(0) { $0 * 10 + $1 } < 150
    default: return false
    }
  }

  /// Whether a line is a currency sign or a bracket without its figure.
  static func isMoneySign(_ line: LineDraft, _ ink: [InkGlyph]) -> Bool {
    line.glyphCount <= 3
      && line.runs.allSatisfy { run in
        run.glyphs.allSatisfy { [0x24, 0x28, 0x29, 0xFF04, 0xFF08, 0xFF09, 0xA5, 0xFFE5].contains(ink[$0].scalar) }
      }
  }
}

/// Equal for equal strings of scalars, and the same on every run (FNV-1a, a scalar at a time).
struct WordHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ scalar: UInt32) { value = (value ^ UInt64(scalar)) &* 0x0000_0100_0000_01B3 }
}

/// Small Roman numerals, which count the pages before the first.
enum Roman {
  private static let values: [UInt32: Int] = [0x69: 1, 0x76: 5, 0x78: 10, 0x6C: 50]
  private static let longest = 7

  static func number(_ line: LineDraft, _ ink: [InkGlyph]) -> Int? {
    guard (1...longest).contains(line.glyphCount) else { return nil }
    var total = 0
    var last = 0
    for run in line.runs {
      for index in run.glyphs {
        guard let value = values[ink[index].scalar] else { return nil }
        // iv is one less than v.
        total += last < value ? value - 2 * last : value
        last = value
      }
    }
    return total
  }
}
