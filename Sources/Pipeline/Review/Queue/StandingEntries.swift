import Archive
import ReportModel
import Review
import Scoring

/// Entries that no earlier run is needed for: what is drawn by lot, what is in doubt, what decides over a list.
struct StandingEntries {
  private let documents: [ReviewedDocument]
  private let places: [String: ItemPlace]

  /// Of one company and line, so many items at most: those that are the least sure.
  private static let mostOfALine = 5

  init(_ documents: [ReviewedDocument], places: [String: ItemPlace]) {
    self.documents = documents
    self.places = places
  }

  /// Item by item, each in the order of its lots.
  func sampled(_ draw: SampleDraw) -> [QueueEntry] {
    draw.items.flatMap { item in
      item.drawn.enumerated().map { place, drawn in
        let document = documents[drawn.document]
        return entry(
          document, document.answers[drawn.answer], .sample(place: place + 1, of: item.drawn.count))
      }
    }
  }

  /// Those first on which the most hangs.
  var ambiguous: [QueueEntry] {
    byWeight { answer in
      guard answer.state == .found else { return nil }
      let doubts: [QueueEntry.Doubt] =
        (answer.kinds.isEmpty ? [] : [.kinds(answer.kinds)]) + (answer.rivals.isEmpty ? [] : [.rivals(answer.rivals)])
      return Several(doubts).map(QueueEntry.Reason.ambiguous)
    }
  }

  var unreadable: [QueueEntry] {
    byWeight { answer in answer.state == .unreadable ? .unreadable(pages: answer.unreadable) : nil }
  }

  private func byWeight(_ reason: (AnswerOutline) -> QueueEntry.Reason?) -> [QueueEntry] {
    var found: [(entry: QueueEntry, order: Int)] = []
    for (number, document) in documents.enumerated() {
      for answer in document.answers {
        guard let reason = reason(answer), let place = places[answer.item] else { continue }
        found.append((entry(document, answer, reason), number * places.count + place.number))
      }
    }
    return found.sorted { a, b in
      let (first, second) = (a.entry.effect.size, b.entry.effect.size)
      return first == second ? a.order < b.order : first > second
    }.map(\.entry)
  }

  // MARK: Edges

  /// The nearest to a line first. Above it, what was found and holds the company there by itself; below it, what is
  /// not found and would lift it there.
  func edges(_ distances: [CompanyID: [LineDistance]]) -> [QueueEntry] {
    let byCompany = Dictionary(grouping: documents.filter { $0.outline != nil }) { $0.company }
    let edges = distances.flatMap { company, own in
      own.map { (company: company, distance: $0) }
    }.sorted { a, b in
      (a.distance.points, a.company, a.distance.measure.order) < (
        b.distance.points, b.company, b.distance.measure.order
      )
    }
    return edges.flatMap { edge in
      entries(edge.distance, newest(byCompany[edge.company] ?? []))
    }
  }

  /// Those of the newest year only.
  private func newest(_ documents: [ReviewedDocument]) -> [ReviewedDocument] {
    let newest = documents.compactMap { $0.report.placement.year?.value }.max()
    return documents.filter { $0.report.placement.year?.value == newest }
  }

  private func entries(_ distance: LineDistance, _ documents: [ReviewedDocument]) -> [QueueEntry] {
    switch distance.side {
    case .above: holding(distance, documents)
    case .below: lifting(distance, documents)
    }
  }

  private func holding(_ distance: LineDistance, _ documents: [ReviewedDocument]) -> [QueueEntry] {
    var held: [(document: ReviewedDocument, answer: AnswerOutline)] = []
    for document in documents {
      for answer in document.found where isOf(distance.measure, answer.item) {
        guard let standing = document.outline?[answer.item], standing.kind == .gained,
          standing.points.upperBound > distance.points
        else { continue }
        held.append((document, answer))
      }
    }
    // An item that stands in several documents does not fall with one of them.
    let once = Dictionary(grouping: held, by: \.answer.item).values.filter { $0.count == 1 }.flatMap { $0 }
    return once.sorted { a, b in
      (a.answer.score, places[a.answer.item]?.number ?? 0) < (b.answer.score, places[b.answer.item]?.number ?? 0)
    }.prefix(Self.mostOfALine).map { held in
      entry(
        held.document, held.answer, .edge(ListEdge(distance)), moves: [ListMove(distance.measure.list, .onto)])
    }
  }

  private func lifting(_ distance: LineDistance, _ documents: [ReviewedDocument]) -> [QueueEntry] {
    guard let document = documents.first, let outline = document.outline else { return [] }
    let lifting = places.filter { item, place in
      guard isOf(distance.measure, item), let standing = outline[item] else { return false }
      switch standing.kind {
      case .missed: return standing.attainable >= distance.points
      case .unknown: return standing.points.upperBound - standing.points.lowerBound >= distance.points
      case .gained, .deducted, .clear, .notApplicable: return false
      }
    }
    return lifting.sorted { a, b in
      let (first, second) = (outline[a.key]?.kind == .unknown, outline[b.key]?.kind == .unknown)
      return first == second ? a.value.number < b.value.number : first
    }.prefix(Self.mostOfALine).map { item, _ in
      let answer = documents.lazy.flatMap(\.answers).first { $0.item == item }
      return QueueEntry(
        id: QueueID(document: document.report.document.sha256, item: item, kind: .edge, words: ""),
        document: document.report.document, company: document.company, item: item, reason: .edge(ListEdge(distance)),
        effect: QueueEffect(of: item, outline, moves: [ListMove(distance.measure.list, .off)]), before: nil,
        after: answer.map(document.place))
    }
  }

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
      after: answer.state == .found ? document.place(answer) : nil)
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

extension EvidencePlace {
  /// Of an item's state: nothing that stands anywhere.
  static func ofState(_ entry: QueueEntry) -> EvidencePlace {
    EvidencePlace(document: entry.document.sha256, item: entry.item, rank: -1, page: 0)
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
