/// A place in a table by its reference: "C5" is row 4, column 2.
struct CellPlace: Equatable {
  var row: Int
  var column: Int

  /// The largest table that spreadsheets hold.
  static let rows = 1 << 20
  static let columns = 1 << 14

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Nil for what is no reference, and for places outside the largest table.
  init?(reference: String) {
    var column = 0
    var row = 0
    var digits = 0
    for byte in reference.utf8 {
      if digits == 0, (0x41...0x5A).contains(byte & 0xDF), column <= Self.columns {
        column = column * 26 + Int(byte & 0xDF) - 0x40
      } else if (0x30...0x39).contains(byte), row <= Self.rows {
        row = row * 10 + Int(byte) - 0x30
        digits += 1
      } else {
        return nil
      }
    }
    guard (1...Self.columns).contains(column), (1...Self.rows).contains(row) else { return nil }
    self.init(row: row - 1, column: column - 1)
  }

  /// 0 is A, 26 is AA.
  static func letters(ofColumn column: Int) -> String {
    var rest = column + 1
    var letters: [UInt8] = []
    while rest > 0 {
      rest -= 1
      letters.append(0x41 + UInt8(rest % 26))
      rest /= 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}
