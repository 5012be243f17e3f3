import ReportModel

func composePlainText(_ text: String) -> ReportText { ReportText() }
