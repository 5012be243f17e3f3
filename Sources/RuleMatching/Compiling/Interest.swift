import ReportModel

/// Which words of a rule book raise a question at all: most of a report is of no interest to a few rules.
struct Interest: Sendable {
  /// For each literal whether it makes any rule worth trying.
  private let isAsking: [Bool]
  /// For each literal whether it may say what a number elsewhere is about; nil where no rule asks for that.
  private let isSubject: [Bool]?
  /// A rule that no word must be there for is tried everywhere.
  private let isEverywhere: Bool
  /// How literals with a space begin: the rest may stand in the next cell.
  private let beginnings: LiteralSearch?

  init(_ questions: [Questions], subject: Questions, literals: [Literal]) {
    let all = questions + [subject]
    isAsking = literals.indices.map { literal in all.contains { $0.isAsked(by: literal) } }
    isSubject = subject.areAsked ? literals.indices.map(subject.isAsked) : nil
    isEverywhere = all.contains(where: \.areAskedEverywhere)
    let asking = zip(literals, isAsking).filter(\.1).map(\.0.text)
    let first = Set(asking.filter { $0.contains(" ") }.compactMap { $0.split(separator: " ").first.map(String.init) })
    beginnings = first.isEmpty ? nil : LiteralSearch(first.sorted().map { Literal($0, isWord: false) })
  }

  /// For each block of a report whether any rule may find something in it; the hits are those in its own text.
  func blocks(of report: ReportText, hits: [LiteralHit], search: LiteralSearch) -> [Bool] {
    if isEverywhere { return report.blocks.map { _ in true } }
    let asked = blocks(of: report, saying: hits.filter { isAsking[$0.literal] })
    let own = zip(report.blocks, asked).map { block, isAsked in
      isAsked || block.table.map { mayHideWords($0, of: block, in: report.text) } ?? false
    }
    guard let isSubject else { return own }
    let said = blocks(of: report, saying: hits.filter { isSubject[$0.literal] })
    let titled = report.sections.map { section in
      search.hits(in: Array(section.title.unicodeScalars)).contains { isSubject[$0.literal] }
    }
    return report.blocks.indices.map { index in
      own[index] || report.blocks[index].section.map { titled[$0] } ?? false
        || report.blocks[index].table != nil && SearchComposer.neighbours(of: index, in: report).contains { said[$0] }
    }
  }

  private func blocks(of report: ReportText, saying hits: [LiteralHit]) -> [Bool] {
    let starts = hits.map(\.range.lowerBound)
    return report.blocks.map { block in
      let first = firstIndex(starts) { $0 >= block.range.lowerBound }
      return first < starts.count && starts[first] < block.range.upperBound
    }
  }

  /// Whether words may come about when the cells of a table are read together, or their lines.
  private func mayHideWords(_ table: TextTable, of block: TextBlock, in text: [Unicode.Scalar]) -> Bool {
    if table.cells.contains(where: { text[$0.range].contains("\n") }) { return true }
    return beginnings.map { !$0.hits(in: text, range: block.range).isEmpty } ?? false
  }
}
