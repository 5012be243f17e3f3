import Pipeline
import ReportModel
import RuleBook
import Scoring

/// An item of a scorecard with all that it rests on, each with the way to the page where it stands.
struct ScoredItemHTML {
  let visit: Visit
  let shown: ShownCompany
  let pack: Pack
  let scored: ScoredItem

  /// The others are counted; the report's own page has them.
  private static let shownEvidence = 5

  private var item: Item { scored.item }
  private var wording: ScoreWording { ScoreWording(pack: pack, language: visit.language) }

  var html: HTML {
    HTML(.article, .class("item", scored.outcome.style), .id(item.id)) {
      HTML(.header) {
        HTML(.span, .class("sign"), .title(visit.say(scored.outcome.names))) { scored.outcome.sign }
        HTML(.h3) { visit.say(item.names) }
        HTML(.span, .class("worth")) { worth }
      }
      HTML(.p, .class("chips", "small")) {
        HTML(.a, .href(Link("rubric", item.subDimension, place: item.id))) { HTML(.code) { item.id } }
        HTML(.span, .class("chip")) { pack.level(item.level).map { visit.say($0.names) } ?? item.level }
        HTML(.span, .class("soft")) { visit.say(scored.outcome.names) }
        review
      }
      grounds
      if !scored.inLedger.isEmpty { HTML(.ul, .class("found")) { scored.inLedger.map(held) } }
    }
  }

  @HTMLBuilder private var review: HTML {
    switch scored.review {
    case .nothingFound: HTML()
    case .open: HTML(.span, .class("soft")) { visit.say("not reviewed", "未覆核") }
    case .decided: HTML(.span, .class("chip", "good")) { visit.say("reviewed", "已覆核") }
    case .disputed:
      HTML(.span, .class("chip", "doubt")) {
        visit.say("reviewers differ: what the rules found counts", "覆核意見不一：以規則結果計")
      }
    }
  }

  private var worth: String {
    switch scored.outcome {
    case .gained(let points, _): "+\(points.figure.plain)"
    case .deducted(let points, _): points.figure.plain
    case .missed: "0/\(scored.attainable.figure.plain)"
    case .clear: "0"
    case .unknown(let range, _): range.text
    case .notApplicable: "–"
    }
  }

  @HTMLBuilder private var grounds: HTML {
    switch scored.outcome {
    case .gained(_, let ground), .deducted(_, let ground): found(ground)
    case .missed(let absence), .clear(let absence): absent(absence)
    case .unknown(_, let doubtful):
      found(doubtful.found)
      HTML(.ul, .class("reasons", "doubt")) {
        for sourced in doubtful.doubts {
          for doubt in sourced.value { HTML(.li) { document(sourced.document) + wording.reason(doubt) } }
        }
      }
    case .notApplicable(let exemption):
      HTML(.p, .class("soft", "small")) { wording.reason(exemption) }
    }
  }

  @HTMLBuilder private func found(_ ground: Outcome.Ground) -> HTML {
    switch ground {
    case .evidence(let evidence): found(evidence.all)
    case .statement(let statements): HTML(.ul, .class("found")) { statements.all.map(stated) }
    case .supposed: HTML()
    }
  }

  @HTMLBuilder private func absent(_ absence: Outcome.Absence) -> HTML {
    switch absence {
    case .stated(let statements): HTML(.ul, .class("found")) { statements.all.map(stated) }
    case .otherYears(let evidence):
      HTML(.p, .class("soft", "small")) { visit.say("Only in other years than the report's own:", "僅發生於報告年度以外：") }
      found(evidence.all)
    case .notFound(let searched):
      HTML(.ul, .class("reasons", "soft")) {
        for pages in searched {
          HTML(.li) {
            let list = pageList(pages.value)
            document(pages.document) + visit.say("not found on pages \(list)", "第 \(list) 頁查無")
          }
        }
      }
    case .inLedger, .supposed: HTML()
    }
  }

  @HTMLBuilder private func found(_ evidence: [Sourced<Evidence>]) -> HTML {
    if !evidence.isEmpty {
      HTML(.ul, .class("found")) {
        evidence.prefix(Self.shownEvidence).map { line($0, note: nil) }
        if evidence.count > Self.shownEvidence {
          let more = evidence.count - Self.shownEvidence
          HTML(.li, .class("soft")) { visit.say("and \(more) more", "另有 \(more) 筆") }
        }
      }
    }
  }

  private func line(_ sourced: Sourced<Evidence>, note: String?) -> HTML {
    let evidence = sourced.value
    return HTML(.li) {
      page(sourced.document, evidence.page)
      HTML(.span, .class("value")) {
        [evidence.value.map { $0.plain.isEmpty ? $0.printed : $0.plain } ?? "", evidence.value?.unit ?? ""]
          .filter { !$0.isEmpty }.joined(separator: " ")
        if !evidence.year.isEmpty { HTML(.small) { evidence.year } }
      }
      HTML(.span, .class("quote")) { evidence.quote }
      if let note { HTML(.span, .class("why", "soft")) { note } }
    }
  }

  private func stated(_ sourced: Sourced<ItemState.Statement>) -> HTML {
    HTML(.li) {
      page(sourced.document, sourced.value.page)
      HTML(.span, .class("soft")) { visit.say("stated as not disclosed", "自陳未揭露") }
      HTML(.span, .class("quote")) { sourced.value.quote }
    }
  }

  private func held(_ sourced: Sourced<LedgerCase>) -> HTML {
    let events = sourced.value.events.all.map(\.text).joined(separator: ", ")
    let sign = visit.say(sourced.value.sign.names)
    return line(
      Sourced(sourced.value.evidence, document: sourced.document),
      note: visit.say("counts as event \(events) (\(sign))", "計於事件 \(events)（\(sign)）"))
  }

  private func page(_ document: Int, _ page: Int) -> HTML {
    HTML(.a, .href(shown.link(to: document, page: page, item: item.id)), .data("row"), .title(name(document))) {
      visit.say("p. \(page)", "第 \(page) 頁")
      if shown.report.card.documents.count > 1 { HTML(.small, .class("soft")) { " " + name(document) } }
    }
  }

  private func name(_ document: Int) -> String { shown.report.card.documents[document].name }

  /// Only where there is more than one.
  private func document(_ document: Int) -> String {
    shown.report.card.documents.count > 1 ? name(document) + visit.say(": ", "：") : ""
  }
}
