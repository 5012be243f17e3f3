import Foundation
import Pipeline
import ReportModel
import Support
import Testing

@testable import kaozheng

struct HelpTests {
  @Test(arguments: Language.allCases)
  func everyCommandAndOptionStandsInHelp(_ language: Language) {
    let help = HelpText(language: language)
    for command in CommandTable.commands {
      #expect(help.overview().contains("  \(command.name)"))
      let page = help.page(for: command)
      for option in command.options + CommandTable.common { #expect(page.contains("\(option.name)")) }
      #expect(page.contains(command.summary(language)))
    }
  }

  @Test(arguments: ["Documentation/kaozheng.1", "README.md", "README.zh-TW.md"])
  func everyCommandAndOptionStandsInTheDocuments(_ name: String) throws {
    let text = try String(contentsOf: BuiltProgram.root.appendingPathComponent(name), encoding: .utf8)
      .replacingOccurrences(of: "\\-", with: "-")
    for command in CommandTable.commands {
      #expect(text.contains(command.name), "\(command.name) is not in \(name)")
      for option in command.options { #expect(text.contains(option.name), "\(option.name) is not in \(name)") }
    }
  }

  @Test func noDocumentNamesAnOptionThatIsNotThere() throws {
    let known = Set((CommandTable.commands.flatMap(\.options) + CommandTable.common).map(\.name))
    let text = try String(
      contentsOf: BuiltProgram.root.appendingPathComponent("Documentation/kaozheng.1"), encoding: .utf8
    )
    .replacingOccurrences(of: "\\-", with: "-")
    for match in text.matches(of: /--[a-z][a-z-]+/) { #expect(known.contains(String(match.output))) }
  }

  @Test func shortFormsStandForOptionsThatExist() {
    let known = Set((CommandTable.commands.flatMap(\.options) + CommandTable.common).map(\.name))
    #expect(CommandTable.short.values.allSatisfy(known.contains))
  }

  @Test func completionKnowsEveryWord() {
    let script = Completion.bash()
    for command in CommandTable.commands {
      #expect(script.contains("    \"\(command.name)\") words="))
      for option in command.options { #expect(script.contains(option.name)) }
    }
  }
}
