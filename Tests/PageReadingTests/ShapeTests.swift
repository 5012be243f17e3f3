import PageReading
import ReportModel
import Testing

/// Lines, areas, outlines and pictures.
@Suite struct ShapeTests {
  @Test func strokesBecomeRulingsAsWideAsTheyAreDrawn() throws {
    let page = try TestPDF("2 w 1 0 0 RG 100 700 m 300 700 l S 0 w 50 100 m 50 200 l S").page()
    #expect(page.rulings.count == 2)
    #expect(isNear(page.rulings[0].box, Box(x0: 100, y0: 99, x1: 300, y1: 101)))
    #expect(page.rulings[0].color == 0xFF0000 && page.rulings[0].isHorizontal)
    #expect(isNear(page.rulings[1].box, Box(x0: 49.9, y0: 600, x1: 50.1, y1: 700)))
  }

  @Test func thickStrokesAreAreas() throws {
    let page = try TestPDF("20 w 100 700 m 300 700 l S").page()
    #expect(page.rulings.isEmpty)
    #expect(page.fills.map(\.box) == [Box(x0: 100, y0: 90, x1: 300, y1: 110)])
  }

  @Test func aStrokedRectangleIsFourRulings() throws {
    let page = try TestPDF("1 w 100 600 200 100 re S").page()
    #expect(page.rulings.count == 4)
    #expect(page.rulings.filter(\.isHorizontal).map(\.box.midY).sorted() == [100, 200])
    #expect(page.rulings.filter { !$0.isHorizontal }.map(\.box.midX).sorted() == [100, 300])
  }

  @Test func aTableDrawnAsOnePathComesApart() throws {
    let lines = (0..<5).map { "100 \(600 + $0 * 20) m 400 \(600 + $0 * 20) l" }.joined(separator: " ")
    let page = try TestPDF("\(lines) S").page()
    #expect(page.rulings.map(\.box.midY) == [200, 180, 160, 140, 120])
  }

  @Test func thinRectanglesAreRulingsAndThickOnesFills() throws {
    let page = try TestPDF("0.5 g 100 600 200 1 re f 1 g 100 500 200 50 re f 100 400 300 0 re f").page()
    #expect(page.rulings.count == 2)
    #expect(isNear(page.rulings[0].box, Box(x0: 100, y0: 199, x1: 300, y1: 200)))
    #expect(isNear(page.rulings[1].box.height, 0.2))
    #expect(page.fills == [Fill(box: Box(x0: 100, y0: 250, x1: 300, y1: 300), color: 0xFFFFFF)])
  }

  @Test func aFrameIsNoArea() throws {
    let page = try TestPDF("100 600 200 100 re 102 602 196 96 re f*").page()
    #expect(page.fills.isEmpty && page.rulings.count == 4)
  }

  @Test func roundedCardsAreFillsAndOtherShapesOutlines() throws {
    let card =
      "110 600 m 290 600 l 300 600 300 610 300 610 c 300 690 l 300 700 290 700 290 700 c 110 700 l "
      + "100 700 100 690 100 690 c 100 610 l 100 600 110 600 110 600 c f"
    let page = try TestPDF("\(card) 400 400 m 410 420 l 420 400 l f").page()
    #expect(page.fills.map(\.box) == [Box(x0: 100, y0: 100, x1: 300, y1: 200)])
    #expect(page.outlines == [Box(x0: 400, y0: 380, x1: 420, y1: 400)])
  }

  @Test func shapesAreCutToTheClipAndThePage() throws {
    let page = try TestPDF("q 0 0 200 800 re W n 100 600 400 50 re f 300 100 50 50 re f Q 590 0 50 50 re f").page()
    #expect(
      page.fills.map(\.box) == [Box(x0: 100, y0: 150, x1: 200, y1: 200), Box(x0: 590, y0: 750, x1: 600, y1: 800)])
  }

  @Test func whatIsTransparentIsNotThere() throws {
    let page = try TestPDF(
      "/G0 gs 100 600 200 100 re f /G1 gs 100 400 200 100 re f",
      resources: "/ExtGState << /G0 << /ca 0 >> /G1 << /ca 1 >> >>"
    ).page()
    #expect(page.fills.map(\.box.y0) == [300])
  }

  @Test func rotatedPagesTurnTheirRulings() throws {
    let page = try TestPDF("1 w 100 700 m 300 700 l S", entries: "/Rotate 90").page()
    #expect(page.rulings.map(\.box) == [Box(x0: 699.5, y0: 100, x1: 700.5, y1: 300)])
  }

  @Test func picturesAreBoxesAndInlineOnesAreSteppedOver() throws {
    let image =
      "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray "
      + "/Length 1 >>\nstream\nx\nendstream"
    let page = try TestPDF(
      "q 200 0 0 100 50 600 cm /I0 Do Q q 30 0 0 30 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q "
        + "BT /F1 10 Tf 100 700 Td (after) Tj ET",
      resources: "/XObject << /I0 6 0 R >>", extra: [image]
    ).page()
    #expect(page.pictures == [Box(x0: 50, y0: 100, x1: 250, y1: 200), Box(x0: 0, y0: 770, x1: 30, y1: 800)])
    #expect(page.string == "after" && page.faults.isEmpty)
  }

  @Test func patternsAndShadingsCountAsPictures() throws {
    let shading =
      "<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 1 0] /Function "
      + "<< /FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] /N 1 >> >>"
    let page = try TestPDF(
      "/Pattern cs /P0 scn 100 600 200 100 re f q 10 10 50 40 re W n /S0 sh Q",
      resources: "/Pattern << /P0 << /PatternType 2 /Shading 6 0 R >> >> /Shading << /S0 6 0 R >>", extra: [shading]
    ).page()
    #expect(page.pictures == [Box(x0: 100, y0: 100, x1: 300, y1: 200), Box(x0: 10, y0: 750, x1: 60, y1: 790)])
    #expect(page.fills.isEmpty)
  }

  private static func form(_ content: String, entries: String) -> String {
    "<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] \(entries) /Length \(content.utf8.count) >>\n"
      + "stream\n\(content)\nendstream"
  }

  @Test func transparencyGroupsAreReadAndSoftMasksAreNot() throws {
    let group = "/Group << /S /Transparency /CS /DeviceGray >>"
    let page = try TestPDF(
      "/X0 Do /G0 gs 0 0 100 100 re f",
      resources: "/XObject << /X0 6 0 R >> /ExtGState << /G0 << /SMask << /S /Luminosity /G 7 0 R >> >> >>",
      extra: [Self.form("300 300 50 50 re f", entries: group), Self.form("500 500 50 50 re f", entries: group)]
    ).page()
    #expect(
      page.fills.map(\.box) == [Box(x0: 300, y0: 450, x1: 350, y1: 500), Box(x0: 0, y0: 700, x1: 100, y1: 800)])
  }

  @Test func textFilledWithAPatternIsTextAndNoPicture() throws {
    let shading =
      "<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 600 0] /Function "
      + "<< /FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] /N 1 >> >>"
    let page = try TestPDF(
      "/Pattern cs /P0 scn BT /F1 20 Tf 100 700 Td (Gold) Tj ET 0 0 100 100 re f",
      resources: "/Pattern << /P0 << /PatternType 2 /Shading 6 0 R >> >>", extra: [shading]
    ).page()
    #expect(page.string == "Gold" && page.glyphs.allSatisfy { $0.traits == [] })
    #expect(page.pictures == [Box(x0: 0, y0: 700, x1: 100, y1: 800)])
  }

  @Test func tooManyShapesAreAFault() throws {
    let dots = (0..<20_001).map { "\($0 % 500) \($0 / 500) 0.5 0.5 re f" }.joined(separator: "\n")
    let page = try TestPDF(dots).page()
    #expect(page.rulings.count == 20_000)
    #expect(page.faults == [.tooManyShapes(limit: 20_000)])
  }
}
