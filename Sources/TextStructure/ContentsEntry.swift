import ReportModel

/// A line of a contents page: a title and, mostly, the printed number of the page that it leads to.
struct ContentsEntry {
  var block: Int
  var title: KnownTitle
  var printedPage: Int?

  static func all(_ report: ReportText) -> [ContentsEntry] {
    var entries = report.blocks.compactMap { ContentsEntry($0, report) }
    alignLevels(&entries, report)
    return entries
  }

  private init?(_ block: TextBlock, _ report: ReportText) {
    guard block.role == .tocEntry else { return nil }
    var end = block.range.upperBound
    while end > block.range.lowerBound, Self.isPageNumber(report.text[end - 1].value) { end -= 1 }
    let title = report.text[block.range.lowerBound..<end]
    guard !title.isEmpty else { return nil }
    self.block = block.id
    self.title = KnownTitle(
      title: report.string(block.range.lowerBound..<end), key: TitleKey(title),
      level: Self.level(Numbering(title)?.style) ?? 0, page: block.target, y: nil)
    let digits = report.text[end..<block.range.upperBound].filter { $0 != " " }
    if digits.count < 5 { printedPage = Int(String(String.UnicodeScalarView(digits))) }
  }

  private static func isPageNumber(_ value: UInt32) -> Bool { (0x30...0x39).contains(value) || value == 0x20 }

  private static func level(_ style: Numbering.Style?) -> Int? {
    switch style {
    case .decimal(let figures): figures
    case .section, .chinese: 2
    case .bracketedChinese, .bracketedArabic, .circled: 3
    case .chapter, .formal, .letter: 1
    case nil: nil
    }
  }

  /// An entry without a number stands on the level of the numbered ones with the same indent, where indents
  /// tell levels apart; else on the first.
  private static func alignLevels(_ entries: inout [ContentsEntry], _ report: ReportText) {
    let indents = entries.map { Int(report.blocks[$0.block].parts.first?.box.x0 ?? 0) / 3 }
    var levels: [Int: Set<Int>] = [:]
    for (entry, indent) in zip(entries, indents) where entry.title.level > 0 {
      levels[indent, default: []].insert(entry.title.level)
    }
    let tellsLevels = levels.count > 1 && levels.values.allSatisfy { $0.count == 1 }
    for index in entries.indices where entries[index].title.level == 0 {
      let found = tellsLevels ? levels[indents[index]]?.first : nil
      entries[index].title.level = found ?? 1
    }
  }

  /// Fills in where entries lead: the page of the heading with their title, or else the printed number and the
  /// distance between printed and real numbers that most entries agree on.
  static func aim(
    _ entries: [ContentsEntry], _ match: TitleMatch, _ headings: [HeadingEvidence], _ report: inout ReportText
  ) {
    var distances: [Int: Int] = [:]
    for (entry, heading) in zip(entries, match.headings) {
      if let heading, let page = entry.printedPage { distances[headings[heading].page - page, default: 0] += 1 }
    }
    let best = distances.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    let pages = Set(report.pages.map(\.number))
    for (entry, heading) in zip(entries, match.headings) where report.blocks[entry.block].target == nil {
      let page = heading.map { headings[$0].page } ?? Self.page(entry, best)
      if let page, pages.contains(page) { report.blocks[entry.block].target = page }
    }
  }

  private static func page(_ entry: ContentsEntry, _ distance: (key: Int, value: Int)?) -> Int? {
    guard let distance, distance.value > 1, let printed = entry.printedPage else { return nil }
    return printed + distance.key
  }
}
