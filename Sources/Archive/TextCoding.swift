import ReportModel

/// A report's text as bytes: what rules and readers need of it, without the way back to the glyphs (`InkCoding`).
///
/// Numbers stand as differences from what is to be expected, so that most are one byte.
extension ByteWriter {
  private static let form: UInt8 = 1

  static func text(_ report: ReportText) -> [UInt8] {
    var writer = ByteWriter(capacity: report.text.count * 4)
    writer.put(form)
    writer.put(String(scalars: report.text[...]))
    writer.put(report.pages)
    writer.putShort(report.sections.count)
    for section in report.sections { writer.put(section) }
    writer.putShort(report.blocks.count)
    var end = 0
    for block in report.blocks {
      writer.put(block, after: end)
      end = block.range.upperBound
    }
    return writer.bytes
  }

  private mutating func put(_ pages: [PageSummary]) {
    putShort(pages.count)
    for page in pages {
      putShort(page.number)
      put(page.label)
      put(page.width)
      put(page.height)
      put(page.readability)
    }
  }

  private mutating func put(_ readability: Readability) {
    put(readability.grade.code)
    putShort(readability.reasons.count)
    for reason in readability.reasons {
      switch reason {
      case .noTextLayer: put(UInt8(0))
      case .textAsOutlines(let count): put(UInt8(1), count)
      case .pictures(let percent): put(UInt8(2), percent)
      case .implausibleCodes(let font, let glyphs):
        put(UInt8(3), glyphs)
        put(font)
      case .limitReached: put(UInt8(4))
      case .damaged: put(UInt8(5))
      }
    }
  }

  private mutating func put(_ code: UInt8, _ number: Int) {
    put(code)
    putShort(number)
  }

  private mutating func put(_ section: Section) {
    put(section.title)
    putShort(section.level)
    putMaybe(section.parent)
    putMaybe(section.heading)
    putShort(section.page)
    put(section.blocks, after: 0)
  }

  private mutating func put(_ block: TextBlock, after end: Int) {
    put(block.role.code)
    putMaybe(block.level)
    put(block.range, after: end)
    putMaybe(block.section)
    putMaybe(block.target)
    putShort(block.parts.count)
    for part in block.parts {
      putShort(part.page)
      put(part.box)
      put(part.range, after: block.range.lowerBound)
      putShort(part.rows == nil ? 0 : 1)
      if let rows = part.rows { put(rows, after: 0) }
    }
    putShort(block.sentences.count)
    var last = block.range.lowerBound
    for sentence in block.sentences {
      put(sentence, after: last)
      last = sentence.upperBound
    }
    putShort(block.table == nil ? 0 : 1)
    if let table = block.table { put(table, after: block.range.lowerBound) }
  }

  private mutating func put(_ table: TextTable, after start: Int) {
    putShort(table.rowCount)
    putShort(table.columnCount)
    putShort(table.headerRows)
    putShort(table.headerColumns)
    putShort(table.repeatedHeaders.count)
    for row in table.repeatedHeaders { putShort(row) }
    putShort(table.cells.count)
    var last = start
    for cell in table.cells {
      put(cell.rows, after: 0)
      put(cell.columns, after: 0)
      put(cell.range, after: last)
      putShort(cell.page)
      put(cell.box)
      last = cell.range.upperBound
    }
  }

  /// From where the last one ended, and how long.
  private mutating func put(_ range: Range<Int>, after end: Int) {
    putShort(range.lowerBound - end)
    putShort(range.count)
  }

  private mutating func putMaybe(_ number: Int?) { putShort(number.map { $0 + 1 } ?? 0) }

  private mutating func put(_ box: Box) {
    let grid = GridBox(box)
    putShort(grid.x0)
    putShort(grid.y0)
    putShort(grid.x1 - grid.x0)
    putShort(grid.y1 - grid.y0)
  }
}

extension ByteReader {
  static func text(_ bytes: [UInt8]) throws(ByteFault) -> ReportText {
    var reader = ByteReader(bytes)
    guard try reader.take(UInt8.self) == 1 else { throw ByteFault() }
    var report = ReportText()
    report.text = try reader.takeScalars()
    report.pages = try reader.takeCounted { reader throws(ByteFault) in try reader.takePage() }
    report.sections = try reader.takeCounted { reader throws(ByteFault) in try reader.takeSection() }
    let count = report.text.count
    var end = 0
    report.blocks = try reader.takeCounted { reader throws(ByteFault) in
      let block = try reader.takeBlock(after: end)
      end = block.range.upperBound
      guard block.range.lowerBound >= 0, end <= count else { throw ByteFault() }
      return block
    }
    for index in report.blocks.indices { report.blocks[index].id = index }
    guard reader.isAtEnd else { throw ByteFault() }
    return report
  }

  private mutating func takePage() throws(ByteFault) -> PageSummary {
    PageSummary(
      number: try takeShort(), label: try takeOptionalString(), width: try take(), height: try take(),
      readability: try takeReadability())
  }

  private mutating func takeReadability() throws(ByteFault) -> Readability {
    guard let grade = Readability.Grade(code: try take()) else { throw ByteFault() }
    return Readability(grade: grade, reasons: try takeCounted { reader throws(ByteFault) in try reader.takeReason() })
  }

  private mutating func takeReason() throws(ByteFault) -> Readability.Reason {
    switch try take(UInt8.self) {
    case 0: return .noTextLayer
    case 1: return .textAsOutlines(try takeShort())
    case 2: return .pictures(percent: try takeShort())
    case 3:
      let glyphs = try takeShort()
      return .implausibleCodes(font: try takeString(), glyphs: glyphs)
    case 4: return .limitReached
    case 5: return .damaged
    default: throw ByteFault()
    }
  }

  private mutating func takeSection() throws(ByteFault) -> Section {
    Section(
      title: try takeString(), level: try takeShort(), parent: try takeMaybe(), heading: try takeMaybe(),
      page: try takeShort(), blocks: try takeRange(after: 0))
  }

  private mutating func takeBlock(after end: Int) throws(ByteFault) -> TextBlock {
    guard let role = BlockRole(code: try take()) else { throw ByteFault() }
    let level = try takeMaybe()
    let range = try takeRange(after: end)
    let section = try takeMaybe()
    let target = try takeMaybe()
    let parts = try takeCounted { reader throws(ByteFault) in
      TextBlock.Part(
        page: try reader.takeShort(), box: try reader.takeBox(), range: try reader.takeRange(after: range.lowerBound),
        rows: try reader.takeShort() == 0 ? nil : try reader.takeRange(after: 0))
    }
    var last = range.lowerBound
    let sentences = try takeCounted { reader throws(ByteFault) in
      let sentence = try reader.takeRange(after: last)
      last = sentence.upperBound
      return sentence
    }
    let table = try takeShort() == 0 ? nil : try takeTable(after: range.lowerBound)
    guard !parts.isEmpty,
      sentences.allSatisfy({ range.lowerBound <= $0.lowerBound && $0.upperBound <= range.upperBound })
    else { throw ByteFault() }
    return TextBlock(
      id: 0, role: role, level: level, range: range, parts: parts, sentences: sentences, table: table,
      section: section, target: target)
  }

  private mutating func takeTable(after start: Int) throws(ByteFault) -> TextTable {
    let (rows, columns, headerRows, headerColumns) = (
      try takeShort(), try takeShort(), try takeShort(), try takeShort()
    )
    let repeated = try takeCounted { reader throws(ByteFault) in try reader.takeShort() }
    var last = start
    let cells = try takeCounted { reader throws(ByteFault) in
      let cell = TextTable.Cell(
        rows: try reader.takeRange(after: 0), columns: try reader.takeRange(after: 0),
        range: try reader.takeRange(after: last), page: try reader.takeShort(), box: try reader.takeBox())
      last = cell.range.upperBound
      guard cell.rows.upperBound <= rows, cell.columns.upperBound <= columns else { throw ByteFault() }
      return cell
    }
    return TextTable(
      rowCount: rows, columnCount: columns, headerRows: headerRows, headerColumns: headerColumns,
      repeatedHeaders: repeated, cells: cells)
  }

  private mutating func takeRange(after end: Int) throws(ByteFault) -> Range<Int> {
    let start = end + (try takeShort())
    let count = try takeShort()
    guard count >= 0 else { throw ByteFault() }
    return start..<start + count
  }

  private mutating func takeMaybe() throws(ByteFault) -> Int? {
    let number = try takeShort()
    return number == 0 ? nil : number - 1
  }

  private mutating func takeBox() throws(ByteFault) -> Box {
    let (x0, y0, width, height) = (try takeShort(), try takeShort(), try takeShort(), try takeShort())
    return GridBox(x0: x0, y0: y0, x1: x0 + width, y1: y0 + height).box
  }

  mutating func takeCounted<Value>(
    _ one: (inout ByteReader) throws(ByteFault) -> Value
  ) throws(ByteFault) -> [Value] {
    let count = try takeShort()
    guard count >= 0 else { throw ByteFault() }
    var result: [Value] = []
    // No more room than a true list of this length could fill at once.
    result.reserveCapacity(min(count, 4096))
    for _ in 0..<count { result.append(try one(&self)) }
    return result
  }
}

extension BlockRole {
  private static let codes: [BlockRole] = [
    .heading, .paragraph, .listItem, .table, .caption, .figureText, .footnote, .tocEntry, .runningHeader,
    .runningFooter, .pageNumber, .navigation, .watermark,
  ]

  fileprivate var code: UInt8 {
    switch self {
    case .heading: 0
    case .paragraph: 1
    case .listItem: 2
    case .table: 3
    case .caption: 4
    case .figureText: 5
    case .footnote: 6
    case .tocEntry: 7
    case .runningHeader: 8
    case .runningFooter: 9
    case .pageNumber: 10
    case .navigation: 11
    case .watermark: 12
    }
  }

  fileprivate init?(code: UInt8) {
    guard Int(code) < Self.codes.count else { return nil }
    self = Self.codes[Int(code)]
  }
}

extension Readability.Grade {
  fileprivate var code: UInt8 {
    switch self {
    case .full: 0
    case .partial: 1
    case .none: 2
    }
  }

  fileprivate init?(code: UInt8) {
    switch code {
    case 0: self = .full
    case 1: self = .partial
    case 2: self = .none
    default: return nil
    }
  }
}
