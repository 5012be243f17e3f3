import Archive
import ReportModel
import Scoring

/// How far a round has come, as one object; the companies narrowed to some of them, the counts never.
package func json(of status: RoundStatus, only: RoundStatus.Only? = nil) -> ByteBuffer {
  var json = JSONWriter(capacity: 1 << 16)
  json.object { json in
    json.unofficial()
    json.round(status.round)
    json.text("next", status.next?.id.text ?? "")
    json.text("asOf", status.day.text)
    json.number("daysToCutOff", status.round.cutOff.number - status.day.number)
    if let completion = status.round.completion.day {
      json.number("daysToCompletion", completion.number - status.day.number)
    }
    json.key("counts")
    json.counts(status.counts)
    json.key("companies")
    json.list { json in
      for company in status.only(only) { json.company(company, status) }
    }
    json.key("unplaced")
    json.list { json in
      for report in status.ownerless(only) { json.object { json in json.unplaced(report) } }
    }
  }
  json.endLine()
  return json.buffer
}

extension JSONWriter {
  /// What every output of a rating says first.
  mutating func unofficial() {
    key("official")
    value(false)
    names("notice", ScoreReport.notice)
  }

  mutating func round(_ round: Round) {
    key("round")
    object { json in
      json.text("id", round.id.text)
      json.names("name", round.names)
      json.number("reportYear", round.reportYear)
      json.text("cutOff", round.cutOff.text)
      json.text("completion", round.completion.day?.text ?? "")
      if let trouble = round.completion.trouble { json.names("trouble", trouble) }
    }
  }

  fileprivate mutating func counts(_ counts: RoundStatus.Counts) {
    object { json in
      json.number("expected", counts.expected)
      json.number("in", counts.states[.complete] ?? 0)
      json.number("partial", counts.states[.partial] ?? 0)
      json.number("failed", counts.states[.failed] ?? 0)
      json.number("missing", counts.states[.missing] ?? 0)
      json.number("unexpected", counts.unexpected)
      json.number("documents", counts.counted)
      json.number("assumedDays", counts.assumedDays)
      json.number("superseded", counts.superseded)
      json.number("late", counts.late)
      json.number("unplaced", counts.unplaced)
      json.number("reviewed", counts.counted - counts.unreviewed)
      json.number("unreviewed", counts.unreviewed)
      json.number("itemsFound", counts.itemsFound)
      json.number("itemsReviewed", counts.itemsReviewed)
      json.number("itemsDisputed", counts.itemsDisputed)
    }
  }

  fileprivate mutating func company(_ company: RoundStatus.Company, _ status: RoundStatus) {
    object { json in
      json.text("company", company.id.text)
      json.text("name", company.name)
      json.key("expected")
      json.value(company.isExpected)
      json.text("state", company.state.rawValue)
      json.key("documents")
      json.list { json in
        for counted in company.counted {
          json.object { json in
            json.identity(of: counted.report)
            json.text("status", counted.report.status.rawValue)
            json.failureIfAny(counted.report.failure)
            json.upload(counted.upload)
            json.key("reviewed")
            json.value(status.review(of: counted) != nil)
          }
        }
      }
      json.key("late")
      json.list { json in
        for late in company.late {
          json.object { json in
            json.identity(of: late.report)
            json.upload(late.upload)
            json.text("countsFor", status.next?.id.text ?? "")
          }
        }
      }
      json.key("superseded")
      json.list { json in
        for superseded in company.superseded {
          json.object { json in
            json.identity(of: superseded.report)
            json.text("supersededBy", superseded.current.sha256)
          }
        }
      }
      json.key("unplaced")
      json.list { json in
        for report in company.unplaced { json.object { json in json.unplaced(report) } }
      }
    }
  }

  fileprivate mutating func unplaced(_ report: ReportRecord) {
    identity(of: report)
    text("firstSeen", report.firstSeen.text)
    texts("open", report.placement.openQuestions.map(\.rawValue))
  }
}
