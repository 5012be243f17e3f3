import Foundation
import PageReading
import ReportModel

/// A small PDF written by hand: one or more pages of content over plain objects.
///
/// Object 1 is the catalog, 2 the page tree, 3 Helvetica (`/F1`); then page and content for each page; then `extra`.
struct TestPDF {
  struct Page {
    var content: String
    /// Entries of the page's dictionary, `/MediaBox` first where it is not the default.
    var entries = ""
    /// Entries of the page's resources beside `/F1`.
    var resources = ""
    /// Where the content is not text: its bytes as they stand.
    var raw: [UInt8]?
    var fonts = ""
  }

  var pages: [Page]
  var catalog = ""
  var trailer = ""
  /// Objects from number `firstExtra` on.
  var extra: [String] = []

  init(_ content: String, entries: String = "", resources: String = "", fonts: String = "", extra: [String] = []) {
    pages = [Page(content: content, entries: entries, resources: resources, fonts: fonts)]
    self.extra = extra
  }

  init(pages: [Page], catalog: String = "", extra: [String] = []) {
    self.pages = pages
    self.catalog = catalog
    self.extra = extra
  }

  /// The number of the first object in `extra` of a file of one page.
  static let firstExtra = 6

  var bytes: [UInt8] {
    var objects: [[UInt8]] = [
      Array("<< /Type /Catalog /Pages 2 0 R \(catalog) >>".utf8),
      Array("<< /Type /Pages /Count \(pages.count) /Kids [\(kids)] /MediaBox [0 0 600 800] >>".utf8),
      Array("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".utf8),
    ]
    for (index, page) in pages.enumerated() {
      let content = page.raw ?? Array(page.content.utf8)
      objects.append(
        Array("<< /Length \(content.count) \(page.raw == nil ? "" : page.content) >>\nstream\n".utf8) + content
          + Array("\nendstream".utf8))
      let resources = "/Resources << /Font << /F1 3 0 R \(page.fonts) >> \(page.resources) >>"
      objects.append(
        Array("<< /Type /Page /Parent 2 0 R /Contents \(4 + 2 * index) 0 R \(page.entries) \(resources) >>".utf8))
    }
    objects += extra.map { Array($0.utf8) }
    return Self.file(objects, trailer: trailer)
  }

  private var kids: String { pages.indices.map { "\(5 + 2 * $0) 0 R" }.joined(separator: " ") }

  private static func file(_ objects: [[UInt8]], trailer: String) -> [UInt8] {
    var bytes = Array("%PDF-1.7\n".utf8)
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(bytes.count)
      bytes += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let start = bytes.count
    bytes += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
    for offset in offsets { bytes += Array((String(format: "%010d", offset) + " 00000 n \n").utf8) }
    bytes += Array("trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\n".utf8)
    return bytes + Array("startxref\n\(start)\n%%EOF\n".utf8)
  }

  /// Writes the file, opens it, and takes it away again.
  func open(password: String? = nil) throws -> PDFFile {
    try withFile(bytes) { try PDFFile(path: $0, password: password) }
  }

  func page(_ number: Int = 1) throws -> PageText { try open().page(number) }
}

/// Gives a file with these bytes to the closure; the file is gone afterwards.
func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pdf")
  try Data(bytes).write(to: url)
  defer { try? FileManager.default.removeItem(at: url) }
  return try body(url.path)
}

extension PageText {
  var string: String {
    var view = String.UnicodeScalarView()
    for glyph in glyphs { view.append(glyph.scalar) }
    return String(view)
  }
}

func isNear(_ a: Float, _ b: Float, within slack: Float = 0.02) -> Bool { abs(a - b) <= slack }

func isNear(_ a: Box, _ b: Box, within slack: Float = 0.02) -> Bool {
  isNear(a.x0, b.x0, within: slack) && isNear(a.y0, b.y0, within: slack) && isNear(a.x1, b.x1, within: slack)
    && isNear(a.y1, b.y1, within: slack)
}
