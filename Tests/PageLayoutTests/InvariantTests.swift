import ReportModel
import Testing

@testable import PageLayout

/// What holds for every page, whatever stands on it.
struct InvariantTests {
  /// A failure names its seed.
  static let seeds: [UInt64] = Array(1...40)

  @Test(arguments: seeds) func everyGlyphStandsOnceOrIsDropped(seed: UInt64) {
    var chance = Chance(seed: seed)
    let pages = (1...chance.number(1...4)).map { RandomPage.page(number: $0, &chance) }
    let laid = layOut(pages, facts: DocumentFacts(pageCount: pages.count))
    #expect(laid.count == pages.count, "seed \(seed)")
    for (page, blocks) in zip(pages, laid) {
      #expect(fault(of: page, blocks) == nil, "seed \(seed), page \(page.number)")
    }
  }

  @Test(arguments: seeds.prefix(10)) func theSamePagesGiveTheSameBlocks(seed: UInt64) {
    var chance = Chance(seed: seed)
    let pages = (1...3).map { RandomPage.page(number: $0, &chance) }
    let facts = DocumentFacts(pageCount: pages.count)
    #expect(layOut(pages, facts: facts) == layOut(pages, facts: facts), "seed \(seed)")
  }

  @Test(arguments: [
    PageText(number: 1, width: 0, height: 0),
    PageText(number: 1, width: .nan, height: .infinity),
    PageText(number: 1, width: -100, height: -100, pictures: [Box(x0: 0, y0: 0, x1: 10, y1: 10)]),
    PageText(number: 1, width: 1e9, height: 1e-9, pictures: [Box(x0: -1e30, y0: -1e30, x1: 1e30, y1: 1e30)]),
    PageText(number: 0, width: 595, height: 842, faults: [.abandoned("killed")]),
  ]) func anAbsurdPageIsLaidOut(_ page: PageText) {
    #expect(layOut([page], facts: DocumentFacts(pageCount: 1)).count == 1)
  }

  @Test func noPagesGiveNoBlocks() {
    #expect(layOut([], facts: DocumentFacts(pageCount: 0)).isEmpty)
  }

  @Test(arguments: [UInt64(101), 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112])
  func absurdPlacesAreNoTrap(seed: UInt64) {
    var chance = Chance(seed: seed)
    var page = RandomPage.page(number: 1, &chance)
    RandomPage.spoil(&page, &chance)
    let laid = layOut([page], facts: DocumentFacts(pageCount: 1))
    #expect(fault(of: page, laid[0]) == nil, "seed \(seed)")
  }

  /// What is wrong with the blocks of a page, if anything.
  private func fault(of page: PageText, _ laid: PageBlocks) -> String? {
    var count = [Int](repeating: 0, count: page.glyphs.count)
    for piece in laid.pieces where piece.glyph != Piece.gap { count[Int(piece.glyph)] += 1 }
    for glyph in laid.dropped { count[Int(glyph.glyph)] += 1 }
    if let at = count.firstIndex(where: { $0 != 1 }) { return "glyph \(at) stands \(count[at]) times" }
    var next = 0
    for line in laid.lines {
      if line.pieces.lowerBound != next { return "a line does not begin where the one before it ends" }
      next = line.pieces.upperBound
    }
    if next != laid.pieces.count { return "pieces beyond the last line" }
    var nextLine = 0
    for block in laid.blocks {
      if block.lines.lowerBound != nextLine { return "a block does not begin where the one before it ends" }
      nextLine = block.lines.upperBound
      if let table = block.table, let fault = fault(of: table, block) { return fault }
    }
    return nextLine == laid.lines.count ? nil : "lines beyond the last block"
  }

  private func fault(of table: TableGrid, _ block: Block) -> String? {
    var taken = Set<[Int]>()
    for cell in table.cells {
      if cell.lines.lowerBound < block.lines.lowerBound || cell.lines.upperBound > block.lines.upperBound {
        return "a cell's lines stand outside its table"
      }
      if cell.rows.upperBound > table.rowCount || cell.columns.upperBound > table.columnCount {
        return "a cell stands outside its table"
      }
      for row in cell.rows {
        for column in cell.columns where !taken.insert([row, column]).inserted { return "cells overlap" }
      }
    }
    let lines = table.cells.reduce(0) { $0 + $1.lines.count }
    return lines == block.lines.count ? nil : "lines of a table in no cell"
  }
}

/// Pages of chance: text of several sizes and directions, tables, bars, years, and stray glyphs.
enum RandomPage {
  private static let words = [
    "永續發展委員會", "溫室氣體排放量", "2019", "2020", "2021", "2022", "1,234", "81.25%", "ESG", "Report", "註1",
    "第一章　總則", "圖1 排放趨勢", "表2 能源", "• 項目", "（一）目標", "…………12", "3.2.1 治理", "\u{FFFD}\u{E000}",
  ]

  static func page(number: Int, _ chance: inout Chance) -> PageText {
    let wide = chance.happens(0.3)
    var sheet = Sheet(number: number, width: wide ? 1190 : 595, height: 842) { _ in }
    let width: Float = wide ? 1190 : 595
    for _ in 0..<chance.number(0...60) {
      let sizes: [Float] = [6, 8, 10, 10, 10, 14, 24]
      let size = sizes[chance.number(0...6)]
      let x = (chance.number(-20...width) / 10).rounded() * 10
      let y = (chance.number(-20...860) / 16).rounded() * 16
      var text = words[chance.number(0...words.count - 1)]
      for _ in 0..<chance.number(0...4) {
        text += (chance.happens(0.5) ? " " : "") + words[chance.number(0...words.count - 1)]
      }
      if chance.happens(0.1) {
        sheet.down(text, x, y, size: size)
      } else {
        let spacing: Float = chance.happens(0.1) ? 0.6 : 0
        sheet.text(text, x, y, size: size, font: chance.happens(0.2) ? 1 : 0, spacing: spacing)
        if chance.happens(0.05) { sheet.text(text, x + 0.3, y, size: size) }
      }
    }
    for _ in 0..<chance.number(0...2) { table(&sheet, &chance) }
    for _ in 0..<chance.number(0...10) {
      let x: Float = chance.number(0...500)
      let y: Float = chance.number(0...800)
      sheet.fill(
        x, y, x + chance.number(1...300), y + chance.number(1...200), color: UInt32(chance.number(0...3)) * 0x40_4040)
      sheet.outline(x, y, x + 8, y + 9)
    }
    if chance.happens(0.3) { sheet.picture(0, 0, chance.number(0...width), chance.number(0...842)) }
    return sheet.page
  }

  private static func table(_ sheet: inout Sheet, _ chance: inout Chance) {
    let x: Float = chance.number(20...200)
    let y: Float = chance.number(20...600)
    let columns = (0...chance.number(1...6)).map { x + Float($0) * 60 }
    let rows = (0...chance.number(1...6)).map { y + Float($0) * 20 }
    if chance.happens(0.7) { sheet.grid(columns: columns, rows: rows) }
    for row in rows.dropLast() {
      for column in columns.dropLast() where chance.happens(0.9) {
        sheet.text(words[chance.number(0...words.count - 1)], column + 4, row + 14)
      }
    }
  }

  private static let absurd: [Float] = [.nan, .infinity, -.infinity, 1e30, -1e30, 0, -0.0, 1e-30, 1e9, -5000]

  /// Puts absurd numbers in some places.
  static func spoil(_ page: inout PageText, _ chance: inout Chance) {
    func number() -> Float { absurd[chance.number(0...absurd.count - 1)] }
    func box() -> Box { Box(x0: number(), y0: number(), x1: number(), y1: number()) }
    for index in page.glyphs.indices where chance.happens(0.15) {
      switch chance.number(0...5) {
      case 0: page.glyphs[index].box = box()
      case 1: page.glyphs[index].originX = number()
      case 2: page.glyphs[index].originY = number()
      case 3: page.glyphs[index].size = number()
      case 4: page.glyphs[index].font = 999
      default: page.glyphs[index].scalarValue = 0xDFFF_FFFF
      }
      if chance.happens(0.1) { page.glyphs[index].directionValue = 200 }
    }
    for _ in 0..<chance.number(0...20) {
      page.rulings.append(Ruling(box: box()))
      page.fills.append(Fill(box: box(), color: 0xFF0000))
      page.pictures.append(box())
      page.outlines.append(box())
    }
    if chance.happens(0.2) { page.width = number() }
    if chance.happens(0.2) { page.height = number() }
  }
}
