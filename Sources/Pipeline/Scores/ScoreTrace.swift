import ReportModel
import RuleBook
import Scoring

/// The way from the total down to quotes and pages; of what is missing, why.
struct ScoreTrace {
  let card: Scorecard
  let pack: Pack
  let language: Language

  var lines: [String] {
    [legend(language), "", "\(Phrase("Total", "總分")(language))  \(sum(card.score))"]
      + card.dimensions.flatMap { dimension in
        ["", "\(dimension.names(language))  \(sum(dimension.score))"] + dimension.subDimensions.flatMap(lines)
      }
  }

  private let legend = Phrase(
    "+ gained  . missed  - deducted  = a negative item of which nothing is told  ? unknown  / does not apply",
    "+ 得分  . 未得分  - 扣分  = 負向題項，無相關陳述  ? 不明  / 不適用")

  private func lines(of place: Scorecard.SubDimension) -> [String] {
    ["  \(place.names(language))  \(sum(place.score))"] + place.items.flatMap(lines)
  }

  private func sum(_ score: Score) -> String {
    let rate = score.rate.text
    return score.pointsText + (rate.isEmpty ? "" : " = \(rate)%")
  }

  // MARK: Items

  func lines(of scored: ScoredItem) -> [String] {
    let item = scored.item
    let level = pack.level(item.level)?.names(language) ?? item.level
    let head = "    \(sign(of: scored.outcome)) \(item.names(language).onOneLine) (\(item.id), \(level))"
    return lines(of: scored.outcome, head, attainable: scored.attainable) + scored.inLedger.flatMap(lines)
  }

  private func lines(of outcome: Outcome, _ head: String, attainable: Points) -> [String] {
    switch outcome {
    case .gained(let points, let ground), .deducted(let points, let ground):
      let number = points.figure.plain
      return ["\(head)  \(points > .zero ? "+" : "")\(number)"] + lines(of: ground)
    case .missed(let absence): return ["\(head)  0/\(attainable.figure.plain)"] + lines(of: absence)
    case .clear(let absence): return ["\(head)  0"] + lines(of: absence)
    case .unknown(let range, let doubtful): return ["\(head)  \(range.text)"] + lines(of: doubtful)
    case .notApplicable(let exemption): return ["\(head)  \(wording.reason(exemption))"]
    }
  }

  private func sign(of outcome: Outcome) -> String {
    switch outcome {
    case .gained: "+"
    case .missed: "."
    case .deducted: "-"
    case .clear: "="
    case .unknown: "?"
    case .notApplicable: "/"
    }
  }

  /// Further evidence is counted, not shown; JSON has all of it.
  private static let shown = 3

  private func lines(of ground: Outcome.Ground) -> [String] {
    switch ground {
    case .evidence(let evidence): lines(of: evidence.all)
    case .statement(let statements): statements.all.map(line)
    case .supposed: [supposed]
    }
  }

  private var supposed: String { Self.indent + Phrase("taken to be so", "假設")(language) }

  private func lines(of evidence: [Sourced<Evidence>]) -> [String] {
    let more = evidence.count - Self.shown
    let rest = more > 0 ? [Self.indent + Phrase("and \(more) more", "另有 \(more) 筆")(language)] : []
    return evidence.prefix(Self.shown).map(line) + rest
  }

  private static let indent = "        "

  private func line(of sourced: Sourced<Evidence>) -> String {
    let evidence = sourced.value
    let number = [evidence.value?.plain ?? "", evidence.value?.unit ?? ""].filter { !$0.isEmpty }
    let value = (number + (evidence.year.isEmpty ? [] : [evidence.year])).joined(separator: " ").onOneLine
    return Self.indent + place(sourced.document, evidence.page) + (value.isEmpty ? "" : "[\(value)] ")
      + evidence.quote.onOneLine
  }

  private func line(of sourced: Sourced<ItemState.Statement>) -> String {
    Self.indent + place(sourced.document, sourced.value.page)
      + Phrase("(stated as not disclosed) ", "（自陳未揭露）")(language) + sourced.value.quote.onOneLine
  }

  private func lines(of absence: Outcome.Absence) -> [String] {
    switch absence {
    case .stated(let statements): statements.all.map(line)
    case .otherYears(let evidence):
      [Self.indent + Phrase("only in other years than the report's own:", "僅發生於報告年度以外：")(language)]
        + lines(of: evidence.all)
    case .inLedger: []  // stands below the item, whatever else is told of it
    case .notFound(let searched):
      searched.map { pages in
        let list = pageList(pages.value)
        return Self.indent + name(pages.document)
          + Phrase(": not found on pages \(list)", "：第 \(list) 頁查無")(language)
      }
    case .supposed: [supposed]
    }
  }

  /// What does not count here because the ledger of events has it.
  private func lines(of held: Sourced<LedgerCase>) -> [String] {
    let events = held.value.events.all.map(\.text).joined(separator: ", ")
    let sign = held.value.sign.names(language)
    return [
      Self.indent + Phrase("counts as event \(events) (\(sign)):", "計於事件 \(events)（\(sign)）：")(language),
      line(of: Sourced(held.value.evidence, document: held.document)),
    ]
  }

  private func lines(of doubtful: Outcome.Doubtful) -> [String] {
    let doubts = doubtful.doubts.flatMap { sourced in
      sourced.value.map { Self.indent + name(sourced.document) + Phrase(": ", "：")(language) + wording.reason($0) }
    }
    return lines(of: doubtful.found) + doubts
  }

  // MARK: Words

  private func place(_ document: Int, _ page: Int) -> String {
    name(document) + Phrase(" p. \(page): ", " 第 \(page) 頁：")(language)
  }

  /// Without its folder, unless two would look the same.
  private func name(_ document: Int) -> String {
    let full = card.documents[document].name
    let short = Self.lastPart(of: full)
    let isAlone = card.documents.filter { Self.lastPart(of: $0.name) == short }.count == 1
    return (isAlone ? short : full).onOneLine
  }

  private static func lastPart(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  private var wording: ScoreWording { ScoreWording(pack: pack, language: language) }
}
