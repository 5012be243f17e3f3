import Pipeline
import ReportModel
import RuleBook
import RuleMatching

/// `kaozheng rules coverage`: in how many real reports the rules find each item.
extension RulesCommand {
  func coverage() throws(WrongUse) -> Int32 {
    let choice = try choice()
    let book = try choice.sound()
    let passages = try passageFiles()
    guard !invocation.operands.isEmpty || !passages.isEmpty else {
      throw wrong(Phrase("rules coverage needs REPORT… or --passages", "rules coverage 需要 REPORT… 或 --passages"))
    }
    var counter = try CoverageCounter(book, industries(of: book))
    for path in invocation.operands { count(path, .report, &counter) }
    for path in passages { count(path, .passages, &counter) }
    if showsProgress { console.clearProgress() }
    var code = counter.failed > 0 ? Program.ExitCode.findings : Program.ExitCode.done
    if invocation.has("--write") { code = max(code, write(counter.packs, choice.folder)) }
    return print(counter.packs.flatMap(lines), code: code)
  }

  private var showsProgress: Bool { Console.hasProgress && !invocation.has("--quiet") }

  private func passageFiles() throws(WrongUse) -> [String] {
    guard let folder = invocation.values["--passages"] else { return [] }
    do throws(RuleFolder.Failure) {
      return try RuleFolder(path: folder).files(ending: ".txt").map { "\(folder)/\($0.path)" }
    } catch {
      throw wrong(Phrase("\(error.path): \(error.reason)", "\(error.path)：\(error.reason)"))
    }
  }

  private func count(_ path: String, _ source: RuleCoverage.Source, _ counter: inout CoverageCounter) {
    if showsProgress { console.progress(Phrase(path, path)) }
    let document = readDocument(path, options: ReadOptions(password: password))
    if let failure = document.failure { console.complain(failure, of: path) }
    counter.count(document, as: source)
  }

  private func write(_ packs: [RuleCoverage], _ folder: RuleFolder) -> Int32 {
    do throws(OutputFailure) {
      for pack in packs { try pack.write(in: folder) }
      return Program.ExitCode.done
    } catch {
      console.complain(error)
      return Program.ExitCode.findings
    }
  }

  // MARK: Lines

  private func lines(of counts: RuleCoverage) -> [String] {
    let pack = counts.pack
    let read = Phrase(
      "\(counts.reports) reports, passages of \(counts.passages) others",
      "\(counts.reports) 份報告、另 \(counts.passages) 份報告的段落")
    return ["\(pack.id)  \(pack.names(console.language)): \(read(console.language))"]
      + pack.dimensions.flatMap { items(of: $0, counts) } + [""] + places(counts) + [""] + industries(counts)
  }

  private func items(of dimension: Pack.Dimension, _ counts: RuleCoverage) -> [String] {
    let states: [ItemState.State] = [.found, .statedNonDisclosure, .notFound, .unreadable]
    let heads = [
      Phrase("in passages", "段落中"), Phrase("found", "找到"), Phrase("stated undisclosed", "自陳未揭露"),
      Phrase("not found", "未找到"), Phrase("unreadable", "無法讀取"),
    ]
    return dimension.subDimensions.flatMap { place -> [String] in
      let items = counts.pack.items.filter { $0.subDimension == place.id }
      guard !items.isEmpty else { return [] }
      let title = "\(dimension.names(console.language)) / \(place.names(console.language))"
      var rows = [[title] + heads.map { $0(console.language) }]
      for item in items {
        let sign = item.polarity == .positive ? "+" : "−"
        rows.append(
          ["  \(sign) \(item.id)", "\(counts.passages(with: item))"]
            + states.map { "\(counts.reports(with: item, $0))" }
            + (counts.isFound(item) ? [] : [DocsWords.unproven(console.language)]))
      }
      return [""] + TextTableFormat.figures(rows)
    }
  }

  /// How many items were found anywhere, by sub-dimension and in all.
  private func places(_ counts: RuleCoverage) -> [String] {
    var rows = [
      [Phrase("sub-dimension", "次構面")(console.language), Phrase("items", "題數")(console.language), "+", "−"]
    ]
    func add(_ name: String, _ items: [Item]) {
      func share(_ items: [Item]) -> String { "\(items.filter(counts.isFound).count)/\(items.count)" }
      rows.append([
        name, share(items), share(items.filter { $0.polarity == .positive }),
        share(items.filter { $0.polarity == .negative }),
      ])
    }
    for place in counts.pack.dimensions.flatMap(\.subDimensions) {
      add(place.id, counts.pack.items.filter { $0.subDimension == place.id })
    }
    add(Phrase("all", "合計")(console.language), counts.pack.items)
    return TextTableFormat.figures(rows)
  }

  private func industries(_ counts: RuleCoverage) -> [String] {
    let heads = [Phrase("industry", "產業"), Phrase("reports and passages", "報告與段落"), Phrase("items", "題數")]
    var rows = [heads.map { $0(console.language) }]
    for industry in counts.industries {
      let (found, asked) = counts.found(in: industry)
      rows.append([
        industry ?? Phrase("not known", "未知")(console.language), "\(counts.sources(of: industry))", "\(found)/\(asked)",
      ])
    }
    return TextTableFormat.figures(rows)
  }
}

/// Counts for every pack of a book.
private struct CoverageCounter {
  private(set) var packs: [RuleCoverage]
  private(set) var failed = 0
  private var extractors: Extractors
  private let industries: IndustryTable

  init(_ book: RuleBook, _ industries: IndustryTable) {
    packs = book.packs.map { RuleCoverage($0) }
    extractors = Extractors(book)
    self.industries = industries
  }

  mutating func count(_ document: Document, as source: RuleCoverage.Source) {
    if document.failure != nil { failed += 1 }
    guard !document.report.pages.isEmpty else { return }
    let industry = industries.industry(of: document.input)
    let findings = extractors.extractor(for: industry).findings(document)
    for index in packs.indices { packs[index].add(findings, from: source, industry: industry) }
  }
}
