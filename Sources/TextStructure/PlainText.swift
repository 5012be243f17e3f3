import ReportModel

/// Makes a text file into a report: pages end at form feeds, paragraphs are told by blank lines and by how lines
/// break, headings by their numbers. Every scalar of a page counts as a glyph without a box.
package func composePlainText(_ text: String) -> ReportText {
  let pages = plainPages(text)
  let furniture = repeatedLines(pages)
  let texts = pages.map(PageText.init)
  let blocks = pages.map { PlainLayout(page: $0, furniture: furniture).blocks() }
  return composeText(blocks, pages: texts, facts: DocumentFacts(pageCount: pages.count))
}

private func plainPages(_ text: String) -> [PlainPage] {
  var pages: [PlainPage] = []
  var scalars: [Unicode.Scalar] = []
  for scalar in text.unicodeScalars {
    if scalar == "\u{C}" {
      pages.append(PlainPage(number: pages.count + 1, scalars: scalars))
      scalars.removeAll(keepingCapacity: true)
    } else {
      // Old line ends count as new ones; a carriage return before a newline is blank anyway.
      scalars.append(scalar == "\u{2028}" || scalar == "\u{2029}" || scalar == "\u{B}" ? "\n" : scalar)
    }
  }
  let isBlank = scalars.allSatisfy { ScalarClasses.shared.kind($0.value) == .space }
  if !isBlank || pages.isEmpty { pages.append(PlainPage(number: pages.count + 1, scalars: scalars)) }
  return pages
}

/// Short lines that a third of the pages share: running headers and navigation.
private func repeatedLines(_ pages: [PlainPage]) -> Set<TitleKey> {
  guard pages.count > 3 else { return [] }
  var counts: [TitleKey: Int] = [:]
  for page in pages {
    for key in Set(page.lines.map(\.key)) where key.scalars.count > 1 { counts[key, default: 0] += 1 }
  }
  return Set(counts.filter { 3 * $0.value >= pages.count && $0.value > 3 }.keys)
}

extension PageText {
  fileprivate init(_ page: PlainPage) {
    let nowhere = Box(x0: 0, y0: 0, x1: 0, y1: 0)
    self.init(
      number: page.number, width: 0, height: 0,
      glyphs: page.scalars.map { Glyph(scalarValue: $0.value, box: nowhere, originX: 0, originY: 0, size: 0) })
  }
}

/// Cuts a page of plain text into blocks.
private struct PlainLayout {
  let page: PlainPage
  let furniture: Set<TitleKey>

  func blocks() -> PageBlocks {
    var result = PageBlocks(number: page.number, width: 0, height: 0)
    var used = 0
    for paragraph in page.paragraphs {
      let first = result.lines.count
      for index in paragraph {
        let range = page.lines[index].range
        drop(used..<range.lowerBound, from: &result)
        used = range.upperBound
        let start = result.pieces.count
        result.pieces += range.map { Piece(glyph: Int32(truncatingIfNeeded: $0)) }
        result.lines.append(Line(pieces: start..<result.pieces.count, box: page.nowhere))
      }
      let role = role(of: paragraph)
      result.blocks.append(
        Block(
          role: role, level: role == .heading ? level(page.lines[paragraph.lowerBound]) : nil, box: page.nowhere,
          lines: first..<result.lines.count))
    }
    drop(used..<page.scalars.count, from: &result)
    return result
  }

  /// White space between lines.
  private func drop(_ range: Range<Int>, from result: inout PageBlocks) {
    for index in range {
      result.dropped.append(DroppedGlyph(glyph: Int32(truncatingIfNeeded: index), reason: .space))
    }
  }

  private func role(of paragraph: Range<Int>) -> BlockRole {
    let line = page.lines[paragraph.lowerBound]
    if paragraph.count == 1 {
      if furniture.contains(line.key) { return .runningHeader }
      let isAtEdge = paragraph.lowerBound == 0 || paragraph.upperBound == page.lines.count
      if line.isPageNumber, isAtEdge { return .pageNumber }
      if isHeading(line) { return isListed(paragraph.lowerBound) ? .tocEntry : .heading }
    }
    return line.isBullet ? .listItem : .paragraph
  }

  private func isHeading(_ line: PlainLine) -> Bool {
    guard let numbering = line.numbering, !line.endsSentence, line.width <= 48 else { return false }
    switch numbering.style {
    case .bracketedArabic, .circled, .letter: return false
    case .chapter, .section, .formal, .chinese, .bracketedChinese, .decimal: return line.width > numbering.length + 2
    }
  }

  /// Whether the line is one of a run of numbered titles without text between them.
  private func isListed(_ index: Int) -> Bool {
    var first = index
    while first > 0, isHeading(page.lines[first - 1]) { first -= 1 }
    var last = index
    while last + 1 < page.lines.count, isHeading(page.lines[last + 1]) { last += 1 }
    return last - first >= 3
  }

  private func level(_ line: PlainLine) -> Int {
    switch line.numbering?.style {
    case .decimal(let depth): depth
    case .section, .chinese: 2
    case .bracketedChinese, .bracketedArabic, .circled, .letter: 3
    case .chapter, .formal, nil: 1
    }
  }
}

extension PlainPage {
  fileprivate var nowhere: Box { Box(x0: 0, y0: 0, x1: 0, y1: 0) }
}
