import CPoppler
import ReportModel

extension PDFFile {
  /// What the file says about itself: its title, its outline, its tagged structure.
  package var facts: DocumentFacts {
    var facts = factsWithoutTags
    (facts.tags, facts.tagsComplete) = structureTags()
    return facts
  }

  /// For a caller that wants the tags apart: they take the longest, and are missed the least.
  package var factsWithoutTags: DocumentFacts {
    var stated = KZFacts()
    kz_facts(handle, &stated)
    return DocumentFacts(
      pageCount: pageCount, title: stated.title.map { String(cString: $0) },
      producer: stated.producer.map { String(cString: $0) },
      outline: UnsafeBufferPointer(start: stated.outline, count: stated.outlineCount).map(OutlineEntry.init))
  }

  /// The tagged structure in document order, and whether the budget sufficed for all of it.
  package func structureTags() -> (tags: [StructureTag], isComplete: Bool) {
    var start: UnsafePointer<KZTag>?
    var count = 0
    let isComplete = kz_structure(handle, &start, &count)
    return (UnsafeBufferPointer(start: start, count: count).map(StructureTag.init), isComplete)
  }
}

extension OutlineEntry {
  fileprivate init(_ bookmark: KZBookmark) {
    self.init(
      level: Int(bookmark.level), title: bookmark.title.map { String(cString: $0) } ?? "",
      page: bookmark.page > 0 ? Int(bookmark.page) : nil, y: bookmark.y.isNaN ? nil : bookmark.y)
  }
}

extension StructureTag {
  /// The roles by their numbers in CPoppler.h.
  private static let roles: [Role] = [
    .heading1, .heading2, .heading3, .heading4, .heading5, .heading6, .paragraph, .listItem, .tableHeader, .tableCell,
    .caption, .figure, .note, .contents, .artifact, .other,
  ]

  fileprivate init(_ tag: KZTag) {
    self.init(page: Int(tag.page), mark: tag.mark, role: Self.roles[Int(tag.role)], element: tag.element)
  }
}
