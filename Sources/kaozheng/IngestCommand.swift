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
  private let manifest: ManifestChoice
  private let selection: IngestSelection
  private let watches: Bool

  init(_ invocation: Invocation, environment: @escaping (String) -> String?, console: Console) throws(WrongUse) {
    self.console = console
    self.invocation = invocation
    archive = try ArchivePlace(invocation, environment: environment)
    book = try RuleChoice(invocation, environment: environment, console: console).sound()
    manifest = try ManifestChoice(invocation, in: book, console: console)
    options = IngestOptions(
      jobs: try Self.jobs(invocation), policy: invocation.has("--no-copy") ? .refer : .keep,
      industry: try RuleChoice.industry(invocation, in: book),
      read: ReadOptions(password: try invocation.password(environment)),
      manifest: manifest.manifest, recognition: invocation.has("--rehash") ? .byContents : .byMark,
      command: invocation.command ?? "ingest")
    let isRetry = invocation.command == "retry"
    let paths = invocation.operands
    selection = isRetry ? .failed(paths) : paths.isEmpty ? .everything : .paths(paths)
    watches = invocation.has("--watch")
    if watches, paths.isEmpty {
      throw WrongUse(message: Phrase("--watch needs a folder", "--watch 需要資料夾"), command: invocation.command)
    }
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
    if let note = try? SandboxState.ask(options.read.launcher).note { console.complain(note) }
    do throws(ArchiveFailure) {
      if watches { return try watch() }
      return try take(selection).hasFailures ? Program.ExitCode.findings : Program.ExitCode.done
    } catch {
      console.complain(error.sentence)
      return Program.ExitCode.findings
    }
  }

  private func take(_ selection: IngestSelection) throws(ArchiveFailure) -> IngestSummary {
    let report = IngestReport(
      console: console, asJSON: invocation.has("--json"),
      showsProgress: Console.hasProgress && !invocation.has("--quiet"), manifest: manifest)
    let ingest = try Ingest(archive: archive.path, book: book, options: options) { report.tell($0) }
    let summary = try ingest.take(selection)
    report.end(summary)
    return summary
  }

  private static let look: Duration = .seconds(2)

  /// Each time that something has come is a run of its own.
  private func watch() throws(ArchiveFailure) -> Int32 {
    let pause = Pause()
    var folder = FolderWatch(invocation.operands, archive: archive.path)
    repeat {
      let changes = folder.changes()
      if !changes.isEmpty, try take(.paths(changes)).ending == .stopped { return Program.ExitCode.findings }
    } while !pause.isEnded(after: Self.look)
    return Program.ExitCode.done
  }
}
