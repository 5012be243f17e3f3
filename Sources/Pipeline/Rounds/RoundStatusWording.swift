import ReportModel

extension RoundStatus.State {
  package var names: Phrase {
    switch self {
    case .complete: Phrase("in", "已收")
    case .partial: Phrase("partial", "部分可讀")
    case .failed: Phrase("failed", "讀取失敗")
    case .missing: Phrase("missing", "未收")
    }
  }
}
