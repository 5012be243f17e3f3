import Archive
import ReportModel
import Review
import Scoring

/// Entries that no earlier run is needed for: what is drawn by lot, what is in doubt, what decides over a list, what
/// reviewers differ on and what they have to say of earlier decisions.
struct StandingEntries {
  private let documents: [ReviewedDocument]
  private let places: [String: ItemPlace]

  /// With what reviewers say of it.
  typealias Marked = (entry: QueueEntry, mark: DocumentJudgements.Mark?)

  /// Of one company and line, so many items at most: those that are the least sure.
  private static let mostOfALine = 5

  init(_ documents: [ReviewedDocument], places: [String: ItemPlace]) {
    self.documents = documents
    self.places = places
  }

  // MARK: What reviewers left

  var disputes: [QueueEntry] {
    byWeight { document in
      document.judgements.disputes.map { dispute in
        unplaced(document, dispute.item, .dispute(steps: dispute.steps), "\(dispute.steps)")
      }
    }
  }

  var confirmations: [QueueEntry] {
    byWeight { document in
      document.judgements.asking.map { asking in
        unplaced(document, asking.item, .confirmation(step: asking.step), "\(asking.step)")
      }
    }
  }

  /// Of an item as a whole, whatever is found for it.
  private func unplaced(
    _ document: ReviewedDocument, _ item: String, _ reason: QueueEntry.Reason, _ words: String
  ) -> QueueEntry {
    QueueEntry(
      id: QueueID(document: document.report.document.sha256, item: item, kind: reason.kind, words: words),
      document: document.report.document, company: document.company, item: item, reason: reason,
      effect: QueueEffect(of: item, document.outline), before: nil,
      after: document.found.first { $0.item == item }.map(document.best))
  }

  // MARK: Samples and doubts

  /// Item by item, each in the order of its lots.
  func sampled(_ draw: SampleDraw) -> [Marked] {
    draw.items.flatMap { item in
      item.drawn.enumerated().map { place, drawn in
        let document = documents[drawn.document]
        return (
          entry(document, document.answers[drawn.answer], .sample(place: place + 1, of: item.drawn.count)),
          document.markOfBest(item.item)
        )
      }
    }
  }

  /// What was reviewed of each sample, and what came of it. What was read off wrongly is not right.
  func samples(_ draw: SampleDraw) -> [SampledItem] {
    draw.items.map { item in
      let marks = item.drawn.compactMap { documents[$0.document].markOfBest(item.item)?.kind }
      return SampledItem(
        item: item.item, population: item.population, drawn: item.drawn.count,
        reviewed: marks.filter { $0 == .accepted || $0 == .rejected || $0 == .corrected }.count,
        right: marks.filter { $0 == .accepted }.count)
    }
  }

  /// Those first on which the most hangs.
  var ambiguous: [Marked] {
    marked { document, answer in
      guard answer.state == .found else { return nil }
      let doubts: [QueueEntry.Doubt] =
        (answer.kinds.isEmpty ? [] : [.kinds(answer.kinds)]) + (answer.rivals.isEmpty ? [] : [.rivals(answer.rivals)])
      return Several(doubts).map(QueueEntry.Reason.ambiguous)
    }
  }

  var unreadable: [Marked] {
    marked { _, answer in answer.state == .unreadable ? .unreadable(pages: answer.unreadable) : nil }
  }

  private func marked(_ reason: (ReviewedDocument, AnswerOutline) -> QueueEntry.Reason?) -> [Marked] {
    var marks: [QueueID: DocumentJudgements.Mark] = [:]
    let entries = byWeight { document in
      document.answers.compactMap { answer in
        guard let reason = reason(document, answer) else { return nil }
        let entry = entry(document, answer, reason)
        marks[entry.id] = answer.state == .found ? document.markOfBest(answer.item) : document.markOfState(answer.item)
        return entry
      }
    }
    return entries.map { ($0, marks[$0.id]) }
  }

  private func byWeight(_ entries: (ReviewedDocument) -> [QueueEntry]) -> [QueueEntry] {
    var found: [(entry: QueueEntry, size: Points, order: Int)] = []
    for (number, document) in documents.enumerated() {
      for entry in entries(document) {
        let place = places[entry.item]?.number ?? places.count
        found.append((entry, entry.effect.size, number * (places.count + 1) + place))
      }
    }
    return found.sorted { a, b in a.size == b.size ? a.order < b.order : a.size > b.size }.map(\.entry)
  }

  // MARK: Edges

  /// The nearest to a line first. Above it, what was found and holds the company there by itself; below it, what is
  /// not found and would lift it there.
  func edges(_ distances: [CompanyID: [LineDistance]]) -> [Marked] {
    let byCompany = Dictionary(grouping: documents.filter { $0.outline != nil }) { $0.company }
    let edges = distances.flatMap { company, own in own.map { (company: company, distance: $0) } }.sorted { a, b in
      (a.distance.points, a.company, a.distance.measure.order) < (
        b.distance.points, b.company, b.distance.measure.order
      )
    }
    return edges.flatMap { edge in
      let own = newest(byCompany[edge.company] ?? [])
      return switch edge.distance.side {
      case .above: holding(edge.distance, own)
      case .below: lifting(edge.distance, own)
      }
    }
  }

  /// Those of the newest year only.
  private func newest(_ documents: [ReviewedDocument]) -> [ReviewedDocument] {
    let newest = documents.compactMap { $0.report.placement.year?.value }.max()
    return documents.filter { $0.report.placement.year?.value == newest }
  }

  private func holding(_ distance: LineDistance, _ documents: [ReviewedDocument]) -> [Marked] {
    var held: [String: [(document: ReviewedDocument, answer: AnswerOutline)]] = [:]
    for document in documents {
      for answer in document.found where isOf(distance.measure, answer.item) {
        guard let standing = document.outline?[answer.item], standing.kind == .gained,
          standing.points.upperBound > distance.points
        else { continue }
        held[answer.item, default: []].append((document, answer))
      }
    }
    // An item that stands in several documents does not fall with one of them.
    let once = held.values.compactMap { $0.count == 1 ? $0.first : nil }
    return once.sorted { a, b in
      (a.answer.score, number(a.answer.item)) < (b.answer.score, number(b.answer.item))
    }.prefix(Self.mostOfALine).map { document, answer in
      (
        entry(document, answer, .edge(ListEdge(distance)), moves: [ListMove(distance.measure.list, .onto)]),
        document.markOfBest(answer.item)
      )
    }
  }

  private func lifting(_ distance: LineDistance, _ documents: [ReviewedDocument]) -> [Marked] {
    guard let document = documents.first, let outline = document.outline else { return [] }
    let lifting = places.filter { item, _ in
      isOf(distance.measure, item) && outline[item].map { lifts($0, over: distance) } ?? false
    }
    return lifting.sorted { a, b in
      let (first, second) = (outline[a.key]?.kind == .unknown, outline[b.key]?.kind == .unknown)
      return first == second ? a.value.number < b.value.number : first
    }.prefix(Self.mostOfALine).map { item, _ in
      let reason = QueueEntry.Reason.edge(ListEdge(distance))
      let entry = QueueEntry(
        id: QueueID(document: document.report.document.sha256, item: item, kind: .edge, words: ""),
        document: document.report.document, company: document.company, item: item, reason: reason,
        effect: QueueEffect(of: item, outline, moves: [ListMove(distance.measure.list, .off)]), before: nil,
        after: nil)
      return (entry, document.markOfState(item))
    }
  }

  private func lifts(_ standing: ItemStanding, over distance: LineDistance) -> Bool {
    switch standing.kind {
    case .missed: standing.attainable >= distance.points
    case .unknown: standing.points.upperBound - standing.points.lowerBound >= distance.points
    case .gained, .deducted, .clear, .notApplicable: false
    }
  }

  private func number(_ item: String) -> Int { places[item]?.number ?? places.count }

  private func isOf(_ measure: Measure, _ item: String) -> Bool {
    switch measure {
    case .total: places[item] != nil
    case .dimension(let id): places[item]?.dimension == id
    }
  }

  private func entry(
    _ document: ReviewedDocument, _ answer: AnswerOutline, _ reason: QueueEntry.Reason, moves: [ListMove] = []
  ) -> QueueEntry {
    QueueEntry(
      id: QueueID(document: document.report.document.sha256, item: answer.item, kind: reason.kind, words: ""),
      document: document.report.document, company: document.company, item: answer.item, reason: reason,
      effect: QueueEffect(of: answer.item, document.outline, moves: moves), before: nil,
      after: answer.state == .found ? document.best(answer) : nil)
  }
}

extension QueueID {
  init(document: String, item: String, kind: QueueEntry.Kind, words: String) {
    var writer = ByteWriter()
    for part in [document, item, kind.rawValue, words] { writer.put(part) }
    var digest = Digest()
    digest.add(writer.bytes)
    self.init(String(digest.hex().prefix(16)))
  }
}

extension ListEdge {
  init(_ distance: LineDistance) {
    self.init(measure: distance.measure, side: distance.side, distance: distance.points)
  }
}

extension Measure {
  fileprivate var list: ListMove.List {
    switch self {
    case .total: .black
    case .dimension: .watch
    }
  }

  fileprivate var order: String {
    switch self {
    case .total: ""
    case .dimension(let id): id
    }
  }
}
