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
    default: throw WrongUse(message: Phrase("not yet", "尚未"))
    }
  }

  func choice() throws(WrongUse) -> RuleChoice {
    try RuleChoice(invocation, environment: environment, console: console)
  }
}
