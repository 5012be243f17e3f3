import ReportModel

package final class PDFFile {
  let facts: DocumentFacts
  init(path: String, password: String?) throws(ReadFailure) { facts = DocumentFacts(pageCount: 3) }
  func page(_ number: Int) throws(ReadFailure) -> PageText { PageText(number: number, width: 595, height: 842) }
  func structureTags() -> (tags: [StructureTag], complete: Bool) { ([], true) }
  func picture(page: Int, scale: Double) throws(ReadFailure) -> [UInt8] { [] }
}
func layOut(_ pages: [PageText], facts: DocumentFacts) -> [PageBlocks] {
  pages.map { PageBlocks(number: $0.number, width: $0.width, height: $0.height) }
}
func composeText(_ blocks: [PageBlocks], pages: [PageText], facts: DocumentFacts) -> ReportText {
  ReportText(
    pages: blocks.map {
      PageSummary(number: $0.number, label: nil, width: $0.width, height: $0.height, readability: $0.readability)
    })
}
func composePlainText(_ text: String) -> ReportText { ReportText() }
