import ReportModel

/// Looks up what one scalar stands for, whatever its neighbours are.
enum Folding {
  private static let changes: [TextChange] = [.radical, .compatibilityIdeograph, .width, .presentationForm, .variant]

  /// The scalar that `value` stands for, and why; nil where it stands for itself.
  static func single(_ value: UInt32) -> (value: UInt32, change: TextChange)? {
    guard let place = find(value, in: FoldingTables.foldKeys) else { return nil }
    return (FoldingTables.foldValues[place], changes[Int(FoldingTables.foldChanges[place])])
  }

  /// The letters that a ligature spells.
  static func expansion(_ value: UInt32) -> [UInt32]? {
    value < 0xFB00 || value > 0xFB06
      ? nil : find(value, in: FoldingTables.expansionKeys).map { FoldingTables.expansionValues[$0] }
  }

  /// The composed form of a base and a combining mark.
  static func composed(base: UInt32, mark: UInt32) -> UInt32? {
    if base == 0x25CB { return (0x31...0x39).contains(mark) ? mark - 0x31 + 0x2460 : nil }
    guard base < 0x10000, mark < 0x10000 else { return nil }
    guard let place = find(base << 16 | mark, in: FoldingTables.compositionKeys) else { return nil }
    return UInt32(FoldingTables.compositionValues[place])
  }

  /// Digits and signs as exponents.
  static func raised(_ value: UInt32) -> UInt32? {
    switch value {
    case 0x31: 0xB9
    case 0x32: 0xB2
    case 0x33: 0xB3
    case 0x30, 0x34...0x39: 0x2070 + value - 0x30
    case 0x2B: 0x207A
    case 0x2D, 0x2212: 0x207B
    default: nil
    }
  }

  private static func find(_ key: UInt32, in keys: [UInt32]) -> Int? {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key ? low : nil
  }
}

/// When a full-width form of an ASCII character is written in ordinary width.
enum WidthRule: UInt8 {
  /// Chinese punctuation, and signs that are typed as they are printed (～ ＄ ｜).
  case keep
  /// Digits, per cent.
  case always
  /// Letters: as part of a word or number (ＣＯ２), not as a label that stands alone (Ａ、Ｂ).
  case inWords
  /// Signs of formulas and paths: between narrow characters, not between ideographs (個人／企業).
  case betweenNarrow
  /// Plus and minus: also before a number that nothing narrow precedes (－5%).
  case beforeNumbers

  /// For U+FF01 … U+FF5E, in order.
  static let table: [WidthRule] = {
    var table = [WidthRule](repeating: .keep, count: 0x5E)
    func set(_ characters: String, _ rule: WidthRule) {
      for scalar in characters.unicodeScalars { table[Int(scalar.value) - 0x21] = rule }
    }
    set("0123456789%#@", .always)
    set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", .inWords)
    set("&./<=>_*\\", .betweenNarrow)
    set("+-", .beforeNumbers)
    return table
  }()

  static func of(_ value: UInt32) -> WidthRule? {
    (0xFF01...0xFF5E).contains(value) ? table[Int(value) - 0xFF01] : nil
  }
}
