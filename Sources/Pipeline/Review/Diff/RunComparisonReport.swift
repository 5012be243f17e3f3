import Archive
import ReportModel
import Review
import RuleBook
import Scoring

/// What `diff` prints: two states of an archive, what is not the same in them, why, and what it does to scores.
package struct RunComparisonReport: Sendable {
  package let before: RunRecord
  package let after: RunRecord
  /// How many documents were compared.
  package let compared: Int
  /// Those in which anything differs.
  package let documents: [Document]
  package let new: [NewDocument]
  /// Nil where they were not asked for.
  package let lists: [ListChange]?
  /// What companies are called.
  let names: [CompanyID: String]

  package struct Document: Sendable {
    package let pair: DocumentPair
    package let company: CompanyID?
    package let items: [Item]
    /// Page by page; nil where it was not asked for, or the texts are one.
    package let text: TextComparison?

    /// Of the company, for the year of the document.
    var rates: (before: Score.Rate, after: Score.Rate)? {
      items.lazy.compactMap(\.effect).first.map { ($0.rateBefore, $0.rateAfter) }
    }
  }

  package struct Item: Sendable {
    package let id: String
    package let names: Phrase
    package let changes: [ExplainedChange]
    package let effect: ScoreEffect?
  }

  /// - Parameters:
  ///   - differences: in the order of the documents.
  ///   - scores: without them nothing is said of what changes do.
  package init(
    _ comparison: RunComparison, _ differences: [ExplainedDifference], of compared: Int, book: RuleBook?,
    scores: ComparedScores?, lists: [ListChange]?, names: [CompanyID: String]
  ) throws(ArchiveScoringFailure) {
    let items = Dictionary((book?.items ?? []).map { ($0.id, $0.names) }, uniquingKeysWith: { first, _ in first })
    var documents: [Document] = []
    var place = 0
    while place < differences.count {
      let pair = differences[place].pair
      let own = differences[place...].prefix { $0.pair.after.document.id == pair.after.document.id }
      var found: [Item] = []
      for difference in own {
        found.append(
          Item(
            id: difference.item, names: items[difference.item] ?? Phrase("", ""), changes: difference.changes,
            effect: try scores?.effect(of: difference.item, in: pair, company: difference.company)))
      }
      documents.append(Document(pair: pair, company: own.first?.company, items: found, text: nil))
      place += own.count
    }
    self.init(comparison, documents, of: compared, lists: lists, names: names)
  }

  /// Of texts.
  package init(_ comparison: RunComparison, texts: [Document], of compared: Int, names: [CompanyID: String]) {
    self.init(comparison, texts, of: compared, lists: nil, names: names)
  }

  private init(
    _ comparison: RunComparison, _ documents: [Document], of compared: Int, lists: [ListChange]?,
    names: [CompanyID: String]
  ) {
    before = comparison.before.run
    after = comparison.after.run
    self.compared = compared
    self.documents = documents
    new = comparison.newDocuments
    self.lists = lists
    self.names = names
  }

  var itemCount: Int { documents.reduce(0) { $0 + $1.items.count } }
  var changeCount: Int { documents.reduce(0) { $0 + $1.items.reduce(0) { $0 + $1.changes.count } } }
}

extension RunComparisonReport.Document {
  package init(texts pair: DocumentPair, company: CompanyID?, _ text: TextComparison) {
    self.pair = pair
    self.company = company
    items = []
    self.text = text
  }
}
