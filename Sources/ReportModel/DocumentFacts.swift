/// What a PDF says about itself beside its pages.
package struct DocumentFacts: Sendable, Equatable, Codable {
  package var pageCount: Int
  package var title: String?
  package var producer: String?
  package var outline: [OutlineEntry]
  /// Tagged structure in document order; empty where the file has none or the time budget ran out.
  package var tags: [StructureTag]
  package var tagsComplete: Bool

  package init(
    pageCount: Int, title: String? = nil, producer: String? = nil, outline: [OutlineEntry] = [],
    tags: [StructureTag] = [], tagsComplete: Bool = true
  ) {
    self.pageCount = pageCount
    self.title = title
    self.producer = producer
    self.outline = outline
    self.tags = tags
    self.tagsComplete = tagsComplete
  }
}

/// A bookmark, flattened in order with its depth.
package struct OutlineEntry: Sendable, Equatable, Codable {
  /// From 1.
  package var level: Int
  package var title: String
  /// 1-based; nil where the target is missing or outside the file.
  package var page: Int?
  /// Where on the page as displayed, in points from its top, when stated.
  package var y: Float?

  package init(level: Int, title: String, page: Int?, y: Float? = nil) {
    self.level = level
    self.title = title
    self.page = page
    self.y = y
  }
}

/// One piece of marked content in the tagged structure: which role the file gives to a `Glyph.mark` of a page.
///
/// The place in the array is the place in the file's own reading order.
package struct StructureTag: Sendable, Equatable, Codable {
  package var page: Int
  package var mark: Int32
  package var role: Role
  /// Counts structure elements (paragraphs, cells …): marks that share it belong together.
  package var element: Int32

  package enum Role: String, Sendable, Codable {
    case heading1, heading2, heading3, heading4, heading5, heading6
    case paragraph, listItem, tableHeader, tableCell, caption, figure, note, contents, artifact, other
  }

  package init(page: Int, mark: Int32, role: Role, element: Int32) {
    self.page = page
    self.mark = mark
    self.role = role
    self.element = element
  }
}
