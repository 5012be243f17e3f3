import ReportModel

/// The columns of a manifest, by what its header calls them.
struct ManifestColumns {
  private(set) var places: [Column: Int] = [:]

  enum Column: String, CaseIterable {
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

  init(_ header: [String], findings: inout [Manifest.Finding]) {
    for (place, head) in header.enumerated() {
      let wanted = head.lowercased().filter { !$0.isWhitespace }
      if wanted.isEmpty { continue }
      guard let column = Column.allCases.first(where: { $0.names.contains(wanted) }) else {
        let known = Column.allCases.map(\.rawValue).joined(separator: ", ")
        let ours = Column.allCases.map { $0.names.first { !$0.utf8.allSatisfy { $0 < 0x80 } } ?? $0.rawValue }
        findings.append(
          Manifest.Finding(
            row: 1, column: place + 1,
            message: Phrase(
              "no column is called “\(head)” (there are \(known))",
              "沒有「\(head)」這個欄位（可用：\(ours.joined(separator: "、"))）")))
        continue
      }
      if let first = places[column] {
        findings.append(
          Manifest.Finding(
            row: 1, column: place + 1,
            message: Phrase(
              "“\(head)” says the same as column \(first + 1); this one does not count",
              "「\(head)」與第 \(first + 1) 欄相同，不採用")))
      } else {
        places[column] = place
      }
    }
  }
}
