/// One page laid out: blocks in reading order, each made of lines, each made of glyphs.
///
/// Every glyph of the page's `PageText` stands in exactly one piece or in `dropped`.
package struct PageBlocks: Sendable, Equatable {
  package var number: Int
  package var label: String?
  package var width: Float
  package var height: Float
  package var readability: Readability
  /// The glyphs of all lines, line by line, in reading order.
  package var pieces: [Piece]
  /// The lines of all blocks, block by block; each is a range of `pieces`.
  package var lines: [Line]
  /// In reading order, furniture included.
  package var blocks: [Block]
  package var dropped: [DroppedGlyph]

  package init(
    number: Int, label: String? = nil, width: Float, height: Float, readability: Readability = .full,
    pieces: [Piece] = [], lines: [Line] = [], blocks: [Block] = [], dropped: [DroppedGlyph] = []
  ) {
    self.number = number
    self.label = label
    self.width = width
    self.height = height
    self.readability = readability
    self.pieces = pieces
    self.lines = lines
    self.blocks = blocks
    self.dropped = dropped
  }
}

/// A glyph in its line, or a space that the geometry implies.
package struct Piece: Sendable, Equatable {
  /// Index into the page's glyphs, or `Piece.gap` for a space inferred from the distance between two glyphs.
  package var glyph: Int32
  package var position: Position

  package static let gap: Int32 = -1

  package enum Position: UInt8, Sendable {
    case baseline
    /// Raised and smaller: a footnote mark, an exponent.
    case superscript
    /// Lowered and smaller: CO₂.
    case `subscript`
  }

  @inlinable
  package init(glyph: Int32, position: Position = .baseline) {
    self.glyph = glyph
    self.position = position
  }
}

package struct Line: Sendable, Equatable {
  /// Into `PageBlocks.pieces`.
  package var pieces: Range<Int>
  package var box: Box
  /// Whether the paragraph ends here by the layout's own signs (short line, indent after it), so that
  /// the next line of the same block starts anew.
  package var endsParagraph: Bool

  package init(pieces: Range<Int>, box: Box, endsParagraph: Bool = false) {
    self.pieces = pieces
    self.box = box
    self.endsParagraph = endsParagraph
  }
}

/// What a block is for the reader.
package enum BlockRole: String, Sendable, Codable, CaseIterable {
  case heading, paragraph
  case listItem = "list-item"
  case table, caption
  case figureText = "figure-text"
  case footnote
  case tocEntry = "toc-entry"
  case runningHeader = "running-header"
  case runningFooter = "running-footer"
  case pageNumber = "page-number"
  case navigation, watermark

  /// Furniture stands on the page for orientation and is never part of what the report says.
  package var isFurniture: Bool {
    switch self {
    case .runningHeader, .runningFooter, .pageNumber, .navigation, .watermark: true
    case .heading, .paragraph, .listItem, .table, .caption, .figureText, .footnote, .tocEntry: false
    }
  }
}

package struct Block: Sendable, Equatable {
  package var role: BlockRole
  /// For headings: 1 is the highest.
  package var level: Int?
  package var box: Box
  /// Into `PageBlocks.lines`; a table's cells share them out.
  package var lines: Range<Int>
  /// For tables, and for charts whose labels and values could be paired (`figureText`).
  package var table: TableGrid?
  /// For table-of-contents entries: the page of this file that it leads to.
  package var target: Int?
  /// Whether this block carries on the last block of the same role on an earlier page (or column).
  package var continuesEarlier: Bool

  package init(
    role: BlockRole, level: Int? = nil, box: Box, lines: Range<Int>, table: TableGrid? = nil, target: Int? = nil,
    continuesEarlier: Bool = false
  ) {
    self.role = role
    self.level = level
    self.box = box
    self.lines = lines
    self.table = table
    self.target = target
    self.continuesEarlier = continuesEarlier
  }
}

/// A grid of cells; spanned cells are stored once.
package struct TableGrid: Sendable, Equatable {
  package var rowCount: Int
  package var columnCount: Int
  /// How many rows from the top and columns from the left are headers.
  package var headerRows: Int
  package var headerColumns: Int
  /// In row-major order of their top left corner. Cells do not overlap; a place may have none (it is empty).
  package var cells: [Cell]

  package struct Cell: Sendable, Equatable {
    package var rows: Range<Int>
    package var columns: Range<Int>
    package var box: Box
    /// Into `PageBlocks.lines`.
    package var lines: Range<Int>

    package init(rows: Range<Int>, columns: Range<Int>, box: Box, lines: Range<Int>) {
      self.rows = rows
      self.columns = columns
      self.box = box
      self.lines = lines
    }
  }

  package init(rowCount: Int, columnCount: Int, headerRows: Int, headerColumns: Int, cells: [Cell]) {
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.headerRows = headerRows
    self.headerColumns = headerColumns
    self.cells = cells
  }
}

/// A glyph that is on the page but not in the text, and why.
package struct DroppedGlyph: Sendable, Equatable {
  package var glyph: Int32
  package var reason: Reason

  package enum Reason: String, Sendable, Codable {
    /// The same character drawn again on (nearly) the same spot: fake bold, shadows.
    case duplicate
    /// A space glyph; the gap itself says where words end.
    case space
    /// Wholly outside the page as displayed.
    case outsidePage
    /// Drawn outside its clip path: never shown.
    case clipped
    /// A control character, or a mark without ink.
    case control
    /// A hidden text layer where the page has visible text of its own.
    case hiddenLayer
  }

  package init(glyph: Int32, reason: Reason) {
    self.glyph = glyph
    self.reason = reason
  }
}

/// How much of what a person sees on the page the text holds.
package struct Readability: Sendable, Equatable, Codable {
  package var grade: Grade
  package var reasons: [Reason]

  package enum Grade: String, Sendable, Codable { case full, partial, none }

  package enum Reason: Sendable, Equatable, Hashable, Codable {
    /// Nothing but pictures or drawings: a scan, or a page set as outlines.
    case noTextLayer
    /// Shapes of glyph size and pattern that are no text: this many.
    case textAsOutlines(Int)
    /// Pictures without text over them cover this share (per cent) of the page.
    case pictures(percent: Int)
    /// This many glyphs are of a font whose code points are not what it draws.
    case implausibleCodes(font: String, glyphs: Int)
    /// The page has more glyphs or shapes than are read.
    case limitReached
    /// The page could not be parsed to its end, or its reader was stopped.
    case damaged
  }

  package init(grade: Grade, reasons: [Reason]) {
    self.grade = grade
    self.reasons = reasons
  }

  package static let full = Readability(grade: .full, reasons: [])
}

extension Readability.Reason {
  /// As results print it.
  package var code: String {
    switch self {
    case .noTextLayer: "no-text-layer"
    case .textAsOutlines: "text-as-outlines"
    case .pictures: "pictures"
    case .implausibleCodes: "implausible-codes"
    case .limitReached: "limit-reached"
    case .damaged: "damaged"
    }
  }
}
