import Foundation
import ReportModel
import RuleBook
import RuleMatching
import Support
import Testing

@testable import Pipeline

@Suite("Evidence as JSON")
struct ExtractionTests {
  private static let evidence = Evidence(
    item: "well-count", topics: ["wells", "water"], rule: "wells", level: "fact", page: 2, quote: "水井\u{2028}3~5座",
    quoteRanges: [0..<3], focus: [0..<2], context: "上文", headings: ["水", "地下水"],
    value: Evidence.Value(
      plain: "3", high: "5", unit: "座", printed: "3~5座",
      normalized: Quantity.Normalized(value: Figure(digits: 3), valueHigh: Figure(digits: 5), unit: "座"),
      isInferred: true, qualifier: .about, ambiguous: [.score]),
    name: "名", year: "2021", yearSource: .column, boundary: "台灣", place: .table, alsoOn: [4, 7], score: 130)

  private func object(_ extraction: Extraction) throws -> [String: Any] {
    let bytes = json(of: extraction).bytes
    #expect(bytes.last == UInt8(ascii: "\n") && !bytes.dropLast().contains(UInt8(ascii: "\n")))
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  private func extraction(_ findings: Findings, failure: ReadFailure? = nil, pages: Int = 2) -> Extraction {
    var sample = SampleReport(pages: max(1, pages))
    if pages == 0 { sample.report.pages = [] }
    var document = sample.document
    document.failure = failure
    document.input = "a\u{2028}.pdf"
    return Extraction(
      document: document, sha256: "ab", rules: "cd", findings: findings,
      boxes: findings.evidence.map { _ in
        [
          PlacedBox(page: 2, box: Box(x0: 1, y0: 2.5, x1: 30, y1: 4)),
          PlacedBox(page: 3, box: Box(x0: 0, y0: 0, x1: 1, y1: 1)),
        ]
      })
  }

  @Test func everyKeyOfTheContractIsThere() throws {
    let state = ItemState(
      item: "well-count", state: .found, searched: [1, 2, 3, 5], unreadable: [4], pointers: [1, 3])
    let found = try object(
      extraction(
        Findings(
          reportYear: 2022, evidence: [Self.evidence], items: [state],
          abandoned: [Findings.Abandoned(rule: "r", page: 3)])))
    #expect(
      Set(found.keys) == [
        "input", "sha256", "engine", "rules", "status", "pages", "reportYear", "evidence", "items", "abandoned",
      ])
    #expect(found["input"] as? String == "a\u{2028}.pdf" && found["sha256"] as? String == "ab")
    #expect(found["rules"] as? String == "cd" && found["engine"] as? String == engineVersion)
    #expect(
      found["status"] as? String == "ok" && found["pages"] as? Int == 2 && found["reportYear"] as? String == "2022")
    let row = try #require((found["evidence"] as? [[String: Any]])?.first)
    #expect(row["item"] as? String == "well-count" && row["topics"] as? [String] == ["wells", "water"])
    #expect(row["rule"] as? String == "wells" && row["level"] as? String == "fact" && row["page"] as? Int == 2)
    #expect(row["boxes"] as? [[Double]] == [[2, 1, 2.5, 30, 4], [3, 0, 0, 1, 1]])
    #expect(row["quote"] as? String == "水井\u{2028}3~5座" && row["context"] as? String == "上文")
    #expect(row["headings"] as? [String] == ["水", "地下水"])
    #expect(row["value"] as? String == "3" && row["valueHigh"] as? String == "5" && row["unit"] as? String == "座")
    #expect(row["printed"] as? String == "3~5座" && row["qualifier"] as? String == "about")
    #expect(row["year"] as? String == "2021" && row["yearFrom"] as? String == "column")
    #expect(row["boundary"] as? String == "台灣" && row["name"] as? String == "名" && row["where"] as? String == "table")
    #expect(
      row["alsoOn"] as? [Int] == [4, 7] && row["score"] as? Int == 130 && row["ambiguous"] as? [String] == ["score"])
    let normalized = try #require(row["normalized"] as? [String: Any])
    #expect(normalized["value"] as? String == "3" && normalized["valueHigh"] as? String == "5")
    #expect(normalized["unit"] as? String == "座" && normalized["inferred"] as? Bool == true)
    let item = try #require((found["items"] as? [[String: Any]])?.first)
    #expect(item["item"] as? String == "well-count" && item["state"] as? String == "found")
    #expect(
      item["searched"] as? String == "1-3,5" && item["unreadable"] as? String == "4"
        && item["pointers"] as? String == "1,3")
    #expect(item["statement"] == nil)
    #expect((found["abandoned"] as? [[String: Any]])?.first?["page"] as? Int == 3)
  }

  @Test func whatIsNotThereIsAnEmptyTextOrList() throws {
    let bare = Evidence(
      item: "i", topics: [], rule: "r", level: "", page: 1, quote: "q", quoteRanges: [], focus: [])
    let found = try object(extraction(Findings(evidence: [bare])))
    #expect(found["reportYear"] == nil && found["error"] == nil)
    #expect((found["items"] as? [Any])?.isEmpty == true && (found["abandoned"] as? [Any])?.isEmpty == true)
    let row = try #require((found["evidence"] as? [[String: Any]])?.first)
    for key in ["value", "unit", "printed", "qualifier", "year", "yearFrom", "boundary", "name"] {
      #expect(row[key] as? String == "", "\(key)")
    }
    for key in ["topics", "headings", "alsoOn"] { #expect((row[key] as? [Any])?.isEmpty == true, "\(key)") }
    #expect(row["normalized"] == nil && row["valueHigh"] == nil)
  }

  @Test func lineEndersInsideTextsAreEscaped() {
    let text = string(json(of: extraction(Findings(evidence: [Self.evidence]))))
    #expect(text.contains(#""quote":"水井\u20283~5座""#) && text.contains(#""input":"a\u2028.pdf""#))
    #expect(!text.unicodeScalars.contains("\u{2028}"))
  }

  @Test func theStatusSaysHowMuchCouldBeRead() throws {
    let damaged = ReadFailure(.damaged, "broken", page: 2)
    #expect(extraction(Findings()).status == .ok)
    #expect(extraction(Findings(), failure: damaged).status == .partial)
    #expect(extraction(Findings(), failure: damaged, pages: 0).status == .failed)
    let error = try #require(try object(extraction(Findings(), failure: damaged, pages: 0))["error"] as? [String: Any])
    #expect(
      error["code"] as? String == "damaged" && error["message"] as? String == "broken" && error["page"] as? Int == 2)
  }

  @Test func aStatementOfNonDisclosureIsQuoted() throws {
    let state = ItemState(
      item: "i", state: .statedNonDisclosure, searched: [1],
      statement: ItemState.Statement(page: 1, quote: "沒有統計", ranges: [0..<4]))
    let items = try object(extraction(Findings(items: [state])))["items"] as? [[String: Any]]
    let statement = items?.first?["statement"] as? [String: Any]
    #expect(items?.first?["state"] as? String == "stated-non-disclosure")
    #expect(statement?["page"] as? Int == 1 && statement?["quote"] as? String == "沒有統計")
  }

  @Test(arguments: [([], ""), ([3], "3"), ([1, 2, 3], "1-3"), ([1, 3, 4, 9], "1,3-4,9")])
  func pagesAreWrittenAsPeopleDo(_ pages: [Int], _ list: String) { #expect(pageList(pages) == list) }

  // MARK: The digest of the rules

  private func digest(_ files: [(String, String)]) -> String {
    RuleBook(sources: files.map { RuleBook.Source(path: $0.0, bytes: Array($0.1.utf8)) }).digest
  }

  @Test func theDigestIsThatOfTheFilesInAnyOrder() {
    let first = digest([("a.yaml", "甲"), ("b.yaml", "乙")])
    #expect(first == digest([("b.yaml", "乙"), ("a.yaml", "甲")]))
    #expect(first.count == 64 && first.allSatisfy(\.isHexDigit))
    let others = [
      [("a.yaml", "甲"), ("b.yaml", "丙")], [("a.yaml", "甲"), ("c.yaml", "乙")], [("a.yaml", "甲")],
      [("a.yaml", "乙"), ("b.yaml", "甲")], [("a.yaml", "甲 "), ("b.yaml", "乙")], [("a.yaml", "甲b.yaml\n3\n乙")],
    ]
    #expect(Set(others.map(digest) + [first]).count == others.count + 1)
  }

  // MARK: On a real page

  @Test func aFileThatCannotBeReadGivesNoStates() throws {
    let extractor = Extractor(try Self.book())
    let none = extractor.extract("/none.pdf", options: ReadOptions())
    #expect(none.status == .failed && none.findings.items.isEmpty && none.sha256.isEmpty)
    #expect(none.document.failure?.code == .notFound)
    #expect(none.rules == (try Self.book()).digest)
  }

  private static func book() throws -> RuleBook {
    readRuleBook(try RuleFolder(path: BuiltProgram.root.appendingPathComponent("Rules").path).sources()).book
  }

  @Test func boxesLieOnThePageAndCoverTheValue() throws {
    let path = BuiltProgram.root.appendingPathComponent("Corpus/gigabyte-2022.pdf").path
    let options = ReadOptions(launcher: WorkerLauncher(executable: BuiltProgram.path))
    let extraction = Extractor(try Self.book()).extract(path, options: options)
    let pages = Dictionary(extraction.document.pages.map { ($0.number, $0) }) { first, _ in first }
    #expect(extraction.status == .ok && extraction.findings.evidence.count > 10 && extraction.sha256.count == 64)
    for (evidence, boxes) in zip(extraction.findings.evidence, extraction.boxes) {
      #expect(!boxes.isEmpty && boxes.contains { $0.page == evidence.page }, "\(evidence.quote)")
      for box in boxes {
        let page = try #require(pages[box.page])
        let sheet = Box(x0: -1, y0: -1, x1: page.width + 1, y1: page.height + 1)
        #expect(sheet.x0 <= box.box.x0 && box.box.x1 <= sheet.x1 && box.box.x0 < box.box.x1, "\(evidence.quote)")
        #expect(sheet.y0 <= box.box.y0 && box.box.y1 <= sheet.y1 && box.box.y0 < box.box.y1, "\(evidence.quote)")
      }
      try checkInk(of: evidence, in: boxes, pages)
    }
  }

  /// The digits of the value are drawn inside one of the boxes.
  private func checkInk(of evidence: Evidence, in boxes: [PlacedBox], _ pages: [Int: PageText]) throws {
    guard let value = evidence.value, !value.plain.isEmpty, !value.isInferred else { return }
    var ink = ""
    for box in boxes {
      let page = try #require(pages[box.page])
      for glyph in page.glyphs {
        let x = (glyph.box.x0 + glyph.box.x1) / 2
        let y = (glyph.box.y0 + glyph.box.y1) / 2
        guard box.box.x0 <= x, x <= box.box.x1, box.box.y0 <= y, y <= box.box.y1 else { continue }
        if let scalar = Unicode.Scalar(glyph.scalarValue) { ink.unicodeScalars.append(scalar) }
      }
    }
    let digits = ink.precomposedStringWithCompatibilityMapping.filter(\.isNumber)
    let printed = value.printed.filter { $0.isASCII && $0.isNumber }
    #expect(digits.contains(printed), "\(evidence.quote): \(printed) is not in \(ink)")
  }
}
