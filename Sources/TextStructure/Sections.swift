import ReportModel

/// Builds the tree of sections from headings, outline, contents entries and numbering together, and writes the
/// settled levels back to the heading blocks and the targets to contents entries.
func buildSections(_ report: inout ReportText, _ facts: DocumentFacts) {
  var headings = report.blocks.compactMap { HeadingEvidence($0, report.text) }
  let unseen = findKnownTitles(&headings, &report, facts)
  let levels = HeadingLevels(headings).levels(headings)
  var openings = zip(headings, levels).map { heading, level in
    let block = report.blocks[heading.block]
    return SectionOpening(
      block: heading.block, level: level, title: report.string(block.range).joinedLines,
      page: heading.page, isHeading: true)
  }
  openings += places(of: unseen, report)
  openings.sort { ($0.block, $0.isHeading ? 1 : 0, $0.level) < ($1.block, $1.isHeading ? 1 : 0, $1.level) }
  closeUpLevels(&openings)
  for opening in openings where opening.isHeading { report.blocks[opening.block].level = opening.level }
  report.sections = sectionTree(openings, blockCount: report.blocks.count)
  assignSections(&report)
}

/// Notes on the headings what the outline or else the contents page says of their levels, aims the contents
/// entries, and returns the titles that no heading prints.
private func findKnownTitles(
  _ headings: inout [HeadingEvidence], _ report: inout ReportText, _ facts: DocumentFacts
) -> [KnownTitle] {
  let entries = ContentsEntry.all(report)
  let contents = TitleMatch(entries.map(\.title), headings)
  ContentsEntry.aim(entries, contents, headings, &report)
  var titles = KnownTitle.outline(facts)
  var match = TitleMatch(titles, headings)
  if !match.isCredible {
    titles = entries.map { entry in
      var title = entry.title
      title.page = report.blocks[entry.block].target
      return title
    }
    match = contents
  }
  guard match.isCredible else { return [] }
  var levels: [TitleKey: Int] = [:]
  for (title, heading) in zip(titles, match.headings) {
    if let heading { levels[headings[heading].key] = levels[headings[heading].key] ?? title.level }
  }
  // A title printed again (on a divider page, on a tab) is of the same level.
  for index in headings.indices { headings[index].outline = levels[headings[index].key] }
  return zip(titles, match.headings).filter { $0.1 == nil && !TitleReading.namesFigure($0.0.key) }.map(\.0)
}

private func places(of titles: [KnownTitle], _ report: ReportText) -> [SectionOpening] {
  guard !titles.isEmpty else { return [] }
  let body = report.blocks.filter { !$0.role.isFurniture && $0.role != .tocEntry }.map { ($0.id, $0.parts.first) }
  let byPage = Dictionary(grouping: body, by: { $0.1?.page ?? 0 })
  return titles.compactMap { SectionOpening($0, byPage[$0.page ?? 0] ?? []) }
}

/// Where a section starts.
struct SectionOpening {
  var block: Int
  var level: Int
  var title: String
  var page: Int
  /// Whether the block is its heading; otherwise only the outline or the contents page names it.
  var isHeading: Bool

  init(block: Int, level: Int, title: String, page: Int, isHeading: Bool) {
    self.block = block
    self.level = level
    self.title = title
    self.page = page
    self.isHeading = isHeading
  }

  /// A title that no heading prints opens its section at its place on the page that it leads to.
  /// `blocks` are those of that page, with the part that stands there.
  init?(_ title: KnownTitle, _ blocks: [(id: Int, part: TextBlock.Part?)]) {
    guard let page = title.page else { return nil }
    let below = blocks.first { block in
      guard let y = title.y else { return true }
      return (block.part?.box.y0 ?? 0) >= y - 4
    }
    guard let block = below ?? blocks.first else { return nil }
    self.init(block: block.id, level: title.level, title: title.title, page: page, isHeading: false)
  }
}

extension String {
  /// A title set on two lines is one line.
  fileprivate var joinedLines: String { contains("\n") ? split(separator: "\n").joined(separator: " ") : self }
}

extension HeadingEvidence {
  init?(_ block: TextBlock, _ text: [Unicode.Scalar]) {
    guard block.role == .heading, !block.range.isEmpty else { return nil }
    let title = text[block.range]
    self.init(
      block: block.id, page: block.parts.first?.page ?? 0, printed: max(1, block.level ?? 1),
      numbering: Numbering(title), outline: nil, key: TitleKey(title))
  }
}

/// Levels from 1 without a gap. Levels at the top that only one page uses, and levels that only the first page
/// uses (a cover is set in sizes of its own), count as one with the next.
private func closeUpLevels(_ openings: inout [SectionOpening]) {
  var pages: [Int: Set<Int>] = [:]
  for opening in openings { pages[opening.level, default: []].insert(opening.page) }
  let first = openings.map(\.page).min() ?? 1
  let inside = pages.keys.filter { pages[$0] != [first] }.sorted()
  let used = inside.isEmpty ? pages.keys.sorted() : inside
  let top = used.first { (pages[$0]?.count ?? 0) > 1 } ?? used.first ?? 1
  let kept = used.filter { $0 >= top }
  for index in openings.indices {
    let place = kept.firstIndex { $0 >= openings[index].level } ?? kept.count - 1
    openings[index].level = max(0, place) + 1
  }
}

private func sectionTree(_ openings: [SectionOpening], blockCount: Int) -> [Section] {
  var sections: [Section] = []
  var open: [Int] = []
  for opening in openings {
    while let last = open.last, sections[last].level >= opening.level {
      sections[last].blocks = sections[last].blocks.lowerBound..<opening.block
      open.removeLast()
    }
    open.append(sections.count)
    sections.append(
      Section(
        title: opening.title, level: opening.level, parent: open.dropLast().last,
        heading: opening.isHeading ? opening.block : nil, page: opening.page, blocks: opening.block..<blockCount))
  }
  return sections
}

/// Tells every block its innermost section.
private func assignSections(_ report: inout ReportText) {
  for (index, section) in report.sections.enumerated() {
    for block in section.blocks { report.blocks[block].section = index }
  }
}
