import ReportModel
import Scoring

/// Two years as one line of JSON: both scores as `score` writes them, and what has changed.
package func json(of comparison: ScoreComparison) -> ByteBuffer {
  var json = JSONWriter(capacity: 1 << 19)
  json.object { json in
    json.key("official")
    json.value(false)
    json.names("notice", ScoreReport.notice)
    json.key("scores")
    json.list { json in
      json.score(comparison.before)
      json.score(comparison.after)
    }
    json.key("changes")
    json.list { json in
      for line in comparison.lines { json.line(line) }
    }
    json.key("items")
    json.list { json in
      for (_, before, after) in comparison.changedItems {
        json.object { json in
          json.text("item", after.item.id)
          json.text("before", before.outcome.code)
          json.text("after", after.outcome.code)
        }
      }
    }
  }
  json.endLine()
  return json.buffer
}

extension JSONWriter {
  fileprivate mutating func line(_ line: ScoreComparison.Line) {
    object { json in
      json.text("id", line.id)
      json.number("depth", line.depth)
      if let low = line.change.low, let high = line.change.high {
        json.text("low", low.plain)
        json.text("high", high.plain)
      }
    }
  }
}
