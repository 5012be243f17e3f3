import ReportModel

/// Which words of a rule book raise a question at all: most of a report is of no interest to a few rules.
struct Interest: Sendable {
  /// Nil where all of a report is of interest.
  private let words: Words?

  fileprivate struct Words: Sendable {
    /// Those that make any rule worth trying.
    let asking: AskingWords
    /// Those that may say what a number elsewhere is about; nil where no rule asks for that.
    let subjects: LiteralSearch?
  }

  init(_ questions: [Questions], subject: Questions, literals: [Literal]) {
    let all = questions + [subject]
    let asking = literals.indices.filter { literal in all.contains { $0.isAsked(by: literal) } }.map { literals[$0] }
    // A rule that no word must be there for is tried everywhere. Where most words raise questions, most blocks have
    // some: telling which costs more than it saves.
    if all.contains(where: \.areAskedEverywhere) || asking.count * 2 > literals.count {
      words = nil
      return
    }
    words = Words(
      asking: AskingWords(asking),
      subjects: subject.areAsked ? LiteralSearch(literals.indices.filter(subject.isAsked).map { literals[$0] }) : nil)
  }

  /// For each block of a report whether any rule may find something in it.
  func blocks(of report: ReportText) -> [Bool] {
    guard let words else { return report.blocks.map { _ in true } }
    let asked = blocks(of: report, saying: words.asking.words)
    let own = zip(report.blocks, asked).map { block, isAsked in isAsked || words.asking.mayHide(in: block, of: report) }
    guard let subjects = words.subjects else { return own }
    let said = blocks(of: report, saying: subjects)
    let titled = report.sections.map { !subjects.hits(in: Array($0.title.unicodeScalars)).isEmpty }
    return report.blocks.indices.map { index in
      own[index] || report.blocks[index].section.map { titled[$0] } ?? false
        || report.blocks[index].table != nil && SearchComposer.neighbours(of: index, in: report).contains { said[$0] }
    }
  }

  private func blocks(of report: ReportText, saying words: LiteralSearch) -> [Bool] {
    let starts = words.hits(in: report.text).map(\.range.lowerBound)
    return report.blocks.map { block in
      let first = firstIndex(starts) { $0 >= block.range.lowerBound }
      return first < starts.count && starts[first] < block.range.upperBound
    }
  }
}

/// Words that are looked for in a report as it was stored, before it is put together for rules.
struct AskingWords: Sendable {
  let words: LiteralSearch
  /// How words with a space begin: the rest may stand in the next cell.
  private let beginnings: LiteralSearch?

  init(_ literals: [Literal]) {
    words = LiteralSearch(literals)
    let spaced = literals.map(\.text).filter { $0.contains(" ") }
    let first = Set(spaced.compactMap { $0.split(separator: " ").first.map(String.init) })
    beginnings = first.isEmpty ? nil : LiteralSearch(first.sorted().map { Literal($0, isWord: false) })
  }

  /// Whether words come about when the lines of a cell are read together, or may do so when cells are.
  func mayHide(in block: TextBlock, of report: ReportText) -> Bool {
    guard let table = block.table else { return false }
    if let beginnings, !beginnings.hits(in: report.text, range: block.range).isEmpty { return true }
    return table.cells.contains { cell in
      report.text[cell.range].contains("\n") && !words.hits(in: report.text[cell.range].filter { $0 != "\n" }).isEmpty
    }
  }
}
