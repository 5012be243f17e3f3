import Archive
import ReportModel
import Review
import RuleBook
import Scoring
import Sheets

/// What is handed on as tables.
package enum ExportTable: String, Sendable, CaseIterable {
  case scores, items, evidence, decisions
}

extension Exporter {
  /// The tables that are asked for, with the companies that could not be scored.
  package func tables(
    _ wanted: Set<ExportTable> = Set(ExportTable.allCases)
  ) throws(ArchiveScoringFailure) -> (
    sheets: [Sheet], unscored: [(company: ArchivedCompany, failure: ArchiveScoringFailure)]
  ) {
    var sheets: [ExportTable: Sheet] = [:]
    for table in wanted { sheets[table] = Sheet(name: table.rawValue, header: header(of: table), rows: []) }
    let unscored = try each { company throws(ArchiveScoringFailure) in
      if wanted.contains(.scores) { sheets[.scores]?.rows.append(scoreRow(company)) }
      if wanted.contains(.items) { sheets[.items]?.rows += itemRows(company) }
      if wanted.contains(.evidence) { sheets[.evidence]?.rows += evidenceRows(company) }
    }
    if wanted.contains(.decisions) { sheets[.decisions]?.rows = decisionRows }
    return (ExportTable.allCases.compactMap { sheets[$0] }, unscored)
  }

  private func header(of table: ExportTable) -> [String] {
    let company = [ExportCells.markHeader, "company", "name"]
    switch table {
    case .scores:
      return company + [
        "industry", "year", "round", "documents", "rate low %", "rate high %", "gained low", "gained high",
        "attainable",
        "items found", "items reviewed", "items disputed",
      ] + scorer.pack.dimensions.flatMap { ["\($0.id) low %", "\($0.id) high %"] }
    case .items:
      return company + [
        "dimension", "sub-dimension", "item", "item zh-Hant", "item en", "polarity", "level", "outcome", "gained low",
        "gained high", "attainable", "review",
      ]
    case .evidence:
      return company + [
        "item", "item zh-Hant", "document", "page", "original", "review page", "value", "high", "unit", "printed",
        "normalized", "normalized unit", "year", "boundary", "quote", "headings", "rule", "level", "state",
        "judgement", "reviewers", "evidence",
      ]
    case .decisions:
      return [
        "step", "time", "who", "what", "stands", "document", "sha256", "item", "page", "quote", "printed", "value",
        "unit",
        "year", "new page", "level", "of step", "note",
      ]
    }
  }

  // MARK: Scores

  private func scoreRow(_ company: ExportedCompany) -> [Cell] {
    let card = company.report.card
    let score = card.score
    let (year, round): (Cell, Cell) =
      switch company.report.provenance?.scope {
      case .year(let year): (ExportCells.number(year), .empty)
      case .round(let round): (ExportCells.number(round.reportYear), .text(round.id.text))
      case nil: (.empty, .empty)
      }
    return head(company) + [
      .text(card.company.industry), year, round, ExportCells.number(card.documents.count),
      ExportCells.rate(score.rate.low),
      ExportCells.rate(score.rate.high), .number(score.gained.lowerBound.figure),
      .number(score.gained.upperBound.figure),
      .number(score.attainable.figure), ExportCells.number(score.counts.found),
      ExportCells.number(score.counts.reviewed),
      ExportCells.number(score.counts.disputed),
    ] + card.dimensions.flatMap { [ExportCells.rate($0.score.rate.low), ExportCells.rate($0.score.rate.high)] }
  }

  private func head(_ company: ExportedCompany) -> [Cell] {
    [.text(ExportCells.mark), .text(company.company.text), .text(company.name)]
  }

  // MARK: Items

  private func itemRows(_ company: ExportedCompany) -> [[Cell]] {
    company.report.card.dimensions.flatMap { dimension in
      dimension.subDimensions.flatMap { place in
        place.items.map { scored in
          let (item, points) = (scored.item, scored.outcome.points)
          let numbers: [Cell] =
            scored.outcome.applies
            ? [
              .number(points.lowerBound.figure), .number(points.upperBound.figure), .number(scored.attainable.figure),
            ] : [.empty, .empty, .empty]
          return head(company) + [
            .text(dimension.id), .text(place.id), .text(item.id), .text(item.names.chinese), .text(item.names.english),
            .text(item.polarity.rawValue), .text(item.level), .text(scored.outcome.kind.rawValue),
          ] + numbers + [.text(scored.review.code)]
        }
      }
    }
  }

  // MARK: Evidence

  private func evidenceRows(_ company: ExportedCompany) -> [[Cell]] {
    let names = Dictionary(scorer.pack.items.map { ($0.id, $0.names.chinese) }, uniquingKeysWith: { first, _ in first })
    let links = PageLinks(scope: scope)
    return company.documents.flatMap { document in
      document.reviewed.items.flatMap { item -> [[Cell]] in
        guard let name = names[item.state.item] else { return [] }
        return item.evidence.map { line in
          head(company) + [.text(item.state.item), .text(name)] + row(line, of: item, document.reviewed.report, links)
        }
      }
    }
  }

  private func row(
    _ line: ReviewedReport.Line, of item: ReviewedReport.Item, _ report: ReportRecord, _ links: PageLinks
  ) -> [Cell] {
    let evidence = line.shown.evidence
    let value = evidence.value
    let original = links.original(report, page: evidence.page)
    let page: Cell = evidence.page > 0 ? ExportCells.number(evidence.page) : .empty
    return [
      .text(report.document.name), page,
      evidence.page > 0 ? ExportCells.link("p. \(evidence.page)", original) : .empty,
      ExportCells.link("review", links.review(report.document, line.id)), ExportCells.figure(value?.plain),
      ExportCells.figure(value?.high), .text(value?.unit ?? ""), .text(value?.printed ?? ""),
      value?.normalized.map { .number($0.value) } ?? .empty, .text(value?.normalized?.unit ?? ""),
      ExportCells.figure(evidence.year), .text(evidence.boundary), ExportCells.long(evidence.quote),
      ExportCells.long(evidence.headings.joined(separator: " › ")), .text(evidence.rule), .text(evidence.level),
      .text(item.decided.rawValue), .text(line.entry.judgement.code),
      .text(line.entry.judgement.opinions.map(\.who.text).joined(separator: ", ")), .text(line.id.text),
    ]
  }

  // MARK: Decisions

  private var decisionRows: [[Cell]] {
    let names = Dictionary(reports.map { ($0.document.sha256, $0) }, uniquingKeysWith: { first, _ in first })
    let own: Set<String>? = scope.company.map { company in
      Set(scorer.companies.first { $0.id == company }?.reports.map(\.document.sha256) ?? [])
    }
    return log.steps.compactMap { step in
      let row = DecisionExport(step, in: log)
      guard own?.contains(row.document) ?? true else { return nil }
      return row.cells(name: names[row.document]?.document.name ?? "", stands: log.stands(step.number))
    }
  }
}

/// A step of the log as a row.
private struct DecisionExport {
  let step: DecisionStep
  private(set) var document = ""
  private(set) var item = ""
  private var page = 0
  private var quote = ""
  private var printed = ""
  private var correction = Correction()
  private var other: Int?

  init(_ step: DecisionStep, in log: DecisionLog) {
    self.step = step
    take(step.entry, log)
  }

  private mutating func take(_ entry: DecisionEntry, _ log: DecisionLog) {
    switch entry {
    case .decide(let verdict, let subject):
      take(subject, log)
      if case .correct(let correction) = verdict { self.correction = correction }
    case .add(let addition): take(addition)
    case .carry(let number, let subject):
      take(subject, log)
      other = number
    case .release(let number, let document):
      other = number
      item = log.step(number).map { DecisionExport($0, in: log).item } ?? ""
      self.document = document
    case .undo(let number):
      if let earlier = log.step(number) { take(earlier.entry, log) }
      other = number
    }
  }

  private mutating func take(_ subject: Subject, _ log: DecisionLog) {
    document = subject.document
    item = subject.item
    switch subject.matter {
    case .words(let words):
      (page, quote, printed) = (words.page, words.quote, words.printed)
    case .addition(let number):
      if case .add(let addition) = log.step(number)?.entry { take(addition) }
    case .state(let state): quote = state.rawValue
    }
  }

  private mutating func take(_ addition: Addition) {
    document = addition.document
    item = addition.item
    correction = Correction(value: addition.value, unit: addition.unit, year: addition.year)
    switch addition.source {
    case .page(let number, _, let words): (page, quote) = (number, words)
    case .web(let address, let seen): quote = "\(address.text) (\(seen.text))"
    }
  }

  func cells(name: String, stands: Bool) -> [Cell] {
    [
      ExportCells.number(step.number), .text(step.time.text), .text(step.who.text), .text(step.entry.what.rawValue),
      .text(stands ? "yes" : "no"), .text(name), .text(document), .text(item),
      page > 0 ? ExportCells.number(page) : .empty, ExportCells.long(quote), .text(printed),
      ExportCells.figure(correction.value), .text(correction.unit ?? ""), ExportCells.figure(correction.year),
      correction.page.map(ExportCells.number) ?? .empty, .text(correction.level ?? ""),
      other.map(ExportCells.number) ?? .empty, .text(step.note?.text ?? ""),
    ]
  }
}

/// What cells of all tables have alike.
enum ExportCells {
  static let mark = "\(ScoreReport.mark.chinese) \(ScoreReport.mark.english)"
  static let markHeader = "非官方 unofficial"

  static func number(_ number: Int) -> Cell { .number(Figure(digits: Int64(number))) }

  static func rate(_ rate: Fraction?) -> Cell { rate.map { .number($0.percent) } ?? .empty }

  /// A number as one, other text as it is.
  static func figure(_ text: String?) -> Cell {
    guard let text, !text.isEmpty else { return .empty }
    return Figure(plain: text).map(Cell.number) ?? .text(text)
  }

  static func link(_ text: String, _ address: String?) -> Cell { address.map { .link(text, to: $0) } ?? .empty }

  /// More than a cell holds is no quote that anybody reads.
  private static let longest = 8_000

  static func long(_ text: String) -> Cell {
    .text(
      text.unicodeScalars.count > longest
        ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(longest))) + "…" : text)
  }
}
