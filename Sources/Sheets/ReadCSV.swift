import ReportModel

/// Reads csv as spreadsheets write it: with a byte order mark or not, any line ends, parted by commas, semicolons or
/// tabs.
///
/// What a `Figure` would print is a number, anything else text just as it stands ("12.50", "1,200", "007"): nothing
/// that was printed is lost. Text guarded by `csv(of:)` loses its apostrophe again.
package func sheet(fromCSV bytes: [UInt8], name: String) throws(SheetFailure) -> Sheet {
  try sheet(fromCSV: bytes, name: name, limits: .standard)
}

func sheet(fromCSV bytes: [UInt8], name: String, limits: SheetLimits) throws(SheetFailure) -> Sheet {
  if let kind = foreignKind(of: bytes) { throw SheetFailure(.wrongKind, kind) }
  guard bytes.count <= limits.bytes else { throw SheetFailure(.tooLarge, "more than \(limits.bytes) bytes") }
  var cutter = RecordCutter(bytes, cellLimit: limits.cells)
  var table: [[Cell]] = []
  while let record = try cutter.next() {
    table.append(record.map(cell(fromField:)))
  }
  return Sheet(name: name, table: table)
}

private func cell(fromField field: String) -> Cell {
  if field.isEmpty { return .empty }
  return Figure(plain: field).map(Cell.number) ?? .text(TextGuard.unguarded(field))
}

/// What the first bytes say the file is, where that is surely no csv.
private func foreignKind(of bytes: [UInt8]) -> String? {
  if bytes.starts(with: [0x50, 0x4B, 3, 4]) { return "a workbook (xlsx), not csv" }
  if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "a workbook (xls), not csv" }
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    return "UTF-16 text; save it as “CSV UTF-8”"
  }
  return nil
}

/// Cuts the bytes of a csv file into records of fields.
struct RecordCutter {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var place: Int
  private var row = 0
  private var cellsLeft: Int

  init(_ bytes: [UInt8], cellLimit: Int) {
    self.bytes = bytes
    cellsLeft = cellLimit
    place = bytes.starts(with: CSVSigns.byteOrderMark) ? CSVSigns.byteOrderMark.count : 0
    delimiter = Self.delimiter(of: bytes[place...])
  }

  /// What parts the first record into the most fields; the comma where nothing does.
  private static func delimiter(of bytes: ArraySlice<UInt8>) -> UInt8 {
    var counts = CSVSigns.delimiters.map { _ in 0 }
    var isQuoted = false
    // Where a quote opens: at the start of a field, and behind a closing one, of which it is the second half.
    var mayOpen = true
    for byte in bytes {
      let turns = byte == CSVSigns.quote && (isQuoted || mayOpen)
      if turns { isQuoted.toggle() }
      if !isQuoted, byte == CSVSigns.lineFeed || byte == CSVSigns.carriageReturn { break }
      let index = isQuoted ? nil : CSVSigns.delimiters.firstIndex(of: byte)
      if let index { counts[index] += 1 }
      mayOpen = index != nil || turns
    }
    let most = counts.max() ?? 0
    return CSVSigns.delimiters[counts.firstIndex(of: most) ?? 0]
  }

  /// Nil after the last one; a line end at the end of the file begins no record.
  mutating func next() throws(SheetFailure) -> [String]? {
    guard place < bytes.count else { return nil }
    row += 1
    var fields: [String] = []
    repeat { fields.append(try field(column: fields.count + 1)) } while skip(delimiter)
    let hadReturn = skip(CSVSigns.carriageReturn)
    let hadFeed = skip(CSVSigns.lineFeed)
    guard hadReturn || hadFeed || place == bytes.count else {
      throw failure(.badQuotes, "text after a closing quote", column: fields.count)
    }
    return fields
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  private mutating func field(column: Int) throws(SheetFailure) -> String {
    cellsLeft -= 1
    guard cellsLeft >= 0 else { throw failure(.tooLarge, "more cells than are read", column: column) }
    let field = skip(CSVSigns.quote) ? try quotedField(column: column) : plainField()
    guard let text = String(validating: field, as: UTF8.self) else {
      throw failure(.notText, "not UTF-8 (Big5?); save it as “CSV UTF-8”", column: column)
    }
    return text
  }

  private mutating func plainField() -> ArraySlice<UInt8> {
    let field = bytes[place...].prefix {
      $0 != delimiter && $0 != CSVSigns.carriageReturn && $0 != CSVSigns.lineFeed
    }
    place = field.endIndex
    return field
  }

  /// The place is behind the opening quote.
  private mutating func quotedField(column: Int) throws(SheetFailure) -> ArraySlice<UInt8> {
    var field: ArraySlice<UInt8> = []
    while true {
      let part = bytes[place...].prefix { $0 != CSVSigns.quote }
      field += part
      place = part.endIndex
      guard skip(CSVSigns.quote) else { throw failure(.badQuotes, "a quote that is never closed", column: column) }
      guard skip(CSVSigns.quote) else { return field }
      field.append(CSVSigns.quote)
    }
  }

  private func failure(_ code: SheetFailure.Code, _ message: String, column: Int) -> SheetFailure {
    SheetFailure(code, message, row: row, column: column)
  }
}
