import ReportModel
import Scoring

/// The lists of a month as one line of JSON.
package func json(of report: ListsReport) -> ByteBuffer {
  let basis = report.history.basis
  var json = JSONWriter(capacity: 1 << 16)
  json.object { json in
    json.basis(basis, rated: report.rated, unrated: report.history.unrated)
    json.names("interpretation", report.history.rules.notes)
    json.key("black")
    json.list { json in
      for entry in report.black { json.black(entry, basis) }
    }
    json.key("watch")
    json.list { json in
      for entry in report.watch { json.watch(entry, basis) }
    }
    json.key("changes")
    json.list { json in
      for change in report.changes { json.change(change) }
    }
    if report.company != nil {
      json.key("months")
      json.list { json in
        for month in report.companyMonths { json.month(month) }
      }
    }
    json.key("lines")
    json.list { json in
      for line in report.lines { json.marketLine(line) }
    }
  }
  json.endLine()
  return json.buffer
}

extension JSONWriter {
  fileprivate mutating func watch(_ entry: WatchEntry, _ basis: MarketBasis) {
    object { json in
      json.identity(entry.company, entry.industry, basis)
      json.standing(entry.certainty, entry.since)
      json.key("because")
      json.list { json in
        for shortfall in entry.shortfalls.all { json.shortfall(shortfall) }
      }
      json.key("count")
      json.count(entry.count)
    }
  }

  fileprivate mutating func black(_ entry: BlackEntry, _ basis: MarketBasis) {
    object { json in
      json.identity(entry.company, entry.industry, basis)
      json.standing(entry.certainty, entry.since)
      json.key("because")
      json.list { json in
        for reason in entry.reasons.all {
          switch reason {
          case .total(let shortfall): json.shortfall(shortfall)
          case .months(let count, let certainty):
            json.object { json in
              json.text("by", "months")
              json.text("certainty", certainty.rawValue)
              json.key("count")
              json.count(count)
            }
          }
        }
      }
    }
  }

  private mutating func standing(_ certainty: Certainty, _ since: Since) {
    text("certainty", certainty.rawValue)
    text("since", since.month.text)
    text("certainSince", since.certain?.text ?? "")
  }

  private mutating func shortfall(_ shortfall: Shortfall) {
    object { json in
      json.text("by", shortfall.measure.code)
      json.text("certainty", shortfall.certainty.rawValue)
      json.rates("rate", shortfall.rates)
      json.line(shortfall.line)
      json.number("companies", shortfall.line.companies)
      json.key("missingPoints")
      json.object { json in
        json.text("low", shortfall.missing.lowerBound.figure.plain)
        json.text("high", shortfall.missing.upperBound.figure.plain)
      }
    }
  }

  private mutating func line(_ line: IndustryLine) {
    key("line")
    object { json in
      json.text("low", line.lowest.percentText)
      json.text("high", line.highest.percentText)
    }
  }

  private mutating func count(_ count: WatchCount) {
    object { json in
      json.texts("months", count.certain.map(\.text))
      json.texts("provisionalMonths", count.provisional.map(\.text))
      json.number("needed", count.needed)
      json.number("of", count.of)
      json.key("monthsUntilTooFew")
      json.object { json in
        json.number("low", count.monthsUntilTooFew.lowerBound)
        json.number("high", count.monthsUntilTooFew.upperBound)
      }
    }
  }

  mutating func change(_ change: ListChange) {
    object { json in
      json.text("company", change.company.text)
      json.key("before")
      json.places(change.before)
      json.key("after")
      json.places(change.after)
    }
  }

  private mutating func places(_ standing: ListChange.Standing) {
    object { json in
      json.key("rated")
      json.value(standing.isRated)
      json.text("watch", standing.watch?.rawValue ?? "")
      json.text("black", standing.black?.rawValue ?? "")
    }
  }

  fileprivate mutating func month(_ month: ListsReport.CompanyMonth) {
    object { json in
      json.text("month", month.month.text)
      json.key("lists")
      json.places(month.standing)
      if let score = month.score { json.parts(of: score) }
    }
  }

  fileprivate mutating func marketLine(_ line: MarketLine) {
    object { json in
      json.text("industry", line.industry)
      json.text("by", line.measure.code)
      json.number("companies", line.companies)
      if let own = line.line { json.line(own) }
    }
  }
}
