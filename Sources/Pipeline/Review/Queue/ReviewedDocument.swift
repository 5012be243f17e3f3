import Archive
import ReportModel
import RuleBook
import Scoring

/// A document that counts, with what it leaves to be reviewed, what reviewers made of it, and what its company comes to.
struct ReviewedDocument {
  let report: ReportRecord
  let company: CompanyID?
  /// Found ones, and those that cannot be read.
  let answers: [AnswerOutline]
  let judgements: DocumentJudgements
  /// Of the company for the year of the document; nil where it is not scored.
  let outline: CompanyOutline?

  var found: [AnswerOutline] { answers.filter { $0.state == .found } }

  func best(_ answer: AnswerOutline) -> EvidencePlace {
    EvidencePlace(document: report.document.sha256, item: answer.item, pick: .best, page: answer.page)
  }

  /// What reviewers say of the best evidence for an item.
  func markOfBest(_ item: String) -> DocumentJudgements.Mark? {
    judgements.marks.first { mark in
      guard mark.item == item, case .found(rank: 0, _) = mark.matter else { return false }
      return true
    }
  }

  /// What reviewers say of certain words.
  func mark(_ item: String, words: String) -> DocumentJudgements.Mark? {
    judgements.marks.first { mark in
      guard mark.item == item, case .found(_, words) = mark.matter else { return false }
      return true
    }
  }

  /// What they say of an item of which nothing is found: of its state, or by adding what was missed.
  func markOfState(_ item: String) -> DocumentJudgements.Mark? {
    judgements.marks.filter { mark in
      guard mark.item == item else { return false }
      switch mark.matter {
      case .state, .held: return true
      case .found: return false
      }
    }.max { $0.step < $1.step }
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

  init(_ effect: ScoreEffect?, moves: [ListMove]) {
    let nothing = Points.zero...Points.zero
    self.init(
      before: effect?.itemBefore ?? nothing, after: effect?.itemAfter ?? nothing,
      rateBefore: effect?.rateBefore ?? .none, rateAfter: effect?.rateAfter ?? .none, moves: moves)
  }
}
