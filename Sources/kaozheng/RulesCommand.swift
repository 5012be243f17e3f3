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

  var password: String? { environment("KAOZHENG_PASSWORD") }
}
