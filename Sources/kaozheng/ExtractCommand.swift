import Pipeline
import ReportModel
import RuleBook

/// `kaozheng extract`: evidence in each file, a line for each.
struct ExtractCommand {
  private let console: Console
  private let inputs: [String]
  private let extractor: Extractor
  private let password: String?
  private let showsProgress: Bool

  init(_ invocation: Invocation, environment: @escaping (String) -> String?, console: Console) throws(WrongUse) {
    self.console = console
    inputs = invocation.operands
    let book = try RuleChoice(invocation, environment: environment, console: console).sound()
    extractor = Extractor(book, industry: try RuleChoice.industry(invocation, in: book))
    password = try invocation.password(environment)
    showsProgress = Console.hasProgress && !invocation.has("--quiet") && inputs != ["-"]
  }

  func run() -> Int32 {
    var code = Program.ExitCode.done
    if inputs == ["-"] {
      while let line = readLine(strippingNewline: true) {
        let written = extract(line)
        if written != Program.ExitCode.done { code = written }
      }
      return code
    }
    for input in inputs {
      let written = extract(input)
      if written != Program.ExitCode.done { code = written }
    }
    return code
  }

  private func extract(_ input: String) -> Int32 {
    let extraction = extractor.extract(input, options: ReadOptions(password: password, progress: progress(for: input)))
    if showsProgress { console.clearProgress() }
    if let failure = extraction.document.failure { console.complain(failure, of: input) }
    let written = console.print(json(of: extraction))
    guard written == Program.ExitCode.done else { return written }
    return extraction.document.failure == nil ? Program.ExitCode.done : Program.ExitCode.findings
  }

  private func progress(for input: String) -> (@Sendable (Int, Int) -> Void)? {
    guard showsProgress else { return nil }
    return console.pageProgress(input)
  }
}
