import Foundation
import PageReading
import ReportModel
import Testing

/// Opening, refusing, and what a file says of itself.
@Suite struct FileTests {
  private func failure(_ bytes: [UInt8], password: String? = nil) throws -> ReadFailure? {
    try withFile(bytes) { path in
      do throws(ReadFailure) {
        _ = try PDFFile(path: path, password: password)
        return nil
      } catch { return error }
    }
  }

  @Test(arguments: [
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "PNG"), (Array("\n <!DOCTYPE HTML><p>".utf8), "HTML"),
    ([0x50, 0x4B, 0x03, 0x04, 0, 0], "Office"), (Array("hello".utf8), "not a PDF"),
  ])
  func whatIsNoPDFIsNamed(bytes: [UInt8], word: String) throws {
    let failure = try #require(try failure(bytes))
    #expect(failure.code == .notPDF && failure.message.contains(word))
  }

  @Test func emptyAndMissingFilesAndFoldersAreToldApart() throws {
    #expect(try failure([])?.code == .empty)
    #expect(throws: ReadFailure(.notFound, "/no/such.pdf: no such file")) { try PDFFile(path: "/no/such.pdf") }
    #expect(throws: ReadFailure.self) { try PDFFile(path: "/tmp") }
  }

  @Test func aFileOfPagesWithoutAnyHasNone() throws {
    #expect(try failure(TestPDF(pages: []).bytes)?.code == .noPages)
  }

  @Test func brokenFilesAreDamaged() throws {
    #expect(try failure(Array("%PDF-1.7\nnothing else".utf8))?.code == .damaged)
  }

  @Test func aLostCrossReferenceTableIsRebuilt() throws {
    let bytes = TestPDF("BT /F1 10 Tf 10 10 Td (found) Tj ET").bytes
    let text = String(decoding: bytes, as: UTF8.self)
    let table = try #require(text.range(of: "xref\n"))
    let trailer = try #require(text.range(of: "trailer"))
    let cut = text[..<table.lowerBound] + text[trailer.lowerBound...]
    let string = try withFile(Array(cut.utf8)) { try PDFFile(path: $0).page(1).string }
    #expect(string == "found")
  }

  @Test func contentCutShortIsAFault() throws {
    let page = TestPDF.Page(content: "/Filter /FlateDecode", raw: [0x78, 0x9C, 0xFF, 0xFF, 0xFF, 0xFF])
    let faults = try TestPDF(pages: [page]).page().faults
    #expect(faults.count == 1)
    guard case .damaged = faults.first else {
      Issue.record("\(faults)")
      return
    }
  }

  @Test func pagesThatAreNotThereAreRefused() throws {
    let file = try TestPDF("").open()
    for number in [0, 2, -1] {
      do throws(ReadFailure) {
        _ = try file.page(number)
        Issue.record("page \(number) was read")
      } catch { #expect(error.code == .noSuchPage && error.page == number) }
    }
  }

  @Test func labelsAreReadWhereTheyAreStated() throws {
    let pages = (1...4).map { _ in TestPDF.Page(content: "") }
    let labels = "/PageLabels << /Nums [0 << /S /r >> 2 << /S /D /P (A-) /St 5 >>] >>"
    let file = try TestPDF(pages: pages, catalog: labels).open()
    #expect(try (1...4).map { try file.page($0).label } == ["i", "ii", "A-5", "A-6"])
    #expect(try TestPDF(pages: pages).page().label == nil)
  }

  @Test func titleAndOutlineAreReadAsUnicode() throws {
    var pdf = TestPDF(
      pages: [TestPDF.Page(content: ""), TestPDF.Page(content: "", entries: "/CropBox [0 100 600 700]")],
      catalog: "/Outlines 8 0 R /Dests << /there [7 0 R /FitH 650] >>",
      extra: [
        "<< /First 9 0 R /Last 11 0 R >>",
        "<< /Title <FEFF7B2C4E007AE0> /Dest [5 0 R /XYZ 0 700 0] /Next 11 0 R /First 10 0 R >>",
        "<< /Title (1.1) /A << /S /GoTo /D (there) >> /Next 9 0 R >>",
        "<< /Title (Far) /Dest [99 0 R /Fit] >>",
        "<< /Title <FEFF5831544A> /Producer (Hand) >>",
      ])
    pdf.trailer = "/Info 12 0 R"
    let facts = try pdf.open().facts
    #expect(facts.title == "報告" && facts.producer == "Hand" && facts.pageCount == 2)
    #expect(
      facts.outline == [
        OutlineEntry(level: 1, title: "第一章", page: 1, y: 100), OutlineEntry(level: 2, title: "1.1", page: 2, y: 50),
        OutlineEntry(level: 1, title: "Far", page: nil),
      ])
  }

  @Test func picturesAreDrawnAtScale() throws {
    guard Readiness.check().hasPictures else {
      print("skipped: no poppler-glib")
      return
    }
    let png = try withFile(TestPDF("1 0 0 rg 0 0 600 800 re f", entries: "/Rotate 90").bytes) { path in
      try PDFFile(path: path).picture(page: 1, scale: 0.25)
    }
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(png[16..<24].elementsEqual([0, 0, 0, 200, 0, 0, 0, 150]))
  }

  @Test func hugePicturesAreRefused() throws {
    try withFile(TestPDF("").bytes) { path in
      let file = try PDFFile(path: path)
      for scale in [1000, .nan, 0] {
        #expect(throws: ReadFailure.self) { try file.picture(page: 1, scale: scale) }
      }
    }
  }

  @Test func readinessKnowsTheVersion() {
    #expect(Readiness.check().popplerVersion.split(separator: ".").count == 3)
  }
}
