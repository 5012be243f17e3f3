import Pipeline
import ReportModel
import RuleBook

extension RulesCommand {
  /// The rubric to be read.
  func docs() throws(WrongUse) -> Int32 {
    let (book, _) = try choice().read()
    let isHTML = invocation.values["--format"] == "html"
    let page =
      isHTML ? rubricHTML(of: book, in: console.language) : rubricMarkdown(of: book, in: console.language)
    guard let path = invocation.values["--output"] else { return console.print(page) }
    do throws(OutputFailure) {
      let file = try OutputFile(path: path)
      try file.write(page)
      try file.finish()
      return Program.ExitCode.done
    } catch {
      console.complain(error)
      return Program.ExitCode.findings
    }
  }
}
