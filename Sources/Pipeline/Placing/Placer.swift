import ReportModel
import RuleBook

/// Tells whose document a file is, and which: by its name and by its text, with the words of the rule book. What they
/// do not tell is left open.
package struct Placer: Sendable {
  let words: PlacingWords

  package init(_ book: RuleBook) { words = PlacingWords(book) }

  /// What a name and a text tell together; the name's word counts before the text's.
  package func placement(name: String, report: ReportText, facts: DocumentFacts, year: Int?) -> Placement {
    let cover = CoverReader(report, facts: facts, year: year, words: words)
    let told = cover.placement
    return NameReader(name, words: words, textYear: told.year?.value).placement(isCompany: cover.isCompany)
      .completed(by: told)
  }
}

extension Placement {
  /// With the facts of another one where this one has none, or none as sure.
  package func completed(by other: Placement) -> Placement {
    func better<Value>(_ path: KeyPath<Placement, Fact<Value>?>) -> Fact<Value>? {
      guard let own = self[keyPath: path] else { return other[keyPath: path] }
      guard let theirs = other[keyPath: path] else { return own }
      return theirs.source.isSurer(than: own.source) ? theirs : own
    }
    var placement = Placement()
    placement.company = better(\.company)
    placement.ticker = better(\.ticker)
    placement.year = better(\.year)
    placement.kind = better(\.kind)
    placement.language = better(\.language)
    placement.uploaded = better(\.uploaded)
    placement.revision = better(\.revision)
    placement.industry = better(\.industry)
    return placement
  }
}

extension Placement.Source {
  func isSurer(than other: Placement.Source) -> Bool {
    let order = Placement.Source.allCases
    return (order.firstIndex(of: self) ?? 0) < (order.firstIndex(of: other) ?? 0)
  }
}
