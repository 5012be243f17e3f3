import ReportModel
import RuleBook
import Scoring

/// A score as one line of JSON; the contract stands in README.md.
package func json(of report: ScoreReport) -> ByteBuffer {
  var json = JSONWriter(capacity: 1 << 18)
  json.score(report)
  json.endLine()
  return json.buffer
}

extension JSONWriter {
  mutating func score(_ report: ScoreReport) {
    let card = report.card
    object { json in
      json.key("official")
      json.value(false)
      json.names("notice", ScoreReport.notice)
      json.text("engine", engineVersion)
      json.text("rules", report.rules)
      json.text("pack", card.pack)
      json.names("name", card.names)
      json.names("interpretation", report.pack.scoring?.notes ?? Phrase("", ""))
      json.company(card.company)
      if let provenance = report.provenance {
        json.key("archive")
        json.provenance(provenance)
      }
      json.key("documents")
      json.list { json in
        for document in card.documents { json.document(document) }
      }
      json.score(card.score)
      json.key("dimensions")
      json.list { json in
        for dimension in card.dimensions { json.dimension(dimension) }
      }
      if let adjusted = report.adjusted {
        json.key("afterEvents")
        json.adjusted(adjusted)
      }
    }
  }

  /// The events that count in a month, and the sums less what they take.
  private mutating func adjusted(_ adjusted: AdjustedCard) {
    object { json in
      json.text("month", adjusted.adjustment.month.text)
      json.key("events")
      json.list { json in
        for counted in adjusted.adjustment.events {
          json.object { json in
            json.text("event", counted.id.text)
            json.facts(of: counted.event)
            if let response = counted.response { json.response(response) }
            json.months(counted.months)
            json.counted(counted)
          }
        }
      }
      json.score(adjusted.total)
      json.key("dimensions")
      json.list { json in
        for dimension in adjusted.dimensions {
          json.object { json in
            json.text("id", dimension.dimension)
            json.score(dimension.score)
          }
        }
      }
    }
  }

  mutating func names(_ key: StaticString, _ names: Phrase) {
    self.key(key)
    object { json in
      json.text("zh-Hant", names.chinese)
      json.text("en", names.english)
    }
  }

  fileprivate mutating func company(_ company: CompanyProfile) {
    text("industry", company.industry)
    switch company.activities {
    case .known(let activities):
      texts("activities", activities.sorted())
      text("activitiesFrom", "given")
    case .unknown:
      texts("activities", [])
      text("activitiesFrom", "all-assumed")
    }
  }

  fileprivate mutating func document(_ document: CompanyDocument) {
    object { json in
      json.text("input", document.name)
      json.text("sha256", document.sha256)
      json.number("pages", document.pages)
      switch document.reading {
      case .whole: json.text("status", Extraction.Status.ok.rawValue)
      case .partly(let failure, let unread):
        json.text("status", Extraction.Status.partial.rawValue)
        json.key("error")
        json.failure(failure)
        json.text("unread", pageList(unread))
      case .failed(let failure):
        json.text("status", Extraction.Status.failed.rawValue)
        json.key("error")
        json.failure(failure)
      }
    }
  }

  // MARK: The tree

  fileprivate mutating func score(_ score: Score) {
    key("score")
    object { json in
      json.range("gained", score.gained)
      json.text("attainable", score.attainable.figure.plain)
      if let low = score.rate.low, let high = score.rate.high {
        json.key("rate")
        json.object { json in
          json.text("low", low.percentText)
          json.text("high", high.percentText)
        }
      }
      json.key("items")
      json.counts(score.counts)
    }
  }

  private mutating func counts(_ counts: Score.Counts) {
    object { json in
      json.number("applying", counts.applying)
      json.number("gained", counts.gained)
      json.number("missed", counts.missed)
      json.number("deducted", counts.deducted)
      json.number("clear", counts.clear)
      json.number("unknown", counts.unknown)
      json.number("notApplicable", counts.notApplicable)
      json.number("found", counts.found)
      json.number("reviewed", counts.reviewed)
      json.number("disputed", counts.disputed)
    }
  }

  mutating func range(_ key: StaticString, _ range: PointRange) {
    self.key(key)
    object { json in
      json.text("low", range.lowerBound.figure.plain)
      json.text("high", range.upperBound.figure.plain)
    }
  }

  fileprivate mutating func dimension(_ dimension: Scorecard.Dimension) {
    object { json in
      json.text("id", dimension.id)
      json.names("name", dimension.names)
      json.score(dimension.score)
      json.key("subDimensions")
      json.list { json in
        for place in dimension.subDimensions { json.subDimension(place) }
      }
    }
  }

  private mutating func subDimension(_ place: Scorecard.SubDimension) {
    object { json in
      json.text("id", place.id)
      json.names("name", place.names)
      json.score(place.score)
      json.key("items")
      json.list { json in
        for item in place.items { json.item(item) }
      }
    }
  }

  private mutating func item(_ scored: ScoredItem) {
    let item = scored.item
    object { json in
      json.text("item", item.id)
      json.names("name", item.names)
      json.text("polarity", item.polarity.rawValue)
      json.text("level", item.level)
      json.text("points", item.points.plain)
      json.text("outcome", scored.outcome.code)
      json.range("gained", scored.outcome.points)
      json.text("attainable", scored.attainable.figure.plain)
      json.text("review", scored.review.code)
      if case .notApplicable(let exemption) = scored.outcome { json.exemption(exemption) }
      json.key("evidence")
      json.list { json in
        for evidence in scored.outcome.evidence { json.evidence(evidence) }
      }
      json.key("inLedger")
      json.list { json in
        for held in scored.inLedger { json.ledgerCase(held) }
      }
      json.key("statements")
      json.list { json in
        for statement in scored.outcome.statements { json.statement(statement) }
      }
      json.key("documents")
      json.list { json in
        for answer in scored.answers { json.answer(answer) }
      }
    }
  }

  private mutating func exemption(_ exemption: Outcome.Exemption) {
    switch exemption {
    case .industry: text("because", "industry")
    case .activities(let missing):
      text("because", "activities")
      texts("missing", missing)
    }
  }

  private mutating func ledgerCase(_ sourced: Sourced<LedgerCase>) {
    object { json in
      json.texts("events", sourced.value.events.all.map(\.text))
      json.text("toldBy", sourced.value.sign.rawValue)
      json.key("evidence")
      json.evidence(Sourced(sourced.value.evidence, document: sourced.document))
    }
  }

  private mutating func evidence(_ sourced: Sourced<Evidence>) {
    let evidence = sourced.value
    object { json in
      json.number("document", sourced.document)
      json.number("page", evidence.page)
      json.text("quote", evidence.quote)
      json.text("value", evidence.value?.plain ?? "")
      if let high = evidence.value?.high, !high.isEmpty { json.text("valueHigh", high) }
      json.text("unit", evidence.value?.unit ?? "")
      json.text("year", evidence.year)
      json.text("rule", evidence.rule)
      json.text("where", evidence.place.rawValue)
    }
  }

  private mutating func statement(_ sourced: Sourced<ItemState.Statement>) {
    object { json in
      json.number("document", sourced.document)
      json.number("page", sourced.value.page)
      json.text("quote", sourced.value.quote)
    }
  }

  /// What each document says, whichever of them counts.
  private mutating func answer(_ sourced: Sourced<DocumentAnswer>) {
    object { json in
      json.number("document", sourced.document)
      switch sourced.value {
      case .found(_, let doubts):
        json.text("state", ItemState.State.found.rawValue)
        json.doubts(doubts)
      case .stated: json.text("state", ItemState.State.statedNonDisclosure.rawValue)
      case .notFound(let searched):
        json.text("state", ItemState.State.notFound.rawValue)
        json.text("searched", pageList(searched))
      case .otherYears: json.text("state", "other-years")
      case .inLedger: json.text("state", "in-ledger")
      case .unreadable(let doubts):
        json.text("state", ItemState.State.unreadable.rawValue)
        json.doubts(doubts.all)
      }
    }
  }

  private mutating func doubts(_ doubts: [DocumentAnswer.Doubt]) {
    key("doubts")
    list { json in
      for doubt in doubts {
        json.object { json in
          switch doubt {
          case .document(let failure):
            json.text("doubt", "document")
            json.key("error")
            json.failure(failure)
          case .pages(let pages):
            json.text("doubt", "pages")
            json.text("pages", pageList(pages))
          case .unreadPages(let pages):
            json.text("doubt", "unread-pages")
            json.text("pages", pageList(pages))
          case .abandonedRules(let rules):
            json.text("doubt", "abandoned-rules")
            json.texts("rules", rules)
          case .notAsked: json.text("doubt", "not-asked")
          }
        }
      }
    }
  }
}
