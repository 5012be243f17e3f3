import ReportModel

/// A section title that the outline or the contents page names, with where it leads.
struct KnownTitle {
  var title: String
  var key: TitleKey
  var level: Int
  var page: Int?
  var y: Float?
  /// Whether its level is the file's own (outline) or unknown (contents page).
  var isOutline: Bool

  /// The outline where the file has one worth it, else the contents entries.
  static func all(_ report: ReportText, _ facts: DocumentFacts) -> [KnownTitle] {
    let outline = facts.outline.map { entry in
      KnownTitle(
        title: entry.title, key: TitleKey(entry.title.unicodeScalars), level: max(1, entry.level), page: entry.page,
        y: entry.y, isOutline: true)
    }
    return outline.isEmpty ? contents(report) : outline
  }

  private static func contents(_ report: ReportText) -> [KnownTitle] {
    report.blocks.compactMap { block in
      guard block.role == .tocEntry, let target = block.target else { return nil }
      var end = block.range.upperBound
      while end > block.range.lowerBound, isPageNumber(report.text[end - 1].value) { end -= 1 }
      let title = report.text[block.range.lowerBound..<end]
      guard !title.isEmpty else { return nil }
      let depth: Int
      switch Numbering(title)?.style {
      case .decimal(let figures): depth = figures
      case .section, .chinese: depth = 2
      case .bracketedChinese, .bracketedArabic, .circled: depth = 3
      case .chapter, .formal, .letter, nil: depth = 1
      }
      return KnownTitle(
        title: report.string(block.range.lowerBound..<end), key: TitleKey(title), level: depth, page: target, y: nil,
        isOutline: false)
    }
  }

  private static func isPageNumber(_ value: UInt32) -> Bool { (0x30...0x39).contains(value) || value == 0x20 }
}

/// Notes on each heading the level that the outline gives it; returns the titles that no heading prints.
///
/// An outline that names hardly any heading (slides, file names) is worth nothing: then none is returned.
func match(_ titles: [KnownTitle], _ headings: inout [HeadingEvidence]) -> [KnownTitle] {
  let byPage = Dictionary(grouping: headings.indices, by: { headings[$0].page })
  var unseen: [KnownTitle] = []
  var lastMatch = -1
  for title in titles where !title.key.scalars.isEmpty {
    let candidates = title.page.map { page in [page, page + 1, page - 1].flatMap { byPage[$0] ?? [] } }
    let found = (candidates ?? Array(headings.indices)).first { index in
      index > lastMatch - 40 && headings[index].outline == nil && headings[index].key.agrees(with: title.key)
    }
    guard let found else {
      unseen.append(title)
      continue
    }
    lastMatch = found
    if title.isOutline { headings[found].outline = title.level }
  }
  let matched = titles.count - unseen.count
  return 3 * matched >= titles.count || headings.isEmpty ? unseen : []
}
