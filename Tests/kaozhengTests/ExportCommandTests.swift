import Foundation
import ReportModel
import Sheets
import Support
import Testing

/// What is handed on to others.
struct ExportCommandTests {
  private let folder: String

  /// A PDF of the Corpus with a name that is no markup, and one decision.
  init() throws {
    folder = try BuiltProgram.temporaryFolder()
    let root = BuiltProgram.root.path
    try """
    file,company,ticker,year,kind,uploaded,industry
    a.pdf,甲 <b>&公司,1101,2020,sustainability,2021-06-30,electronics

    """.write(toFile: folder + "/m.csv", atomically: true, encoding: .utf8)
    let outcome = try run(
      """
      mkdir in; cp '\(root)/Corpus/tradevan-2020.pdf' in/a.pdf
      kaozheng ingest in --rules '\(root)/Rules' --manifest m.csv --quiet
      """)
    #expect(outcome.code == 0, "\(outcome.errors)")
  }

  private func run(_ line: String) throws -> BuiltProgram.Outcome {
    try BuiltProgram.shell("cd '\(folder)'\n" + line, environment: ["KAOZHENG_ARCHIVE": folder + "/a.sqlite"])
  }

  private func rows(_ sheet: Sheet) -> [[String: Cell]] {
    sheet.rows.indices.map { row in
      Dictionary(
        sheet.header.enumerated().map { ($1, sheet.cell(row: row, column: $0)) },
        uniquingKeysWith: { first, _ in first })
    }
  }

  private func evidence() throws -> [[String: Cell]] {
    #expect(try run("kaozheng export --format xlsx --output x.xlsx --site http://127.0.0.1:8080/").code == 0)
    let sheets = try Sheets.sheets(fromXLSX: folder + "/x.xlsx")
    #expect(sheets.map(\.name) == ["scores", "items", "evidence", "decisions"])
    return rows(try #require(sheets.dropFirst(2).first))
  }

  @Test func theWorkbookHoldsNumbersAsNumbersAndLeadsToPages() throws {
    let id = try #require(try evidence().first?["evidence"]?.text)
    #expect(try run("kaozheng review reject \(id) --by 王 --note '=1+1'").code == 0)
    let evidence = try evidence()
    let sheets = try Sheets.sheets(fromXLSX: folder + "/x.xlsx")
    let score = try #require(rows(sheets[0]).first)
    #expect(score["company"] == .text("1101") && score["name"] == .text("甲 <b>&公司"))
    #expect(score["items reviewed"] == .number(Figure(digits: 1)))
    guard case .number = score["rate low %"] else {
      Issue.record("a rate is no number")
      return
    }
    #expect(
      rows(sheets[1]).contains { $0["outcome"] == .text("gained") && $0["gained low"] == .number(Figure(digits: 1)) })
    let rejected = try #require(evidence.first { $0["evidence"]?.text == id })
    #expect(rejected["judgement"] == .text("reject") && rejected["reviewers"] == .text("王"))
    guard case .number = rejected["page"] else {
      Issue.record("a page is no number")
      return
    }
    let decision = try #require(rows(sheets[3]).first)
    #expect(decision["who"] == .text("王") && decision["note"] == .text("=1+1") && decision["stands"] == .text("yes"))
    // What the file itself holds: formulas that lead to pages, a frozen header, a filter.
    let parts = try run(
      "python3 -c \"import zipfile; z = zipfile.ZipFile('x.xlsx'); print(z.read('xl/worksheets/sheet3.xml').decode())\""
    )
    .output
    #expect(parts.contains("state=\"frozen\"") && parts.contains("<autoFilter ref=\"A1:"))
    #expect(parts.contains("HYPERLINK(\"http://127.0.0.1:8080/reports/") && parts.contains("?evidence=\(id)\""))
    #expect(parts.contains(".pdf#page="))
    // The same archive, the same bytes.
    #expect(
      try run("kaozheng export --format xlsx --output y.xlsx --site http://127.0.0.1:8080; cmp x.xlsx y.xlsx").code == 0
    )
  }

  @Test func csvOpensInExcelAndHasNoFormulas() throws {
    let id = try #require(try evidence().first?["evidence"]?.text)
    _ = try run("kaozheng review accept \(id) --by 王 --note '=HYPERLINK(1)'")
    #expect(try run("kaozheng export --format csv --output out").code == 0)
    for table in ["scores", "items", "evidence", "decisions"] {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/out/\(table).csv"))
      #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(table)")
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains("\r\n") && !text.replacing("\r\n", with: "").contains("\n"))
      let fields = text.split { ",\r\n".contains($0) }
      #expect(!fields.contains { $0.hasPrefix("=") || $0.hasPrefix("\"=") }, "\(table)")
    }
    let one = try run("kaozheng export --format csv --table decisions").output
    #expect(one.contains("'=HYPERLINK(1)"))
    #expect(try run("kaozheng export --format csv").code == 2)
  }

  @Test func linesAreJSON() throws {
    let output = try run("kaozheng export --format jsonl").output
    let lines = output.split(separator: "\n")
    #expect(lines.count > 100)
    for line in lines {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(object["official"] as? Bool == false)
      #expect(["scores", "items", "evidence", "decisions"].contains(object["table"] as? String ?? ""))
    }
    let score = try #require(lines.first { $0.contains("\"table\":\"scores\"") })
    #expect(score.contains("\"name\":\"甲 <b>&公司\"") && score.contains("\"rate low %\":"))
  }

  @Test func aReportIsOneFileThatFetchesNothing() throws {
    #expect(try run("kaozheng export --format html --company 1101 --output r.html").code == 0)
    let page = try String(contentsOfFile: folder + "/r.html", encoding: .utf8)
    #expect(page.contains("甲 &lt;b&gt;&amp;公司") && !page.contains("甲 <b>"))
    #expect(page.contains("default-src 'none'; img-src data:"))
    #expect(!page.contains("<script") && !page.contains("http://") && !page.contains("https://"))
    #expect(page.contains("非官方") && page.contains("Unofficial"))
    // Every picture is a PNG of its own, and smaller than a page.
    let pictures = page.components(separatedBy: "data:image/png;base64,").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(pictures.count > 10)
    for picture in pictures {
      let png = try #require(Data(base64Encoded: String(picture)))
      #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
      let width = png[16..<20].reduce(0) { $0 << 8 | Int($1) }
      let height = png[20..<24].reduce(0) { $0 << 8 | Int($1) }
      #expect((100...1400).contains(width) && (30...1000).contains(height))
    }
    #expect(Set(pictures).count > 5)
    #expect(try run("kaozheng export --format html").code == 2)
    #expect(try run("kaozheng export --format html --company 9999").code == 1)
  }
}
