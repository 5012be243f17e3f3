import ReportModel
import RuleBook

/// Tells of a report whether what was changed in a rule book can have another answer to it than before.
package struct ChangeWatch: Sendable {
  private let asking: AskingWords

  /// Nil where no words tell.
  package init?(_ changes: WordChanges) {
    var literals: Set<Literal> = Set(changes.terms.map { Literal($0) })
    for side in [changes.before, changes.after] {
      guard let words = Self.words(of: side) else { return nil }
      literals.formUnion(words)
    }
    // Where a word ends is told when it is looked for; it may have other neighbours then.
    asking = AskingWords(literals.map { Literal($0.text, foldsCase: $0.foldsCase, isWord: false) })
  }

  /// Those of which each condition must have one in a report to be met there.
  private static func words(of side: WordChanges.Side) -> [Literal]? {
    var sets = LiteralSetBuilder(lists: side.lists)
    var regexes = RegexTable()
    let conditions = side.conditions.map { CompiledCondition($0, sets: &sets, regexes: &regexes) }
    guard case .anyOf(let keys) = QuestionIndex(sets: sets).key(of: conditions) else { return nil }
    return keys.flatMap { sets.members[$0.index] }.map { sets.literals[$0] }
  }

  /// Whether a report, or what rules read it as, has any of the words.
  package func concerns(_ report: ReportText) -> Bool {
    !asking.words.hits(in: report.text).isEmpty
      || report.sections.contains { !asking.words.hits(in: Array($0.title.unicodeScalars)).isEmpty }
      || report.blocks.contains { asking.mayHide(in: $0, of: report) }
  }
}
