import Foundation
import PageReading
import Pipeline
import ReportModel
import Support
import Testing

/// Inside its walls a worker reads and draws what this process, which has none, reads and draws.
struct SandboxedReadingTests {
  private static let launcher = WorkerLauncher(executable: BuiltProgram.path)

  private func expectTheSame(_ path: String, password: String? = nil, pictures: [Int]) throws {
    let options = ReadOptions(password: password, launcher: Self.launcher)
    let outside = try PDFFile(path: path, password: password)
    let inside = readDocument(path, options: options)
    #expect(inside.failure == nil)
    #expect(inside.pages == (try (1...outside.pageCount).map { try outside.page($0) }), "\(path)")
    let drawn = try PictureSession(input: path, pages: pictures, scale: 0.5, options: options)
    for page in pictures {
      #expect(drawn.picture(of: page) == (try outside.picture(page: page, scale: 0.5)), "\(path), page \(page)")
    }
  }

  @Test func everyDocumentReadsTheSame() throws {
    for file in try CorpusFile.all() {
      try expectTheSame(file.path, password: file.password.isEmpty ? nil : file.password, pictures: [1, 2])
    }
  }

  /// Fonts and character maps of the machine, and libraries that are loaded late, are found from inside.
  @Test func aPageWithAFontThatItDoesNotCarryReadsTheSame() throws {
    let path = try BuiltProgram.temporaryFolder() + "/page.pdf"
    try Self.page.write(toFile: path, atomically: false, encoding: .utf8)
    try expectTheSame(path, pictures: [1])
    let glyphs = readDocument(path, options: ReadOptions(launcher: Self.launcher)).pages.flatMap(\.glyphs)
    #expect(String(String.UnicodeScalarView(glyphs.map(\.scalar))) == "永續報告")
  }

  /// Four characters in a font of the machine, by their Unicode numbers.
  private static let page = """
    %PDF-1.4
    1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
    2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
    3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
    4 0 obj <</Length 48>> stream
    BT /F 24 Tf 20 50 Td <6C387E8C5831544A> Tj ET   
    endstream endobj
    5 0 obj <</Type/Font/Subtype/Type0/BaseFont/MSung-Light/Encoding/UniCNS-UCS2-H/DescendantFonts[6 0 R]>> endobj
    6 0 obj <</Type/Font/Subtype/CIDFontType0/BaseFont/MSung-Light/DW 1000/FontDescriptor 7 0 R
      /CIDSystemInfo<</Registry(Adobe)/Ordering(CNS1)/Supplement 4>>>> endobj
    7 0 obj <</Type/FontDescriptor/FontName/MSung-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0
      /Ascent 880/Descent -120/CapHeight 880/StemV 80>> endobj
    trailer <</Root 1 0 R>>

    """
}
