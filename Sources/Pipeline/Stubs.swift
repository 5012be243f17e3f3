import PageReading
import ReportModel

extension PDFFile {
  func structureTags() -> (tags: [StructureTag], complete: Bool) { ([], true) }
  func picture(page: Int, scale: Double) throws(ReadFailure) -> [UInt8] { [] }
}
func composePlainText(_ text: String) -> ReportText { ReportText() }
