import ReportModel

/// A day that a test knows to be one.
func day(_ text: String) -> Day {
  guard let day = Day(text) else { fatalError("there is no day \(text)") }
  return day
}
