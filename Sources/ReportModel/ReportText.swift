/// A whole report as clean text, with the way back to every glyph.
///
/// All ranges count Unicode scalars of `text`. Blocks stand in reading order and are separated by a newline;
/// the cells of a table by tabs, its rows by newlines.
package struct ReportText: Sendable, Equatable {
  package var pages: [PageSummary]
  package var text: [Unicode.Scalar]
  package var blocks: [TextBlock]
  package var sections: [Section]
  package var origins: OriginMap

  package init(
    pages: [PageSummary] = [], text: [Unicode.Scalar] = [], blocks: [TextBlock] = [], sections: [Section] = [],
    origins: OriginMap = OriginMap()
  ) {
    self.pages = pages
    self.text = text
    self.blocks = blocks
    self.sections = sections
    self.origins = origins
  }

  package func string(_ range: Range<Int>) -> String { String(scalars: text[range]) }
}

package struct PageSummary: Sendable, Equatable {
  package var number: Int
  package var label: String?
  package var width: Float
  package var height: Float
  package var readability: Readability

  package init(number: Int, label: String?, width: Float, height: Float, readability: Readability) {
    self.number = number
    self.label = label
    self.width = width
    self.height = height
    self.readability = readability
  }
}

/// A heading, paragraph, list item, table … as one value, however many columns or pages it runs over.
package struct TextBlock: Sendable, Equatable {
  /// Its place in `ReportText.blocks`.
  package var id: Int
  package var role: BlockRole
  package var level: Int?
  package var range: Range<Int>
  /// One for each piece of paper that it stands on, in reading order; never empty.
  package var parts: [Part]
  /// Sentences of running text; empty for tables and furniture.
  package var sentences: [Range<Int>]
  package var table: TextTable?
  /// The innermost section it stands in.
  package var section: Int?
  /// For table-of-contents entries: the page of this file.
  package var target: Int?

  package struct Part: Sendable, Equatable {
    package var page: Int
    package var box: Box
    package var range: Range<Int>
    /// For tables: the rows of the table that stand on this part.
    package var rows: Range<Int>?

    package init(page: Int, box: Box, range: Range<Int>, rows: Range<Int>? = nil) {
      self.page = page
      self.box = box
      self.range = range
      self.rows = rows
    }
  }

  package init(
    id: Int, role: BlockRole, level: Int? = nil, range: Range<Int>, parts: [Part], sentences: [Range<Int>] = [],
    table: TextTable? = nil, section: Int? = nil, target: Int? = nil
  ) {
    self.id = id
    self.role = role
    self.level = level
    self.range = range
    self.parts = parts
    self.sentences = sentences
    self.table = table
    self.section = section
    self.target = target
  }
}

/// A table's grid in clean text. A cell that spans rows or columns is stored once.
package struct TextTable: Sendable, Equatable {
  package var rowCount: Int
  package var columnCount: Int
  package var headerRows: Int
  package var headerColumns: Int
  /// Rows of a continued part that print the header again, in order: on the page, but no data of the table.
  package var repeatedHeaders: [Int]
  package var cells: [Cell]

  package struct Cell: Sendable, Equatable {
    package var rows: Range<Int>
    package var columns: Range<Int>
    package var range: Range<Int>
    package var page: Int
    package var box: Box

    package init(rows: Range<Int>, columns: Range<Int>, range: Range<Int>, page: Int, box: Box) {
      self.rows = rows
      self.columns = columns
      self.range = range
      self.page = page
      self.box = box
    }
  }

  package init(
    rowCount: Int, columnCount: Int, headerRows: Int, headerColumns: Int, repeatedHeaders: [Int] = [], cells: [Cell]
  ) {
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.headerRows = headerRows
    self.headerColumns = headerColumns
    self.repeatedHeaders = repeatedHeaders
    self.cells = cells
  }
}

/// A node of the section tree, in document order; children follow their parent.
package struct Section: Sendable, Equatable {
  package var title: String
  /// From 1.
  package var level: Int
  package var parent: Int?
  /// The heading block that opens it; nil where only the outline knows it.
  package var heading: Int?
  package var page: Int
  /// Blocks from the heading up to the next section of the same or a higher level.
  package var blocks: Range<Int>

  package init(title: String, level: Int, parent: Int?, heading: Int?, page: Int, blocks: Range<Int>) {
    self.title = title
    self.level = level
    self.parent = parent
    self.heading = heading
    self.page = page
    self.blocks = blocks
  }
}

/// The way from clean text back to the ink, and from the ink to the text.
package struct OriginMap: Sendable, Equatable {
  /// Every glyph that made text, in reading order.
  package var sources: [GlyphReference]
  /// One for each scalar of `ReportText.text`.
  package var origins: [Origin]
  /// Every glyph that made none.
  package var dropped: [DroppedSource]

  package init(sources: [GlyphReference] = [], origins: [Origin] = [], dropped: [DroppedSource] = []) {
    self.sources = sources
    self.origins = origins
    self.dropped = dropped
  }
}

package struct GlyphReference: Sendable, Equatable, Hashable {
  /// 1-based page.
  package var page: Int32
  /// Index into that page's glyphs.
  package var glyph: Int32

  package init(page: Int32, glyph: Int32) {
    self.page = page
    self.glyph = glyph
  }
}

/// Where one clean scalar comes from: a run of `OriginMap.sources` (empty for what was put in).
package struct Origin: Sendable, Equatable {
  package var first: UInt32
  package var count: UInt8
  package var change: TextChange

  package init(first: UInt32, count: UInt8, change: TextChange) {
    self.first = first
    self.count = count
    self.change = change
  }
}

/// Why a clean scalar differs from its source.
package enum TextChange: UInt8, Sendable, CaseIterable {
  case none
  /// A Kangxi or supplementary radical stood for the ideograph.
  case radical
  /// A compatibility ideograph stood for the ordinary one.
  case compatibilityIdeograph
  /// Full-width digit, letter or sign written in ordinary width.
  case width
  /// A presentation form or ligature spelled out.
  case presentationForm
  /// A bullet from a private or dingbat font.
  case bullet
  /// A raised or lowered figure, told apart from the number it follows.
  case raised, lowered
  /// Base and combining mark made one.
  case composed
  /// A space put in where the layout shows one.
  case insertedSpace
  /// A newline or tab between blocks, rows and cells.
  case separator
  /// A second form of the same ideograph (爲, 眞) written as it is typed.
  case variant
}

package struct DroppedSource: Sendable, Equatable {
  package var source: GlyphReference
  package var reason: Reason

  package init(source: GlyphReference, reason: Reason) {
    self.source = source
    self.reason = reason
  }

  package enum Reason: Sendable, Equatable, Hashable {
    case layout(DroppedGlyph.Reason)
    /// Zero-width space, joiner, direction mark, soft hyphen inside a line.
    case zeroWidth
    /// The hyphen of a word broken over two lines.
    case hyphenation
    /// A space glyph or full-width space between characters that stand together.
    case padding
    /// The dots that lead from a title to its page number in a table of contents.
    case leader
    /// A picture out of a symbol font that stands for no character.
    case ornament
  }
}
