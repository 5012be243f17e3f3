import ReportModel
import RuleBook
import Scoring

/// What the JSON of ranks and lists has alike; the contract stands in README.md.
extension JSONWriter {
  mutating func basis(_ basis: MarketBasis, rated: Int, unrated: [UnratedCompany]) {
    key("official")
    value(false)
    names("notice", ScoreReport.notice)
    text("engine", engineVersion)
    text("rules", basis.moment.run.rules)
    text("pack", basis.pack.id)
    names("name", basis.pack.names)
    text("asOf", basis.moment.day.text)
    number("run", basis.moment.run.id.number)
    switch basis.scope {
    case .month(let month, _): text("month", month.text)
    case .round: text("month", "")
    }
    text("round", basis.scope.round?.id.text ?? "")
    number("rated", rated)
    key("unrated")
    list { json in
      for company in unrated {
        json.object { json in
          json.text("company", company.company.text)
          json.text("because", company.reason.rawValue)
        }
      }
    }
  }

  mutating func rates(_ name: StaticString, _ rates: RateRange?) {
    guard let rates else { return }
    key(name)
    object { json in
      json.text("low", rates.lowerBound.percentText)
      json.text("high", rates.upperBound.percentText)
    }
  }

  mutating func identity(_ company: CompanyID, _ industry: String, _ basis: MarketBasis) {
    text("company", company.text)
    text("name", basis.names[company] ?? company.text)
    text("industry", industry)
  }

  /// The total first.
  mutating func parts(of score: MonthlyScore) {
    key("rates")
    list { json in
      for measure in [.total] + score.dimensions.map({ Measure.dimension($0.dimension) }) {
        json.object { json in
          json.text("by", measure.code)
          json.rates("rate", score.rates(by: measure))
        }
      }
    }
  }
}

/// A ranking as one line of JSON.
package func json(of report: RankReport) -> ByteBuffer {
  let basis = report.scores.basis
  var json = JSONWriter(capacity: 1 << 16)
  json.object { json in
    json.basis(basis, rated: report.scores.market.scores.count, unrated: report.scores.unrated)
    json.text("by", report.ranking.measure.code)
    json.text("industry", report.industry ?? "")
    json.key("ranks")
    json.list { json in
      for row in report.rows {
        json.object { json in
          json.identity(row.score.company, row.score.industry, basis)
          json.rank("rank", row.overall)
          json.rank("rankInIndustry", row.inIndustry)
          json.rates("rate", row.rates)
          json.parts(of: row.score)
        }
      }
    }
    json.key("unranked")
    json.list { json in
      for score in report.unranked {
        json.object { $0.identity(score.company, score.industry, basis) }
      }
    }
  }
  json.endLine()
  return json.buffer
}

extension JSONWriter {
  mutating func rank(_ name: StaticString, _ rank: Rank) {
    key(name)
    object { json in
      json.number("best", rank.best)
      json.number("worst", rank.worst)
      json.number("of", rank.of)
      json.rates("percentile", rank.percentile)
    }
  }
}
