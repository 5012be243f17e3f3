import Archive
import Pipeline
import ReportModel
import Scoring

/// A closed round for a person: by what it was reckoned, and a line for each company.
struct FrozenRoundText {
  let round: FrozenRound
  let language: Language

  var text: String { head.map { $0 + "\n" }.joined() + "\n" + table }

  private var head: [String] {
    let year = String(round.reportYear)
    let early = round.isEarly ? Phrase(", before its uploads had ended", "（收件截止前結案）") : Phrase("", "")
    return [
      "\(ScoreReport.notice.chinese)  \(ScoreReport.notice.english)",
      "\(round.id) \(round.names(language)) (\(round.pack)) · "
        + Phrase(
          "reports about \(year) uploaded by \(round.cutOff), done on \(round.completion)",
          "\(year) 年度報告，\(round.cutOff) 以前上傳，\(round.completion) 完成")(language),
      Phrase(
        "closed by \(round.who) at \(round.closed)\(early.english); the seal holds",
        "\(round.who) 於 \(round.closed) 結案\(early.chinese)；封印相符")(language),
      Phrase(
        "run \(round.run), rules \(round.rules.prefix(12)), ledger line \(round.line), reckoned by \(round.program)",
        "第 \(round.run) 次執行，規則 \(round.rules.prefix(12))，事件紀錄第 \(round.line) 筆，由 \(round.program) 計算")(language),
    ]
  }

  private var table: String {
    let head =
      [Phrase("company", "公司"), Phrase("name", "名稱"), Phrase("industry", "產業"), Phrase("total %", "總分%")].map {
        $0(language)
      } + round.dimensions.map { $0.names(language) + "%" }
      + [Phrase("after events %", "計入事件後總分%"), Phrase("documents", "文件")].map { $0(language) }
    return TextTableFormat.lines([head] + round.companies.map(row))
  }

  private func row(_ company: FrozenRound.Company) -> [String] {
    let start = [company.id.shortened(to: 24), company.name.shortened(to: 40)]
    let documents = company.documents.map(\.name).joined(separator: Phrase("; ", "；")(language))
    switch company.outcome {
    case .scored(let scores):
      let parts = round.dimensions.map { dimension in
        scores.parts.first { $0.isDimension && $0.id == dimension.id }.map { rate($0.figures) } ?? "-"
      }
      return start + [scores.industry, rate(scores.total)] + parts
        + [rate(scores.afterEvents?.total ?? scores.total), documents]
    case .missing: return start + ["", Phrase("missing", "未收")(language)] + blanks + [documents]
    case .noIndustry: return start + ["?", Phrase("industry not known", "產業不明")(language)] + blanks + [documents]
    }
  }

  private var blanks: [String] { [""] + round.dimensions.map { _ in "" } }

  private func rate(_ figures: FrozenRound.Figures) -> String {
    if figures.lowRate.isEmpty { return "-" }
    return figures.lowRate == figures.highRate ? figures.lowRate : "\(figures.lowRate)–\(figures.highRate)"
  }
}

/// What came out of a check, for a person.
struct RoundCheckText {
  let check: RoundCheck
  let language: Language

  var text: String { lines.map { $0 + "\n" }.joined() + table }

  private var lines: [String] {
    let (id, count) = (check.frozen.id, check.differences.count)
    var lines = ["\(ScoreReport.notice.chinese)  \(ScoreReport.notice.english)"]
    if !check.isOfThisVersion {
      lines.append(
        Phrase(
          "closed with \(check.frozen.program), checked with \(check.program): the versions differ, and what differs below may come from that",
          "以 \(check.frozen.program) 結案，以 \(check.program) 查核：版本不同，以下差異可能由此而來")(language))
    }
    lines.append(
      count == 0
        ? Phrase(
          "\(id): the seal holds, and everything comes out as it was closed (\(check.frozen.companies.count) companies)",
          "\(id)：封印相符，重新計算與結案時完全相同（\(check.frozen.companies.count) 家公司）")(language)
        : Phrase(
          "\(id): the seal holds, but \(count) figures come out otherwise", "\(id)：封印相符，但有 \(count) 項與結案時不同")(language))
    return lines
  }

  private var table: String {
    if check.differences.isEmpty { return "" }
    let head = [Phrase("company", "公司"), Phrase("what", "項目"), Phrase("closed", "結案時"), Phrase("now", "現在")]
    return TextTableFormat.lines(
      [head.map { $0(language) }] + check.differences.map { [$0.company, $0.what, $0.frozen, $0.now] })
  }
}

/// The closed rounds of an archive, for a person.
struct ClosedRoundsText {
  let rounds: [ClosedRound]
  let language: Language

  var text: String {
    if rounds.isEmpty { return Phrase("no round is closed yet\n", "尚無結案的輪次\n")(language) }
    let head = [
      Phrase("round", "輪次"), Phrase("closed", "結案"), Phrase("by", "結案者"), Phrase("run", "執行"), Phrase("rules", "規則"),
      Phrase("companies", "公司"), Phrase("seal", "封印"), Phrase("", ""),
    ]
    let rows = rounds.map { round in
      let frozen = round.frozen
      return [
        round.round, round.closed, round.who, String(round.run.number), String(round.book.prefix(12)),
        frozen.map { String($0.companies.count) } ?? "?", round.seal,
        frozen == nil ? Phrase("broken", "不符")(language) : Phrase("holds", "相符")(language),
      ]
    }
    return "\(ScoreReport.notice.chinese)  \(ScoreReport.notice.english)\n"
      + TextTableFormat.lines([head.map { $0(language) }] + rows)
  }
}
