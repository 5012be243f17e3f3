import Archive
import ReportModel
import Review
import Scoring

/// A comparison as one line of JSON; the contract stands in README.md.
package func json(of report: RunComparisonReport) -> ByteBuffer {
  var json = JSONWriter(capacity: 1 << 16)
  json.object { json in
    json.key("official")
    json.value(false)
    json.names("notice", ScoreReport.notice)
    json.text("engine", engineVersion)
    json.run("before", report.before)
    json.run("after", report.after)
    json.number("compared", report.compared)
    json.key("documents")
    json.list { json in
      for document in report.documents { json.document(document) }
    }
    json.key("new")
    json.list { json in
      for document in report.new { json.new(document) }
    }
    if let lists = report.lists {
      json.key("lists")
      json.list { json in
        for change in lists { json.change(change) }
      }
    }
  }
  json.endLine()
  return json.buffer
}

extension JSONWriter {
  fileprivate mutating func run(_ name: StaticString, _ run: RunRecord) {
    key(name)
    object { json in
      json.number("run", run.id.number)
      json.text("ended", run.ended ?? "")
      json.text("reading", run.engines.reading)
      json.text("matching", run.engines.matching)
      json.text("rules", run.rules)
    }
  }

  fileprivate mutating func new(_ document: NewDocument) {
    object { json in
      json.identity(document.report, document.company)
      switch document.kind {
      case .nextYear(let year):
        json.text("kind", "next-year")
        json.text("after", String(year))
      case .another: json.text("kind", "another")
      case .first: json.text("kind", "first")
      }
    }
  }

  private mutating func identity(_ report: ReportRecord, _ company: CompanyID?) {
    text("name", report.document.name)
    text("sha256", report.document.sha256)
    text("company", company?.text ?? "")
    text("year", report.placement.year.map { String($0.value) } ?? "")
  }

  fileprivate mutating func document(_ document: RunComparisonReport.Document) {
    object { json in
      json.identity(document.pair.after, document.company)
      if case .corrected(let old, _) = document.pair {
        json.key("corrects")
        json.object { json in
          json.text("name", old.document.name)
          json.text("sha256", old.document.sha256)
        }
      }
      if let rates = document.rates {
        json.key("rate")
        json.object { json in
          json.rate("before", rates.before)
          json.rate("after", rates.after)
        }
      }
      if let text = document.text {
        json.texts(text)
      } else {
        json.key("items")
        json.list { json in
          for item in document.items { json.item(item) }
        }
      }
    }
  }

  private mutating func rate(_ name: StaticString, _ rate: Score.Rate) {
    key(name)
    object { json in
      json.text("low", rate.low?.percentText ?? "")
      json.text("high", rate.high?.percentText ?? "")
    }
  }

  private mutating func item(_ item: RunComparisonReport.Item) {
    object { json in
      json.text("item", item.id)
      json.names("name", item.names)
      if let effect = item.effect {
        json.key("points")
        json.object { json in
          if let before = effect.itemBefore { json.range("before", before) }
          if let after = effect.itemAfter { json.range("after", after) }
        }
      }
      json.key("changes")
      json.list { json in
        for explained in item.changes { json.change(explained) }
      }
    }
  }

  private mutating func change(_ explained: ExplainedChange) {
    object { json in
      switch explained.change {
      case .appeared: json.text("kind", "appeared")
      case .vanished: json.text("kind", "vanished")
      case .altered(from: _, to: _, let differences):
        json.text("kind", "altered")
        json.texts("differences", differences.sorted().map(\.rawValue))
      case .state(let old, let new):
        json.text("kind", "state")
        json.text("stateBefore", old?.rawValue ?? "")
        json.text("stateAfter", new?.rawValue ?? "")
      }
      json.cause(explained.cause)
      json.evidence("before", explained.change.before)
      json.evidence("after", explained.change.after)
    }
  }

  private mutating func cause(_ cause: Cause) {
    key("cause")
    object { json in
      switch cause {
      case .told(let sets):
        json.key("sufficient")
        json.list { json in
          for set in sets.all {
            json.list { json in
              for factor in set.sorted() { json.value(factor.rawValue) }
            }
          }
        }
      case .among(let factors, let needed):
        json.texts("among", factors.sorted().map(\.rawValue))
        json.texts("needed", needed.sorted().map(\.rawValue))
      }
    }
  }

  private mutating func evidence(_ name: StaticString, _ placed: PlacedEvidence?) {
    guard let placed else { return }
    key(name)
    object { $0.evidence(placed.evidence, placed.boxes, context: nil) }
  }

  private mutating func texts(_ text: TextComparison) {
    share("similarity", text.similarity)
    key("pages")
    list { json in
      for page in text.differing {
        json.object { json in
          if let number = page.before.page { json.number("before", number) }
          if let number = page.after.page { json.number("after", number) }
          json.share("similarity", page.similarity)
          json.number("lost", page.lost)
          json.number("gained", page.gained)
          json.number("moved", page.moved)
          json.key("pieces")
          json.list { json in
            for piece in page.pieces where piece.kind != .kept {
              json.object { json in
                json.text("kind", piece.kind.rawValue)
                json.text("text", piece.text)
              }
            }
          }
        }
      }
    }
  }

  /// As a decimal of one.
  private mutating func share(_ name: StaticString, _ thousandth: Int) {
    text(name, Figure(digits: Int64(thousandth), exponent: -3).plain)
  }
}
