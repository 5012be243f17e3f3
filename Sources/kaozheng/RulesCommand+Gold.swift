import Pipeline
import ReportModel
import RuleBook

/// `kaozheng rules test --gold`: all rules against facts that people read.
extension RulesCommand {
  func testGold(_ book: RuleBook, _ folder: String) throws(WrongUse) -> Int32 {
    guard let reports = invocation.values["--reports"] else {
      throw wrong(Phrase("--gold needs --reports", "--gold 需要 --reports"))
    }
    let facts = try goldFacts(in: folder)
    let industries = try industries(of: book)
    var extractors = Extractors(book)
    var score = GoldScore(book)
    var failed = 0
    for (report, facts) in Dictionary(grouping: facts, by: \.report).sorted(by: { $0.key < $1.key }) {
      let industry = industries.industry(of: report)
      let document = readDocument("\(reports)/\(report)", options: ReadOptions(password: password))
      guard !document.report.pages.isEmpty else {
        console.complain(Phrase("\(report) could not be read", "無法讀取 \(report)"))
        failed += 1
        continue
      }
      let findings = extractors.extractor(for: industry).findings(document)
      score.add(facts, evidence: findings.evidence, report: report, industry: industry)
    }
    let details = score.failures.map { "\($0.kind.rawValue.padded(to: 6))\($0.report) \($0.topic) \($0.words)" }
    return print(
      (invocation.has("--failures") ? details : []) + score.total.summary + parts(of: score, book),
      code: failed > 0 ? Program.ExitCode.findings : Program.ExitCode.done)
  }

  private func goldFacts(in folder: String) throws(WrongUse) -> [GoldFact] {
    let files: [RuleBook.Source]
    do throws(RuleFolder.Failure) {
      files = try RuleFolder(path: folder).files(ending: ".evidence.jsonl")
    } catch {
      throw wrong(Phrase("\(error.path): \(error.reason)", "\(error.path)：\(error.reason)"))
    }
    guard !files.isEmpty else {
      throw wrong(Phrase("no *.evidence.jsonl in “\(folder)”", "「\(folder)」中沒有 *.evidence.jsonl"))
    }
    return files.flatMap { readGold($0.bytes, file: $0.path).facts }
  }

  // MARK: Parts

  /// The same figures for each sub-dimension and each industry, with the number of facts behind them.
  private func parts(of score: GoldScore, _ book: RuleBook) -> [String] {
    let places = book.packs.flatMap { $0.dimensions.flatMap { $0.subDimensions.map(\.id) } }
    let industries = book.packs.flatMap { $0.industries.map(\.id) }
    return table(Phrase("by sub-dimension", "依次構面"), score.bySubDimension, places, none: Phrase("no item", "無題項"))
      + table(Phrase("by industry", "依產業"), score.byIndustry, industries, none: Phrase("not known", "未知"))
  }

  private func table(_ title: Phrase, _ parts: [String: GoldTally], _ order: [String], none: Phrase) -> [String] {
    var rows = [[title(console.language)] + GoldTally.heads.map { $0(console.language) }]
    for id in order { if let tally = parts[id] { rows.append([id] + tally.row) } }
    if let rest = parts[""] { rows.append([none(console.language)] + rest.row) }
    return [""] + TextTableFormat.figures(rows)
  }
}
