import ReportModel

/// Finds titles that the layout of a single page could not tell from text: those that the contents page or the
/// outline names, and numbered ones that look like other headings of the document.
///
/// Found titles become heading blocks; where one starts a paragraph or stands as a row of a table, it is cut off.
struct TitleFinder {
  /// Titles that lead to a page.
  private var known: [Int: [TitleKey]] = [:]
  /// Numbered titles whose page is unknown.
  private var anywhere = Set<TitleKey>()
  private var anywhereStarts = Set<UInt32>()
  /// How headings of each style of numbering look, and how many do.
  private var looks: [Numbering.Style: [LineText.Look: Int]] = [:]
  /// All looks that two headings of one style share.
  private var seen = Set<LineText.Look>()
  private var levels: [Numbering.Style: Int] = [:]
  private(set) var contentsPages = Set<Int>()
  /// Titles of headings outside contents pages.
  private var headed = Set<TitleKey>()

  private static let longest = 60
  private static let contentsTitles = Set(
    ["目錄", "目次", "Contents", "Table of Contents"].map { TitleKey($0.unicodeScalars) })
  private static let lastContentsPage = 12

  init(_ pages: [PageBlocks], _ texts: [PageText], _ facts: DocumentFacts) {
    var headings: [(page: Int, key: TitleKey)] = []
    var entries: [(reading: TitleReading, printed: Int?, target: Int?)] = []
    for (page, text) in zip(pages, texts) {
      let lines = LineText(page: page, text: text)
      for block in page.blocks where block.role == .heading || block.role == .tocEntry {
        let scalars = lines.scalars(block.lines)
        if block.role == .tocEntry {
          contentsPages.insert(page.number)
          let (title, printed) = Self.cutPageNumber(scalars)
          entries.append((TitleReading(title), printed, block.target))
        } else {
          let reading = TitleReading(scalars)
          if Self.contentsTitles.contains(reading.key), page.number < Self.lastContentsPage {
            contentsPages.insert(page.number)
          }
          headings.append((page.number, reading.key))
          learn(block, reading, lines)
        }
      }
    }
    headings.removeAll { contentsPages.contains($0.page) }
    headed = Set(headings.map(\.key))
    aim(entries, headings)
    anywhereStarts = Set(anywhere.compactMap(\.scalars.first))
    seen = Set(looks.values.flatMap { $0.filter { $0.value > 1 }.keys })
    for entry in facts.outline {
      guard let page = entry.page else { continue }
      known[page, default: []].append(TitleKey(entry.title.unicodeScalars))
    }
  }

  private mutating func learn(_ block: Block, _ reading: TitleReading, _ lines: LineText) {
    guard let style = reading.numbering?.style, let first = block.lines.first, let look = lines.look(first) else {
      return
    }
    looks[style, default: [:]][look, default: 0] += 1
    levels[style] = max(levels[style] ?? 1, block.level ?? 1)
  }

  /// Where contents entries lead, by the distance between printed and real page numbers that their headings show.
  private mutating func aim(
    _ entries: [(reading: TitleReading, printed: Int?, target: Int?)], _ headings: [(page: Int, key: TitleKey)]
  ) {
    let pages = Dictionary(headings.map { ($0.key, $0.page) }, uniquingKeysWith: { first, _ in first })
    var distances: [Int: Int] = [:]
    for entry in entries {
      if let page = pages[entry.reading.key], let printed = entry.printed { distances[page - printed, default: 0] += 1 }
    }
    let best = distances.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    for entry in entries where pages[entry.reading.key] == nil {
      guard entry.reading.hasWords, !entry.reading.isCaption else { continue }
      if let page = entry.target {
        known[page, default: []].append(entry.reading.key)
      } else if let best, best.value > 1, let printed = entry.printed {
        known[printed + best.key, default: []].append(entry.reading.key)
      } else if entry.reading.numbering != nil {
        anywhere.insert(entry.reading.key)
      }
    }
  }

  /// A contents line without its dots and page number.
  private static func cutPageNumber(_ scalars: [Unicode.Scalar]) -> ([Unicode.Scalar], Int?) {
    let start = PageNumber.start(in: scalars[...])
    return (Array(scalars[..<start]), PageNumber.value(scalars[start...]))
  }

  // MARK: - What is a title

  /// Whether the lines of a contents page name a heading of another page, or one of this with a page number.
  func isContentsEntry(_ lines: Range<Int>, on page: LineText) -> Bool {
    let (title, printed) = Self.cutPageNumber(page.scalars(lines))
    let reading = TitleReading(title)
    guard reading.hasWords, title.count <= Self.longest else { return false }
    return headed.contains(reading.key) || printed != nil && headed.contains(TitleReading(page.scalars(lines)).key)
  }

  /// Whether the lines are, alone, a title.
  func isTitle(_ lines: Range<Int>, on page: LineText) -> TitleReading? {
    let keys = known[page.page.number] ?? []
    guard !keys.isEmpty || !anywhere.isEmpty, let first = page.firstOfKey(lines) else { return nil }
    guard keys.contains(where: { $0.scalars.first == first }) || anywhereStarts.contains(first) else { return nil }
    let scalars = page.scalars(lines)
    guard scalars.count <= Self.longest else { return nil }
    let reading = TitleReading(scalars)
    guard reading.hasWords, !reading.isCaption else { return nil }
    return keys.contains(reading.key) || anywhere.contains(reading.key) ? reading : nil
  }

  /// Whether a line of its own is numbered and looks like the headings of that style.
  func looksLikeHeading(_ line: Int, on page: LineText) -> TitleReading? {
    guard page.page.lines[line].pieces.count <= Self.longest, let look = page.look(line), seen.contains(look) else {
      return nil
    }
    let reading = TitleReading(page.scalars(line..<line + 1))
    guard let numbering = reading.numbering, !reading.endsSentence, reading.length <= 30,
      reading.length > numbering.length + 1, let alike = looks[numbering.style]?[look], alike > 1
    else { return nil }
    return reading
  }

  func level(_ reading: TitleReading) -> Int {
    guard let style = reading.numbering?.style else { return 2 }
    if let level = levels[style] { return level }
    if case .decimal(let depth) = style { return depth }
    return 2
  }
}
