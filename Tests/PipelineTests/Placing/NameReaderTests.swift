import Foundation
import ReportModel
import RuleBook
import Support
import Testing

@testable import Pipeline

/// What names of files tell, and what they leave open.
struct NameReaderTests {
  static let book: RuleBook = {
    let path = BuiltProgram.root.appendingPathComponent("Rules/vocabulary/placing.yaml")
    let bytes = (try? Data(contentsOf: path)).map(Array.init) ?? []
    return readRuleBook([RuleBook.Source(path: "vocabulary/placing.yaml", bytes: bytes)]).book
  }()
  static let words = PlacingWords(book)

  private static let nothing = "-"

  /// A name, the year that its text tells, the company that its text bears out; then ticker, year, kind, company,
  /// language, revision, day of upload, with `-` where they are left open.
  private static let names: [(name: String, textYear: Int?, company: String?, told: String)] = [
    // As collections name them.
    ("5870_花旗銀行_2022_TCFD.pdf", nil, nil, "5870 2022 tcfd 花旗銀行 - - -"),
    ("2376-技嘉-2022永續報告書.pdf", nil, nil, "2376 2022 sustainability 技嘉 - - -"),
    ("6207_雷科_2012_annual.pdf", nil, nil, "6207 2012 annual 雷科 - - -"),
    ("1101 台泥 2023 永續報告書 v2.pdf", nil, nil, "1101 2023 sustainability 台泥 - 1 -"),
    ("2412_中華電信_2023_永續報告書_英文版.pdf", nil, nil, "2412 2023 sustainability 中華電信 en - -"),
    ("2412_中華電信_2023_TCFD報告書_中文版.pdf", nil, nil, "2412 2023 tcfd 中華電信 zh - -"),
    ("4958_臻鼎-KY_2022_永續報告書.pdf", nil, nil, "4958 2022 sustainability 臻鼎 - - -"),
    ("2022_2330_台積電_永續報告書.pdf", nil, nil, "2330 2022 sustainability 台積電 - - -"),
    ("台積電(2330)2023年永續報告書.pdf", nil, nil, "2330 2023 sustainability 台積電 - - -"),
    ("2330.TW_2023_ESG_Report.pdf", nil, nil, "2330 2023 sustainability - - - -"),
    ("股票代號2002_2022年報.pdf", nil, nil, "2002 2022 annual - - - -"),
    // Years of the Republic.
    ("t100sa11_2330_112.pdf", nil, nil, "2330 2023 - - - - -"),
    ("2330_112年永續報告書.pdf", nil, nil, "2330 2023 sustainability - - - -"),
    ("2330_112_永續報告書.pdf", nil, nil, "2330 2023 sustainability - - - -"),
    ("112年報.pdf", nil, nil, "- 2023 annual - - - -"),
    ("111年度永續報告書.pdf", nil, nil, "- 2022 sustainability - - - -"),
    ("民國109年度台泥永續報告書.pdf", nil, "台泥", "- 2020 sustainability 台泥 - - -"),
    ("2023_112年永續報告書.pdf", nil, nil, "- 2023 sustainability - - - -"),
    ("100大企業.pdf", nil, nil, "- - - - - - -"),
    // Full width, no breaks, capitals.
    ("２０２３年台達電永續報告書.pdf", nil, "台達電", "- 2023 sustainability 台達電 - - -"),
    ("ESGReport2023_EN.PDF", nil, nil, "- 2023 sustainability - en - -"),
    ("SustainabilityReport_2021.pdf", nil, nil, "- 2021 sustainability - - - -"),
    ("FY2023 Annual Report.pdf", nil, nil, "- 2023 annual - - - -"),
    // One figure in front may be a company's number: the text must agree.
    ("2023_CSR_Report_EN.pdf", 2023, nil, "- 2023 sustainability - en - -"),
    ("2023_CSR_Report_EN.pdf", nil, nil, "- - sustainability - en - -"),
    ("2023_CSR_Report_EN.pdf", 2021, nil, "- - sustainability - en - -"),
    ("2023年永續報告書.pdf", nil, nil, "- 2023 sustainability - - - -"),
    ("2023永續報告書.pdf", nil, nil, "- 2023 sustainability - - - -"),
    ("1234.pdf", nil, nil, "1234 - - - - - -"),
    // Two that may be years.
    ("2002_中鋼_2022_永續報告書.pdf", nil, nil, "2002 2022 sustainability 中鋼 - - -"),
    ("中鋼(2002)_2022.pdf", nil, nil, "2002 2022 - 中鋼 - - -"),
    ("2002_2022_ESG.pdf", nil, nil, "2002 2022 sustainability - - - -"),
    ("2022_聚亨_2022.pdf", nil, nil, "- 2022 - - - - -"),
    ("2022_聚亨_2021.pdf", nil, nil, "2022 2021 - 聚亨 - - -"),
    ("聚亨_2021_2022.pdf", nil, nil, "- - - - - - -"),
    ("2022-2023 Sustainability Report.pdf", nil, nil, "- - sustainability - - - -"),
    ("2022-2023 Sustainability Report.pdf", 2023, nil, "- 2023 sustainability - - - -"),
    ("2024_2023永續報告書.pdf", nil, nil, "- 2023 sustainability - - - -"),
    ("2022_TCFD_2021.pdf", nil, nil, "- - tcfd - - - -"),
    // Days and other figures are no years and no tickers.
    ("永續報告書_更正版_20240930.pdf", nil, nil, "- - sustainability - - 1 2024-09-30"),
    ("永續報告書_2024-09-30.pdf", nil, nil, "- - sustainability - - - 2024-09-30"),
    ("永續報告書2023_113年8月5日.pdf", nil, nil, "- 2023 sustainability - - - 2024-08-05"),
    ("永續報告書_1130930.pdf", nil, nil, "- - sustainability - - - 2024-09-30"),
    ("20230101-20231231.pdf", nil, nil, "- - - - - - -"),
    ("20240631.pdf", nil, nil, "- - - - - - -"),
    ("9999999.pdf", nil, nil, "- - - - - - -"),
    ("ISO 9001 證書 2023.pdf", nil, nil, "- 2023 - - - - -"),
    ("A1234 2023.pdf", nil, nil, "- 2023 - - - - -"),
    ("bug1130930.pdf", nil, nil, "- - - - - - -"),
    ("issue-1082-notes.pdf", nil, nil, "- - - - - - -"),
    ("issue2074.pdf", nil, nil, "- - - - - - -"),
    ("Delta2023.pdf", 2023, nil, "- 2023 - - - - -"),
    // Corrections.
    ("ESG Report 2023 (corrected).pdf", nil, nil, "- 2023 sustainability - - 1 -"),
    ("2330_2023_ESG_Report_restated.pdf", nil, nil, "2330 2023 sustainability - - 1 -"),
    ("2330_2023_永續報告書_修正2.pdf", nil, nil, "2330 2023 sustainability - - 2 -"),
    ("2330_2023_永續報告書_第二次更正.pdf", nil, nil, "2330 2023 sustainability - - 2 -"),
    ("2330_2023_永續報告書_第二版.pdf", nil, nil, "2330 2023 sustainability - - 1 -"),
    ("2330_2023_永續報告書_V3.0_final.pdf", nil, nil, "2330 2023 sustainability - - 2 -"),
    // Kinds.
    ("Annual Report 2023.pdf", nil, nil, "- 2023 annual - - - -"),
    ("Annual Sustainability Report 2023.pdf", nil, nil, "- 2023 sustainability - - - -"),
    ("永續年報2023.pdf", nil, nil, "- 2023 sustainability - - - -"),
    ("2021年報告書.pdf", nil, nil, "- 2021 - - - - -"),
    ("永續報告書(含TCFD)2023.pdf", nil, nil, "- 2023 sustainability - - - -"),
    ("2022_ESG_TCFD.pdf", 2022, nil, "- 2022 tcfd - - - -"),
    ("永續報告書與年報2023.pdf", nil, nil, "- 2023 - - - - -"),
    // Companies only where the name or the text shows that they are.
    ("台積電股份有限公司2022年報.pdf", nil, nil, "- 2022 annual 台積電 - - -"),
    ("國票金控2022永續報告書.pdf", nil, nil, "- 2022 sustainability 國票金控 - - -"),
    ("第3季財報2023.pdf", nil, nil, "- 2023 - - - - -"),
    ("董事長的話2023.pdf", nil, "董事長的話", "- 2023 - - - - -"),
    ("2330_永續亮點_2023.pdf", nil, nil, "2330 2023 - - - - -"),
    ("台泥永續報告書2023.pdf", nil, nil, "- 2023 sustainability - - - -"),
    ("甲乙公司丙丁公司2023.pdf", nil, nil, "- 2023 - - - - -"),
    (
      "Delta Electronics 2023 ESG Report.pdf", nil, "Delta Electronics", "- 2023 sustainability Delta Electronics - - -"
    ),
    ("Taishin Holdings_2022_TCFD report.pdf", nil, nil, "- 2022 tcfd Taishin Holdings - - -"),
    ("2308_2023_final_web.pdf", nil, "final", "2308 2023 - - - - -"),
    ("ENGIE 2023.pdf", nil, nil, "- 2023 - - - - -"),
    ("report.pdf", nil, nil, "- - - - - - -"),
    ("", nil, nil, "- - - - - - -"),
  ]

  @Test(arguments: names.indices)
  func namesTellNoMoreThanTheyDo(_ index: Int) {
    let (name, textYear, company, told) = Self.names[index]
    let placement = NameReader(name, words: Self.words, textYear: textYear).placement { $0 == company }
    let facts: [String?] = [
      placement.ticker?.value, placement.year.map { String($0.value) }, placement.kind?.value.rawValue,
      placement.company?.value, placement.language?.value.rawValue, placement.revision.map { String($0.value) },
      placement.uploaded?.value.text,
    ]
    #expect(facts.map { $0 ?? Self.nothing }.joined(separator: " ") == told, "\(name)")
  }
}
