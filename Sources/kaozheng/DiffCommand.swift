import Archive
import Pipeline
import ReportModel
import Review
import RuleBook
import Scoring

/// `kaozheng diff`: what two runs left otherwise, why, and what it does to scores.
struct DiffCommand {
  private let console: Console
  private let invocation: Invocation
  private let environment: (String) -> String?
  private let place: ArchivePlace
  private let runs: [RunID]

  init(_ invocation: Invocation, environment: @escaping (String) -> String?, console: Console) throws(WrongUse) {
    self.console = console
    self.invocation = invocation
    self.environment = environment
    place = try ArchivePlace(invocation, environment: environment)
    var runs: [RunID] = []
    for operand in invocation.operands {
      guard let number = Int(operand), number > 0 else {
        throw WrongUse(
          message: Phrase(
            "a run is a number, as `kaozheng runs` lists them; not “\(operand)”",
            "執行須為 kaozheng runs 所列的編號，不接受「\(operand)」"),
          command: invocation.command)
      }
      runs.append(RunID(number))
    }
    self.runs = runs
  }

  /// Why there is nothing to print.
  private enum Trouble: Error {
    case use(WrongUse)
    case comparison(ComparisonFailure)

    static func comparing<Value>(_ body: () throws(ComparisonFailure) -> Value) throws(Trouble) -> Value {
      do throws(ComparisonFailure) { return try body() } catch { throw .comparison(error) }
    }

    static func using<Value>(_ body: () throws(WrongUse) -> Value) throws(Trouble) -> Value {
      do throws(WrongUse) { return try body() } catch { throw .use(error) }
    }

    static func scoring<Value>(_ body: () throws(ArchiveScoringFailure) -> Value) throws(Trouble) -> Value {
      do throws(ArchiveScoringFailure) { return try body() } catch { throw .comparison(.scoring(error)) }
    }
  }

  func run() throws(WrongUse) -> Int32 {
    do throws(Trouble) {
      return try compare()
    } catch {
      console.clearProgress()
      switch error {
      case .use(let use): throw use
      case .comparison(let failure): console.complain(failure.sentence)
      }
      return Program.ExitCode.findings
    }
  }

  private func compare() throws(Trouble) -> Int32 {
    let archive = try opened()
    let (before, after) = try chosenRuns(archive)
    let comparison = try Trouble.comparing { () throws(ComparisonFailure) in
      try RunComparison(archive, from: before, to: after)
    }
    let choice = try choice(comparison)
    if invocation.has("--text") { return print(try texts(comparison, choice)) }
    let differences = try Trouble.comparing { () throws(ComparisonFailure) in try comparison.differences(choice) }
    let explained = try explained(comparison, differences)
    let scores = differences.isEmpty ? nil : scores(comparison)
    let lists = try lists(comparison)
    let report = try Trouble.scoring { () throws(ArchiveScoringFailure) in
      try RunComparisonReport(
        comparison, explained, of: comparison.pairs(choice).count,
        book: differences.isEmpty ? nil : comparison.laterBook,
        scores: scores, lists: lists, names: companyNames(comparison))
    }
    console.clearProgress()
    return print(report)
  }

  private func opened() throws(Trouble) -> ArchiveFile {
    do throws(ArchiveFailure) { return try place.open() } catch { throw .comparison(.archive(error)) }
  }

  /// The last two, or one and the last, or the two that are named.
  private func chosenRuns(_ archive: ArchiveFile) throws(Trouble) -> (before: RunID, after: RunID) {
    if runs.count == 2 { return (runs[0], runs[1]) }
    let last = try Trouble.comparing { () throws(ComparisonFailure) in try RunComparison.lastTwo(archive) }
    return runs.first.map { ($0, last.after) } ?? last
  }

  private func companyNames(_ comparison: RunComparison) -> [CompanyID: String] {
    Dictionary(
      ((try? comparison.companies()) ?? []).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: Which

  private func choice(_ comparison: RunComparison) throws(Trouble) -> ComparisonChoice {
    var choice = ComparisonChoice()
    if let word = invocation.values["--company"] { choice.companies = [try company(word, comparison)] }
    choice.documents = invocation.values["--document"].map { [$0] } ?? []
    choice.rule = invocation.values["--rule"]
    choice.items = try Trouble.using { () throws(WrongUse) in try items(comparison) }
    return choice
  }

  private func company(_ word: String, _ comparison: RunComparison) throws(Trouble) -> CompanyID {
    let companies = try Trouble.comparing { () throws(ComparisonFailure) in try comparison.companies() }
    switch CompanyChoice(word, among: companies) {
    case .only(let company): return company.id
    case .several(let companies): throw .use(wrong(CompanyChoice.several(word, companies)))
    case .none(let nearest): throw .use(wrong(CompanyChoice.unknown(word, nearest: nearest)))
    }
  }

  private func wrong(_ message: Phrase) -> WrongUse { WrongUse(message: message, command: invocation.command) }

  /// By `--item` or by `--sub-dimension`; what either state's rubric has.
  private func items(_ comparison: RunComparison) throws(WrongUse) -> Set<String>? {
    guard invocation.has("--item") || invocation.has("--sub-dimension") else { return nil }
    let known = (comparison.laterBook?.items ?? []) + (comparison.earlierBook?.items ?? [])
    var items: Set<String>?
    if let list = invocation.values["--item"] {
      let named = list.split(separator: ",").map(String.init)
      for name in named where !known.contains(where: { $0.id == name }) {
        throw wrong(.unknown("item", "題項", name, hint: Suggestion.closest(to: name, among: known.map(\.id))))
      }
      items = Set(named)
    }
    if let place = invocation.values["--sub-dimension"] {
      let own = Set(known.filter { $0.subDimension == place }.map(\.id))
      guard !own.isEmpty else {
        let places = Set(known.map(\.subDimension)).sorted()
        throw wrong(.unknown("sub-dimension", "子構面", place, hint: Suggestion.closest(to: place, among: places)))
      }
      items = items?.intersection(own) ?? own
    }
    return items
  }

  // MARK: What

  private func explained(
    _ comparison: RunComparison, _ differences: [ItemDifference]
  ) throws(Trouble) -> [ExplainedDifference] {
    if invocation.has("--quick") { return comparison.untried(differences) }
    let console = console
    return try Trouble.comparing { () throws(ComparisonFailure) in
      try comparison.explained(differences) { done, all in
        guard Console.hasProgress else { return }
        console.progress(Phrase("trying causes: report \(done)/\(all)", "試算原因：第 \(done)/\(all) 份報告"))
      }
    }
  }

  /// Without scores in either state nothing can be said of what changes do; all else can.
  private func scores(_ comparison: RunComparison) -> ComparedScores? {
    guard !invocation.has("--quick"), let pack = pack(comparison) else { return nil }
    do throws(ArchiveScoringFailure) {
      return try ComparedScores(comparison, pack: pack)
    } catch {
      console.complain(error.sentence)
      return nil
    }
  }

  /// The one that is named, or the only one.
  private func pack(_ comparison: RunComparison) -> String? {
    if let named = invocation.values["--pack"] { return named }
    guard let packs = comparison.laterBook?.packs, packs.count == 1 else { return nil }
    return packs.first?.id
  }

  private func lists(_ comparison: RunComparison) throws(Trouble) -> [ListChange]? {
    guard invocation.has("--lists"), let pack = pack(comparison) else { return nil }
    do throws(MarketFailure) {
      return try comparison.listChanges(pack: pack)
    } catch {
      throw .comparison(.market(error))
    }
  }

  private func texts(_ comparison: RunComparison, _ choice: ComparisonChoice) throws(Trouble) -> RunComparisonReport {
    let pairs = comparison.pairs(choice)
    var documents: [RunComparisonReport.Document] = []
    for (number, pair) in pairs.enumerated() {
      if Console.hasProgress {
        console.progress(Phrase("comparing texts: \(number + 1)/\(pairs.count)", "比較文字：\(number + 1)/\(pairs.count)"))
      }
      let text = try Trouble.comparing { () throws(ComparisonFailure) in try comparison.texts(of: pair) }
      guard let text, !text.differing.isEmpty else { continue }
      documents.append(RunComparisonReport.Document(texts: pair, company: comparison.company(of: pair), text))
    }
    console.clearProgress()
    return RunComparisonReport(comparison, texts: documents, of: pairs.count, names: companyNames(comparison))
  }

  // MARK: How

  private func print(_ report: RunComparisonReport) -> Int32 {
    switch invocation.values["--format"] {
    case "json": return console.print(json(of: report))
    case "html": return console.print(html(of: report, in: console.language))
    default:
      let text = text(of: report, in: console.language, look: Pager.look(environment))
      return Pager.show(text, on: console, environment: environment)
    }
  }
}

extension ComparisonFailure {
  var sentence: Phrase {
    switch self {
    case .archive(let failure): failure.sentence
    case .noSuchRun(let run):
      Phrase(
        "there is no run \(run.number) that has ended (see kaozheng runs)", "沒有已結束的第 \(run.number) 次執行（見 kaozheng runs）"
      )
    case .onlyOneRun:
      Phrase("there are not two runs yet that left anything", "封存檔尚無兩次有結果的執行可供比較")
    case .scoring(let failure): failure.sentence
    case .market(let failure): failure.sentence
    }
  }
}
