/// The columns of a manifest.
enum ManifestColumn: String, TableColumn {
  case file, company, ticker, year, kind, language, uploaded, revision, industry

  var names: [String] {
    switch self {
    case .file: ["file", "path", "name", "sha256", "檔案", "檔名", "路徑"]
    case .company: ["company", "公司", "公司名稱"]
    case .ticker: ["ticker", "代號", "股票代號", "公司代號"]
    case .year: ["year", "年度", "年份"]
    case .kind: ["kind", "種類", "類型"]
    case .language: ["language", "語言"]
    case .uploaded: ["uploaded", "上傳日", "上傳日期"]
    case .revision: ["revision", "版本", "修訂"]
    case .industry: ["industry", "產業", "產業別"]
    }
  }
}
