import Pipeline
import ReportModel
import RuleBook
import Scoring

/// `kaozheng score FILE…`: reads the documents and scores them by the rules of today.
struct FileScoreCommand {
  private let console: Console
  private let files: [String]
  private let scorer: CompanyScorer
  private let format: ReportFormat
  private let why: Bool
  private let password: String?
  private let showsProgress: Bool

  init(_ invocation: Invocation, environment: @escaping (String) -> String?, console: Console) throws(WrongUse) {
    self.console = console
    files = invocation.operands
    format = ReportFormat(invocation)
    why = invocation.has("--why")
    let book = try RuleChoice(invocation, environment: environment, console: console).sound()
    scorer = try Self.scorer(invocation, book)
    password = try invocation.password(environment)
    showsProgress = Console.hasProgress && !invocation.has("--quiet")
  }

  func run() -> Int32 {
    let report = scorer.score(files.map(read))
    for (name, failure) in report.failures { console.complain(failure, of: name) }
    let written = console.print(report, format, why: why)
    guard written == Program.ExitCode.done else { return written }
    return report.failures.isEmpty ? Program.ExitCode.done : Program.ExitCode.findings
  }

  private func read(_ input: String) -> CompanyDocument {
    let progress = showsProgress ? console.pageProgress(input) : nil
    let document = scorer.read(input, options: ReadOptions(password: password, progress: progress))
    if showsProgress { console.clearProgress() }
    return document
  }

  private static func scorer(_ invocation: Invocation, _ book: RuleBook) throws(WrongUse) -> CompanyScorer {
    let pack = try RuleChoice.onlyPack(invocation, in: book)
    guard let industry = try RuleChoice.industry(invocation, in: book) else {
      throw ScoreChoice.noIndustry(invocation, pack)
    }
    let activities = try ScoreChoice.activities(invocation, pack)
    do {
      return try CompanyScorer(pack, in: book, industry: industry, activities: activities)
    } catch {
      throw ScoreChoice.wrongUse(error, pack, invocation)
    }
  }
}
