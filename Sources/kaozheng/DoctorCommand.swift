import Pipeline
import ReportModel

/// `kaozheng doctor`: what reading needs on this machine, and what to do where it is missing.
struct DoctorCommand {
  private let console: Console
  private let asJSON: Bool

  init(_ invocation: Invocation, console: Console) {
    self.console = console
    asJSON = invocation.has("--json")
  }

  func run() -> Int32 {
    let findings = checkMachine()
    let written = asJSON ? console.print(json(of: findings)) : console.print(findings.map(line).joined())
    let isMissing = findings.contains { $0.status == .missing }
    return written == Program.ExitCode.done && isMissing ? Program.ExitCode.findings : written
  }

  private func line(_ finding: MachineFinding) -> String {
    let words: [MachineFinding.Status: Phrase] = [
      .ok: Phrase("ok     ", "正常"), .advice: Phrase("advice ", "建議"), .missing: Phrase("MISSING", "缺少"),
    ]
    let status = words[finding.status].map { $0(console.language) } ?? ""
    let name = finding.name + String(repeating: " ", count: max(0, 13 - finding.name.count))
    let remedy = finding.remedy.map { "\n" + String(repeating: " ", count: 9) + "→ " + $0(console.language) } ?? ""
    return "\(status)  \(name) \(finding.detail(console.language))\(remedy)\n"
  }
}
