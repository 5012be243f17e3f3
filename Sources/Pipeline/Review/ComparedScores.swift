import Archive
import ReportModel
import Review
import RuleBook
import Scoring

/// Scores of companies in both states, each by the rules of then.
package final class ComparedScores {
  private let before: ArchiveScorer
  private let after: ArchiveScorer
  private let companies: (before: [CompanyID: ArchivedCompany], after: [CompanyID: ArchivedCompany])
  private var cards: [Place: (before: ItemScores, after: ItemScores)?] = [:]

  private struct Place: Hashable {
    var company: CompanyID
    var year: Int
  }

  /// What a card says of its items, and in all.
  private struct ItemScores {
    let rate: Score.Rate
    let points: [String: PointRange]

    init(_ outline: CardOutline) {
      rate = outline.score.rate
      points = outline.items.reduce(into: [:]) { points, item in
        if item.standing.kind != .notApplicable { points[item.id] = item.standing.points }
      }
    }
  }

  /// - Parameter pack: by its id; of both states.
  package init(_ comparison: RunComparison, pack: String) throws(ArchiveScoringFailure) {
    before = try Self.scorer(comparison, comparison.before, pack)
    after = try Self.scorer(comparison, comparison.after, pack)
    companies = (Self.byID(before.companies), Self.byID(after.companies))
  }

  private static func scorer(
    _ comparison: RunComparison, _ moment: ArchiveMoment, _ pack: String
  ) throws(ArchiveScoringFailure) -> ArchiveScorer {
    let book = try comparison.books.book(moment.run.rules)
    guard let pack = book.pack(pack) else { throw .unreadableBook(digest: moment.run.rules) }
    return try ArchiveScorer(comparison.archive, at: moment, pack: pack, in: book)
  }

  private static func byID(_ companies: [ArchivedCompany]) -> [CompanyID: ArchivedCompany] {
    Dictionary(companies.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package var names: [CompanyID: String] { after.names }

  /// Nil where the company could not be scored in both states for the year of the document.
  package func effect(
    of item: String, in pair: DocumentPair, company: CompanyID?
  ) throws(ArchiveScoringFailure) -> ScoreEffect? {
    guard let company, let year = pair.after.placement.year?.value,
      let (old, new) = try cards(of: Place(company: company, year: year))
    else { return nil }
    return ScoreEffect(
      itemBefore: old.points[item], itemAfter: new.points[item], rateBefore: old.rate, rateAfter: new.rate)
  }

  private func cards(of place: Place) throws(ArchiveScoringFailure) -> (before: ItemScores, after: ItemScores)? {
    if let known = cards[place] { return known }
    var found: (before: ItemScores, after: ItemScores)?
    if let old = companies.before[place.company], let new = companies.after[place.company],
      let first = try card(of: old, place.year, before), let second = try card(of: new, place.year, after)
    {
      found = (first, second)
    }
    cards[place] = .some(found)
    return found
  }

  /// Nil where it cannot be scored.
  private func card(
    of company: ArchivedCompany, _ year: Int, _ scorer: ArchiveScorer
  ) throws(ArchiveScoringFailure) -> ItemScores? {
    do throws(ArchiveScoringFailure) {
      return ItemScores(try scorer.outline(of: company, in: DocumentWindow(reportYear: year)))
    } catch {
      switch error {
      case .noIndustry, .unknownIndustry, .noDocument: return nil
      case .archive, .unreadableBook, .cannotScore, .questionsNotNoted: throw error
      }
    }
  }
}

extension RunComparison {
  /// Whom the changes move on or off a list in a month, by company: the lists of that month by what each state knows
  /// and by its rules. Without a month it is that of the later state.
  package func listChanges(pack: String, in month: Month? = nil) throws(MarketFailure) -> [ListChange] {
    let month = month ?? after.day.month
    guard let new = try lists(after, pack, month) else { return [] }
    return ListChange.changes(from: try lists(before, pack, month), to: new)
  }

  private func lists(_ moment: ArchiveMoment, _ pack: String, _ month: Month) throws(MarketFailure) -> MonthlyLists? {
    let book: RuleBook
    do throws(ArchiveScoringFailure) { book = try books.book(moment.run.rules) } catch { throw .scoring(error) }
    guard let own = book.pack(pack) else { throw .noRating(pack: pack) }
    let history = try MarketReader(archive, at: moment, pack: own, in: book).history(to: month)
    return ListKeeper.lists(of: history.months, by: history.rules).last
  }
}
