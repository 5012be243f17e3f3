import PageReading
import ReportModel

extension PDFFile {
  func structureTags() -> (tags: [StructureTag], complete: Bool) { ([], true) }
  func picture(page: Int, scale: Double) throws(ReadFailure) -> [UInt8] { [] }
}
func layOut(_ pages: [PageText], facts: DocumentFacts) -> [PageBlocks] {
  pages.map { page in
    PageBlocks(
      number: page.number, width: page.width, height: page.height,
      pieces: page.glyphs.indices.map { Piece(glyph: Int32($0)) },
      lines: [Line(pieces: 0..<page.glyphs.count, box: page.box)],
      blocks: [Block(role: .paragraph, box: page.box, lines: 0..<1)])
  }
}
func composeText(_ blocks: [PageBlocks], pages: [PageText], facts: DocumentFacts) -> ReportText {
  var report = ReportText(
    pages: blocks.map {
      PageSummary(number: $0.number, label: nil, width: $0.width, height: $0.height, readability: $0.readability)
    })
  for (index, page) in pages.enumerated() {
    let start = report.text.count
    report.text += page.glyphs.lazy.map(\.scalar)
    let range = start..<report.text.count
    report.blocks.append(
      TextBlock(
        id: index, role: .paragraph, range: range, parts: [.init(page: page.number, box: page.box, range: range)]))
    report.text.append("\n")
  }
  return report
}
func composePlainText(_ text: String) -> ReportText { ReportText() }
