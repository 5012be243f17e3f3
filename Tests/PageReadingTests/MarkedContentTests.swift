import PageReading
import ReportModel
import Testing

/// Marked content, replacement text, optional content, and the structure that refers to them.
@Suite struct MarkedContentTests {
  @Test func theInnermostMarkCounts() throws {
    let page = try TestPDF(
      "BT /F1 10 Tf 10 10 Td /P << /MCID 1 >> BDC (A) Tj /Span << /MCID 2 >> BDC (B) Tj EMC (C) Tj EMC (D) Tj "
        + "/P << /MCID 3 >> BDC /Span << /Lang (en) >> BDC (E) Tj EMC EMC ET"
    ).page()
    #expect(page.glyphs.map(\.mark) == [1, 2, 1, -1, 3])
  }

  @Test func artifactsAreMarked() throws {
    let page = try TestPDF(
      "BT /F1 10 Tf 10 10 Td /Artifact << /Type /Pagination >> BDC (A) Tj EMC /Artifact BMC (B) Tj EMC (C) Tj ET"
    ).page()
    #expect(page.glyphs.map { $0.traits.contains(.artifact) } == [true, true, false])
  }

  @Test func replacementTextStandsOverWhatItReplaces() throws {
    let page = try TestPDF(
      "BT /F1 10 Tf 100 700 Td /Span << /ActualText <FEFF6C34> >> BDC (AB) Tj EMC "
        + "/Span << /ActualText (xyz) >> BDC (C) Tj EMC /Span << /ActualText () >> BDC (D) Tj EMC (E) Tj ET"
    ).page()
    #expect(page.string == "水xyzE")
    #expect(page.glyphs.map { $0.traits.contains(.actualText) } == [true, true, true, true, false])
    #expect(isNear(page.glyphs[0].box.x0, 100) && isNear(page.glyphs[0].box.x1, 113.34))
    #expect(isNear(page.glyphs[1].box.x0, 113.34) && isNear(page.glyphs[3].box.x1, 120.56))
    #expect(isNear(page.glyphs[1].box.width, page.glyphs[3].box.width))
  }

  @Test func hiddenLayersAreNotRead() throws {
    var pdf = TestPDF(
      "BT /F1 10 Tf 10 10 Td /OC /L0 BDC (off) Tj EMC /OC /L1 BDC (on) Tj EMC ET",
      resources: "/Properties << /L0 6 0 R /L1 7 0 R >>",
      extra: ["<< /Type /OCG /Name (off) >>", "<< /Type /OCG /Name (on) >>"])
    pdf.catalog = "/OCProperties << /OCGs [6 0 R 7 0 R] /D << /ON [7 0 R] /OFF [6 0 R] >> >>"
    #expect(try pdf.page().string == "on")
  }

  static let tagged: TestPDF = {
    var pdf = TestPDF(
      "/P << /MCID 0 >> BDC EMC",
      extra: [
        // 6: root; 7: a section that the root's kids name twice, and that names itself
        "<< /Type /StructTreeRoot /K [7 0 R 7 0 R] /RoleMap << /Chapter /H2 /Loop /Loop >> >>",
        "<< /S /Sect /P 6 0 R /Pg 5 0 R /K [8 0 R 9 0 R 10 0 R 7 0 R 12 0 R] >>",
        "<< /S /Chapter /P 7 0 R /K 0 >>",
        "<< /S /P /P 7 0 R /K [1 << /S /Span /K 2 >> << /Type /MCR /MCID 3 /Pg 5 0 R >>] >>",
        "<< /S /Table /P 7 0 R /K << /S /TR /K [<< /S /TH /K 4 >> 11 0 R] >> >>",
        "<< /S /TD /K [<< /S /P /K 5 >> << /S /L /K << /S /LI /K 6 >> >>] >>",
        "<< /S /L /P 7 0 R /K << /S /LI /K [<< /S /Lbl /K 7 >> << /S /LBody /K << /S /P /K 8 >> >>] >> >>",
      ])
    pdf.catalog = "/StructTreeRoot 6 0 R"
    return pdf
  }()

  @Test func theStructureIsReadInItsOwnOrder() throws {
    let (tags, isComplete) = try Self.tagged.open().structureTags()
    #expect(isComplete)
    #expect(tags.map(\.mark) == [0, 1, 2, 3, 4, 5, 6, 7, 8])
    #expect(
      tags.map(\.role) == [
        .heading2, .paragraph, .paragraph, .paragraph, .tableHeader, .tableCell, .tableCell, .listItem, .listItem,
      ])
    #expect(tags.allSatisfy { $0.page == 1 })
  }

  @Test func marksOfOneBlockShareTheirElement() throws {
    let elements = try Self.tagged.open().structureTags().tags.map(\.element)
    #expect(elements[1] == elements[2] && elements[2] == elements[3])
    #expect(elements[5] == elements[6] && elements[7] == elements[8])
    #expect(Set(elements).count == 5)
  }

  @Test func marksInsideFormsAreNotThoseOfThePage() throws {
    let content = "/P << /MCID 0 >> BDC BT /F1 10 Tf 10 10 Td (B) Tj ET EMC"
    var pdf = TestPDF(
      "/P << /MCID 0 >> BDC BT /F1 10 Tf 10 50 Td (A) Tj ET EMC /X0 Do", resources: "/XObject << /X0 6 0 R >>",
      extra: [
        "<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /StructParents 1 /Resources << /Font << /F1 3 0 R >> >> "
          + "/Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
        "<< /Type /StructTreeRoot /K [<< /S /H1 /Pg 5 0 R /K 0 >> "
          + "<< /S /Caption /Pg 5 0 R /K << /Type /MCR /MCID 0 /Stm 6 0 R >> >>] >>",
      ])
    pdf.catalog = "/StructTreeRoot 7 0 R"
    let file = try pdf.open()
    let page = try file.page(1)
    let tags = file.structureTags().tags
    #expect(page.string == "AB")
    #expect(tags.map(\.role) == [.heading1, .caption])
    #expect(page.glyphs.map(\.mark) == tags.map(\.mark))
    #expect(page.glyphs[0].mark != page.glyphs[1].mark)
  }
}
