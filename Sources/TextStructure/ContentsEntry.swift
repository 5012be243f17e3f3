import ReportModel

/// A line of a contents page: a title and, mostly, the printed number of the page that it leads to.
struct ContentsEntry {
  var block: Int
  var title: KnownTitle
  var printedPage: Int?
  /// The page number as printed.
  var label: String

  static func all(_ report: ReportText) -> [ContentsEntry] {
    var entries = report.blocks.compactMap { ContentsEntry($0, report) }
    alignLevels(&entries, report)
    return entries
  }

  private init?(_ block: TextBlock, _ report: ReportText) {
    guard block.role == .tocEntry else { return nil }
    let whole = report.text[block.range]
    let number = PageNumber.start(in: whole)
    var end = number
    while end > whole.startIndex, whole[end - 1] == " " { end -= 1 }
    let title = whole[..<end]
    guard !title.isEmpty else { return nil }
    self.block = block.id
    self.title = KnownTitle(
      title: report.string(title.startIndex..<end), key: TitleKey(title),
      level: Self.level(Numbering(title)?.style) ?? 0, page: block.target, y: nil)
    printedPage = PageNumber.value(whole[number...])
    label = String(String.UnicodeScalarView(whole[number...].filter { $0 != " " }))
  }

  private static func level(_ style: Numbering.Style?) -> Int? {
    switch style {
    case .decimal(let figures): figures
    case .section, .chinese: 2
    case .bracketedChinese, .bracketedArabic, .circled: 3
    case .chapter, .formal, .letter: 1
    case nil: nil
    }
  }

  /// An entry without a number stands on the level of the numbered ones with the same indent; where none is
  /// numbered, indents alone tell levels apart.
  private static func alignLevels(_ entries: inout [ContentsEntry], _ report: ReportText) {
    let ranks = indentRanks(entries.map { report.blocks[$0.block].parts.first })
    var levels: [Int: [Int]] = [:]
    for (entry, rank) in zip(entries, ranks) where entry.title.level > 0 {
      levels[rank, default: []].append(entry.title.level)
    }
    let tellsLevels = levels.count > 1 && Set(levels.values.compactMap { $0.min() }).count == levels.count
    for index in entries.indices where entries[index].title.level == 0 {
      if levels.isEmpty {
        entries[index].title.level = ranks[index]
      } else {
        let found = tellsLevels ? levels[ranks[index]].map { $0.sorted()[$0.count / 2] } : nil
        entries[index].title.level = found ?? 1
      }
    }
  }

  /// For each place, how many different indents are left of it in its column, itself counted.
  private static func indentRanks(_ parts: [TextBlock.Part?]) -> [Int] {
    var ranks: [Int] = []
    let indents = Dictionary(grouping: parts.compactMap { $0 }, by: \.page).mapValues {
      Set($0.map { $0.box.x0 }).sorted()
    }
    for part in parts {
      guard let part, let all = indents[part.page] else {
        ranks.append(1)
        continue
      }
      var rank = 1
      var right = part.box.x0
      // A step wider than an indent is the next column.
      for indent in all.reversed() where indent < right - 3 {
        if right - indent > 90 { break }
        rank += 1
        right = indent
      }
      ranks.append(rank)
    }
    return ranks
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
    let labels = pageLabels(entries, match, headings, report)
    for entry in entries { report.blocks[entry.block].level = entry.title.level }
    for (entry, heading) in zip(entries, match.headings) where report.blocks[entry.block].target == nil {
      let page = heading.map { headings[$0].page } ?? labels[entry.label] ?? Self.page(entry, best)
      if let page, pages.contains(page) { report.blocks[entry.block].target = page }
    }
  }

  /// The pages by their stated labels, where these agree with what the headings show.
  private static func pageLabels(
    _ entries: [ContentsEntry], _ match: TitleMatch, _ headings: [HeadingEvidence], _ report: ReportText
  ) -> [String: Int] {
    let stated = report.pages.compactMap { page in page.label.map { ($0, page.number) } }
    let labels = Dictionary(stated, uniquingKeysWith: { first, _ in first })
    var agreeing = 0
    for (entry, heading) in zip(entries, match.headings) {
      guard let heading, let page = labels[entry.label] else { continue }
      agreeing += headings[heading].page == page ? 1 : -1
    }
    return agreeing > 0 ? labels : [:]
  }

  private static func page(_ entry: ContentsEntry, _ distance: (key: Int, value: Int)?) -> Int? {
    guard let distance, distance.value > 1, let printed = entry.printedPage else { return nil }
    return printed + distance.key
  }
}
