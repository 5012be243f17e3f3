import ReportModel
import RuleBook
import Scoring
import Sheets

/// For a person: rates, ranks and lists before and after, and what was supposed.
package func text(of report: WhatIfReport, in language: Language) -> ByteBuffer {
  ByteBuffer(lines: WhatIfText(report: report, language: language).lines)
}

private struct WhatIfText {
  let report: WhatIfReport
  let language: Language

  private var wording: MarketWording { MarketWording(basis: report.basis, language: language) }

  var lines: [String] {
    wording.heading(rated: report.before.rank?.overall.of ?? 0, unrated: [])
      + [Phrase("what if: \(wording.label(report.company))", "假設試算：\(wording.label(report.company))")(language)]
      + supposed + [""] + MarketTable.lines([head] + rates + ranks, [.left, .right, .right, .right]) + [""] + lists
  }

  private var supposed: [String] {
    report.items.map { before, after in
      "  \(after.item.names(language).onOneLine) (\(after.item.id)): \(outcome(before)) → \(outcome(after))"
    }
      + report.suppositions.events.map { event in
        let points = event.deduction.points.figure.plain
        let kind = report.basis.pack.rating?.events.kind(event.kind)?.names(language) ?? event.kind
        let level = event.response.flatMap { report.basis.pack.rating?.events.response($0)?.names(language) }
        let none = Phrase("nothing done", "未採取措施")(language)
        return Phrase(
          "  an event, \(kind): \(points) points, \(level ?? none)", "  事件（\(kind)）：扣 \(points) 分，\(level ?? none)")(
            language)
      }
  }

  private func outcome(_ item: ScoredItem) -> String { "\(item.outcome.code) \(item.outcome.points.text)" }

  private var head: [String] {
    ["", Phrase("before", "原本")(language), Phrase("after", "假設後")(language), Phrase("change", "變動")(language)]
  }

  private var rates: [[String]] {
    report.lines.map { line in
      let change = ScoreComparison.Change(from: line.before.rate, to: line.after.rate).text
      return [String(repeating: "  ", count: line.path.count) + line.names(language)]
        + [line.before.rate.text, line.after.rate.text, change].map { $0.isEmpty ? "-" : $0 }
    }
  }

  private var ranks: [[String]] {
    let rows: [(Phrase, (Ranking.Row) -> Rank)] = [
      (Phrase("rank across all", "全體排名"), \.overall), (Phrase("rank in industry", "產業排名"), \.inIndustry),
    ]
    return rows.map { name, rank in
      [name(language)] + [report.before, report.after].map { $0.rank.map { text(rank($0)) } ?? "-" } + [""]
    }
  }

  private func text(_ rank: Rank) -> String {
    (rank.best == rank.worst ? "\(rank.best)" : "\(rank.best)–\(rank.worst)") + "/\(rank.of)"
  }

  private var lists: [String] {
    guard !report.listChanges.isEmpty else { return [Phrase("no list changes", "名單無變動")(language)] }
    return report.listChanges.map { change in
      "\(wording.label(change.company)): \(wording.text(change.before)) → \(wording.text(change.after))"
    }
  }
}

/// As one line of JSON.
package func json(of report: WhatIfReport) -> ByteBuffer {
  var json = JSONWriter(capacity: 1 << 14)
  json.object { json in
    json.basis(report.basis, rated: report.before.rank?.overall.of ?? 0, unrated: [])
    json.identity(report.company, report.after.score.industry, report.basis)
    json.key("supposed")
    json.list { json in
      for (before, after) in report.items {
        json.object { json in
          json.text("item", after.item.id)
          json.text("before", before.outcome.code)
          json.text("after", after.outcome.code)
        }
      }
      for event in report.suppositions.events {
        json.object { json in
          json.text("event", event.kind)
          json.text("deduction", event.deduction.points.figure.plain)
          json.text("response", event.response ?? "")
        }
      }
    }
    json.key("parts")
    json.list { json in
      for line in report.lines {
        json.object { json in
          json.text("part", line.path.last ?? Measure.total.code)
          json.rates("before", line.before.rates)
          json.rates("after", line.after.rates)
        }
      }
    }
    json.key("ranks")
    json.list { json in
      for state in [report.before, report.after] {
        guard let rank = state.rank else { continue }
        json.object { json in
          json.rank("rank", rank.overall)
          json.rank("rankInIndustry", rank.inIndustry)
        }
      }
    }
    json.key("lists")
    json.list { json in
      for change in report.listChanges {
        json.object { json in
          json.text("company", change.company.text)
          json.standing("before", change.before)
          json.standing("after", change.after)
        }
      }
    }
  }
  json.endLine()
  return json.buffer
}

extension JSONWriter {
  fileprivate mutating func standing(_ name: StaticString, _ standing: ListChange.Standing) {
    key(name)
    object { json in
      json.text("black", standing.black?.rawValue ?? "")
      json.text("watch", standing.watch?.rawValue ?? "")
    }
  }
}

/// As csv: a row for each part of the rubric, then the ranks.
package func csv(of report: WhatIfReport) -> ByteBuffer {
  let header = ["非官方 unofficial", "company", "part", "before low", "before high", "after low", "after high"]
  let head = [Cell.text(MarketWording.mark), .text(report.company.text)]
  let rates = report.lines.map { line in
    head + [.text(line.path.last ?? Measure.total.code)] + MarketCells.rates(line.before.rates)
      + MarketCells.rates(line.after.rates)
  }
  let ranks: [(String, (Ranking.Row) -> Rank)] = [("rank", \.overall), ("rank in industry", \.inIndustry)]
  let rows =
    rates
    + ranks.map { name, rank in
      head + [.text(name)]
        + [report.before, report.after].flatMap { state -> [Cell] in
          guard let rank = state.rank.map(rank) else { return [.empty, .empty] }
          return [rank.best, rank.worst].map { .number(Figure(digits: Int64($0))) }
        }
    }
  var buffer = ByteBuffer()
  buffer.append(bytes: csv(of: Sheet(name: "what if", header: header, rows: rows)))
  return buffer
}
