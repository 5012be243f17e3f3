import Foundation
import ReportModel
import RuleBook
import Support
import Testing

@testable import Pipeline

/// What names of files tell, and what they leave open.
struct NameReaderTests {
  static let words: [PlacingList: [String]] = {
    let path = BuiltProgram.root.appendingPathComponent("Rules/vocabulary/placing.yaml")
    let bytes = (try? Data(contentsOf: path)).map(Array.init) ?? []
    return Placer(readRuleBook([RuleBook.Source(path: "vocabulary/placing.yaml", bytes: bytes)]).book).words
  }()

  private static let nothing = "-"

  /// Ticker, year, kind, company, language, revision, day of upload; `-` where the name leaves it open.
  private static let names: [(name: String, textYear: Int?, told: String)] = [
    ("5870_花旗銀行_2022_TCFD.pdf", nil, "5870 2022 tcfd 花旗銀行 - - -"),
    ("2376-技嘉-2022永續報告書.pdf", nil, "2376 2022 sustainability 技嘉 - - -"),
    ("6207_雷科_2012_annual.pdf", nil, "6207 2012 annual 雷科 - - -"),
    ("t100sa11_2330_112.pdf", nil, "2330 2023 - - - - -"),
    ("2330_112年永續報告書.pdf", nil, "2330 2023 sustainability - - - -"),
    ("112年報.pdf", nil, "- 2023 annual - - - -"),
    ("民國109年度台泥永續報告書.pdf", nil, "- 2020 sustainability 台泥 - - -"),
    ("２０２３年台達電永續報告書.pdf", nil, "- 2023 sustainability 台達電 - - -"),
    ("2023_CSR_Report_EN.pdf", 2023, "- 2023 sustainability - en - -"),
    // In front it may be a company's number, and the text does not agree.
    ("2023_CSR_Report_EN.pdf", nil, "- - sustainability - en - -"),
    ("2023_CSR_Report_EN.pdf", 2021, "- - sustainability - en - -"),
    ("2023年永續報告書.pdf", nil, "- 2023 sustainability - - - -"),
    ("ESG Report 2023 (corrected).pdf", nil, "- 2023 sustainability - - 1 -"),
    ("永續報告書_更正版_20240930.pdf", nil, "- - sustainability - - 1 2024-09-30"),
    ("2002_中鋼_2022_永續報告書.pdf", nil, "2002 2022 sustainability 中鋼 - - -"),
    ("2022_聚亨_2022.pdf", nil, "- - - 聚亨 - - -"),
    ("2022_聚亨_2021.pdf", nil, "2022 2021 - 聚亨 - - -"),
    ("聚亨_2021_2022.pdf", nil, "- - - 聚亨 - - -"),
    ("2022年聚亨2022.pdf", nil, "2022 2022 - 聚亨 - - -"),
    ("1101 台泥 2023 永續報告書 v2.pdf", nil, "1101 2023 sustainability 台泥 - 1 -"),
    ("2412_中華電信_2023_永續報告書_英文版.pdf", nil, "2412 2023 sustainability 中華電信 en - -"),
    ("2412_中華電信_2023_TCFD報告書_中文版.pdf", nil, "2412 2023 tcfd 中華電信 zh - -"),
    ("台積電股份有限公司2022年報.pdf", nil, "- 2022 annual 台積電 - - -"),
    ("Annual Report 2023.pdf", nil, "- 2023 annual - - - -"),
    ("永續報告書與年報2023.pdf", nil, "- 2023 - - - - -"),
    ("report.pdf", nil, "- - - - - - -"),
    ("20240631.pdf", nil, "- - - - - - 2024-06-31"),
    ("20241332.pdf", nil, "- - - - - - -"),
    ("9999999.pdf", nil, "- - - - - - -"),
    ("1234.pdf", nil, "1234 - - - - - -"),
    ("ENGIE 2023.pdf", nil, "- 2023 - - - - -"),
    ("甲公司乙公司2023.pdf", nil, "- 2023 - - - - -"),
    ("第3季財報2023.pdf", nil, "- 2023 - 季財報 - - -"),
    ("", nil, "- - - - - - -"),
  ]

  @Test(arguments: names.indices)
  func namesTellNoMoreThanTheyDo(_ index: Int) {
    let (name, textYear, told) = Self.names[index]
    let placement = NameReader(name, words: Self.words, textYear: textYear).placement
    let facts: [String?] = [
      placement.ticker?.value, placement.year.map { String($0.value) }, placement.kind?.value.rawValue,
      placement.company?.value, placement.language?.value.rawValue, placement.revision.map { String($0.value) },
      placement.uploaded?.value,
    ]
    #expect(facts.map { $0 ?? Self.nothing }.joined(separator: " ") == told, "\(name)")
  }
}
