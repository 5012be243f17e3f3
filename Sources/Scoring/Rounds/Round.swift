import ReportModel
import RuleBook

/// One round of one year, with its days.
package struct Round: Sendable, Equatable {
  package let id: RoundID
  package let names: Phrase
  /// The last day on which an upload counts for it.
  package let cutOff: Day
  package let completion: Completion
  /// The year that its reports are about.
  package let reportYear: Int

  /// The day on which it is done: the last trading day of a month.
  package enum Completion: Sendable, Equatable {
    case on(Day)
    /// Nobody has told the calendar of this month yet.
    case notInCalendar(Month)

    package var month: Month {
      switch self {
      case .on(let day): day.month
      case .notInCalendar(let month): month
      }
    }

    package var day: Day? {
      switch self {
      case .on(let day): day
      case .notInCalendar: nil
      }
    }
  }

  /// Which documents count for it.
  package var window: DocumentWindow { DocumentWindow(reportYear: reportYear, cutOff: cutOff) }

  /// Whether it is done before this day. In its last month that takes the calendar; without it the round runs on until
  /// the month is over.
  package func isDone(before day: Day) -> Bool { (completion.day ?? completion.month.lastDay) < day }
}

extension Round.Completion {
  /// What is missing, for whoever asks for the day.
  package var trouble: Phrase? {
    switch self {
    case .on: nil
    case .notInCalendar(let month):
      Phrase(
        "the trading calendar does not know \(month.text): add it to “calendar” in the pack's rating.yaml, which an archive takes over at its next ingest",
        "交易日曆沒有 \(month.text)，請在規則包的 rating.yaml 的 calendar 補上，封存檔於下次 ingest 時採用")
    }
  }
}
