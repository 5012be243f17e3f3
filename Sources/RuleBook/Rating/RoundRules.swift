import ReportModel

/// One of the rounds in which a rater rates all companies once a year.
package struct RoundRules: Sendable, Equatable {
  /// Behind the year: the round 2025-1 has the id 1.
  package var id: String
  package var names: Phrase
  /// What is uploaded after the last day of this month counts for the next round.
  package var uploadedBy: MonthOfRound
  /// It is done on the last trading day of this month.
  package var completedIn: MonthOfRound
  /// The year that its reports are about: -1 for the year before the round's.
  package var reportYear: Int
  package var place: Place

  package struct MonthOfRound: Sendable, Equatable {
    /// 1…12.
    package var month: Int
    /// 0 for the round's own year, 1 for the one after it.
    package var yearsLater: Int

    package init(month: Int, yearsLater: Int) {
      self.month = month
      self.yearsLater = yearsLater
    }

    package func month(ofRoundIn year: Int) -> Month? { Month(year: year + yearsLater, month: month) }
  }

  /// Whether it can stand behind the year: small letters and digits, nothing that cuts `2025-1` elsewhere.
  package static func isUsable(id: String) -> Bool {
    !id.isEmpty && id.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
  }

  package init(
    id: String, names: Phrase, uploadedBy: MonthOfRound, completedIn: MonthOfRound, reportYear: Int, place: Place
  ) {
    self.id = id
    self.names = names
    self.uploadedBy = uploadedBy
    self.completedIn = completedIn
    self.reportYear = reportYear
    self.place = place
  }
}
