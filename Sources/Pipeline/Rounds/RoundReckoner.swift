import Archive
import ReportModel
import RuleBook
import Scoring

/// Reckons what a round keeps, of the archive at a moment: when it is closed, and whenever it is checked.
struct RoundReckoner {
  let archive: ArchiveFile
  let moment: ArchiveMoment
  let rules: RoundBook

  func frozen(_ round: Round, isEarly: Bool, who: String, program: String) throws(ArchiveScoringFailure) -> FrozenRound
  {
    let scorer = try ArchiveScorer(archive, at: moment, pack: rules.pack, in: rules.book)
    var cards: [CompanyID: FrozenRound.Scores] = [:]
    let month = round.completion.month
    _ = try scorer.eachCard(in: round.window) { company, card in
      cards[company.id] = FrozenRound.Scores(card, scorer.adjusted(card, of: company.id, in: month, by: scorer.ledger))
    }
    let status: RoundStatus
    do throws(ArchiveFailure) {
      status = RoundStatus(
        round, next: nil, on: moment.day, reports: try archive.reports(ReportFilter(state: .at(moment))),
        companies: try archive.companies(at: moment))
    } catch {
      throw .archive(error)
    }
    return FrozenRound(
      id: round.id.text, pack: rules.pack.id, names: round.names, reportYear: round.reportYear,
      cutOff: round.cutOff.text,
      completion: round.completion.day?.text ?? "", isEarly: isEarly, closed: moment.end, who: who, program: program,
      run: moment.run.id.number, rules: moment.run.rules, line: scorer.ledger.lines.last?.number ?? 0,
      dimensions: rules.pack.dimensions.map { FrozenRound.Dimension(id: $0.id, names: $0.names) },
      companies: status.companies.map { FrozenRound.Company($0, cards[$0.id]) })
  }
}

extension FrozenRound.Company {
  init(_ company: RoundStatus.Company, _ scores: FrozenRound.Scores?) {
    id = company.id.text
    name = company.name
    isExpected = company.isExpected
    documents = company.counted.map { FrozenRound.Document($0) }
    if let scores {
      outcome = .scored(scores)
    } else {
      outcome = company.counted.isEmpty ? .missing : .noIndustry
    }
  }
}

extension FrozenRound.Document {
  init(_ counted: WindowDocuments.Counted) {
    name = counted.report.document.name
    sha256 = counted.report.document.sha256
    status = counted.report.status.rawValue
    uploaded = counted.upload.day.text
    uploadedFrom = counted.upload.source.code
  }
}

extension FrozenRound.Scores {
  init(_ card: Scorecard, _ adjusted: AdjustedCard?) {
    industry = card.company.industry
    switch card.company.activities {
    case .known(let known): activities = known.sorted()
    case .unknown: activities = nil
    }
    total = FrozenRound.Figures(card.score)
    parts = card.dimensions.flatMap { dimension in
      [FrozenRound.Part(id: dimension.id, isDimension: true, figures: FrozenRound.Figures(dimension.score))]
        + dimension.subDimensions.map {
          FrozenRound.Part(id: $0.id, isDimension: false, figures: FrozenRound.Figures($0.score))
        }
    }
    items = card.dimensions.flatMap(\.subDimensions).flatMap(\.items).compactMap(FrozenRound.Item.init)
    afterEvents = adjusted.flatMap(FrozenRound.AfterEvents.init)
  }
}

extension FrozenRound.AfterEvents {
  /// Nil where no event counts.
  fileprivate init?(_ adjusted: AdjustedCard) {
    guard !adjusted.adjustment.events.isEmpty else { return nil }
    total = FrozenRound.Figures(adjusted.total)
    parts = adjusted.dimensions.map {
      FrozenRound.Part(id: $0.dimension, isDimension: true, figures: FrozenRound.Figures($0.score))
    }
    events = adjusted.adjustment.events.map { counted in
      switch counted.effect {
      case .takes(let points, let dimension):
        FrozenRound.Event(id: counted.id.text, dimension: dimension, points: points.figure.plain)
      case .unknownToThePack: FrozenRound.Event(id: counted.id.text, dimension: "", points: "0")
      }
    }
  }
}

extension FrozenRound.Item {
  /// Nil for an item that neither gives nor takes anything.
  fileprivate init?(_ scored: ScoredItem) {
    let points = scored.outcome.points
    guard points != Points.zero...Points.zero else { return nil }
    id = scored.item.id
    outcome = scored.outcome.code
    low = points.lowerBound.figure.plain
    high = points.upperBound.figure.plain
  }
}

extension FrozenRound.Figures {
  init(_ score: Score) {
    low = score.gained.lowerBound.figure.plain
    high = score.gained.upperBound.figure.plain
    attainable = score.attainable.figure.plain
    lowRate = score.rate.low?.percentText ?? ""
    highRate = score.rate.high?.percentText ?? ""
  }
}
