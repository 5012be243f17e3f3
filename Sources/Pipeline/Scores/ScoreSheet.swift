import ReportModel
import RuleBook
import Scoring
import Sheets

/// A score as csv: a row for the total, each dimension, sub-dimension and item, in the order of the rubric.
package func csv(of report: ScoreReport) -> ByteBuffer {
  var buffer = ByteBuffer()
  buffer.append(bytes: csv(of: scoreSheet(of: report)))
  return buffer
}

func scoreSheet(of report: ScoreReport) -> Sheet {
  let card = report.card
  var rows = report.provenance.map(provenanceRows) ?? []
  rows.append(row(.total, card.pack, card.names, card.score, path: ["", ""]))
  for dimension in card.dimensions {
    rows.append(row(.dimension, dimension.id, dimension.names, dimension.score, path: [dimension.id, ""]))
    for place in dimension.subDimensions {
      let path = [dimension.id, place.id]
      rows.append(row(.subDimension, place.id, place.names, place.score, path: path))
      rows += place.items.map { row(of: $0, path: path, card.documents) }
    }
  }
  if let adjusted = report.adjusted { rows += rowsAfterEvents(adjusted, report) }
  return Sheet(name: "score", header: header, rows: rows)
}

enum RowKind: String {
  case company, round, run, document
  case leftOut = "left-out"
  case total, dimension
  case subDimension = "sub-dimension"
  case item, event
  case totalAfterEvents = "total-after-events"
  case dimensionAfterEvents = "dimension-after-events"
}

/// Each event that counts in the month, with what it takes; then the sums less all that.
private func rowsAfterEvents(_ adjusted: AdjustedCard, _ report: ScoreReport) -> [[Cell]] {
  let month = adjusted.adjustment.month.text
  let events = adjusted.adjustment.events.map { counted in
    let kind = report.pack.rating?.events.kind(counted.event.kind)
    var (dimension, taken) = ("", Cell.empty)
    if case .takes(let points, let lowered) = counted.effect {
      dimension = lowered
      taken = .number((Points.zero - points).figure)
    }
    return head(
      .event, counted.id.text, kind?.names ?? Phrase(counted.event.kind, counted.event.kind), path: [dimension, ""])
      + [.text(month), .text(counted.level?.id ?? ""), .text(counted.event.item ?? ""), taken, taken]
      + [.empty, .empty, .empty, .text(counted.event.source.text), .empty, .text(counted.event.text?.text ?? "")]
  }
  let total = row(.totalAfterEvents, month, report.card.names, adjusted.total, path: ["", ""])
  let dimensions = zip(report.card.dimensions, adjusted.dimensions).map { before, after in
    row(.dimensionAfterEvents, month, before.names, after.score, path: [before.id, ""])
  }
  return events + [total] + dimensions
}

private let header = [
  "非官方 unofficial", "row", "dimension", "sub-dimension", "id", "name zh-Hant", "name en", "polarity", "level",
  "outcome",
  "gained low", "gained high", "attainable", "rate low %", "rate high %", "document", "page", "quote", "value", "unit",
  "year", "items found", "items reviewed", "items disputed",
]

func head(_ kind: RowKind, _ id: String, _ names: Phrase, path: [String]) -> [Cell] {
  let mark = "\(ScoreReport.mark.chinese) \(ScoreReport.mark.english)"
  return [.text(mark), .text(kind.rawValue)] + path.map(Cell.text)
    + [.text(id), .text(names.chinese), .text(names.english)]
}

private func row(_ kind: RowKind, _ id: String, _ names: Phrase, _ score: Score, path: [String]) -> [Cell] {
  head(kind, id, names, path: path) + [.empty, .empty, .empty]
    + [
      .number(score.gained.lowerBound.figure), .number(score.gained.upperBound.figure),
      .number(score.attainable.figure),
    ]
    + [score.rate.low, score.rate.high].map { $0.map { .number($0.percent) } ?? .empty }
    + [Cell](repeating: .empty, count: 6)
    + [score.counts.found, score.counts.reviewed, score.counts.disputed].map { .number(Figure(digits: Int64($0))) }
}

/// With its best evidence, or the statement that there is none.
private func row(of scored: ScoredItem, path: [String], _ documents: [CompanyDocument]) -> [Cell] {
  let item = scored.item
  let points = scored.outcome.points
  let numbers: [Cell] =
    scored.outcome.applies
    ? [
      .number(points.lowerBound.figure), .number(points.upperBound.figure), .number(scored.attainable.figure), .empty,
      .empty,
    ] : [.empty, .empty, .empty, .empty, .empty]
  return head(.item, item.id, item.names, path: path)
    + [.text(item.polarity.rawValue), .text(item.level), .text(scored.outcome.code)] + numbers
    + filled(source(of: scored.outcome, documents)) + review(of: scored)
}

/// Six columns, whatever there is to tell.
private func filled(_ source: [Cell]) -> [Cell] { source + [Cell](repeating: .empty, count: max(0, 6 - source.count)) }

private func review(of scored: ScoredItem) -> [Cell] {
  let (found, decided) = (scored.review > .nothingFound, scored.review > .open)
  return [found, decided, scored.review == .disputed].map { .number(Figure(digits: $0 ? 1 : 0)) }
}

private func source(of outcome: Outcome, _ documents: [CompanyDocument]) -> [Cell] {
  func place(_ document: Int, _ page: Int, _ quote: String) -> [Cell] {
    [.text(documents[document].name), .number(Figure(digits: Int64(page))), .text(quote)]
  }
  if let best = outcome.evidence.first {
    let value = best.value.value
    return place(best.document, best.value.page, best.value.quote)
      + [value?.plain ?? "", value?.unit ?? "", best.value.year].map { $0.isEmpty ? .empty : cell($0) }
  }
  if let statement = outcome.statements.first {
    return place(statement.document, statement.value.page, statement.value.quote)
  }
  return []
}

private func cell(_ text: String) -> Cell { Figure(plain: text).map(Cell.number) ?? .text(text) }
