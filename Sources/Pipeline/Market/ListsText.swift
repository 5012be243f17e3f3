import ReportModel
import RuleBook
import Scoring

/// The lists for a person: who, why, since when, what would take it off, and what changed.
package func text(of report: ListsReport, in language: Language) -> ByteBuffer {
  ByteBuffer(lines: ListsText(report: report, language: language).lines)
}

private struct ListsText {
  let report: ListsReport
  let language: Language

  private var wording: MarketWording { MarketWording(basis: report.history.basis, language: language) }
  private var words: ListsWording { ListsWording(wording) }

  private static let indent = "    "

  var lines: [String] {
    wording.heading(rated: report.rated, unrated: report.history.unrated)
      + section(Phrase("Black list", "黑名單"), report.black.map(\.certainty), report.black.flatMap(lines))
      + section(Phrase("Watch list", "觀察名單"), report.watch.map(\.certainty), report.watch.flatMap(lines))
      + changes + companyMonths + lineTable + [""] + notes
  }

  private func section(_ name: Phrase, _ entries: [Certainty], _ lines: [String]) -> [String] {
    let certain = entries.filter { $0 == .certain }.count
    let provisional = entries.count - certain
    let more = provisional == 0 ? Phrase("", "") : Phrase(", \(provisional) provisional", "，暫列 \(provisional)")
    return ["", "\(name(language)): \(certain)\(more(language))"] + lines
  }

  // MARK: Entries

  private func head(_ company: CompanyID, _ industry: String, _ since: Since, _ certainty: Certainty) -> String {
    let sign = certainty == .certain ? " " : "?"
    let provisional = certainty == .certain ? Phrase("", "") : Phrase(" · provisional", " · 暫列")
    let certain = since.certain.flatMap { $0 == since.month ? nil : $0 }.map {
      Phrase(", for sure since \($0.text)", "，自 \($0.text) 起確定")
    }
    return "\(sign) \(wording.label(company)) · \(wording.industry(industry))\(provisional(language)) · "
      + Phrase("since \(since.month.text)", "自 \(since.month.text) 起")(language)
      + (certain ?? Phrase("", ""))(language)
  }

  private func lines(of entry: BlackEntry) -> [String] {
    [head(entry.company, entry.industry, entry.since, entry.certainty)]
      + entry.reasons.all.map { reason in
        switch reason {
        case .total(let shortfall): Self.indent + words.sentence(of: shortfall)
        case .months(let count, _): Self.indent + words.sentence(of: count)
        }
      }
  }

  private func lines(of entry: WatchEntry) -> [String] {
    [head(entry.company, entry.industry, entry.since, entry.certainty)]
      + (entry.shortfalls.all.map(words.sentence) + [words.progress(of: entry.count)]).map { Self.indent + $0 }
  }

  // MARK: Changes, months, lines

  private var changes: [String] {
    guard report.months.count > 1 else { return [] }
    let before = report.months[report.months.count - 2].month.text
    let head = Phrase("Changed since \(before)", "與 \(before) 相比")
    let none = [Phrase("  nothing", "  無變動")(language)]
    let lines = report.changes.map { change in
      "  \(wording.label(change.company)): \(wording.text(change.before)) → \(wording.text(change.after))"
    }
    return ["", head(language)] + (lines.isEmpty ? none : lines)
  }

  private var companyMonths: [String] {
    guard let company = report.company else { return [] }
    let dimensions = report.history.basis.pack.dimensions
    let head =
      [Phrase("month", "月份"), Phrase("lists", "名單"), Phrase("total %", "總分%")].map { $0(language) }
      + dimensions.map { "\($0.names(language)) %" }
    let rows = report.companyMonths.map { month in
      [month.month.text, wording.text(month.standing)]
        + ([.total] + dimensions.map { Measure.dimension($0.id) }).map {
          MarketWording.text(month.score?.rates(by: $0))
        }
    }
    let sides: [MarketTable.Side] = [.left, .left, .right] + dimensions.map { _ in .right }
    return ["", wording.label(company)] + MarketTable.lines([head] + rows, sides)
  }

  private var lineTable: [String] {
    let measures = [Measure.total] + report.history.rules.watched.map(Measure.dimension)
    let head = [Phrase("Lines %", "門檻%")(language)] + measures.map { wording.name(of: $0) }
    let industries = Dictionary(grouping: report.lines, by: \.industry).sorted { $0.key < $1.key }
    let rows = industries.map { industry, lines in
      [wording.industry(industry)]
        + lines.map { line in
          line.line.map { "\(MarketWording.text($0)) (\($0.companies))" } ?? "- (\(line.companies))"
        }
    }
    return [""] + MarketTable.lines([head] + rows, [.left] + measures.map { _ in .right })
  }

  private var notes: [String] {
    let rules = report.history.rules
    let few = Phrase(
      "in brackets: companies with a rate; an industry with fewer than \(rules.fewestCompanies) has no line",
      "括號內為有得分率的公司數；少於 \(rules.fewestCompanies) 家的產業沒有門檻")
    let provisional = Phrase(
      "provisional (?): a rate or the line is a range because of what could not be read; it blacklists nobody",
      "暫列（?）：得分率或門檻因無法讀取的內容而為範圍；不因此列入黑名單")
    let isProvisional = (report.watch.map(\.certainty) + report.black.map(\.certainty)).contains(.provisional)
    return [few(language)] + (isProvisional ? [provisional(language)] : [])
      + [rules.notes(language).onOneLine].filter { !$0.isEmpty }
  }
}
