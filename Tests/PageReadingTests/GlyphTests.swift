import PageReading
import ReportModel
import Testing

/// Where glyphs stand, how large they are and which way they run.
@Suite struct GlyphTests {
  /// Helvetica's A and B are 0.667 em wide.
  @Test func boxesAreAdvanceWideAndOriginsLieOnTheBaseline() throws {
    let page = try TestPDF("BT /F1 10 Tf 100 700 Td (AB) Tj ET").page()
    #expect(page.string == "AB")
    #expect(page.width == 600 && page.height == 800)
    let (a, b) = (page.glyphs[0], page.glyphs[1])
    #expect(isNear(a.originX, 100) && isNear(a.originY, 100))
    #expect(isNear(a.box.x0, 100) && isNear(a.box.x1, 106.67) && isNear(b.box.x0, 106.67))
    #expect(a.box.y0 < 93.5 && a.box.y0 > 90 && a.box.y1 > 100.5 && a.box.y1 < 104)
    #expect(isNear(a.size, 10) && a.direction == .right && a.traits == [] && a.mark == -1 && a.code == 65)
  }

  @Test func spacingMovesThePenButWidensNoGlyph() throws {
    let page = try TestPDF("BT /F1 10 Tf 5 Tc 20 Tw 100 700 Td (A B) Tj ET").page()
    #expect(page.string == "A B")
    #expect(isNear(page.glyphs[0].box.x1, 106.67))
    #expect(isNear(page.glyphs[1].box.x0, 111.67) && isNear(page.glyphs[1].box.width, 2.78))
    #expect(isNear(page.glyphs[2].box.x0, 139.45))
  }

  @Test(arguments: [
    (90, Float(700), Float(100), Direction.down), (180, 500, 700, .left), (270, 100, 500, .up),
  ])
  func rotationIsApplied(rotation: Int, x: Float, y: Float, direction: Direction) throws {
    let page = try TestPDF("BT /F1 10 Tf 100 700 Td (A) Tj ET", entries: "/Rotate \(rotation)").page()
    let glyph = try #require(page.glyphs.first)
    #expect(page.width == (rotation == 180 ? 600 : 800) && page.height == (rotation == 180 ? 800 : 600))
    #expect(isNear(glyph.originX, x) && isNear(glyph.originY, y), "\(glyph)")
    #expect(glyph.direction == direction && isNear(glyph.size, 10))
    #expect(isNear(direction == .left ? glyph.box.width : glyph.box.height, 6.67))
  }

  @Test func theCropBoxIsTheOrigin() throws {
    let page = try TestPDF("BT /F1 10 Tf 100 700 Td (A) Tj ET", entries: "/CropBox [50 100 350 750]").page()
    #expect(page.width == 300 && page.height == 650)
    #expect(isNear(page.glyphs[0].originX, 50) && isNear(page.glyphs[0].originY, 50))
  }

  @Test func textBesideThePageIsKept() throws {
    let page = try TestPDF("BT /F1 10 Tf 596 700 Td (AB) Tj 0 200 Td (C) Tj ET").page()
    #expect(page.string == "ABC")
    #expect(page.glyphs.allSatisfy { !$0.traits.contains(.clipped) })
  }

  @Test func superscriptsAreSmallerAndHigher() throws {
    let page = try TestPDF("BT /F1 12 Tf 100 700 Td (9) Tj /F1 6 Tf 5 Ts (2) Tj ET").page()
    let (base, raised) = (page.glyphs[0], page.glyphs[1])
    #expect(isNear(raised.size, 6) && isNear(base.size, 12))
    #expect(isNear(base.originY - raised.originY, 5))
  }

  @Test func scaledAndMirroredTextIsMeasuredAsDisplayed() throws {
    let page = try TestPDF("BT /F1 1 Tf 20 0 0 20 100 700 Tm (A) Tj -10 0 0 10 300 600 Tm (A) Tj ET").page()
    #expect(isNear(page.glyphs[0].size, 20) && isNear(page.glyphs[0].box.width, 13.34))
    #expect(isNear(page.glyphs[1].size, 10) && page.glyphs[1].direction == .left)
    #expect(isNear(page.glyphs[1].box.x0, 293.33) && isNear(page.glyphs[1].box.x1, 300))
  }

  @Test func slantedTextIsOblique() throws {
    let page = try TestPDF("BT /F1 10 Tf 0.87 0.5 -0.5 0.87 100 400 Tm (A) Tj ET").page()
    #expect(page.glyphs[0].direction == .oblique && isNear(page.glyphs[0].size, 10.03))
  }

  @Test func contentOrderIsKept() throws {
    let page = try TestPDF("BT /F1 10 Tf 100 100 Td (low) Tj 0 600 Td (high) Tj ET").page()
    #expect(page.string == "lowhigh")
  }

  @Test func coloursAreThoseOfFillOrStroke() throws {
    let page = try TestPDF(
      "BT /F1 10 Tf 1 0 0 rg 100 700 Td (A) Tj 0 0 1 RG 1 Tr (B) Tj 0 Tr 0 0.5 0 rg (C) Tj q 0 g (D) Tj Q (E) Tj ET"
    ).page()
    #expect(page.glyphs.map(\.color) == [0xFF0000, 0x0000FF, 0x008000, 0x000000, 0x008000])
  }

  @Test func renderModeThreeIsInvisible() throws {
    let page = try TestPDF("BT /F1 10 Tf 100 700 Td 3 Tr (A) Tj 0 Tr (B) Tj ET").page()
    #expect(page.glyphs.map(\.traits) == [.invisible, []])
  }

  @Test func whatTheClipHidesIsMarked() throws {
    let page = try TestPDF("q 0 0 50 50 re W n BT /F1 10 Tf 10 10 Td (A) Tj 200 0 Td (B) Tj ET Q").page()
    #expect(page.glyphs.map { $0.traits.contains(.clipped) } == [false, true])
  }

  @Test func tooManyGlyphsAreAFaultNotALie() throws {
    let line = "(\(String(repeating: "A", count: 100))) Tj "
    let page = try TestPDF("BT /F1 1 Tf 10 10 Td \(String(repeating: line, count: 601)) ET").page()
    #expect(page.glyphs.count == 60_000)
    #expect(page.faults == [.tooManyGlyphs(limit: 60_000)])
  }

  @Test func typedNotesOnThePageAreRead() throws {
    let page = try TestPDF(
      "BT /F1 10 Tf 100 700 Td (A) Tj ET", entries: "/Annots [6 0 R]",
      extra: [
        "<< /Type /Annot /Subtype /FreeText /Rect [100 100 200 150] /AP << /N 7 0 R >> >>",
        """
        << /Type /XObject /Subtype /Form /BBox [0 0 100 50] /Resources << /Font << /F1 3 0 R >> >> /Length 34 >>
        stream
        BT /F1 10 Tf 10 10 Td (NOTE) Tj ET
        endstream
        """,
      ]
    ).page()
    #expect(page.string == "ANOTE")
    #expect(isNear(page.glyphs[1].originX, 110) && isNear(page.glyphs[1].originY, 690))
  }
}
