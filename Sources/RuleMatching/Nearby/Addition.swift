import ReportModel
import RuleBook

/// What numbers near a subject add: where a report has told of an item, and no rule knows the words in which it tells
/// the number. Beside a number that a rule has found in words of its own they would be noise, and alone they are no
/// sign that the item was told at all.
struct Addition {
  private let book: CompiledBook
  private var found: [String: [Told]] = [:]

  /// What a rule found for an item.
  private struct Told {
    var topics: Set<String>
    var hasValue: Bool
  }

  init(_ judgements: [Judgement], book: CompiledBook) {
    self.book = book
    for judgement in judgements {
      guard case .evidence(let draft) = judgement.outcome else { continue }
      let rule = book.rules[judgement.rule]
      for item in rule.items {
        let told = Told(topics: Set(rule.rule.topics + item.topics), hasValue: draft.value != nil)
        found[item.id, default: []].append(told)
      }
    }
  }

  /// The rules that have something to add.
  var wanted: Set<Int> {
    let near = book.rules.indices.filter { book.rules[$0].nearby != nil && (book.only ?? $0) == $0 }
    return Set(near.filter { rule in book.rules[rule].items.contains { refusal(of: rule, for: $0.id) == nil } })
  }

  /// Why what a rule finds near its subject does not count for an item.
  func refusal(of rule: Int, for item: String) -> Refusal? {
    // Tried alone, on its examples, a rule shows all that it finds.
    guard book.only != rule else { return nil }
    let topics = Set(book.rules[rule].rule.topics)
    let told = (found[item] ?? []).filter { $0.topics.isSuperset(of: topics) }
    if told.isEmpty { return .notTold }
    return told.contains(where: \.hasValue) ? .told : nil
  }
}
