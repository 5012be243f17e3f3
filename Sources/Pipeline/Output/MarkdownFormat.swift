import ReportModel

/// A document as Markdown: headings, lists, pipe tables; footnotes as quotes, furniture left out.
///
/// A paragraph or table that runs over pages is one value here, because Markdown knows no pages.
package func markdown(of document: Document, pages: PageSelection) -> ByteBuffer {
  let report = document.report
  var markdown = MarkdownWriter(report: report)
  for block in report.blocks where !block.role.isFurniture {
    let parts = block.parts.filter { pages.contains($0.page) }
    guard let first = parts.first, let last = parts.last else { continue }
    let range = first.range.lowerBound..<max(first.range.lowerBound, last.range.upperBound)
    markdown.block(block, range: range, rows: parts.flatMap { $0.rows.map(Array.init) ?? [] })
  }
  return markdown.buffer
}

/// Writes blocks one after the other, with an empty line between them unless both belong to one list.
struct MarkdownWriter {
  private(set) var buffer: ByteBuffer
  private let report: ReportText
  private var previous: BlockRole?

  init(report: ReportText) {
    self.report = report
    buffer = ByteBuffer(capacity: report.text.count * 3)
  }

  mutating func block(_ block: TextBlock, range: Range<Int>, rows: [Int]) {
    let text = report.trimmed(range)
    guard !text.isEmpty else { return }
    separate(from: block.role)
    if let table = block.table, table.columnCount > 1 {
      self.table(table, rows: rows.isEmpty ? Array(0..<table.rowCount) : rows)
      return
    }
    switch block.role {
    case .heading:
      for _ in 0..<min(6, max(1, block.level ?? 1)) { buffer.append("#") }
      buffer.append(" ")
      inline(text, atLineStart: false)
    case .listItem, .tocEntry: listItem(text, level: block.level ?? 1)
    case .footnote:
      buffer.append("> ")
      inline(text, atLineStart: true)
    case .caption:
      buffer.append("**")
      inline(text, atLineStart: false)
      buffer.append("**")
    case .paragraph, .table, .figureText, .runningHeader, .runningFooter, .pageNumber, .navigation, .watermark:
      inline(text, atLineStart: true)
    }
    buffer.append("\n")
  }

  private mutating func separate(from role: BlockRole) {
    let sameList = previous == role && (role == .listItem || role == .tocEntry)
    if previous != nil, !sameList { buffer.append("\n") }
    previous = role
  }

  /// A bullet becomes Markdown's own; a printed number stays as the item's first word.
  private mutating func listItem(_ text: ArraySlice<Unicode.Scalar>, level: Int) {
    for _ in 1..<max(2, min(level, 6)) { if level > 1 { buffer.append("  ") } }
    buffer.append("- ")
    var rest = text
    if let first = rest.first, Self.bullets.contains(first), rest.count > 1 {
      rest = rest.dropFirst()
      while let next = rest.first, next.properties.isWhitespace { rest = rest.dropFirst() }
    }
    inline(rest, atLineStart: true)
  }

  private static let bullets = Set("•‧·∙●○■□◆◇▪▫▶►▸➢➤✓✔✦★☆–-*".unicodeScalars)

  /// Text with the characters escaped that Markdown would take for marks; a line break becomes a space or two.
  private mutating func inline(_ text: ArraySlice<Unicode.Scalar>, atLineStart: Bool) {
    var escaper = MarkdownEscaper(isAtLineStart: atLineStart)
    for (index, scalar) in zip(text.indices, text) {
      let next = index + 1 < text.endIndex ? text[index + 1] : nil
      if scalar == "\n" {
        buffer.append("  \n")
        escaper = MarkdownEscaper(isAtLineStart: true)
      } else {
        escaper.append(scalar, next: next, to: &buffer)
      }
    }
  }

  /// Header rows are folded into the one that a pipe table has.
  private mutating func table(_ table: TextTable, rows: [Int]) {
    let headers = TableHeaders(table)
    buffer.append("|")
    for column in 0..<table.columnCount {
      var seen: [Range<Int>] = []
      for row in rows where row < table.headerRows {
        guard let range = headers.cell(row: row, column: column)?.range, !seen.contains(range) else { continue }
        seen.append(range)
      }
      cell(seen)
    }
    buffer.append("\n|")
    for _ in 0..<table.columnCount { buffer.append(" --- |") }
    buffer.append("\n")
    for row in rows where row >= table.headerRows && row < table.rowCount {
      buffer.append("|")
      for column in 0..<table.columnCount {
        cell(headers.cell(row: row, column: column).map { [$0.range] } ?? [])
      }
      buffer.append("\n")
    }
  }

  private mutating func cell(_ ranges: [Range<Int>]) {
    buffer.append(" ")
    var isFirst = true
    for text in ranges.map(report.trimmed) where !text.isEmpty {
      if !isFirst { buffer.append("<br>") }
      isFirst = false
      var escaper = MarkdownEscaper(isAtLineStart: false, isInTable: true)
      for (index, scalar) in zip(text.indices, text) {
        if scalar == "\n" {
          buffer.append("<br>")
        } else {
          escaper.append(scalar, next: index + 1 < text.endIndex ? text[index + 1] : nil, to: &buffer)
        }
      }
    }
    buffer.append(isFirst ? "|" : " |")
  }
}
