/// The columns of a table of companies.
enum CompanyColumn: String, TableColumn {
  case ticker, company, industry, activities, expected

  var names: [String] {
    switch self {
    case .ticker: ["ticker", "代號", "股票代號", "公司代號"]
    case .company: ["company", "name", "公司", "公司名稱"]
    case .industry: ["industry", "產業", "產業別"]
    case .activities: ["activities", "營運活動"]
    case .expected: ["expected", "受評"]
    }
  }
}
