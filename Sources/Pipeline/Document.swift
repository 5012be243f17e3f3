import ReportModel

/// One input as far as it could be read: its text, and why some or all of it is missing.
package struct Document: Sendable {
  /// The name as the caller gave it.
  package var input: String
  package var facts: DocumentFacts
  package var report: ReportText
  /// The pages as drawn, for the way from the text back to its boxes.
  package var pages: [PageText]
  /// What went wrong on single pages, by page number.
  package var faults: [Int: [PageFault]]
  /// Set where the document, or a page of it, could not be read; `report` then holds what could.
  package var failure: ReadFailure?

  package init(
    input: String, facts: DocumentFacts = DocumentFacts(pageCount: 0), report: ReportText = ReportText(),
    pages: [PageText] = [], faults: [Int: [PageFault]] = [:], failure: ReadFailure? = nil
  ) {
    self.input = input
    self.facts = facts
    self.report = report
    self.pages = pages
    self.faults = faults
    self.failure = failure
  }
}

/// What stands of one block on one page.
struct PagePart {
  var block: TextBlock
  /// On this page only; several where the block runs over columns.
  var pieces: [TextBlock.Part]
  /// Whether the block began on an earlier page, and whether it goes on on a later one.
  var isContinued: Bool
  var continues: Bool

  var range: Range<Int> { pieces[0].range.lowerBound..<pieces[pieces.count - 1].range.upperBound }

  var box: Box { pieces.dropFirst().reduce(pieces[0].box) { $0.union($1.box) } }

  /// The rows of the block's table that stand on this page.
  var rows: Range<Int>? {
    let all = pieces.compactMap(\.rows)
    guard let first = all.first, let last = all.last, first.lowerBound <= last.upperBound else {
      return block.table.map { 0..<$0.rowCount }
    }
    return first.lowerBound..<last.upperBound
  }
}

extension ReportText {
  /// The parts of blocks that each page bears, in reading order, by page number.
  func partsByPage() -> [Int: [PagePart]] {
    var result: [Int: [PagePart]] = [:]
    for block in blocks {
      var rest = block.parts[...]
      while let first = rest.first {
        let pieces = rest.prefix { $0.page == first.page }
        rest = rest.dropFirst(pieces.count)
        let isContinued = pieces.startIndex > block.parts.startIndex
        result[first.page, default: []].append(
          PagePart(block: block, pieces: Array(pieces), isContinued: isContinued, continues: !rest.isEmpty))
      }
    }
    return result
  }

  /// The text of a range without the white space at its ends.
  func trimmed(_ range: Range<Int>) -> ArraySlice<Unicode.Scalar> {
    var slice = text[range.clamped(to: 0..<text.count)]
    while let last = slice.last, last.properties.isWhitespace { slice.removeLast() }
    while let first = slice.first, first.properties.isWhitespace { slice.removeFirst() }
    return slice
  }
}
