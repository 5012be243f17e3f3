import Pipeline

/// `kaozheng doctor`: what reading needs on this machine, and what to do where it is missing.
struct DoctorCommand {
  private let console: Console
  private let asJSON: Bool

  init(_ invocation: Invocation, console: Console) {
    self.console = console
    asJSON = invocation.has("--json")
  }

  func run() -> Int32 { Program.ExitCode.done }
}
