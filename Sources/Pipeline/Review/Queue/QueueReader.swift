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

  /// - Parameter book: that of the moment.
  package init(_ archive: ArchiveFile, at moment: ArchiveMoment, pack: Pack, in book: RuleBook) {
    self.archive = archive
    self.moment = moment
    self.pack = pack
    self.book = book
  }

  /// Ten that are all right show that three of four are, nineteen times out of twenty.
  package static let usualSample = 10

  /// - Parameter sampleSize: of each item so many documents are drawn.
  package func queue(sampleSize: Int = QueueReader.usualSample) throws(ArchiveScoringFailure) -> ReviewQueue {
    let scorer = try ArchiveScorer(archive, at: moment, pack: pack, in: book)
    let documents = try documents(scorer)
    let draw = SampleDraw(documents, items: pack.itemsInOrder, size: sampleSize)
    let standing = StandingEntries(documents, places: pack.itemPlaces)
    let entries =
      standing.sampled(draw) + standing.ambiguous + standing.unreadable
      + standing.edges(try distances(scorer))
    return ReviewQueue(
      run: moment.run.id, earlier: nil, entries: entries,
      progress: ReviewQueue.Progress(open: Dictionary(entries.map { ($0.reason.kind, 1) }, uniquingKeysWith: +)),
      samples: draw.items.map {
        SampledItem(item: $0.item, population: $0.population, drawn: $0.drawn.count, reviewed: 0, right: 0)
      })
  }

  // MARK: What is there

  /// Those that no other counts instead of, by company.
  private func documents(_ scorer: ArchiveScorer) throws(ArchiveScoringFailure) -> [ReviewedDocument] {
    let superseded = Precedence.superseded(scorer.companies.flatMap(\.reports))
    let outlines = try outlines(scorer)
    let items = Set(pack.items.map(\.id))
    var memory = OutlineMemory(archive) { items.contains($0) }
    defer { memory.keep() }
    var documents: [ReviewedDocument] = []
    for company in scorer.companies {
      for report in company.reports where superseded[report.document.id] == nil {
        let year = report.placement.openQuestions.isEmpty ? report.placement.year?.value : nil
        do throws(ArchiveFailure) {
          documents.append(
            ReviewedDocument(
              report: report, company: company.id, answers: try memory.outlines(of: report),
              outline: year.flatMap { outlines[$0]?[company.id] }))
        } catch {
          throw .archive(error)
        }
      }
    }
    return documents
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

  // MARK: One entry

  /// What an entry is about, to be shown: as it was and as it is.
  package func sights(
    of entry: QueueEntry
  ) throws(ArchiveScoringFailure) -> (before: QueueSight?, after: QueueSight?) {
    let after = entry.after ?? EvidencePlace.ofState(entry)
    do throws(ArchiveFailure) {
      return (
        before: try entry.before.flatMap { place throws(ArchiveFailure) in try sight(place, of: entry, in: .at(moment))
        },
        after: try sight(after, of: entry, in: .at(moment))
      )
    } catch {
      throw .archive(error)
    }
  }

  private func sight(
    _ place: EvidencePlace, of entry: QueueEntry, in state: ArchiveState
  ) throws(ArchiveFailure) -> QueueSight? {
    let reports = try archive.reports(ReportFilter(state: state, words: [place.document]))
    guard let report = reports.first(where: { $0.document.sha256 == place.document }) else { return nil }
    let questions = try archive.questions(of: report.sheet).only { $0 == entry.item }
    guard let answer = try archive.answers(of: report, to: questions, depth: .whole).first else { return nil }
    return QueueSight(
      report: report, state: answer.state, evidence: answer.evidence,
      focus: answer.evidence.indices.contains(place.rank) ? place.rank : nil)
  }
}

/// An item of a document as one run left it.
package struct QueueSight: Sendable, Equatable {
  package let report: ReportRecord
  package let state: ItemState
  /// The best first.
  package let evidence: [PlacedEvidence]
  /// The place among the evidence of what is in question; nil where it is the state.
  package let focus: Int?
}

extension Pack {
  /// In the order of the rubric.
  var itemsInOrder: [String] {
    let own = Dictionary(grouping: items, by: \.subDimension)
    return dimensions.flatMap(\.subDimensions).flatMap { own[$0.id] ?? [] }.map(\.id)
  }

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
