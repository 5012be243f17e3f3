import Archive
import ReportModel
import Review
import Scoring

/// What all forms of a comparison say alike.
struct RunComparisonWording {
  let report: RunComparisonReport
  let language: Language

  var title: String {
    Phrase(
      "Run \(run(report.before)) → run \(run(report.after))", "第 \(run(report.before)) 次執行 → 第 \(run(report.after)) 次執行"
    )(
      language)
  }

  private func run(_ run: RunRecord) -> String { "\(run.id.number) (\(run.ended ?? run.started))" }

  /// What of its making is not the same.
  var engines: [String] {
    let (old, new) = (report.before, report.after)
    let parts = [
      (Phrase("text engine", "文字引擎"), old.engines.reading, new.engines.reading),
      (Phrase("matching engine", "比對引擎"), old.engines.matching, new.engines.matching),
      (Phrase("rules", "規則"), String(old.rules.prefix(12)), String(new.rules.prefix(12))),
    ]
    return parts.filter { $0.1 != $0.2 }.map { "\($0.0(language)): \($0.1) → \($0.2)" }
  }

  var counts: String {
    let (documents, items, changes) = (report.documents.count, report.itemCount, report.changeCount)
    return Phrase(
      "\(documents) of \(report.compared) reports differ: \(items) items, \(changes) changes",
      "\(report.compared) 份報告中有 \(documents) 份不同：\(items) 個題項、\(changes) 項變更")(language)
  }

  var textCounts: String {
    let pages = report.documents.reduce(0) { $0 + ($1.text?.differing.count ?? 0) }
    return Phrase(
      "the text of \(report.documents.count) of \(report.compared) reports differs: \(pages) pages",
      "\(report.compared) 份報告中有 \(report.documents.count) 份的文字不同：\(pages) 頁")(language)
  }

  // MARK: Documents

  func label(_ document: RunComparisonReport.Document) -> String {
    let report = document.pair.after
    let company = document.company.map(label)
    return [company, report.placement.year.map { String($0.value) }, report.document.name].compactMap { $0 }
      .joined(separator: " · ")
  }

  func label(_ company: CompanyID) -> String { company.label(in: report.names).onOneLine }

  /// What the document took the place of; nil where it is the same one.
  func predecessor(_ pair: DocumentPair) -> String? {
    guard case .corrected(let old, _) = pair else { return nil }
    return Phrase("corrects \(old.document.name)", "更正 \(old.document.name)")(language)
  }

  func text(_ document: NewDocument) -> String {
    let company = document.company.map(label) ?? Phrase("unplaced", "尚未歸屬")(language)
    let what =
      switch document.kind {
      case .nextYear(let year):
        Phrase("a new year, after \(year); no change", "新年度（前一份為 \(year)），不算變更")
      case .another: Phrase("another report of a year that was there", "同年度的另一份報告")
      case .first: Phrase("new", "新增")
      }
    return "\(company) · \(document.report.document.name): \(what(language))"
  }

  // MARK: Changes

  func value(_ placed: PlacedEvidence) -> String {
    let evidence = placed.evidence
    let number = evidence.value.map { $0.printed.isEmpty ? "\($0.plain) \($0.unit)" : $0.printed } ?? ""
    return [number, evidence.name, evidence.year].filter { !$0.isEmpty }.joined(separator: " · ").onOneLine
  }

  func page(_ placed: PlacedEvidence) -> String {
    Phrase("p. \(placed.evidence.page)", "第 \(placed.evidence.page) 頁")(language)
  }

  func state(_ state: ItemState.State?) -> String {
    switch state {
    case .found: Phrase("found", "有揭露")(language)
    case .statedNonDisclosure: Phrase("stated as undisclosed", "聲明未揭露")(language)
    case .notFound: Phrase("not found", "未找到")(language)
    case .unreadable: Phrase("unreadable", "無法讀取")(language)
    case .notApplicable: Phrase("not applicable", "不適用")(language)
    case nil: Phrase("not asked", "未詢問")(language)
    }
  }

  /// The number first, then what else is not the same, as `year 2021 → 2022`.
  func differences(_ change: Change) -> String {
    guard case .altered(let old, let new, let differences) = change else { return "" }
    return differences.sorted().map { difference in
      let name = difference.words(language)
      guard difference != .quote else { return name }
      let (before, after) = (old.evidence.account(of: difference), new.evidence.account(of: difference))
      return "\(name) \(before.isEmpty ? "–" : before) → \(after.isEmpty ? "–" : after)".onOneLine
    }.joined(separator: ", ")
  }

  func cause(_ cause: Cause) -> String { cause.words(language) }

  /// `0 → 1 points`; nil where the item is worth what it was.
  func effect(_ effect: ScoreEffect?) -> String? {
    guard let effect, effect.movesScore else { return nil }
    let (old, new) = (points(effect.itemBefore), points(effect.itemAfter))
    return Phrase("\(old) → \(new) points", "\(old) → \(new) 分")(language)
  }

  private func points(_ range: PointRange?) -> String { range?.text ?? "–" }

  /// `45.2 % → 46.1 %`; nil where nothing is known, or nothing has changed.
  func rates(_ document: RunComparisonReport.Document) -> String? {
    guard let rates = document.rates, rates.before != rates.after else { return nil }
    return "\(rate(rates.before)) → \(rate(rates.after)) (\(ScoreReport.mark(language)))"
  }

  private func rate(_ rate: Score.Rate) -> String { rate.text.isEmpty ? "–" : rate.text + " %" }

  // MARK: Texts

  static func percent(_ thousandth: Int) -> String { "\(thousandth / 10).\(thousandth % 10) %" }

  func pages(_ page: PageComparison) -> String {
    switch (page.before.page, page.after.page) {
    case (let old?, let new?):
      old == new
        ? Phrase("p. \(new)", "第 \(new) 頁")(language)
        : Phrase("p. \(old) → p. \(new)", "第 \(old) 頁 → 第 \(new) 頁")(language)
    case (let old?, nil): Phrase("p. \(old) is gone", "第 \(old) 頁已無")(language)
    case (nil, let new?): Phrase("p. \(new) is new", "第 \(new) 頁為新增")(language)
    case (nil, nil): ""
    }
  }

  func words(_ page: PageComparison) -> String {
    let parts = [
      (page.lost, Phrase("\(page.lost) words lost", "少 \(page.lost) 字詞")),
      (page.gained, Phrase("\(page.gained) gained", "多 \(page.gained) 字詞")),
      (page.moved, Phrase("\(page.moved) moved", "移動 \(page.moved) 字詞")),
    ]
    let told = parts.filter { $0.0 > 0 }.map { $0.1(language) }
    return told.joined(separator: Phrase(", ", "、")(language))
  }
}
