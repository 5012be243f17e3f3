import ReportModel

/// What can be said of a rule book without any report.
func checkRuleBook(_ book: RuleBook, _ log: FindingLog) {
}
