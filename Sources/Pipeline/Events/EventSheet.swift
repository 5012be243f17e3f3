import ReportModel
import RuleBook
import Scoring
import Sheets

/// Events as csv, a row for each; the columns of events can be imported again.
package func csv(of events: [RecordedEvent], in report: EventReport, month: Month?) -> ByteBuffer {
  var buffer = ByteBuffer()
  buffer.append(bytes: csv(of: Sheet(name: "events", header: header, rows: events.map { row($0, report, month) })))
  return buffer
}

private let header =
  ["非官方 unofficial", "event"] + EventFact.Field.allCases.map(\.rawValue)
  + [
    "response", "responded", "evidence", "withdrawn", "first month", "last month", "month", "level", "factor",
    "repeats", "dimension", "points",
  ]

private func row(_ recorded: RecordedEvent, _ report: EventReport, _ month: Month?) -> [Cell] {
  let event = recorded.event
  let facts = Dictionary(event.facts.map { ($0.field, $0.value) }, uniquingKeysWith: { first, _ in first })
  let response = report.response(to: recorded)
  let months = report.rules.months(of: event)
  let texts =
    ["\(ScoreReport.mark.chinese) \(ScoreReport.mark.english)", recorded.id.text]
    + EventFact.Field.allCases.map { facts[$0] ?? "" }
    + [
      response?.level ?? "", response?.day.text ?? "", response?.evidence.text ?? "", recorded.isWithdrawn ? "yes" : "",
      months?.lowerBound.text ?? "", months?.upperBound.text ?? "",
    ]
  let counted = month.flatMap { month in report.counted(recorded, in: month).map { (month, $0) } }
  return texts.map(cell) + (counted.map { cells($0, $1) } ?? [])
}

private func cells(_ month: Month, _ counted: CountedEvent) -> [Cell] {
  var cells: [Cell] = [
    .text(month.text), .text(counted.level?.id ?? ""), counted.level.map { .number($0.factor) } ?? .empty,
    .text(counted.repeats?.text ?? ""),
  ]
  if case .takes(let points, let dimension) = counted.effect {
    cells += [.text(dimension), .number(points.figure)]
  }
  return cells
}

private func cell(_ text: String) -> Cell {
  text.isEmpty ? .empty : Figure(plain: text).map(Cell.number) ?? .text(text)
}
