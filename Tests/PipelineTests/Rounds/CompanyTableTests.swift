import Archive
import Foundation
import ReportModel
import RuleBook
import Sheets
import Support
import Testing

@testable import Pipeline

/// A table of companies, and what is wrong with it.
struct CompanyTableTests {
  private static let pack = Pack(
    id: "p", names: Phrase("P", "包"),
    industries: [
      Pack.Named(id: "makers", names: Phrase("Makers", "製造業")),
      Pack.Named(id: "lenders", names: Phrase("Lenders", "金融業")),
    ],
    activities: [
      Pack.Named(id: "digs", names: Phrase("Digs wells", "挖井")), Pack.Named(id: "shops", names: Phrase("Shops", "門市")),
    ],
    place: Place(file: "pack.yaml"))

  private func table(_ text: String) throws -> CompanyTable {
    CompanyTable(try sheet(fromCSV: Array(text.utf8), name: "companies"), pack: Self.pack)
  }

  private func findings(_ text: String) throws -> [String] {
    try table(text).findings.map { finding in
      #expect(finding.message.chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
      return "\(finding.row):\(finding.column): \(finding.message.english)"
    }
  }

  @Test func columnsStandInEitherLanguageAndAnyOrder() throws {
    let chinese = try table(
      """
      公司,代號,受評,營運活動,產業
      甲公司,1101,是,挖井、門市,製造業
      乙公司,2330,否,無,
      ,,,,
      丙公司,5876,,,金融業
      """)
    #expect(chinese.findings.isEmpty)
    #expect(
      chinese.companies == [
        CompanyRecord(
          ticker: "1101", name: "甲公司", industry: "makers", activities: ["digs", "shops"], isExpected: true),
        CompanyRecord(ticker: "2330", name: "乙公司", industry: nil, activities: [], isExpected: false),
        CompanyRecord(ticker: "5876", name: "丙公司", industry: "lenders", activities: nil, isExpected: true),
      ])
    let english = try table(
      """
      Ticker,Company,Industry,Activities,Expected
      1101,甲公司,MAKERS,"shops, Digs Wells",yes
      2330,乙公司,,none,No
      5876,丙公司,Lenders,,
      """)
    #expect(english.companies == chinese.companies && english.findings.isEmpty)
  }

  @Test func everyWrongCellIsNamedAtOnce() throws {
    #expect(
      try findings(
        """
        ticker,company,industry,activities,expected
        12,甲公司,makers,,
        1101,,farmers,,
        ,乙公司,,,
        2330,丙公司,,"digs, flies",perhaps
        2330,丁公司,,,
        """) == [
          "2:1: “12” is not a company's number, as 2330", "3:2: the row names no company",
          "3:3: “farmers” is not one of makers, lenders", "4:1: the row has no ticker",
          "5:4: “digs, flies” is not none, or any of digs, shops with commas between",
          "5:5: “perhaps” is not yes or no", "6:1: “2330” is the company of row 5 already",
        ])
  }

  @Test func withoutItsColumnsATableSaysNothing() throws {
    #expect(
      try findings("代號,產業別\n1101,製造業\n") == ["1:1: there is no column “company”"])
    #expect(
      try findings("ticker,company,colour\n1101,甲,red\n")
        == ["1:3: no column is called “colour” (there are ticker, company, industry, activities, expected)"])
    #expect(try findings("ticker,company\n") == ["2:1: there is no company"])
  }

  @Test func aListReadsInAgainAsItWas() throws {
    let companies = [
      CompanyRecord(ticker: "0050A", name: "甲, 乙「丙」", industry: nil, activities: nil, isExpected: true),
      CompanyRecord(ticker: "1101", name: "丁", industry: "makers", activities: [], isExpected: false),
      CompanyRecord(ticker: "2330", name: "戊", industry: "lenders", activities: ["digs", "shops"], isExpected: true),
    ]
    let again = try table(String(decoding: csv(of: companies).bytes, as: UTF8.self))
    #expect(again.companies == companies && again.findings.isEmpty)
  }

  @Test func aWorkbookIsReadToo() throws {
    let path = try BuiltProgram.temporaryFolder() + "/c.xlsx"
    let rows: [[Cell]] = [[.number(Figure(digits: 1101)), .text("甲公司"), .text("是")]]
    try writeXLSX([Sheet(name: "公司", header: ["代號", "公司", "受評"], rows: rows)], to: path)
    let table = CompanyTable(try tableSheet(path: path), pack: Self.pack)
    #expect(table.findings.isEmpty && table.companies.map(\.ticker) == ["1101"])
  }
}
