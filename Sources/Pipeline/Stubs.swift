import PageReading
import ReportModel

extension PDFFile {
  func structureTags() -> (tags: [StructureTag], complete: Bool) { ([], true) }
  func picture(page: Int, scale: Double) throws(ReadFailure) -> [UInt8] { [] }
}
func composePlainText(_ text: String) -> ReportText { ReportText() }
struct Readiness {
  var hasChineseMaps = true
  var popplerVersion = "22.12"
  static func check() -> Readiness { Readiness() }
}
