import Archive
import ReportModel
import Sheets

/// A closed round as one object: what is kept, byte for byte, with what every output says before it.
package func json(of round: FrozenRound) -> ByteBuffer {
  var json = JSONWriter(capacity: 1 << 16)
  json.object { json in
    json.unofficial()
    json.key("round")
    json.value(json: round.body)
  }
  json.endLine()
  return json.buffer
}

/// A row for each company, dimension and sub-dimension, and for what events left of them; documents stand in the company's row.
package func csv(of round: FrozenRound) -> ByteBuffer {
  let header = [
    "非官方 unofficial", "round", "company", "name", "expected", "industry", "outcome", "part", "gained low",
    "gained high",
    "attainable", "rate low %", "rate high %", "documents",
  ]
  var buffer = ByteBuffer()
  buffer.append(
    bytes: csv(of: Sheet(name: round.id, header: header, rows: round.companies.flatMap { rows(of: $0, in: round) })))
  return buffer
}

private func rows(of company: FrozenRound.Company, in round: FrozenRound) -> [[Cell]] {
  let mark = "\(ScoreReport.mark.chinese) \(ScoreReport.mark.english)"
  let documents = company.documents.map(\.name).joined(separator: "; ")
  func row(_ industry: String, _ outcome: String, _ part: String, _ figures: [Cell], _ documents: String) -> [Cell] {
    let head = [mark, round.id, company.id, company.name, company.isExpected ? "yes" : "no", industry, outcome, part]
    return head.map { $0.isEmpty ? .empty : .text($0) } + figures + [documents.isEmpty ? .empty : .text(documents)]
  }
  switch company.outcome {
  case .scored(let scores):
    return [row(scores.industry, "scored", "total", scores.total.cells, documents)]
      + scores.parts.map { row(scores.industry, "scored", $0.id, $0.figures.cells, "") }
      + (scores.afterEvents.map { after in
        [row(scores.industry, "after-events", "total", after.total.cells, "")]
          + after.parts.map { row(scores.industry, "after-events", $0.id, $0.figures.cells, "") }
      } ?? [])
  case .missing: return [row("", "missing", "", FrozenRound.Figures.noCells, documents)]
  case .noIndustry: return [row("", "no-industry", "", FrozenRound.Figures.noCells, documents)]
  }
}

extension FrozenRound.Figures {
  fileprivate static let noCells = [Cell](repeating: .empty, count: 5)

  fileprivate var cells: [Cell] {
    [low, high, attainable, lowRate, highRate].map { Figure(plain: $0).map(Cell.number) ?? .empty }
  }
}

// MARK: Checks

package func json(of check: RoundCheck) -> ByteBuffer {
  var json = JSONWriter()
  json.object { json in
    json.unofficial()
    json.text("round", check.frozen.id)
    json.text("closedWith", check.frozen.program)
    json.text("checkedWith", check.program)
    json.key("sameVersion")
    json.value(check.isOfThisVersion)
    json.key("differences")
    json.list { json in
      for difference in check.differences {
        json.object { json in
          json.text("company", difference.company)
          json.text("what", difference.what)
          json.text("closed", difference.frozen)
          json.text("now", difference.now)
        }
      }
    }
  }
  json.endLine()
  return json.buffer
}

package func csv(of check: RoundCheck) -> ByteBuffer {
  let mark = "\(ScoreReport.mark.chinese) \(ScoreReport.mark.english)"
  let rows = check.differences.map { difference in
    [mark, check.frozen.id, difference.company, difference.what, difference.frozen, difference.now].map {
      $0.isEmpty ? Cell.empty : .text($0)
    }
  }
  var buffer = ByteBuffer()
  buffer.append(
    bytes: csv(
      of: Sheet(
        name: "check", header: ["非官方 unofficial", "round", "company", "what", "closed", "now"], rows: rows)))
  return buffer
}

// MARK: Lists

/// One object a line, with whether its seal holds.
package func json(of rounds: [ClosedRound]) -> ByteBuffer {
  var json = JSONWriter()
  for round in rounds {
    json.object { json in
      json.unofficial()
      json.text("round", round.round)
      json.text("closed", round.closed)
      json.text("who", round.who)
      json.number("run", round.run.number)
      json.text("rules", round.book)
      json.number("line", round.line)
      json.text("program", round.program)
      json.text("seal", round.seal)
      json.key("intact")
      json.value(round.frozen != nil)
    }
    json.endLine()
  }
  return json.buffer
}

package func csv(of rounds: [ClosedRound]) -> ByteBuffer {
  let mark = "\(ScoreReport.mark.chinese) \(ScoreReport.mark.english)"
  let header = ["非官方 unofficial", "round", "closed", "who", "run", "rules", "line", "program", "seal", "intact"]
  let rows = rounds.map { round in
    [
      mark, round.round, round.closed, round.who, String(round.run.number), round.book, String(round.line),
      round.program, round.seal, round.frozen == nil ? "no" : "yes",
    ].map(Cell.text)
  }
  var buffer = ByteBuffer()
  buffer.append(bytes: csv(of: Sheet(name: "rounds", header: header, rows: rows)))
  return buffer
}
