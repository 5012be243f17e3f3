import Glibc
import ReportModel

/// A one-page PDF made on the spot, to try the reading process with.
enum ProbePage {
  static var temporaryFolder: String {
    getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
  }

  /// The page as a file that has no name any more.
  static func file() throws(ReadFailure) -> InputFile {
    var template = Array("\(temporaryFolder)/kaozheng-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    let path = template.withUnsafeBytes { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    guard descriptor >= 0 else {
      throw ReadFailure(.internalFault, "no file can be made in \(temporaryFolder)")
    }
    defer {
      close(descriptor)
      unlink(path)
    }
    guard writeAll(Array(pdf.utf8), to: descriptor) == nil else {
      throw ReadFailure(.internalFault, "nothing can be written in \(temporaryFolder)")
    }
    return try InputFile(path: path)
  }

  /// Poppler finds the objects of a file without a cross-reference table by itself.
  private static let pdf = """
    %PDF-1.4
    1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
    2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
    3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
    4 0 obj <</Length 33>> stream
    BT /F 12 Tf 20 50 Td (ok) Tj ET 
    endstream endobj
    5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
    trailer <</Root 1 0 R>>

    """
}
