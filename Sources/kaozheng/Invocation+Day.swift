import ReportModel

extension Invocation {
  /// Nil where the option is not given.
  func day(_ option: String) throws(WrongUse) -> Day? {
    guard let text = values[option] else { return nil }
    guard let day = Day(text) else {
      throw WrongUse(
        message: Phrase(
          "\(option) takes a day, as 2025-08-31, not “\(text)”", "\(option) 須為日期，例如 2025-08-31，而非「\(text)」"),
        command: command)
    }
    return day
  }

  /// Nil where the option is not given.
  func month(_ option: String) throws(WrongUse) -> Month? {
    guard let text = values[option] else { return nil }
    guard let month = Month(text) else {
      throw WrongUse(
        message: Phrase(
          "\(option) takes a month, as 2025-08, not “\(text)”", "\(option) 須為月份，例如 2025-08，而非「\(text)」"),
        command: command)
    }
    return month
  }
}
