import PageReading
import ReportModel
import Testing

/// What fonts say of their codes, and what is made of it where they say little.
@Suite struct FontTests {
  /// A composite font over 6 and 7; its map to Unicode, where it has one, is object 8.
  static func composite(encoding: String, maps: String?) -> [String] {
    let toUnicode = maps == nil ? "" : "/ToUnicode 8 0 R"
    let font = """
      << /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Some-Bold /Encoding /\(encoding) \(toUnicode)
      /DescendantFonts [7 0 R] >>
      """
    let descendant = """
      << /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Some-Bold /DW 1000 /DW2 [880 -1000]
      /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>
      """
    guard let maps else { return [font, descendant] }
    let map = """
      /CIDInit /ProcSet findresource begin 12 dict begin begincmap
      1 begincodespacerange <0000> <FFFF> endcodespacerange
      \(maps)
      endcmap end end
      """
    return [font, descendant, "<< /Length \(map.utf8.count) >>\nstream\n\(map)\nendstream"]
  }

  static func pdf(_ content: String, encoding: String = "Identity-H", maps: String?) -> TestPDF {
    TestPDF(content, fonts: "/F2 6 0 R", extra: composite(encoding: encoding, maps: maps))
  }

  @Test func ligaturesShareTheirWidth() throws {
    let pdf = Self.pdf(
      "BT /F2 10 Tf 100 700 Td <00010002> Tj ET", maps: "2 beginbfchar <0001> <006600660069> <0002> <6C34> endbfchar")
    let page = try pdf.page()
    #expect(page.string == "ffi水")
    #expect(page.glyphs.map { $0.traits.contains(.continuesLigature) } == [false, true, true, false])
    #expect(page.glyphs.map(\.code) == [1, 1, 1, 2])
    for (index, glyph) in page.glyphs.prefix(3).enumerated() {
      #expect(isNear(glyph.box.x0, 100 + Float(index) * 10 / 3) && isNear(glyph.box.width, 10 / 3))
      #expect(isNear(glyph.originX, glyph.box.x0))
    }
    #expect(isNear(page.glyphs[3].box.x0, 110))
  }

  @Test func charactersBeyondTheFirstPlaneAreOneScalar() throws {
    let pdf = Self.pdf("BT /F2 10 Tf 100 700 Td <0001> Tj ET", maps: "1 beginbfchar <0001> <D840DC0B> endbfchar")
    #expect(try pdf.page().glyphs.map(\.scalarValue) == [0x2000B])
  }

  @Test func codesWithoutACharacterAreSaidToBeUnknown() throws {
    let pdf = Self.pdf("BT /F2 10 Tf 100 700 Td <00010009> Tj ET", maps: "1 beginbfchar <0001> <0041> endbfchar")
    let page = try pdf.page()
    #expect(page.glyphs.map(\.scalarValue) == [0x41, 0xFFFD])
    #expect(page.fonts[0].hasUnicodeMap)
  }

  @Test func fontsWithoutAMapAreGuesses() throws {
    let page = try Self.pdf("BT /F2 10 Tf 100 700 Td <00410042> Tj ET", maps: nil).page()
    #expect(page.glyphs.count == 2)
    #expect(page.glyphs.allSatisfy { $0.traits.contains(.guessed) })
    #expect(!page.fonts[0].hasUnicodeMap)
  }

  @Test func namesLoseTheirSubsetPrefixAndTellTheWeight() throws {
    let page = try Self.pdf("BT /F1 10 Tf (x) Tj /F2 10 Tf <0001> Tj ET", maps: "1 beginbfchar <0001> <0041> endbfchar")
      .page()
    #expect(page.fonts.map(\.name) == ["Helvetica", "Some-Bold"])
    #expect(page.fonts.map(\.isBold) == [false, true])
    #expect(page.glyphs.map(\.font) == [0, 1])
  }

  @Test func strokedTextIsBold() throws {
    let page = try TestPDF("0.3 w BT /F1 10 Tf 10 10 Td (a) Tj 2 Tr (b) Tj 0 Tr (c) Tj 0 w 2 Tr (d) Tj ET").page()
    #expect(page.glyphs.map { page.fonts[Int($0.font)].isBold } == [false, true, false, false])
    #expect(page.fonts.map(\.name) == ["Helvetica", "Helvetica"])
  }

  @Test func verticalFontsWriteDownwards() throws {
    let pdf = Self.pdf(
      "BT /F2 10 Tf 100 700 Td <00010001> Tj ET", encoding: "Identity-V",
      maps: "1 beginbfchar <0001> <6C34> endbfchar")
    let page = try pdf.page()
    #expect(page.glyphs.allSatisfy { $0.direction == .down && $0.traits.contains(.verticalWriting) })
    #expect(isNear(page.glyphs[0].box, Box(x0: 95, y0: 100, x1: 105, y1: 110)), "\(page.glyphs[0])")
    #expect(isNear(page.glyphs[1].box, Box(x0: 95, y0: 110, x1: 105, y1: 120)), "\(page.glyphs[1])")
  }

  @Test func typeThreeGlyphsHaveTextAndABox() throws {
    let glyph = "<< /Length 40 >>\nstream\n500 0 0 0 500 700 d1 0 0 500 700 re f    \nendstream"
    let font = """
      << /Type /Font /Subtype /Type3 /FontBBox [0 -200 500 700] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 97
      /LastChar 97 /Widths [500] /CharProcs << /a 7 0 R >> /Encoding << /Differences [97 /a] >> /Resources << >> >>
      """
    let page = try TestPDF("BT /F2 20 Tf 100 700 Td (aa) Tj ET", fonts: "/F2 6 0 R", extra: [font, glyph]).page()
    #expect(page.string == "aa" && page.fonts[0].isType3)
    #expect(isNear(page.glyphs[0].box, Box(x0: 100, y0: 86, x1: 110, y1: 104)), "\(page.glyphs[0])")
    #expect(isNear(page.glyphs[0].size, 20))
    #expect(page.fills.isEmpty)
  }

  @Test("A Type 3 font drawn in ems keeps its size, whatever its glyphs are called")
  func typeThreeInEms() throws {
    let glyph = "<< /Length 40 >>\nstream\n1000 0 0 0 1000 880 d1 0 0 900 700 re f  \nendstream"
    let font = """
      << /Type /Font /Subtype /Type3 /FontBBox [0 -120 1000 880] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 97
      /LastChar 98 /Widths [1000 590] /CharProcs << /g0 7 0 R /g1 7 0 R >>
      /Encoding << /Differences [97 /g0 /g1] >> /Resources << >> >>
      """
    let page = try TestPDF("BT /F2 20 Tf 100 700 Td (ab) Tj ET", fonts: "/F2 6 0 R", extra: [font, glyph]).page()
    #expect(isNear(page.glyphs[0].size, 20))
    #expect(isNear(page.glyphs[1].box.x1, 131.8), "\(page.glyphs[1])")
  }

  @Test("A Type 3 font drawn in dots has the size that its letters have")
  func typeThreeInDots() throws {
    let glyph = "<< /Length 40 >>\nstream\n40 0 0 0 40 60 d1 0 0 40 60 re f         \nendstream"
    let font = """
      << /Type /Font /Subtype /Type3 /FontBBox [0 -10 40 60] /FontMatrix [1 0 0 1 0 0] /FirstChar 97
      /LastChar 97 /Widths [40] /CharProcs << /g0 7 0 R >> /Encoding << /Differences [97 /g0] >> /Resources << >> >>
      """
    let page = try TestPDF("BT /F2 0.25 Tf 100 700 Td (a) Tj ET", fonts: "/F2 6 0 R", extra: [font, glyph]).page()
    #expect(isNear(page.glyphs[0].size, 20))
  }
}
