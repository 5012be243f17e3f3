import ReportModel
import RuleBook
import Scoring

/// A score for a person: what was scored, the table, and with `why` every item down to the page.
package func text(of report: ScoreReport, why: Bool, in language: Language) -> ByteBuffer {
  let heading = ScoreHeading(report: report, language: language)
  var lines =
    heading.lines + [""]
    + ScoreTable(card: report.card, language: language, tellsReview: report.provenance != nil).lines + [""]
  let events = report.adjusted.map { EventTrace(adjusted: $0, pack: report.pack, language: language) }
  if let events { lines += events.sums + [""] }
  lines += heading.notes
  if why {
    lines += [""] + ScoreTrace(card: report.card, pack: report.pack, language: language).lines
    if let events { lines += [""] + events.lines }
  }
  return ByteBuffer(lines: lines)
}

/// What stands above and below the table.
struct ScoreHeading {
  let report: ScoreReport
  let language: Language

  private var card: Scorecard { report.card }

  var lines: [String] {
    let told = report.provenance.map { ProvenanceText(provenance: $0, pack: report.pack, language: language) }
    return [
      "\(ScoreReport.notice.chinese)  \(ScoreReport.notice.english)",
      "\(card.names(language)) (\(card.pack)) · \(industry) · \(activities)",
    ] + (told?.lines ?? [])
      + card.documents.enumerated().map { "  " + line(of: $1) + (told?.documentNotes[$0] ?? "") }
      + (told?.leftOut ?? [])
  }

  private var industry: String {
    report.pack.industries.first { $0.id == card.company.industry }?.names(language) ?? card.company.industry
  }

  private var activities: String {
    switch card.company.activities {
    case .unknown:
      return Phrase("activities not given: every item of the industry is asked", "未指定營運活動：該產業題項全數適用")(language)
    case .known(let known):
      let names = report.pack.activities.filter { known.contains($0.id) }.map { $0.names(language) }
      let list = names.joined(separator: Phrase(", ", "、")(language))
      return names.isEmpty
        ? Phrase("none of the pack's activities", "無規則包所列營運活動")(language)
        : Phrase("activities: \(list)", "營運活動：\(list)")(language)
    }
  }

  private func line(of document: CompanyDocument) -> String {
    let name = document.name.onOneLine
    switch document.reading {
    case .whole: return Phrase("\(name): \(document.pages) pages", "\(name)：\(document.pages) 頁")(language)
    case .partly(let failure, _):
      return Phrase("\(name): read in part: ", "\(name)：僅讀取部分：")(language) + failure.sentence(in: language).onOneLine
    case .failed(let failure):
      return Phrase("\(name): not read, so that it leaves items unknown: ", "\(name)：無法讀取，題項因此不明：")(language)
        + failure.sentence(in: language).onOneLine
    }
  }

  var notes: [String] {
    let rounding = Phrase(
      "rate = points gained ÷ points attainable over the items that apply, rounded to one decimal, a half away from nought",
      "得分率 = 適用題項之得分 ÷ 可得最高得分，四捨五入至小數一位")
    let range = Phrase(
      "a–b: between these, because of \(card.score.counts.unknown) items that could not be read (?)",
      "a–b：因 \(card.score.counts.unknown) 個題項無法讀取（?），得分介於其間")
    let notes = [report.pack.scoring?.notes, report.pack.notes].compactMap { $0?(language) }.filter { !$0.isEmpty }
    let counts = card.score.counts
    let reviewed =
      report.provenance == nil
      ? [] : [(Phrase("reviewed by people: ", "人工覆核：") + counts.reviewedPhrase)(language)]
    return [rounding(language)] + reviewed + (card.score.counts.unknown > 0 ? [range(language)] : [])
      + notes.map(\.onOneLine)
  }
}

extension String {
  /// Without line ends, tabs and what a terminal would obey: these become spaces.
  var onOneLine: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .format, .surrogate:
        if result.last != " " { result.append(" ") }
      default: result.append(scalar)
      }
    }
    return String(result).trimmedEnd
  }
}
