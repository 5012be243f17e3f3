import Foundation
import ReportModel
import RuleBook
import Sheets
import Support
import Testing

@testable import Pipeline

/// A table that says whose files are, and what is wrong with it.
struct ManifestTests {
  private static let words: ManifestWords = {
    var book = NameReaderTests.book
    book.packs = [
      Pack(
        id: "p", names: Phrase("P", "包"), industries: [Pack.Named(id: "finance", names: Phrase("Finance", "金融業"))],
        place: Place(file: "pack.yaml"))
    ]
    return ManifestWords(book)
  }()

  private func manifest(_ text: String) throws -> (Manifest, [String]) {
    var findings: [TableFinding] = []
    let sheet = try sheet(fromCSV: Array(text.utf8), name: "manifest")
    let manifest = Manifest(sheet, path: "in/manifest.csv", words: Self.words, findings: &findings)
    return (manifest, findings.map(Self.line))
  }

  private static func line(_ finding: TableFinding) -> String {
    "\(finding.row):\(finding.column): \(finding.message.english)"
  }

  @Test func aManifestIsFoundByPathNameOrDigest() throws {
    let digest = String(repeating: "aB", count: 32)
    let (manifest, findings) = try manifest(
      """
      檔案,公司,代號,年度,種類,語言,上傳日,版本,產業
      a.pdf,甲公司,1234,112年度,永續報告書,中文,113/8/31,更正版,金融業
      .\\sub\\b.pdf,乙公司,,,,,,,
      \(digest),丙公司,,２０２２,TCFD,EN,20240831,2,finance

      """)
    #expect(findings == [])
    let first = try #require(manifest.placement(path: "in/deep/a.pdf", sha256: "x"))
    #expect(first.company?.value == "甲公司" && first.ticker?.value == "1234" && first.year?.value == 2023)
    #expect(first.kind?.value == .sustainability && first.language?.value == .chinese && first.revision?.value == 1)
    #expect(first.uploaded?.value.text == "2024-08-31" && first.industry?.value == "finance")
    #expect(first.company?.source == .manifest)
    #expect(manifest.placement(path: "in/sub/b.pdf", sha256: "x")?.company?.value == "乙公司")
    #expect(manifest.placement(path: "/else/in/sub/b.pdf", sha256: "x")?.company?.value == "乙公司")
    let third = try #require(manifest.placement(path: "in/c.pdf", sha256: digest.lowercased()))
    #expect(third.year?.value == 2022 && third.kind?.value == .tcfd && third.language?.value == .english)
    #expect(third.uploaded?.value.text == "2024-08-31" && third.revision?.value == 2)
    #expect(manifest.placement(path: "in/d.pdf", sha256: "y") == nil)
  }

  @Test func whatIsWrongIsSaidAndTheRestCounts() throws {
    let (manifest, findings) = try manifest(
      """
      file,year,kind,industry,colour,ticker,Year,uploaded,revision
      a.pdf,20 23,novel,bakers,red,12,,2024-02-30,-1
      ,2023,,,,,,,
      a.pdf,2023,,,,,,,
      ,,,,,,,,
      b.pdf,2023,annual,,,,2021,,
      """)
    #expect(
      findings == [
        "1:5: no column is called “colour” (there are file, company, ticker, year, kind, language, uploaded, "
          + "revision, industry)",
        "1:7: “Year” says the same as column 2; this one does not count",
        "2:6: “12” is not a company's number, as 2330", "2:2: “20 23” is not a year, as 2023 or 112",
        "2:3: “novel” is not one of sustainability, tcfd, annual, web",
        "2:8: “2024-02-30” is not a day, as 2024-08-31", "2:9: “-1” is not a number from 0 on",
        "2:4: “bakers” is not one of finance", "3:1: the row names no file",
        "4:1: “a.pdf” is the file of row 2 already; this row does not count",
      ])
    let placed = try #require(manifest.placement(path: "b.pdf", sha256: ""))
    #expect(placed.kind?.value == .annual && placed.year?.value == 2023)
    #expect(try self.manifest("company\nA\n").1 == ["1:1: there is no column “file”"])
    #expect(try self.manifest("").1 == ["1:1: there is no column “file”"])
  }

  @Test func aManifestIsComparedWithTheFiles() throws {
    var (manifest, findings) = try manifest("file,company\nx.pdf,甲\na/y.pdf,乙\ny.pdf,丙\nd1,丁\ngone.pdf,戊\n")
    #expect(findings == [])
    let files = [
      ("in/a/x.pdf", "s1"), ("in/b/x.pdf", "s2"), ("in/a/y.pdf", "s3"), ("in/z.pdf", "d1"),
    ].map { Manifest.File(path: $0.0, sha256: $0.1) }
    #expect(
      manifest.compare(with: files, isWhole: true).map(Self.line) == [
        "2:1: “x.pdf” is the name of 2 files; name them by their paths",
        "4:1: “y.pdf” is the file of row 3 already; this row does not count", "6:1: there is no file “gone.pdf”",
      ])
    #expect(manifest.placement(path: "in/a/x.pdf", sha256: "s1") == nil)
    #expect(manifest.placement(path: "in/a/y.pdf", sha256: "s3")?.company?.value == "乙")
    #expect(manifest.placement(path: "in/z.pdf", sha256: "d1")?.company?.value == "丁")
    // Of some files nothing is said about the rest; one file under two paths is no question.
    (manifest, findings) = try self.manifest("file,company\nx.pdf,甲\ngone.pdf,乙\n")
    let twice = ["in/a/x.pdf", "in/b/x.pdf"].map { Manifest.File(path: $0, sha256: "s") }
    #expect(manifest.compare(with: twice, isWhole: false) == [])
    #expect(manifest.placement(path: "in/b/x.pdf", sha256: "s")?.company?.value == "甲")
  }

  @Test func everyMessageIsInBothLanguages() throws {
    var findings: [TableFinding] = []
    let sheet = try sheet(fromCSV: Array("file,year,tint\na,b,c\na,1,\n,2,\n".utf8), name: "m")
    var manifest = Manifest(sheet, path: "m.csv", words: Self.words, findings: &findings)
    findings += manifest.compare(with: [], isWhole: true)
    #expect(findings.count == 7)
    for finding in findings {
      #expect(finding.message.chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    }
  }

  @Test func aWorkbookIsReadToo() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("m.xlsx").path
    let table = Sheet(name: "報告", header: ["檔案", "年度"], rows: [[.text("a.pdf"), .text("112")]])
    try writeXLSX([table], to: path)
    #expect(try tableSheet(path: path).header == ["檔案", "年度"])
    #expect(try tableSheet(path: path).cell(row: 0, column: 0).text == "a.pdf")
    #expect(throws: SheetFailure.self) { try tableSheet(path: path + "no") }
  }
}
