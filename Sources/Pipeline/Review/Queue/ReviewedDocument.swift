import Archive
import ReportModel
import RuleBook
import Scoring

/// A document that counts, with what it leaves to be reviewed and what its company comes to.
struct ReviewedDocument {
  let report: ReportRecord
  let company: CompanyID?
  /// Found ones, and those that cannot be read.
  let answers: [AnswerOutline]
  /// Of the company for the year of the document; nil where it is not scored.
  let outline: CompanyOutline?

  var found: [AnswerOutline] { answers.filter { $0.state == .found } }

  func place(_ answer: AnswerOutline) -> EvidencePlace {
    EvidencePlace(
      document: report.document.sha256, item: answer.item, rank: 0, page: answer.page)
  }
}

/// What a company's card comes to, with its items by their ids.
final class CompanyOutline {
  let total: Score.Rate
  private let standings: [String: ItemStanding]

  init(_ outline: CardOutline) {
    total = outline.score.rate
    standings = Dictionary(outline.items.map { ($0.id, $0.standing) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(item: String) -> ItemStanding? { standings[item] }
}

extension ItemStanding {
  /// All that a decision may make of it.
  var reach: PointRange {
    switch kind {
    case .gained, .deducted: min(points.lowerBound, .zero)...max(points.upperBound, .zero)
    case .missed: Points.zero...max(attainable, .zero)
    case .unknown: points
    case .clear, .notApplicable: Points.zero...Points.zero
    }
  }
}

extension QueueEffect {
  /// What hangs on an item that has not changed.
  init(of item: String, _ outline: CompanyOutline?, moves: [ListMove] = []) {
    let reach = outline?[item]?.reach ?? Points.zero...Points.zero
    let total = outline?.total ?? .none
    self.init(before: reach, after: reach, rateBefore: total, rateAfter: total, moves: moves)
  }
}
