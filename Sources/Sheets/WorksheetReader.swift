import ReportModel

/// Fills a table from a worksheet's part.
struct WorksheetReader {
  private let texts: [String]
  private let days: DayFormats
  private let countsFrom1904: Bool
  /// How many places may still be filled, over all sheets.
  private var cellsLeft: Int
  private var table: [[Cell]] = []
  /// Where the next cell stands that does not say so itself.
  private var next = CellPlace(row: 0, column: 0)

  init(_ workbook: Workbook, in archive: Archive, limits: SheetLimits) throws(SheetFailure) {
    countsFrom1904 = workbook.countsFrom1904
    cellsLeft = limits.cells
    texts = try workbook.sharedTexts(in: archive, limits: limits)
    days =
      try workbook.styles.map { part throws(SheetFailure) in try DayFormats(XMLPart(part, in: archive)) }
      ?? DayFormats()
  }

  mutating func read(_ part: XMLPart) throws(SheetFailure) -> [[Cell]] {
    table = []
    next = CellPlace(row: -1, column: 0)
    while let event = try part.next() {
      switch event {
      case .start("row"): try beginRow(part)
      case .start("c"): try readCell(part)
      case .start("worksheet"), .start("sheetData"): break
      case .start: try part.skipElement()
      case .end, .text: break
      }
    }
    return table
  }

  private mutating func beginRow(_ part: XMLPart) throws(SheetFailure) {
    next = CellPlace(row: next.row + 1, column: 0)
    guard let number = part.attribute("r") else { return }
    guard let row = Int(number), (1...CellPlace.rows).contains(row) else {
      throw SheetFailure(.damaged, "a row numbered “\(number)”")
    }
    next.row = row - 1
  }

  private mutating func readCell(_ part: XMLPart) throws(SheetFailure) {
    let place = try place(of: part)
    let kind = part.attribute("t") ?? "n"
    let style = part.attribute("s").flatMap { Int($0) } ?? 0
    let content = try Self.content(of: part)
    next = CellPlace(row: place.row, column: place.column + 1)
    // An empty value is what some libraries write for one never worked out; a formula for "" says that it is text.
    if content.hasFormula, kind != "str", content.value?.isEmpty ?? true {
      throw failure(.noValue, "a formula without its value; open and save the file in a spreadsheet", place)
    }
    if let value = content.value { try put(try cell(value, kind: kind, style: style, place), at: place) }
  }

  private static func content(of part: XMLPart) throws(SheetFailure) -> (value: String?, hasFormula: Bool) {
    var value: String?
    var hasFormula = false
    while let event = try part.next() {
      switch event {
      case .start("v"): value = try part.elementText()
      case .start("is"): value = try part.stringItem()
      case .start(let name):
        hasFormula = hasFormula || name == "f"
        try part.skipElement()
      case .text: break
      case .end: return (value, hasFormula)
      }
    }
    return (value, hasFormula)
  }

  private func place(of part: XMLPart) throws(SheetFailure) -> CellPlace {
    guard let reference = part.attribute("r") else {
      guard next.row >= 0, next.column < CellPlace.columns else {
        throw SheetFailure(.damaged, "a cell outside the table")
      }
      return next
    }
    guard let place = CellPlace(reference: reference) else {
      throw SheetFailure(.damaged, "a cell named “\(reference)”")
    }
    return place
  }

  private func cell(_ value: String, kind: String, style: Int, _ place: CellPlace) throws(SheetFailure) -> Cell {
    switch kind {
    case "s":
      guard let index = Int(value), texts.indices.contains(index) else {
        throw failure(.damaged, "text number “\(value)”, which the workbook does not hold", place)
      }
      return .text(texts[index])
    case "inlineStr", "e", "d": return .text(value)
    case "str": return .text(EscapedText.unescaped(value))
    case "b": return .text(value == "1" || value == "true" ? "TRUE" : "FALSE")
    case "n": return try number(value, style: style, place)
    default: throw failure(.damaged, "a cell of unknown kind “\(kind)”", place)
    }
  }

  /// A number with more digits than a figure holds stays text, just as it is stored.
  private func number(_ value: String, style: Int, _ place: CellPlace) throws(SheetFailure) -> Cell {
    if value.isEmpty { return .empty }
    guard let double = Double(value), double.isFinite else {
      throw failure(.damaged, "“\(value)” for a number", place)
    }
    if days.showsDay(style: style), let day = SerialDay.text(double, countsFrom1904: countsFrom1904) {
      return .text(day)
    }
    return Figure(stored: value).map(Cell.number) ?? .text(value)
  }

  private mutating func put(_ cell: Cell, at place: CellPlace) throws(SheetFailure) {
    if cell == .empty || cell == .text("") { return }
    let rows = max(0, place.row + 1 - table.count)
    let columns = place.column + 1 - (rows > 0 ? 0 : table[place.row].count)
    guard columns > 0 || table[place.row][place.column] == .empty else {
      throw failure(.damaged, "the same cell twice", place)
    }
    cellsLeft -= rows + max(0, columns)
    guard cellsLeft >= 0 else { throw failure(.tooLarge, "more cells than are read", place) }
    table += repeatElement([], count: rows)
    table[place.row] += repeatElement(.empty, count: max(0, columns))
    table[place.row][place.column] = cell
  }

  private func failure(_ code: SheetFailure.Code, _ message: String, _ place: CellPlace) -> SheetFailure {
    SheetFailure(code, message, row: place.row + 1, column: place.column + 1)
  }
}
