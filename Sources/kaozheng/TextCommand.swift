import Glibc
import Pipeline
import ReportModel

/// `kaozheng text`: each file read and written, one after the other.
struct TextCommand {
  private let console: Console
  private let inputs: [String]
  private let format: OutputFormat
  private let pages: PageSelection
  private let targets: OutputTargets
  private let password: String?
  private let showsProgress: Bool

  init(_ invocation: Invocation, environment: (String) -> String?, console: Console) throws(WrongUse) {
    self.console = console
    inputs = invocation.operands
    format = invocation.values["--format"].flatMap(OutputFormat.init) ?? .md
    pages = try Self.pages(invocation.values["--pages"])
    targets = try Self.targets(inputs: inputs, output: invocation.values["--output"], format: format)
    password = try invocation.password(environment)
    showsProgress = Console.hasProgress && !invocation.has("--quiet")
  }

  func run() -> Int32 {
    do throws(OutputFailure) {
      try targets.makeFolder()
      var code = Program.ExitCode.done
      for (input, target) in zip(inputs, targets.paths) {
        if try !read(input, to: target) { code = Program.ExitCode.findings }
      }
      return code
    } catch {
      console.complain(error)
      return Program.ExitCode.findings
    }
  }

  /// Whether the document could be read as a whole.
  private func read(_ input: String, to target: String?) throws(OutputFailure) -> Bool {
    var document = readDocument(input, options: ReadOptions(password: password, progress: progress(for: input)))
    if showsProgress { console.clearProgress() }
    if document.failure == nil, let missing = pages.firstMissing(of: document.facts.pageCount) {
      document.failure = ReadFailure(
        .noSuchPage, "the document has \(document.facts.pageCount) pages", page: missing)
    }
    if let failure = document.failure { console.complain(failure, of: input) }
    guard document.failure == nil || format == .json || !document.report.pages.isEmpty else { return false }
    let file = try target.map { path throws(OutputFailure) in try OutputFile(path: path) } ?? OutputFile()
    try write(document, as: format, pages: pages, pictures: drawer(for: document)) { buffer throws(OutputFailure) in
      try file.write(buffer)
    }
    try file.finish()
    return document.failure == nil
  }

  /// Only the check page shows pictures; each is drawn when its page is written.
  private func drawer(for document: Document) -> PageDrawer? {
    guard format == .html else { return nil }
    let numbers = document.report.pages.map(\.number).filter(pages.contains)
    let session = try? PictureSession(
      input: document.input, pages: numbers, scale: Self.pictureScale, options: ReadOptions(password: password))
    return session.map { session in { session.picture(of: $0) } }
  }

  /// Pixels for each point: sharp enough to read, small enough for a few hundred pages in one file.
  private static let pictureScale = 1.25

  private func progress(for input: String) -> (@Sendable (Int, Int) -> Void)? {
    guard showsProgress else { return nil }
    return console.pageProgress(input)
  }

  private static func targets(
    inputs: [String], output: String?, format: OutputFormat
  ) throws(WrongUse) -> OutputTargets {
    do throws(OutputTargets.Conflict) {
      return try OutputTargets(inputs: inputs, output: output, format: format)
    } catch {
      throw WrongUse(message: error.phrase, command: "text")
    }
  }

  private static func pages(_ text: String?) throws(WrongUse) -> PageSelection {
    guard let text else { return .all }
    guard let pages = PageSelection(text) else {
      throw WrongUse(
        message: Phrase("“\(text)” is no list of pages; write it as 3-5,8", "「\(text)」不是頁碼清單，請寫成 3-5,8"),
        command: "text")
    }
    return pages
  }
}

extension OutputTargets.Conflict {
  fileprivate var phrase: Phrase {
    switch self {
    case .notAFolder(let path): Phrase("“\(path)” is not a folder", "「\(path)」不是資料夾")
    case .sameName(let first, let second, let target):
      Phrase(
        "“\(first)” and “\(second)” would both be written to “\(target)”",
        "「\(first)」與「\(second)」都會寫入「\(target)」")
    case .replacesInput(let path): Phrase("“\(path)” would be overwritten: it is an input", "「\(path)」是輸入檔，會被覆寫")
    case .needsFolder:
      Phrase("several files as html need --output with a folder", "多個檔案輸出 html 時，須以 --output 指定資料夾")
    }
  }
}
