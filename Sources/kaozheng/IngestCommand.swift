import Archive
import Pipeline
import ReportModel
import RuleBook

/// `kaozheng ingest` and `kaozheng retry`: reports into the archive.
struct IngestCommand {
  private let console: Console
  private let invocation: Invocation
  private let book: RuleBook
  private let archive: ArchivePlace
  private let options: IngestOptions
  private let selection: IngestSelection
  private let watch: String?

  init(_ invocation: Invocation, environment: @escaping (String) -> String?, console: Console) throws(WrongUse) {
    self.console = console
    self.invocation = invocation
    archive = try ArchivePlace(invocation, environment: environment)
    book = try RuleChoice(invocation, environment: environment, console: console).sound()
    options = IngestOptions(
      jobs: try Self.jobs(invocation), policy: invocation.has("--no-copy") ? .refer : .keep,
      industry: try RuleChoice.industry(invocation, in: book),
      read: ReadOptions(password: try invocation.password(environment)), command: invocation.command ?? "ingest")
    let isRetry = invocation.command == "retry"
    let paths = invocation.operands
    selection = isRetry ? .failed(paths) : paths.isEmpty ? .everything : .paths(paths)
    watch = nil
  }

  private static func jobs(_ invocation: Invocation) throws(WrongUse) -> Int {
    guard let text = invocation.values["--jobs"] else { return IngestOptions.processorCount }
    guard let jobs = Int(text), (1...256).contains(jobs) else {
      throw WrongUse(
        message: Phrase("--jobs takes a number from 1 to 256", "--jobs 須為 1 到 256 的數字"), command: invocation.command)
    }
    return jobs
  }

  func run() -> Int32 {
    archive.makeFolder()
    let report = IngestReport(
      console: console, asJSON: invocation.has("--json"),
      showsProgress: Console.hasProgress && !invocation.has("--quiet"))
    do throws(ArchiveFailure) {
      let ingest = try Ingest(archive: archive.path, book: book, options: options) { report.tell($0) }
      let summary = try ingest.take(selection)
      report.end(summary)
      return summary.hasFailures ? Program.ExitCode.findings : Program.ExitCode.done
    } catch {
      console.complain(error.sentence)
      return Program.ExitCode.findings
    }
  }
}
