import Pipeline
import ReportModel
import RuleBook

/// `kaozheng rules …`: what looks after the rules themselves.
struct RulesCommand {
  let invocation: Invocation
  let environment: (String) -> String?
  let console: Console

  init(_ invocation: Invocation, environment: @escaping (String) -> String?, console: Console) {
    self.invocation = invocation
    self.environment = environment
    self.console = console
  }

  func run() throws(WrongUse) -> Int32 {
    switch invocation.command {
    case "rules lint": return try lint()
    case "rules test": return try test()
    case "rules coverage": return try coverage()
    case "rules list": return try list()
    case "rules explain": return try explain()
    case "rules preview": return try preview()
    case "rules docs": return try docs()
    case "rules schema": return try schema()
    case "rules export": return try exportItems()
    case "rules import": return try importItems()
    case "rules bench": return try bench()
    default: throw WrongUse(message: Phrase("no command given", "未指定指令"))
    }
  }

  func choice() throws(WrongUse) -> RuleChoice {
    try RuleChoice(invocation, environment: environment, console: console)
  }

  /// Prints lines; the code is the given one unless they cannot be written.
  func print(_ lines: [String], code: Int32 = Program.ExitCode.done) -> Int32 {
    let written = console.print(lines.map { $0 + "\n" }.joined())
    return written == Program.ExitCode.done ? code : written
  }

  func wrong(_ message: Phrase) -> WrongUse { WrongUse(message: message, command: invocation.command) }

  /// Which industry each report is of, by --industry or --industries.
  func industries(of book: RuleBook) throws(WrongUse) -> IndustryTable {
    let industry = try RuleChoice.industry(invocation, in: book)
    guard let path = invocation.values["--industries"] else { return IndustryTable(all: industry) }
    guard industry == nil else {
      throw wrong(Phrase("--industry and --industries cannot stand together", "--industry 與 --industries 不能同時使用"))
    }
    let known = Set(book.packs.flatMap { $0.industries.map(\.id) }).sorted()
    do throws(IndustryTable.Fault) {
      return try IndustryTable(path: path, known: known)
    } catch {
      throw wrong(Phrase("\(path): ", "\(path)：") + error.message)
    }
  }

  var password: String? { environment("KAOZHENG_PASSWORD") }
}
