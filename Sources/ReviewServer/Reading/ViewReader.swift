import Archive
import Pipeline
import ReportModel
import RuleBook
import Scoring

/// Reads what the views show, of one archive for one request.
final class ViewReader {
  let archive: ArchiveFile
  let shelves: Shelves
  /// Made once for all that a request asks of one state.
  private var scorer: (stamp: ArchiveStamp, scorer: ArchiveScorer)?

  init(archive: ArchiveFile, shelves: Shelves) {
    self.archive = archive
    self.shelves = shelves
  }

  func state() throws(ViewFailure) -> ViewState {
    let (stamp, found) = try ViewFailure.archive { () throws(ArchiveFailure) in
      (try archive.stamp(), try archive.moment())
    }
    guard let moment = found else { throw .nothingRecorded }
    let key = Shelves.StateKey(stamp: stamp.scores.reports, day: moment.day)
    var state = try shelves.states.value(key) { () throws(ViewFailure) in try read(stamp, moment) }
    state.stamp = stamp
    return state
  }

  private func read(_ stamp: ArchiveStamp, _ moment: ArchiveMoment) throws(ViewFailure) -> ViewState {
    let book = try shelves.books.value(moment.run.rules) { () throws(ViewFailure) in
      try ViewFailure.scoring { () throws(ArchiveScoringFailure) in try archive.ruleBook(of: moment) }
    }
    guard let pack = book.packs.first(where: { $0.rating != nil && $0.scoring != nil }), let rating = pack.rating
    else { throw .noRating }
    let (records, reports) = try ViewFailure.archive { () throws(ArchiveFailure) in
      (try archive.companies(at: moment), try archive.reports(ReportFilter(state: .at(moment))))
    }
    return ViewState(stamp, moment, book, pack, rating, reports: reports, records: records)
  }

  // MARK: Markets

  func scores(in month: Month, _ state: ViewState) throws(ViewFailure) -> MarketScores {
    try shelves.months.value(Shelves.MonthKey(stamp: state.stamp.scores, month: month)) { () throws(ViewFailure) in
      try ViewFailure.market { () throws(MarketFailure) in try reader(state).scores(in: month) }
    }
  }

  func lists(of month: Month, _ state: ViewState) throws(ViewFailure) -> ListsReport {
    try shelves.lists.value(Shelves.MonthKey(stamp: state.stamp.scores, month: month)) { () throws(ViewFailure) in
      try ViewFailure.market { () throws(MarketFailure) in ListsReport(try reader(state).history(to: month)) }
    }
  }

  private func reader(_ state: ViewState) throws(MarketFailure) -> MarketReader {
    try MarketReader(archive, at: state.moment, pack: state.pack, in: state.book)
  }

  // MARK: One company

  /// - Parameter month: in which its events are looked at; else that of the moment.
  func score(
    of company: ArchivedCompany, _ scope: ScoreScope, in month: Month?, _ state: ViewState
  ) throws(ViewFailure) -> ScoreReport {
    let key = Shelves.CardKey(
      stamp: state.stamp.scores, company: company.id, year: scope.window.reportYear, cutOff: scope.window.cutOff,
      month: month)
    return try shelves.cards.value(key) { () throws(ViewFailure) in
      try ViewFailure.scoring { () throws(ArchiveScoringFailure) in
        try scorer(state).score(company, scope, in: month)
      }
    }
  }

  private func scorer(_ state: ViewState) throws(ArchiveScoringFailure) -> ArchiveScorer {
    if let scorer, scorer.stamp == state.stamp { return scorer.scorer }
    let made = try ArchiveScorer(archive, at: state.moment, pack: state.pack, in: state.book)
    scorer = (state.stamp, made)
    return made
  }

  /// What a company comes to by all documents about each of these years.
  func years(
    of company: ArchivedCompany, _ years: [Int], _ state: ViewState
  ) throws(ViewFailure) -> [(year: Int, outline: CardOutline)] {
    let key = Shelves.CompanyKey(stamp: state.stamp.scores, company: company.id)
    let outlines = try shelves.years.value(key) { () throws(ViewFailure) in
      try ViewFailure.scoring { () throws(ArchiveScoringFailure) in
        let scorer = try scorer(state)
        return try years.map { year throws(ArchiveScoringFailure) in
          try scorer.outline(of: company, in: DocumentWindow(reportYear: year))
        }
      }
    }
    return Array(zip(years, outlines)).map { (year: $0, outline: $1) }
  }

  // MARK: Rounds and events

  func status(of round: Round, _ state: ViewState) throws(ViewFailure) -> RoundStatus {
    let day = state.moment.day
    let key = Shelves.RoundKey(stamp: state.stamp, round: round.id, day: day)
    return try shelves.rounds.value(key) { () throws(ViewFailure) in
      try ViewFailure.round { () throws(RoundRefusal) in
        try RoundStanding(archive, asOf: nil).status(
          of: round, try RoundBook(state.book, pack: state.pack.id), on: day)
      }
    }
  }

  func events(_ state: ViewState) throws(ViewFailure) -> EventReport {
    try shelves.events.value(state.stamp) { () throws(ViewFailure) in
      try ViewFailure.archive { () throws(ArchiveFailure) in
        EventReport(
          try archive.ledger(), pack: state.pack, rules: state.rating.events, asOf: nil,
          companies: try KnownCompanies(archive, words: state.book))
      }
    }
  }
}
