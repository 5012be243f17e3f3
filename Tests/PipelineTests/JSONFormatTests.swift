import Foundation
import ReportModel
import Testing

@testable import Pipeline

struct JSONFormatTests {
  @Test func lineEndersOfEveryKindAreEscaped() {
    var json = JSONWriter()
    json.value("a\"\\\n\r\t\u{1}\u{7F}\u{85}\u{2028}\u{2029}永")
    let expected = #""a\"\\\n\r\t\u0001\u007f\u0085\u2028\u2029永""#
    #expect(string(json.buffer) == expected)
  }

  @Test func commasStandBetweenValuesOnly() {
    var json = JSONWriter()
    json.object { json in
      json.key("a")
      json.list { json in
        json.value(1)
        json.list { _ in }
        json.value(true)
      }
      json.key("b")
      json.object { _ in }
    }
    #expect(string(json.buffer) == #"{"a":[1,[],true],"b":{}}"#)
  }

  @Test func aFailedDocumentHasItsErrorAndEmptyLists() {
    let document = Document(input: "x.pdf", failure: ReadFailure(.damaged, "no \"xref\"", page: 3))
    #expect(
      string(json(of: document, pages: .all)) == """
        {"input":"x.pdf","engine":"\(engineVersion)","pageCount":0,\
        "error":{"code":"damaged","message":"no \\"xref\\"","page":3},"pages":[],"sections":[]}

        """)
  }

  @Test func eachPageBearsItsOwnPartUnderOneId() throws {
    var sample = SampleReport(pages: 2)
    sample.addParts(.paragraph, [(1, "前半"), (1, "段。"), (2, "後半段。 ")])
    let pages = try pages(of: sample.document)
    let first = try #require(pages[0].first)
    let second = try #require(pages[1].first)
    #expect(first["text"] as? String == "前半段。")
    #expect(first["boxes"] as? [[Int]] == [[10, 20, 110, 40], [10, 20, 110, 40]])
    #expect(second["text"] as? String == "後半段。")
    #expect(first["id"] as? Int == second["id"] as? Int)
    #expect([first["continues"], first["continued"]] as? [Bool] == [true, false])
    #expect([second["continues"], second["continued"]] as? [Bool] == [false, true])
  }

  @Test func aSpannedCellRepeatsItsTextInEveryRowAndColumn() throws {
    var sample = SampleReport()
    sample.addTable([["項目", "排放量", "←"], ["↑", "2021", "2022"], ["範疇一", "10", "12"]], headerRows: 2)
    let table = try #require(try pages(of: sample.document)[0].first)
    #expect(
      table["rows"] as? [[String]] == [["項目", "排放量", "排放量"], ["項目", "2021", "2022"], ["範疇一", "10", "12"]])
    let cells = try #require(table["cells"] as? [[String: Any]])
    let last = try #require(cells.last)
    #expect(last["columnHeaders"] as? [String] == ["排放量", "2022"])
    #expect(last["rowHeaders"] as? [String] == ["範疇一"])
    #expect(cells[1]["colspan"] as? Int == 2)
    #expect(cells[0]["rowspan"] as? Int == 2)
  }

  @Test func aTableOverTwoPagesGivesEachPageItsRows() throws {
    var sample = SampleReport(pages: 2)
    sample.addTable([["年", "噸"], ["2021", "5"], ["2022", "6"]], pages: [1: 0..<2, 2: 2..<3])
    let pages = try pages(of: sample.document)
    #expect(pages[0][0]["rows"] as? [[String]] == [["年", "噸"], ["2021", "5"]])
    #expect(pages[1][0]["rows"] as? [[String]] == [["2022", "6"]])
    let cell = try #require((pages[1][0]["cells"] as? [[String: Any]])?.last)
    #expect(cell["row"] as? Int == 0)
    #expect(cell["columnHeaders"] as? [String] == ["噸"])
    #expect(pages[1][0]["headerRows"] as? Int == 0)
  }

  @Test func onlyTheSelectedPagesAreWritten() throws {
    var sample = SampleReport(pages: 3)
    for page in 1...3 { sample.add(.paragraph, "第\(page)頁", page: page) }
    let selection = try #require(PageSelection("2-"))
    #expect(try pages(of: sample.document, selection).map { $0.first?["text"] as? String } == ["第2頁", "第3頁"])
  }

  @Test func everyReasonAndFaultIsAnObjectWithItsMeasure() throws {
    var sample = SampleReport()
    sample.report.pages[0].readability = Readability(
      grade: .partial,
      reasons: [
        .noTextLayer, .textAsOutlines(12), .pictures(percent: 80), .implausibleCodes(font: "A", glyphs: 5),
        .limitReached, .damaged,
      ])
    var document = sample.document
    document.faults = [1: [.tooManyGlyphs(limit: 9), .tooManyShapes(limit: 8), .damaged("d"), .abandoned("a")]]
    let page = try #require(try object(of: document)["pages"] as? [[String: Any]])[0]
    let reasons = try #require(page["reasons"] as? [[String: Any]])
    #expect(page["readable"] as? String == "partial")
    #expect(
      reasons.map { $0["reason"] as? String } == [
        "no-text-layer", "text-as-outlines", "pictures", "implausible-codes", "limit-reached", "damaged",
        "too-many-glyphs", "too-many-shapes", "damaged-content", "abandoned",
      ])
  }

  private func object(of document: Document, _ selection: PageSelection = .all) throws -> [String: Any] {
    let data = Data(json(of: document, pages: selection).bytes)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func pages(of document: Document, _ selection: PageSelection = .all) throws -> [[[String: Any]]] {
    let pages = try #require(try object(of: document, selection)["pages"] as? [[String: Any]])
    return try pages.map { try #require($0["blocks"] as? [[String: Any]]) }
  }
}
