import ReportModel
import RuleBook

/// Finds in a report the evidence for every item of a rule book, and says of each item what is known.
///
/// The same report and book give the same findings, whatever else is asked at the same time.
package func match(_ report: ReportText, against book: CompiledBook, hints: DocumentHints = DocumentHints()) -> Findings
{
  let matcher = Matcher(report, book: book, hints: hints)
  let search = RuleSearch(matcher: matcher, only: nil)
  let judgements = search.judgements()
  let maker = EvidenceMaker(matcher: matcher)
  var evidence: [Evidence] = []
  for judgement in judgements {
    if case .evidence(let draft) = judgement.outcome {
      evidence += maker.evidence(draft, rule: book.rules[judgement.rule])
    }
  }
  let ranked = ranked(evidence, items: book.book.items)
  let states = ItemStates(matcher: matcher, hints: hints, judgements: judgements, statements: search.statements())
  return Findings(
    reportYear: matcher.reportYear, evidence: ranked, items: states.all(found: ranked),
    abandoned: search.abandoned(judgements))
}

/// How many places the rules find, refused ones included: a measure of how much work there is.
package func placesFound(in report: ReportText, by book: CompiledBook) -> Int {
  RuleSearch(matcher: Matcher(report, book: book, hints: DocumentHints())).judgements().count
}

/// Puts to each passage, row and column the questions that its words raise.
struct RuleSearch {
  let matcher: Matcher
  /// Only this rule's questions, for an explanation.
  var only: Int?

  private var book: CompiledBook { matcher.book }
  private var text: SearchText { matcher.text }

  /// All that rules find, refused or not, by rule and place.
  func judgements() -> [Judgement] {
    var found: [Judgement] = []
    for passage in text.passages {
      for question in questions(in: passage.range, of: [.find]) {
        found += Judge(matcher: matcher, index: question.rule).judge(passage)
      }
    }
    for (number, view) in text.tables.enumerated() {
      for axis in axes(of: view) {
        for question in questions(in: axis.label(in: view).range, of: [.label]) {
          found += TableJudge(matcher: matcher, index: question.rule).judge(table: number, along: axis)
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
    text.passages.flatMap { passage in
      questions(in: passage.range, of: [.undisclosed]).compactMap { question in
        let rule = book.rules[question.rule]
        guard let condition = rule.undisclosed, matcher.role(of: passage) != .pointer else { return nil }
        return matcher.hits(condition, in: passage, except: rule.except).first.map { (question.rule, passage, $0) }
      }
    }
  }

  /// The questions that words of a range raise, in the order of the rules.
  private func questions(
    in range: Range<Int>, of parts: Set<CompiledBook.Question.Part>
  ) -> [CompiledBook.Question] {
    guard !range.isEmpty else { return [] }
    var found: Set<CompiledBook.Question> = []
    for hit in text.hits(in: range) {
      for question in book.asked[hit.literal] where isMeant(question, parts) { found.insert(question) }
    }
    for question in book.always where isMeant(question, parts) { found.insert(question) }
    return found.sorted { $0.rule < $1.rule }
  }

  private func isMeant(_ question: CompiledBook.Question, _ parts: Set<CompiledBook.Question.Part>) -> Bool {
    parts.contains(question.part) && (only == nil || only == question.rule)
  }

  /// The passages whose words raise such a question.
  func askedPassages(_ part: CompiledBook.Question.Part) -> [Passage] {
    text.passages.filter { !questions(in: $0.range, of: [part]).isEmpty }
  }

  /// Rules whose regular expressions were given up on this report.
  func abandoned(_ judgements: [Judgement]) -> [Findings.Abandoned] {
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
    [find, with, not, under, undisclosed, table?.label, table?.across, table?.notAcross, table?.caption]
      .contains { $0?.asks(regex) ?? false } || years.contains { $0.regex == regex }
  }
}

extension CompiledCondition {
  func asks(_ regex: Int) -> Bool {
    switch self {
    case .pattern(let pattern): pattern.regex == regex
    case .all(let parts), .any(let parts), .near(let parts, _): parts.contains { $0.asks(regex) }
    case .not(let part), .within(_, let part): part.asks(regex)
    }
  }
}
