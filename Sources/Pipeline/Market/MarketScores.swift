import Archive
import ReportModel
import RuleBook
import Scoring

/// All companies of an archive as they are rated in a month, or in a round, by what it held at a moment.
package struct MarketScores: Sendable {
  package let basis: MarketBasis
  package let market: MarketMonth
  package let unrated: [UnratedCompany]
}

/// What ratings rest on.
package struct MarketBasis: Sendable {
  package let moment: ArchiveMoment
  package let pack: Pack
  package let scope: Scope
  /// What companies are called.
  package let names: [CompanyID: String]

  package enum Scope: Sendable, Equatable {
    /// In a month the scores of the round in force, less what events take in it; no round is before the first.
    case month(Month, Round?)
    /// As the documents of a round are scored, without events.
    case round(Round)

    package var round: Round? {
      switch self {
      case .month(_, let round): round
      case .round(let round): round
      }
    }
  }
}

/// A company of the archive without a rating, and why.
package struct UnratedCompany: Sendable, Equatable {
  package let company: CompanyID
  package let reason: Reason

  package enum Reason: String, Sendable, CaseIterable {
    case noDocument = "no-document"
    case noIndustry = "no-industry"
    case unknownIndustry = "unknown-industry"
  }
}

/// Rates all companies of an archive, in one month after another.
package struct MarketReader {
  private let scorer: ArchiveScorer
  private let rules: RatingRules
  private let plan: RoundPlan

  /// - Parameter book: that of the moment.
  package init(
    _ archive: ArchiveFile, at moment: ArchiveMoment, pack: Pack, in book: RuleBook
  ) throws(MarketFailure) {
    guard let rules = pack.rating, pack.scoring != nil else { throw .noRating(pack: pack.id) }
    do throws(ArchiveScoringFailure) {
      scorer = try ArchiveScorer(archive, at: moment, pack: pack, in: book)
    } catch {
      throw .scoring(error)
    }
    self.rules = rules
    plan = RoundPlan(rules)
  }

  /// A round's scores as its documents make them.
  package func scores(of round: Round) throws(MarketFailure) -> MarketScores {
    var scores: [MonthlyScore] = []
    let unrated = try eachOutline(in: round) { company, outline in
      scores.append(MonthlyScore(outline, of: company))
    }
    let market = MarketMonth(month: round.completion.month, scores: scores)
    return MarketScores(basis: basis(.round(round)), market: market, unrated: unrated)
  }

  package func scores(in month: Month) throws(MarketFailure) -> MarketScores {
    let round = plan.inForce(in: month)
    let (markets, unrated) = try rated(in: [month], by: round)
    return MarketScores(basis: basis(.month(month, round)), market: markets[0], unrated: unrated)
  }

  /// All months from the first in which anybody could be rated.
  package func history(to month: Month) throws(MarketFailure) -> MarketHistory {
    var months: [MarketMonth] = []
    var unrated: [UnratedCompany] = []
    var last: Round?
    for (round, span) in spans(to: month) {
      let (markets, without) = try rated(in: span, by: round)
      months += markets
      (unrated, last) = (without, round)
    }
    return MarketHistory(basis: basis(.month(month, last)), rules: rules.lists, months: months, unrated: unrated)
  }

  private func basis(_ scope: MarketBasis.Scope) -> MarketBasis {
    MarketBasis(moment: scorer.moment, pack: scorer.pack, scope: scope, names: scorer.names)
  }

  /// Those that any document tells of.
  package var companies: [ArchivedCompany] { scorer.companies }

  // MARK: What if

  /// A company's card in a round as it is, and as it would be.
  func cards(
    of company: ArchivedCompany, in round: Round, supposing items: [String: Suppositions.OfItem]
  ) throws(MarketFailure) -> (before: Scorecard, after: Scorecard) {
    do throws(ArchiveScoringFailure) {
      return (
        before: try scorer.card(of: company, in: round.window),
        after: try scorer.card(of: company, in: round.window, supposing: items)
      )
    } catch {
      throw .scoring(error)
    }
  }

  /// A card in a month, with events that the ledger does not hold.
  func score(
    _ card: Scorecard, of company: CompanyID, in month: Month, supposing events: [SupposedEvent]
  ) throws(MarketFailure) -> MonthlyScore {
    let ledger: Ledger
    do throws(LedgerFault) {
      ledger = try scorer.ledger.supposing(events, of: company, in: month)
    } catch {
      throw .supposition(error)
    }
    return score(card, of: company, in: month, by: ledger)
  }

  // MARK: Months

  /// Months one after another, by the round in force in them. The last month is always among them.
  private func spans(to last: Month) -> [(round: Round?, months: [Month])] {
    var spans: [(round: Round?, months: [Month])] = []
    var next: Month? = min(firstMonth ?? last, last)
    while let month = next, month <= last {
      let round = plan.inForce(in: month)
      if let index = spans.indices.last, spans[index].round == round {
        spans[index].months.append(month)
      } else {
        spans.append((round, [month]))
      }
      next = month.advanced(by: 1)
    }
    return spans
  }

  /// That in which the first round is done about whose year the archive has any document.
  package var firstMonth: Month? {
    let years = Set(scorer.companies.flatMap(\.reports).compactMap { $0.placement.year?.value })
    guard let first = years.min(), let last = years.max() else { return nil }
    return plan.rounds(of: first...last + Self.mostYearsLater).filter { years.contains($0.reportYear) }
      .map(\.completion.month).min()
  }

  /// So many years after the one that its reports are about a round may begin.
  private static let mostYearsLater = 3

  /// Each card is made once for all months in which its round is in force.
  private func rated(
    in months: [Month], by round: Round?
  ) throws(MarketFailure) -> (markets: [MarketMonth], unrated: [UnratedCompany]) {
    var scores: [[MonthlyScore]] = months.map { _ in [] }
    var unrated: [UnratedCompany] = []
    if let round {
      unrated = try eachOutline(in: round) { company, outline in
        for (index, month) in months.enumerated() {
          scores[index].append(scorer.monthlyScore(outline, of: company, in: month))
        }
      }
    }
    return (zip(months, scores).map { MarketMonth(month: $0, scores: $1) }, unrated)
  }

  private func score(_ card: Scorecard, of company: CompanyID, in month: Month, by ledger: Ledger) -> MonthlyScore {
    scorer.adjusted(card, of: company, in: month, by: ledger)?.monthlyScore ?? MonthlyScore(card, of: company)
  }

  private func eachOutline(
    in round: Round, _ body: (CompanyID, CardOutline) -> Void
  ) throws(MarketFailure) -> [UnratedCompany] {
    do throws(ArchiveScoringFailure) {
      return try scorer.eachOutline(in: round.window) { body($0.id, $1) }.compactMap {
        UnratedCompany($0.company, $0.failure)
      }
    } catch {
      throw .scoring(error)
    }
  }
}

extension UnratedCompany {
  fileprivate init?(_ company: ArchivedCompany, _ failure: ArchiveScoringFailure) {
    self.company = company.id
    switch failure {
    case .noDocument: reason = .noDocument
    case .noIndustry: reason = .noIndustry
    case .unknownIndustry: reason = .unknownIndustry
    case .archive, .unreadableBook, .cannotScore, .questionsNotNoted: return nil
    }
  }
}

/// The months of a market up to one of them.
package struct MarketHistory: Sendable {
  package let basis: MarketBasis
  package let rules: ListRules
  package let months: [MarketMonth]
  /// In the last month.
  package let unrated: [UnratedCompany]
}

/// Why a market cannot be rated.
package enum MarketFailure: Error, Sendable, Equatable {
  case scoring(ArchiveScoringFailure)
  /// The pack of the moment has no rules of rounds and lists, or none of scores.
  case noRating(pack: String)
  /// A supposed event that no ledger could hold.
  case supposition(LedgerFault)
}
