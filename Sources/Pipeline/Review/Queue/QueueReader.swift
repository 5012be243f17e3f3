import Archive
import ReportModel
import Review
import RuleBook
import Scoring

/// Finds out what there is to review in an archive.
package struct QueueReader {
  private let archive: ArchiveFile
  private let moment: ArchiveMoment
  private let pack: Pack
  private let book: RuleBook
  private let options: Options

  package struct Options: Sendable {
    /// The run to compare with; without one, that before the last which changed anything.
    package var since: RunID?
    /// Of each item so many documents are drawn. Ten that are all right show that three of four are, nineteen times out
    /// of twenty.
    package var sampleSize: Int

    package init(since: RunID? = nil, sampleSize: Int = 10) {
      self.since = since
      self.sampleSize = sampleSize
    }
  }

  /// - Parameter book: that of the moment.
  package init(
    _ archive: ArchiveFile, at moment: ArchiveMoment, pack: Pack, in book: RuleBook, _ options: Options = Options()
  ) {
    self.archive = archive
    self.moment = moment
    self.pack = pack
    self.book = book
    self.options = options
  }

  package func queue() throws(ComparisonFailure) -> ReviewQueue {
    let scorer = try scoring { () throws(ArchiveScoringFailure) in
      try ArchiveScorer(archive, at: moment, pack: pack, in: book)
    }
    let documents = try scoring { () throws(ArchiveScoringFailure) in try self.documents(scorer) }
    let distances = try scoring { () throws(ArchiveScoringFailure) in try self.distances(scorer) }
    let draw = SampleDraw(documents, items: pack.itemsInOrder, size: options.sampleSize)
    let standing = StandingEntries(documents, places: pack.itemPlaces)
    var draft = QueueDraft()
    let earlier = try earlier()
    var newYears: [ReviewQueue.NewYear] = []
    var changed: [ChangeEntries.Marked] = []
    if let earlier {
      let comparison = try RunComparison(archive, from: earlier, to: moment.run.id)
      changed = try changes(comparison, documents, scorer.decisions)
      newYears = comparison.newYears
    }
    for (entry, mark) in changed where !entry.hasOnlyMoved { draft.add(entry, mark) }
    for entry in standing.disputes + standing.confirmations { draft.add(entry, nil) }
    for (entry, mark) in changed where entry.hasOnlyMoved { draft.add(entry, mark) }
    for (entry, mark) in standing.sampled(draw) + standing.ambiguous + standing.unreadable + standing.edges(distances) {
      draft.add(entry, mark)
    }
    return ReviewQueue(
      run: moment.run.id, earlier: earlier, entries: draft.inOrder, progress: draft.progress,
      samples: standing.samples(draw), newYears: newYears)
  }

  private func scoring<Value>(
    _ body: () throws(ArchiveScoringFailure) -> Value
  ) throws(ComparisonFailure) -> Value {
    do throws(ArchiveScoringFailure) { return try body() } catch { throw .scoring(error) }
  }

  // MARK: What is there

  /// Those that no other counts instead of, by company.
  private func documents(_ scorer: ArchiveScorer) throws(ArchiveScoringFailure) -> [ReviewedDocument] {
    let reports = scorer.companies.flatMap(\.reports)
    let superseded = Precedence.superseded(reports)
    let outlines = try outlines(scorer)
    let items = Set(pack.items.map(\.id))
    do throws(ArchiveFailure) {
      var answers = OutlineMemory(archive) { items.contains($0) }
      var judgements = JudgementMemory(
        archive, scorer.decisions, last: try scorer.decided(), earlier: Precedence.earlier(reports))
      var documents: [ReviewedDocument] = []
      for company in scorer.companies {
        for report in company.reports where superseded[report.document.id] == nil {
          let year = report.placement.openQuestions.isEmpty ? report.placement.year?.value : nil
          documents.append(
            ReviewedDocument(
              report: report, company: company.id, answers: try answers.outlines(of: report),
              judgements: try judgements.judgements(of: report), outline: year.flatMap { outlines[$0]?[company.id] }))
        }
      }
      answers.keep()
      judgements.keep()
      return documents
    } catch {
      throw .archive(error)
    }
  }

  /// What companies come to in each year that there are documents about.
  private func outlines(
    _ scorer: ArchiveScorer
  ) throws(ArchiveScoringFailure) -> [Int: [CompanyID: CompanyOutline]] {
    var outlines: [Int: [CompanyID: CompanyOutline]] = [:]
    for year in scorer.years {
      _ = try scorer.eachOutline(in: DocumentWindow(reportYear: year)) { company, outline in
        outlines[year, default: [:]][company.id] = CompanyOutline(outline)
      }
    }
    return outlines
  }

  /// How far companies are from the lines of the month; where nobody is rated in it, as the newest reports are scored.
  private func distances(
    _ scorer: ArchiveScorer
  ) throws(ArchiveScoringFailure) -> [CompanyID: [LineDistance]] {
    guard let rating = pack.rating else { return [:] }
    var scores: [MonthlyScore] = []
    if let round = RoundPlan(rating).inForce(in: moment.day.month) {
      _ = try scorer.eachOutline(in: round.window) { company, outline in
        scores.append(scorer.monthlyScore(outline, of: company.id, in: moment.day.month))
      }
    }
    if scores.isEmpty, let newest = scorer.years.last {
      _ = try scorer.eachOutline(in: DocumentWindow(reportYear: newest)) { company, outline in
        scores.append(MonthlyScore(outline, of: company.id))
      }
    }
    return LineDistance.all(scores, by: rating.lists)
  }

  // MARK: What changed

  /// A run that found everything as it was is no reason to forget what the one before it changed.
  private func earlier() throws(ComparisonFailure) -> RunID? {
    if let since = options.since { return since }
    return try reading { () throws(ArchiveFailure) in
      guard let last = try archive.lastChange(upTo: moment.run.id) else { return nil }
      return try archive.runs().last { $0.id < last && $0.ended != nil && $0.documents > 0 }?.id
    }
  }

  private func changes(
    _ comparison: RunComparison, _ documents: [ReviewedDocument], _ log: DecisionLog
  ) throws(ComparisonFailure) -> [ChangeEntries.Marked] {
    let differences = try known(try comparison.differences(), comparison)
    guard !differences.isEmpty else { return [] }
    var moves: [ListChange] = []
    if pack.rating != nil {
      do throws(MarketFailure) { moves = try comparison.listChanges(pack: pack.id) } catch { throw .market(error) }
    }
    let ended = comparison.after.run.ended ?? comparison.after.end
    let entries = ChangeEntries(
      documents, places: pack.itemPlaces, moves: moves,
      firstStep: log.steps.first { $0.time.text >= ended }?.number ?? .max)
    return try scoring { () throws(ArchiveScoringFailure) in
      let scores = try ComparedScores(comparison, pack: pack.id)
      return try entries.entries(differences) { difference throws(ArchiveScoringFailure) in
        try scores.effect(of: difference.item, in: difference.pair, company: difference.company)
      }
    }
  }

  // MARK: Causes

  /// With the causes that need no trial, or were found before; the others are told as what they may be.
  private func known(
    _ differences: [ItemDifference], _ comparison: RunComparison
  ) throws(ComparisonFailure) -> [ExplainedDifference] {
    let memory = CauseMemory(archive)
    var known: [ExplainedDifference] = []
    for difference in differences {
      var causes = difference.onlyCause
      if causes == nil { causes = try reading { () throws(ArchiveFailure) in try memory.causes(of: difference) } }
      let told = zip(difference.changes, causes ?? difference.possibleCauses)
      known.append(ExplainedDifference(difference, told.map { ExplainedChange($0, cause: $1) }))
    }
    return known
  }

  /// Entries with the causes of their changes, found by trials where more than one thing differs: that takes as long as
  /// matching their documents anew, once.
  package func explained(
    _ entries: [QueueEntry], of queue: ReviewQueue
  ) throws(ComparisonFailure) -> [QueueEntry] {
    let open = entries.filter(\.isUnexplained)
    guard let earlier = queue.earlier, !open.isEmpty else { return entries }
    let comparison = try RunComparison(archive, from: earlier, to: queue.run)
    var differences: [ItemDifference] = []
    for (document, own) in Dictionary(grouping: open, by: \.document.sha256).sorted(by: { $0.key < $1.key }) {
      differences += try comparison.differences(
        ComparisonChoice(documents: [document], items: Set(own.map(\.item))))
    }
    var memory = CauseMemory(archive)
    var causes: [QueueID: Cause] = [:]
    for (difference, told) in zip(differences, try comparison.explained(differences)) {
      memory.keep(told.changes.map(\.cause), of: difference)
      for change in told.changes { causes[ChangeEntries.id(of: change.change, in: told)] = change.cause }
    }
    memory.keep()
    return entries.map { entry in causes[entry.id].map(entry.explained) ?? entry }
  }

  // MARK: One entry

  /// What an entry is about, to be shown: as it was in the earlier run, and as it stands.
  package func sights(
    of entry: QueueEntry, in queue: ReviewQueue
  ) throws(ComparisonFailure) -> (before: QueueSight?, after: QueueSight?) {
    try reading { () throws(ArchiveFailure) in
      let after = try sight(entry.after, of: entry, in: entry.document.sha256, state: .at(moment))
      guard let place = entry.before, let earlier = queue.earlier, let then = try archive.moment(after: earlier)
      else { return (nil, after) }
      return (try sight(place, of: entry, in: place.document, state: .at(then)), after)
    }
  }

  private func sight(
    _ place: EvidencePlace?, of entry: QueueEntry, in document: String, state: ArchiveState
  ) throws(ArchiveFailure) -> QueueSight? {
    let desk = try ReviewDesk(archive, state: state)
    guard let report = desk.document(document) else { return nil }
    let reviewed = try desk.reviewed(report)
    guard let item = reviewed.item(entry.item) else { return nil }
    return QueueSight(
      report: report, item: item, focus: place.flatMap { item.line($0.pick)?.id },
      asking: reviewed.asking.filter { asking in
        if case .confirmation(asking.decision.opinion.step) = entry.reason { true } else { false }
      })
  }
}

/// An item of a document as one run left it.
package struct QueueSight: Sendable {
  package let report: ReportRecord
  package let item: ReviewedReport.Item
  /// Which piece of its evidence is in question; nil where it is the item's state.
  package let focus: EvidenceID?
  /// The earlier decision that may hold for some of these words.
  package let asking: [AskingDecision]

  /// What is decided on.
  package var subject: EvidenceID { focus ?? item.id }
}

extension ReviewedReport.Item {
  fileprivate func line(_ pick: EvidencePlace.Pick) -> ReviewedReport.Line? {
    evidence.first { line in
      guard case .found(let placed) = line.entry.origin else { return false }
      switch pick {
      case .best: return true
      case .words(let words): return DocumentJudgements.words(of: placed.evidence) == words
      }
    }
  }
}

extension ItemDifference {
  fileprivate var onlyCause: [Cause]? {
    guard factors.count == 1, let only = factors.first else { return nil }
    return changes.map { _ in .only(only) }
  }

  fileprivate var possibleCauses: [Cause] { changes.map { _ in .among(factors, needed: []) } }
}

extension RunComparison {
  fileprivate var newYears: [ReviewQueue.NewYear] {
    newDocuments.compactMap { new in
      guard case .nextYear(let after) = new.kind else { return nil }
      return ReviewQueue.NewYear(document: new.report.document, company: new.company, after: after)
    }
  }
}

extension Pack {
  /// In the order of the rubric.
  var itemsInOrder: [String] { itemPlaces.sorted { $0.value.number < $1.value.number }.map(\.key) }

  var itemPlaces: [String: ItemPlace] {
    let own = Dictionary(grouping: items, by: \.subDimension)
    var places: [String: ItemPlace] = [:]
    for dimension in dimensions {
      for item in dimension.subDimensions.flatMap({ own[$0.id] ?? [] }) {
        places[item.id] = ItemPlace(number: places.count, dimension: dimension.id)
      }
    }
    return places
  }
}

/// Where an item stands in the rubric.
struct ItemPlace {
  let number: Int
  let dimension: String
}
