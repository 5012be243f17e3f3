import ReportModel

/// A section title that the outline or the contents page names, with where it leads.
struct KnownTitle {
  var title: String
  var key: TitleKey
  var level: Int
  /// Of this file; nil where unknown.
  var page: Int?
  var y: Float?

  static func outline(_ facts: DocumentFacts) -> [KnownTitle] {
    facts.outline.map { entry in
      KnownTitle(
        title: entry.title, key: TitleKey(entry.title.unicodeScalars), level: max(1, entry.level), page: entry.page,
        y: entry.y)
    }
  }
}

/// Known titles beside the headings that print them.
struct TitleMatch {
  /// For each title, the heading (as a place in the list) that prints it.
  private(set) var headings: [Int?]

  init(_ titles: [KnownTitle], _ headings: [HeadingEvidence]) {
    let byPage = Dictionary(grouping: headings.indices, by: { headings[$0].page })
    let everywhere = Array(headings.indices)
    var taken = Set<Int>()
    self.headings = titles.map { title in
      guard !title.key.scalars.isEmpty else { return nil }
      let near = title.page.map { page in [page, page + 1, page - 1].flatMap { byPage[$0] ?? [] } } ?? everywhere
      // The same title may head every chapter: each mention has one heading of its own, in order.
      let found = near.first { !taken.contains($0) && headings[$0].key.agrees(with: title.key) }
      if let found { taken.insert(found) }
      return found
    }
  }

  var count: Int { headings.count { $0 != nil } }

  /// Whether enough titles are printed as headings for the list to be believed; an outline of slides or
  /// file names names hardly any.
  var isCredible: Bool { count > 0 && 3 * count >= headings.count }
}
