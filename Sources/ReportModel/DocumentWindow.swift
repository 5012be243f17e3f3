/// Which documents a score rests on: those about a year that were uploaded by a day.
package struct DocumentWindow: Sendable, Hashable {
  package let reportYear: Int
  /// What is uploaded later does not count; nil where everything does.
  package let cutOff: Day?

  package init(reportYear: Int, cutOff: Day? = nil) {
    self.reportYear = reportYear
    self.cutOff = cutOff
  }
}
