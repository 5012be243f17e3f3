import Archive
import ReportModel
import Review
import Scoring

/// One thing to look at and to decide: an item of a document, and why.
package struct QueueEntry: Sendable, Equatable {
  package let id: QueueID
  /// What is decided on: as the document stands now.
  package let document: KnownDocument
  /// Nil where nobody knows whose document it is.
  package let company: CompanyID?
  package let item: String
  package let reason: Reason
  package let effect: QueueEffect
  /// Where the evidence stands that is in question; nil where it is gone, or where there was none.
  package let after: EvidencePlace?
  /// Where it stood in the earlier of two runs.
  package let before: EvidencePlace?
  /// Somebody put it off: it comes last.
  package let isPostponed: Bool

  package init(
    id: QueueID, document: KnownDocument, company: CompanyID?, item: String, reason: Reason, effect: QueueEffect,
    before: EvidencePlace?, after: EvidencePlace?, isPostponed: Bool = false
  ) {
    self.id = id
    self.document = document
    self.company = company
    self.item = item
    self.reason = reason
    self.effect = effect
    self.before = before
    self.after = after
    self.isPostponed = isPostponed
  }

  /// Whether it is only known what its change may come of: nothing was tried yet.
  package var isUnexplained: Bool {
    guard case .change(_, .among(_, let needed)) = reason else { return false }
    return needed.isEmpty
  }

  /// Whether the same is said in the same way, but elsewhere or within other words, and nothing hangs on it.
  var hasOnlyMoved: Bool {
    guard case .change(.altered(_, _, let differences), _) = reason else { return false }
    return differences.isSubset(of: [.quote, .page]) && effect.size == .zero && effect.moves.isEmpty
  }

  func explained(by cause: Cause) -> QueueEntry {
    guard case .change(let change, _) = reason else { return self }
    return QueueEntry(
      id: id, document: document, company: company, item: item, reason: .change(change, cause), effect: effect,
      before: before, after: after, isPostponed: isPostponed)
  }

  package enum Reason: Sendable, Equatable {
    /// It is not what it was in the run before.
    case change(Change, Cause)
    /// Reviewers who differ, by the steps that stand against each other.
    case dispute(steps: [Int])
    /// A decision that was made on other words, which resemble some of these.
    case confirmation(step: Int)
    /// Drawn by lot, so that all others of the item are judged by it: the place among those drawn, and how many that are.
    case sample(place: Int, of: Int)
    /// What was found may mean several things.
    case ambiguous(Several<Doubt>)
    /// Pages that may hold it and have no usable text.
    case unreadable(pages: [Int])
    /// It decides by itself whether the company is on a list.
    case edge(ListEdge)

    package var kind: Kind {
      switch self {
      case .change: .change
      case .dispute: .dispute
      case .confirmation: .confirmation
      case .sample: .sample
      case .ambiguous: .ambiguous
      case .unreadable: .unreadable
      case .edge: .edge
      }
    }
  }

  /// In the order in which they are looked at among equals.
  package enum Kind: String, Sendable, CaseIterable, Comparable {
    case change, dispute, confirmation, sample, ambiguous, unreadable, edge

    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    package static func < (a: Kind, b: Kind) -> Bool { a.order < b.order }
  }

  package enum Doubt: Sendable, Equatable {
    /// Other kinds that the number may be of.
    case kinds([Quantity.Kind])
    /// Numbers of the same item, year and unit that are not the same.
    case rivals([String])
  }
}

/// Names an entry for as long as what it asks is the same: sixteen hexadecimal digits.
package struct QueueID: Sendable, Hashable, Comparable {
  package let text: String

  package init(_ text: String) { self.text = text }
  package static func < (a: QueueID, b: QueueID) -> Bool { a.text < b.text }
}

/// Which piece of a document's evidence is meant.
package struct EvidencePlace: Sendable, Hashable {
  package let document: String
  package let item: String
  package let pick: Pick
  package let page: Int

  package init(document: String, item: String, pick: Pick, page: Int) {
    self.document = document
    self.item = item
    self.pick = pick
    self.page = page
  }

  package enum Pick: Sendable, Hashable {
    /// What the score rests on.
    case best
    /// By what the words are known again in their text.
    case words(String)
  }
}

/// What hangs on an entry.
package struct QueueEffect: Sendable, Equatable {
  /// What the item adds to the company's points: in the run before, and now. For what did not change, the least and
  /// the most that a decision may make of it.
  package let before: PointRange
  package let after: PointRange
  /// Of the company's total.
  package let rateBefore: Score.Rate
  package let rateAfter: Score.Rate
  package let moves: [ListMove]

  package init(
    before: PointRange, after: PointRange, rateBefore: Score.Rate = .none, rateAfter: Score.Rate = .none,
    moves: [ListMove] = []
  ) {
    self.before = before
    self.after = after
    self.rateBefore = rateBefore
    self.rateAfter = rateAfter
    self.moves = moves
  }

  package static let nothing = QueueEffect(before: Points.zero...Points.zero, after: Points.zero...Points.zero)

  /// The most by which it may move the points, up or down.
  package var size: Points {
    max(after.upperBound - before.lowerBound, before.upperBound - after.lowerBound, .zero)
  }
}

/// A company comes onto a list, or off it.
package struct ListMove: Sendable, Equatable {
  package let list: List
  package let direction: Direction

  package init(_ list: List, _ direction: Direction) {
    self.list = list
    self.direction = direction
  }

  package enum List: String, Sendable, CaseIterable { case watch, black }
  package enum Direction: String, Sendable, CaseIterable { case onto, off }
}

/// How near a company is to a line.
package struct ListEdge: Sendable, Equatable {
  package let measure: Measure
  package let side: LineDistance.Side
  /// The points that lie between it and the line.
  package let distance: Points

  package init(measure: Measure, side: LineDistance.Side, distance: Points) {
    self.measure = measure
    self.side = side
    self.distance = distance
  }
}
