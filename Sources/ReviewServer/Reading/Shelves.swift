import Archive
import Pipeline
import ReportModel
import RuleBook
import Scoring

/// What every request of a server shares: whatever was reckoned for one page is there for the next.
final class Shelves: Sendable {
  let books = Shelf<String, RuleBook>(room: 3)
  let states = Shelf<StateKey, ViewState>(room: 2)
  let months = Shelf<MonthKey, MarketScores>(room: 24)
  let lists = Shelf<MonthKey, ListsReport>(room: 12)
  let rounds = Shelf<RoundKey, RoundStatus>(room: 6)
  let cards = Shelf<CardKey, ScoreReport>(room: 24)
  let years = Shelf<CompanyKey, [CardOutline]>(room: 24)
  let events = Shelf<ArchiveStamp, EventReport>(room: 2)

  struct StateKey: Hashable, Sendable {
    let stamp: ArchiveStamp.Reports
    let day: Day
  }

  struct MonthKey: Hashable, Sendable {
    let stamp: ArchiveStamp.Scores
    let month: Month
  }

  struct RoundKey: Hashable, Sendable {
    let stamp: ArchiveStamp
    let round: RoundID
    let day: Day
  }

  struct CompanyKey: Hashable, Sendable {
    let stamp: ArchiveStamp.Scores
    let company: CompanyID
  }

  struct CardKey: Hashable, Sendable {
    let stamp: ArchiveStamp.Scores
    let company: CompanyID
    let year: Int
    let cutOff: Day?
    let month: Month?
  }
}
