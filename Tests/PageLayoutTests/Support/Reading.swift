import ReportModel

@testable import PageLayout

/// What the layout makes of drawn pages, as strings.
struct Reading {
  let pages: [PageText]
  let laid: [PageBlocks]

  init(_ sheets: [Sheet], facts: DocumentFacts? = nil) {
    pages = sheets.map(\.page)
    laid = layOut(pages, facts: facts ?? DocumentFacts(pageCount: sheets.count))
  }

  init(_ sheet: Sheet) { self.init([sheet]) }

  init(draw: (inout Sheet) -> Void) { self.init(Sheet(draw: draw)) }

  /// The blocks of a page in reading order, furniture left out.
  func texts(page: Int = 0) -> [String] { blocks(page).map { text($0, page) } }

  /// The blocks of a page with their roles, furniture included.
  func roles(page: Int = 0) -> [String] { laid[page].blocks.map { "\($0.role.rawValue): \(text($0, page))" } }

  func lines(page: Int = 0) -> [String] { laid[page].lines.map { text($0, page) } }

  /// The rows of the n-th table or chart of a page; a spanned cell stands where it begins.
  func rows(page: Int = 0, table: Int = 0) -> [[String]] {
    let tables = laid[page].blocks.compactMap(\.table)
    guard tables.indices.contains(table) else { return [] }
    var rows = [[String]](
      repeating: [String](repeating: "", count: tables[table].columnCount), count: tables[table].rowCount)
    for cell in tables[table].cells {
      let lines = laid[page].lines[cell.lines].map { text($0, page) }
      rows[cell.rows.lowerBound][cell.columns.lowerBound] = lines.joined(separator: "/")
    }
    return rows
  }

  func table(page: Int = 0) -> TableGrid? { laid[page].blocks.compactMap(\.table).first }

  func role(_ start: String, page: Int = 0) -> BlockRole? {
    laid[page].blocks.first { text($0, page).hasPrefix(start) }?.role
  }

  func dropped(_ reason: DroppedGlyph.Reason, page: Int = 0) -> Int {
    laid[page].dropped.filter { $0.reason == reason }.count
  }

  private func blocks(_ page: Int) -> [Block] { laid[page].blocks.filter { !$0.role.isFurniture } }

  private func text(_ block: Block, _ page: Int) -> String {
    laid[page].lines[block.lines].map { text($0, page) }.joined(separator: "/")
  }

  /// A gap is a space, a raised piece has a ^ before it, a lowered one a _.
  private func text(_ line: Line, _ page: Int) -> String {
    var text = ""
    for piece in laid[page].pieces[line.pieces] {
      switch piece.position {
      case .baseline: break
      case .superscript: text += "^"
      case .subscript: text += "_"
      }
      if piece.glyph == Piece.gap {
        text += " "
      } else {
        text.unicodeScalars.append(pages[page].glyphs[Int(piece.glyph)].scalar)
      }
    }
    return text
  }
}
