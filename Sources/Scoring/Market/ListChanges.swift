import ReportModel

/// What is another in the lists of a month than in those of the month before.
package struct ListChange: Sendable, Equatable {
  package let company: CompanyID
  package let before: Standing
  package let after: Standing

  /// On which lists a company is, and how surely.
  package struct Standing: Sendable, Equatable {
    package var isRated = false
    package var watch: Certainty?
    package var black: Certainty?

    package init(isRated: Bool = false, watch: Certainty? = nil, black: Certainty? = nil) {
      self.isRated = isRated
      self.watch = watch
      self.black = black
    }
  }

  /// By company. Without a month before everybody on a list is new there.
  package static func changes(from earlier: MonthlyLists?, to later: MonthlyLists) -> [ListChange] {
    let (before, after) = (earlier.map(standings) ?? [:], standings(of: later))
    return Set(before.keys).union(after.keys).sorted().compactMap { company in
      let (old, new) = (before[company] ?? Standing(), after[company] ?? Standing())
      guard old.watch != new.watch || old.black != new.black else { return nil }
      return ListChange(company: company, before: old, after: new)
    }
  }

  private static func standings(of lists: MonthlyLists) -> [CompanyID: Standing] {
    var standings: [CompanyID: Standing] = [:]
    for company in lists.rated { standings[company, default: Standing()].isRated = true }
    for entry in lists.watch { standings[entry.company, default: Standing()].watch = entry.certainty }
    for entry in lists.black { standings[entry.company, default: Standing()].black = entry.certainty }
    return standings
  }
}

extension MonthlyLists {
  /// On which lists a company is.
  package func standing(of company: CompanyID) -> ListChange.Standing {
    ListChange.Standing(
      isRated: rated.contains(company), watch: watch.first { $0.company == company }?.certainty,
      black: black.first { $0.company == company }?.certainty)
  }
}
