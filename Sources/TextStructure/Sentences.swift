import ReportModel

/// Marks the sentences of running text.
func markSentences(_ report: inout ReportText) {
}
