import ReportModel
import RuleBook

/// Finds in a report the evidence for every item of a rule book, and says of each item what is known.
///
/// The same report and book give the same findings, whatever else is asked at the same time.
package func match(_ report: ReportText, against book: CompiledBook, hints: DocumentHints = DocumentHints()) -> Findings
{
  let matcher = Matcher(report, book: book, hints: hints)
  let search = RuleSearch(matcher)
  let told = search.judgements()
  let addition = Addition(told, book: book)
  let near = NearbySearch(matcher: matcher).judgements(of: addition.wanted)
  let judgements = told + near
  let maker = EvidenceMaker(matcher: matcher)
  let standing = Standing(matcher: matcher).points(judgements)
  var evidence: [Evidence] = []
  var nearby: [Evidence] = []
  for (number, judgement) in judgements.enumerated() {
    guard case .evidence(let draft) = judgement.outcome else { continue }
    let made = maker.evidence(draft, rule: book.rules[judgement.rule], standing: standing[number] ?? 0)
    if draft.nearness == nil {
      evidence += made
    } else {
      nearby += made.filter { addition.refusal(of: judgement.rule, for: $0.item) == nil }
    }
  }
  // Tried alone, on its examples, such a rule has nothing to stand behind.
  let ranked =
    evidence.isEmpty && book.only != nil
    ? ranked(nearby, items: book.book.items) : ranked(evidence, nearby: nearby, items: book.book.items)
  let states = ItemStates(matcher: matcher, hints: hints, judgements: judgements, statements: search.statements())
  return Findings(
    reportYear: matcher.reportYear, isReportYearSaid: matcher.isReportYearSaid, evidence: ranked,
    items: states.all(found: ranked),
    abandoned: search.abandoned())
}

/// How many places the rules find, refused ones included: a measure of how much work there is.
package func placesFound(in report: ReportText, by book: CompiledBook) -> Int {
  RuleSearch(Matcher(report, book: book, hints: DocumentHints())).judgements().count
}

/// Puts to each passage, row and column the questions that its words raise.
struct RuleSearch {
  let matcher: Matcher
  /// The matcher's, or the same with fewer questions.
  private let book: CompiledBook

  init(_ matcher: Matcher) {
    self.matcher = matcher
    book = matcher.book
  }

  /// Puts the questions of one rule alone.
  init(_ matcher: Matcher, only rule: Int) {
    self.matcher = matcher
    book = matcher.book.only(rule: rule)
  }

  private var text: SearchText { matcher.text }

  /// A row of a table, and a rule that has found its evidence there.
  private struct Found: Hashable {
    var table: Int
    var row: Int
    var rule: Int
  }

  /// All that rules find, refused or not. What a rule has read off a row's cells it does not read again off the row
  /// as a whole.
  func judgements() -> [Judgement] {
    var found = tableJudgements()
    var answered: Set<Found> = []
    func note(_ judgement: Judgement) {
      guard case .evidence = judgement.outcome, let cell = judgement.passage.cell, let row = cell.row else { return }
      answered.insert(Found(table: cell.table, row: row, rule: judgement.rule))
    }
    found.forEach(note)
    for passage in text.passages {
      for rule in rules(book.find, in: passage.range) {
        if let cell = passage.cell, cell.column == nil, let row = cell.row,
          answered.contains(Found(table: cell.table, row: row, rule: rule))
        {
          continue
        }
        let judged = Judge(matcher: matcher, index: rule).judge(passage)
        judged.forEach(note)
        found += judged
      }
    }
    return found
  }

  private func tableJudgements() -> [Judgement] {
    var found: [Judgement] = []
    for (number, view) in text.tables.enumerated() {
      for axis in axes(of: view) {
        for rule in rules(book.label, in: axis.label(in: view).range) {
          found += TableJudge(matcher: matcher, index: rule).judge(table: number, along: axis)
        }
      }
    }
    return found
  }

  /// The rows below the headers and the columns beside them.
  private func axes(of view: TableView) -> [TableJudge.Axis] {
    let rows = (view.firstRow..<max(view.firstRow, view.table.rowCount)).map(TableJudge.Axis.row)
    let columns = (view.firstColumn..<max(view.firstColumn, view.table.columnCount)).map(TableJudge.Axis.column)
    return rows + columns
  }

  /// Where a report says that it has no such figure: by rule.
  func statements() -> [(rule: Int, passage: Passage, hit: Hit)] {
    guard book.undisclosed.areAsked else { return [] }
    return text.passages.flatMap { passage in
      rules(book.undisclosed, in: passage.range).compactMap { number in
        let rule = book.rules[number]
        guard let condition = rule.undisclosed, matcher.role(of: passage) != .pointer else { return nil }
        return matcher.hits(condition, in: passage, except: rule.except).first.map { (number, passage, $0) }
      }
    }
  }

  /// The rules that the words of a range make worth trying.
  private func rules(_ questions: Questions, in range: Range<Int>) -> [Int] {
    guard !range.isEmpty else { return [] }
    return questions.rules(for: text.hits(in: range)) { matcher.stretch(range) }
  }

  /// The passages whose words make the rule worth trying.
  var askedPassages: [Passage] { text.passages.filter { !rules(book.find, in: $0.range).isEmpty } }

  /// Rules whose regular expressions were given up on this report.
  func abandoned() -> [Findings.Abandoned] {
    matcher.abandoned.sorted { $0.key < $1.key }.flatMap { regex, passage in
      book.rules.filter { $0.asks(regex) }.map { rule in
        Findings.Abandoned(rule: rule.rule.id, page: text.page(of: passage))
      }
    }
  }
}

extension CompiledRule {
  /// Whether one of its patterns is this regular expression.
  func asks(_ regex: Int) -> Bool {
    let conditions = [
      find, with, not, under, undisclosed, table?.label, table?.across, table?.notAcross, table?.caption,
      nearby?.subject, nearby?.measure,
    ]
    return conditions.contains { $0?.asks(regex) ?? false } || years?.asks(regex) ?? false
  }
}

extension CompiledCondition {
  func asks(_ regex: Int) -> Bool {
    switch self {
    case .patterns(let patterns): patterns.asks(regex)
    case .all(let parts), .any(let parts), .near(let parts, _): parts.contains { $0.asks(regex) }
    case .not(let part), .within(_, let part): part.asks(regex)
    }
  }
}
