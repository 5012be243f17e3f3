import ReportModel

/// Which words of a rule book raise a question at all: most of a report is of no interest to a few rules.
struct Interest: Sendable {
  /// For each literal whether it makes any rule worth trying.
  private let isAsking: [Bool]
  /// A rule that no word must be there for is tried everywhere, and so is one whose subject may stand over what it
  /// finds, in a heading or caption.
  private let isEverywhere: Bool
  /// How literals with a space begin: the rest may stand in the next cell.
  private let beginnings: LiteralSearch?

  init(_ questions: [Questions], nearby: Questions, literals: [Literal]) {
    isAsking = literals.indices.map { literal in questions.contains { $0.isAsked(by: literal) } }
    isEverywhere = questions.contains(where: \.areAskedEverywhere) || nearby.areAsked
    let asking = zip(literals, isAsking).filter(\.1).map(\.0.text)
    let first = Set(asking.filter { $0.contains(" ") }.compactMap { $0.split(separator: " ").first.map(String.init) })
    beginnings = first.isEmpty ? nil : LiteralSearch(first.sorted().map { Literal($0, isWord: false) })
  }

  /// For each block of a report whether any rule may find something in it; the hits are those in its own text.
  func blocks(of report: ReportText, hits: [LiteralHit]) -> [Bool] {
    if isEverywhere { return report.blocks.map { _ in true } }
    let starts = hits.filter { isAsking[$0.literal] }.map(\.range.lowerBound)
    return report.blocks.map { block in
      let first = firstIndex(starts) { $0 >= block.range.lowerBound }
      if first < starts.count, starts[first] < block.range.upperBound { return true }
      return block.table.map { mayHideWords($0, of: block, in: report.text) } ?? false
    }
  }

  /// Whether words may come about when the cells of a table are read together, or their lines.
  private func mayHideWords(_ table: TextTable, of block: TextBlock, in text: [Unicode.Scalar]) -> Bool {
    if table.cells.contains(where: { text[$0.range].contains("\n") }) { return true }
    return beginnings.map { !$0.hits(in: text, range: block.range).isEmpty } ?? false
  }
}
