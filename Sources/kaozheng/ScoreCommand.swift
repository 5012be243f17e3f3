import Pipeline
import ReportModel
import RuleBook
import Scoring

/// `kaozheng score`: the documents of one company, scored together.
struct ScoreCommand {
  enum Format: String, CaseIterable { case text, json, csv }

  /// Whose score is asked for.
  private enum Subject {
    /// The documents themselves.
    case files([String])
  }

  private let console: Console
  private let subject: Subject
  private let scorer: CompanyScorer
  private let format: Format
  private let why: Bool
  private let password: String?
  private let showsProgress: Bool

  init(_ invocation: Invocation, environment: @escaping (String) -> String?, console: Console) throws(WrongUse) {
    self.console = console
    subject = .files(invocation.operands)
    format = invocation.values["--format"].flatMap(Format.init) ?? .text
    why = invocation.has("--why")
    let choice = try RuleChoice(invocation, environment: environment, console: console)
    let book = try choice.sound()
    scorer = try Self.scorer(invocation, choice, book)
    password = try invocation.password(environment)
    showsProgress = Console.hasProgress && !invocation.has("--quiet")
  }

  func run() -> Int32 {
    switch subject {
    case .files(let files): return print(scorer.score(files.map(read)))
    }
  }

  private func read(_ input: String) -> CompanyDocument {
    let progress = showsProgress ? console.pageProgress(input) : nil
    let document = scorer.read(input, options: ReadOptions(password: password, progress: progress))
    if showsProgress { console.clearProgress() }
    return document
  }

  private func print(_ report: ScoreReport) -> Int32 {
    for (name, failure) in report.failures { console.complain(failure, of: name) }
    let written =
      switch format {
      case .text: console.print(text(of: report, why: why, in: console.language))
      case .json: console.print(json(of: report))
      case .csv: console.print(csv(of: report))
      }
    guard written == Program.ExitCode.done else { return written }
    return report.failures.isEmpty ? Program.ExitCode.done : Program.ExitCode.findings
  }

  // MARK: What is scored by what

  private static func scorer(
    _ invocation: Invocation, _ choice: RuleChoice, _ book: RuleBook
  ) throws(WrongUse) -> CompanyScorer {
    let pack = try RuleChoice.onlyPack(invocation, in: book)
    let industry = try industry(invocation, pack, book)
    let activities = try activities(invocation, pack)
    do {
      return try CompanyScorer(pack, in: book, industry: industry, activities: activities)
    } catch {
      switch error {
      case .noScoring:
        throw WrongUse(
          message: Phrase(
            "the pack “\(pack.id)” has no scoring part in its pack.yaml", "規則包「\(pack.id)」的 pack.yaml 沒有 scoring 部分"),
          command: invocation.command)
      case .points(let item):
        throw WrongUse(
          message: Phrase("the points of “\(item)” cannot be reckoned with", "「\(item)」的配分無法計算"),
          command: invocation.command)
      }
    }
  }

  private static func industry(
    _ invocation: Invocation, _ pack: Pack, _ book: RuleBook
  ) throws(WrongUse) -> String {
    if let industry = try RuleChoice.industry(invocation, in: book) { return industry }
    let list = pack.industries.map(\.id).joined(separator: ", ")
    throw WrongUse(
      message: Phrase("score needs --industry (one of \(list))", "score 需要 --industry（可用：\(list)）"),
      command: invocation.command)
  }

  private static func activities(_ invocation: Invocation, _ pack: Pack) throws(WrongUse) -> Set<String>? {
    guard let list = invocation.values["--activities"] else { return nil }
    if list == "none" { return [] }
    let known = pack.activities.map(\.id)
    let named = list.split(separator: ",").map(String.init)
    for name in named where !known.contains(name) {
      let all = (known + ["none"]).joined(separator: ", ")
      throw WrongUse(
        message: .unknown("activity", "營運活動", name, hint: Suggestion.closest(to: name, among: known))
          + Phrase(" (any of \(all))", "（可用：\(all)）"),
        command: invocation.command)
    }
    return Set(named)
  }
}
