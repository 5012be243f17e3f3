import Foundation
import ReportModel
import RuleBook
import Scoring
import Sheets
import Support
import Testing

@testable import Pipeline

/// Events out of tables, in the columns of our own and of those who publish them.
struct EventTableTests {
  private let book: RuleBook
  private let pack: Pack
  private let words: EventWords
  private let scrutiny: EventScrutiny
  private let companies: KnownCompanies

  /// Read once: it is long.
  private static let ours: RuleBook? =
    (try? RuleFolder(
      path: BuiltProgram.root.appendingPathComponent("Rules").path
    ).sources()).map { readRuleBook($0).book }

  init() throws {
    book = try #require(Self.ours)
    pack = try #require(book.pack("tip"))
    words = try #require(EventWords(pack))
    scrutiny = try #require(EventScrutiny(pack))
    companies = KnownCompanies(
      [
        ("1111", "甲乙電子股份有限公司"), ("2222", "臺丙實業"), ("3333", "丁戊金控"), ("4444", "同名"), ("5555", "同名股份有限公司"),
        ("some works ltd.", "Some Works Ltd."),
      ].map { (id: CompanyID($0), name: $1) }, words: book)
  }

  private func table(_ csv: String, _ defaults: EventDefaults = EventDefaults()) throws -> EventTable {
    EventTable(
      try sheet(fromCSV: Array(csv.utf8), name: "t"), words: words, scrutiny: scrutiny, companies: companies,
      defaults: defaults, today: try #require(Day("2024-12-31")))
  }

  private func facts(_ event: MaterialEvent?) -> [String: String] {
    Dictionary(
      (event?.facts ?? []).map { ($0.field.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  private func environmental() throws -> EventDefaults {
    var defaults = EventDefaults()
    defaults.kind = "environmental"
    defaults.deduction = Deduction(Figure(digits: 1))
    return defaults
  }

  // MARK: Whose columns

  @Test func columnsOfOurOwn() throws {
    let table = try table(
      """
      ticker,company,case,acted,penalized,published,kind,item,law,fine,deduction,source,text,response,responded,evidence
      1111,甲乙電子,府字第1號,2024-01-02,2024-02-03,2024-03-04,社會面,labour-law-fine,某法第24條,20000,1.5,某局,加班費,partial,2024-04-05,補發
      """)
    #expect(table.findings.isEmpty && table.notes.isEmpty)
    let row = try #require(table.rows.first)
    #expect(
      facts(row.notice.event) == [
        "company": "1111", "case": "府字第1號", "acted": "2024-01-02", "penalized": "2024-02-03",
        "published": "2024-03-04", "kind": "social", "item": "labour-law-fine", "law": "某法第24條", "fine": "20000",
        "deduction": "1.5", "source": "某局", "text": "加班費",
      ])
    #expect(row.notice.response?.level == "partial" && row.notice.response?.day.text == "2024-04-05")
  }

  @Test(
    "The environment ministry's penalties, in its field names and in its words",
    arguments: [
      "fac_name,transgress_date,penalty_date,transgress_law,penalty_money,county_name,document_no,openinfor,is_improve",
      "事業名稱,違反時間,裁處時間,違反法令,金額,裁處機關,書號,違反事實,改善完妥",
    ])
  func environmentMinistry(_ header: String) throws {
    let table = try table(
      header + "\n台丙實業股份有限公司(新廠),1130203,113/03/04,水法第7條,\"1,260,000\",某縣環保局,30-113-1,超標,否\n",
      environmental())
    #expect(table.findings.isEmpty && table.notes.isEmpty)
    #expect(
      facts(table.rows.first?.notice.event) == [
        "company": "2222", "case": "30-113-1", "acted": "2024-02-03", "penalized": "2024-03-04",
        "kind": "environmental", "law": "水法第7條", "fine": "1260000", "deduction": "1", "source": "某縣環保局",
        "text": "超標；改善完妥：否",
      ])
    // That it was put right says not how far the company answered.
    #expect(table.rows.first?.notice.response == nil)
  }

  @Test func labourPenalties() throws {
    var defaults = EventDefaults()
    defaults.item = "labour-law-fine"
    let table = try table(
      """
      主管機關,公告日期,處分日期,處分字號,事業單位名稱或負責人,違法法規法條,違反法規內容,罰鍰金額,備註說明
      某市政府,113/05/06,113/04/01,府勞字第1號,甲乙電子股份有限公司（代表人：某某）,勞動法第24條第1項,未給加班費,30萬元,
      """, defaults)
    #expect(table.findings.isEmpty)
    #expect(
      facts(table.rows.first?.notice.event) == [
        "company": "1111", "case": "府勞字第1號", "penalized": "2024-04-01", "published": "2024-05-06",
        "kind": "social", "item": "labour-law-fine", "law": "勞動法第24條第1項", "fine": "300000", "deduction": "1",
        "source": "某市政府", "text": "未給加班費",
      ])
  }

  @Test func theFinancialSupervisorsList() throws {
    var defaults = EventDefaults()
    defaults.kind = "economic"
    defaults.deduction = Deduction(Figure(digits: 1))
    defaults.source = OneLine("supervisor")
    let table = try table("發函日期,股票代號,公司名稱,違規事由,違反法規,裁處情形\n1130607,3333,丁戊金控,未申報,證法第36條,罰鍰24萬元\n", defaults)
    #expect(table.findings.isEmpty)
    #expect(
      facts(table.rows.first?.notice.event) == [
        "company": "3333", "penalized": "2024-06-07", "kind": "economic", "law": "證法第36條", "deduction": "1",
        "source": "supervisor", "text": "未申報；裁處情形：罰鍰24萬元",
      ])
  }

  // MARK: What is wrong

  @Test func allThatIsWrongIsToldAtOnceEachAtItsCell() throws {
    let table = try table(
      """
      company,penalized,published,kind,item,fine,deduction,source
      甲乙電子,2024-01-02,,social,labour-law-fine,,,某局
      丁戊,2024-01-02,,social,,,1,某局
      甲乙電子,2024-02-30,,social,,,1,某局
      甲乙電子,2024-01-02,,odd,,,1,某局
      甲乙電子,2024-01-02,,social,no-such,,1,某局
      甲乙電子,2024-01-02,,environmental,labour-law-fine,,1,某局
      甲乙電子,2024-01-02,,social,employee-communication,,1,某局
      甲乙電子,2024-01-02,,social,,many,1,某局
      甲乙電子,2024-01-02,,social,,,0,某局
      甲乙電子,2024-01-02,,social,,,900,某局
      甲乙電子,2024-01-02,,social,,,,某局
      甲乙電子,2024-01-02,,social,,,1,
      甲乙電子,2025-01-02,,social,,,1,某局
      甲乙電子,2024-03-02,2024-01-02,social,,,1,某局
      甲乙電子,,,social,,,1,某局
      同名,2024-01-02,,social,,,1,某局
      ,2024-01-02,,social,,,1,某局
      """)
    let told = table.findings.map { "\($0.row):\($0.column) \($0.message.english)" }
    let expected = [
      "3:1 no company is known as “丁戊”; is it 3333 丁戊金控?", "4:2 “2024-02-30” is not a day", "5:4 “odd” is not one of",
      "6:5 “no-such” is not an item", "7:5 “labour-law-fine” belongs to “social”",
      "8:5 “employee-communication” is a positive item", "9:6 “many” is not an amount",
      "10:7 “0” is not a number of points",
      "11:7 a deduction of 900 is more than the whole dimension", "12:7 no deduction", "13:8 no source",
      "14:2 2025-01-02 is still to come", "15:2 days in the wrong order", "16:2 neither a day of the penalty",
      "17:1 “同名” is the name of several: 4444 同名, 5555", "18:1 no company",
    ]
    #expect(told.count == expected.count)
    for (told, expected) in zip(told, expected) { #expect(told.hasPrefix(expected), "\(told)") }
  }

  @Test func aResponseIsWholeOrThereIsNone() throws {
    let head = "company,penalized,kind,deduction,source,response,responded,evidence\n甲乙電子,2024-01-02,social,1,某局,"
    #expect(try table(head + ",,").rows.first?.notice.response == nil)
    #expect(try table(head + "none,,").findings.isEmpty)
    for (cells, column) in [
      ("partial,,x", 7), ("partial,2024-02-02,", 8), (",2024-02-02,x", 6), ("odd,2024-02-02,x", 6),
    ] {
      #expect(try table(head + cells).findings.map(\.column) == [column], "\(cells)")
    }
  }

  @Test func unknownColumnsAreToldAndLeftOut() throws {
    let table = try table("company,penalized,kind,deduction,source,odd\n甲乙電子,2024-01-02,social,1,某局,x\n")
    #expect(table.notes.map(\.column) == [6] && table.findings.isEmpty && table.rows.count == 1)
    #expect(try self.table("penalized,kind\n2024-01-02,social\n").findings.map(\.row) == [1])
    #expect(try self.table("company,penalized\n").findings.count == 1)
  }

  // MARK: Companies

  @Test(
    "A company is told by its ticker, or by the whole of its name",
    arguments: [
      ("甲乙電子", "1111"), ("甲乙電子股份有限公司", "1111"), ("甲乙電子股份有限公司（二廠）", "1111"), ("甲乙電子(股)公司", "1111"), ("台丙實業有限公司", "2222"),
      ("ＳＯＭＥ Works, Ltd", "some works ltd."), ("1111", "1111"),
    ])
  func companyNames(_ name: String, _ id: String) {
    #expect(companies.company(ticker: nil, name: name) == .one(CompanyID(id)))
  }

  @Test func aCompanyIsNeverGuessed() {
    #expect(companies.company(ticker: nil, name: "甲乙電") == .unknown(candidates: ["1111 甲乙電子股份有限公司"]))
    #expect(companies.company(ticker: nil, name: "甲乙電子二廠") == .unknown(candidates: ["1111 甲乙電子股份有限公司"]))
    #expect(companies.company(ticker: nil, name: "別家") == .unknown(candidates: []))
    #expect(companies.company(ticker: "9999", name: nil) == .unknown(candidates: []))
    #expect(companies.company(ticker: "1111", name: "甲乙電子總部") == .one(CompanyID("1111")))
    #expect(companies.company(ticker: "1111", name: "丁戊金控") == .contradiction(["3333 丁戊金控"]))
    #expect(companies.company(ticker: "5555", name: "同名") == .one(CompanyID("5555")))
  }

  @Test func aNewCompanyHasToBeAllowed() throws {
    let csv =
      "ticker,company,penalized,kind,deduction,source\n9999,新,2024-01-02,social,1,某局\n,另一家,2024-01-02,social,1,某局\n"
    #expect(try table(csv).findings.map(\.row) == [2, 3])
    var defaults = EventDefaults()
    defaults.mayBeNew = true
    #expect(try table(csv, defaults).rows.map(\.notice.event.company.text) == ["9999", "另一家"])
  }

  // MARK: Cells

  @Test(
    "Days, Gregorian and of the Republic",
    arguments: [
      ("2024-06-05", "2024-06-05"), ("2024/6/5", "2024-06-05"), ("20240605", "2024-06-05"), ("1130605", "2024-06-05"),
      ("0990605", "2010-06-05"), ("113/06/05", "2024-06-05"), ("113.6.5", "2024-06-05"), ("113年6月5日", "2024-06-05"),
      ("2024-06-05 13:30", "2024-06-05"), ("2024-06-05T00:00:00", "2024-06-05"), ("1130631", ""), ("六月", ""),
      ("113", ""),
    ])
  func days(_ text: String, _ day: String) {
    #expect(EventWords.day(text)?.text ?? "" == day)
  }

  @Test(
    "Amounts in New Taiwan dollars",
    arguments: [
      ("500,000", 500_000), ("500000", 500_000), ("500000.0", 500_000), ("2024", 2024), ("30萬元", 300_000),
      ("新臺幣6萬元", 60_000), ("NT$60,000", 60_000), ("罰鍰新臺幣1,260,000元整", 1_260_000), ("1億2,000萬元", 120_000_000),
    ])
  func amounts(_ text: String, _ dollars: Int) {
    #expect(EventWords.fine(text) == .some(Fine(dollars: dollars)))
  }

  @Test func noughtIsNoFineAndOtherThingsAreNone() {
    #expect(EventWords.fine("0") == .some(nil))
    for text in ["", "-5", "US$3,000", "1,00", "約6萬元", "6萬元至9萬元", "第2次6萬元", "3件", "6萬元、9萬元", "0.5"] {
      #expect(EventWords.fine(text) == nil, "\(text)")
    }
  }
}
