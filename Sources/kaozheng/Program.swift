import Glibc
import Pipeline
import ReportModel

/// The whole run: which command, in which language, ending with which code.
struct Program {
  enum ExitCode {
    static let done: Int32 = 0
    static let findings: Int32 = 1
    static let wrongUse: Int32 = 2
  }

  let environment: (String) -> String?

  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  func run(_ words: [String]) -> Int32 {
    let language = Self.language(words, environment: environment)
    do throws(WrongUse) {
      return try dispatch(ArgumentParser.parse(words), console: Console(language: language))
    } catch {
      let console = Console(language: language)
      console.complain(error.message)
      let page = error.command.map { "kaozheng help \($0)" } ?? "kaozheng --help"
      console.complain(Phrase("see \(page)", "說明請見 \(page)"))
      return ExitCode.wrongUse
    }
  }

  /// Found before anything else is checked, so that even a wrong command line is answered in the right language.
  private static func language(_ words: [String], environment: (String) -> String?) -> Language {
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : ""
      let tag = word == "--lang" ? next : word.hasPrefix("--lang=") ? String(word.dropFirst(7)) : ""
      if let language = Language(tag: tag) { return language }
    }
    return Language(environment: environment)
  }

  private func dispatch(_ invocation: Invocation, console: Console) throws(WrongUse) -> Int32 {
    let help = HelpText(language: console.language)
    if invocation.has("--version") { return console.print(engineVersion + "\n") }
    let command = invocation.command.flatMap(CommandTable.command(named:))
    if invocation.has("--help") { return console.print(command.map(help.page(for:)) ?? help.overview()) }
    switch command?.name {
    case "text": return try TextCommand(invocation, environment: environment, console: console).run()
    case "extract": return try ExtractCommand(invocation, environment: environment, console: console).run()
    case "score": return try ScoreCommand(invocation, environment: environment, console: console).run()
    case "rank": return try RankCommand(invocation, environment: environment, console: console).run()
    case "lists": return try ListsCommand(invocation, environment: environment, console: console).run()
    case let name? where name.hasPrefix("rules "):
      return try RulesCommand(invocation, environment: environment, console: console).run()
    case "ingest", "retry": return try IngestCommand(invocation, environment: environment, console: console).run()
    case let name? where name == "events" || name.hasPrefix("events "):
      return try EventsCommand(invocation, environment: environment, console: console).run()
    case let name? where CommandTable.decisions.contains { $0.name == name }:
      return try ReviewCommand(invocation, environment: environment, console: console).run()
    case "companies": return try CompaniesCommand(invocation, environment: environment, console: console).run()
    case let name? where name.hasPrefix("round "):
      return try RoundCommand(invocation, environment: environment, console: console).run()
    case "place": return try PlaceCommand(invocation, environment: environment, console: console).run()
    case "reports", "runs", "evidence":
      return try ArchiveCommand(invocation, environment: environment, console: console).run()
    case "serve", "review": return try ServeCommand(invocation, environment: environment, console: console).run()
    case "diff": return try DiffCommand(invocation, environment: environment, console: console).run()
    case "export": return try ExportCommand(invocation, environment: environment, console: console).run()
    case "review queue": return try ReviewQueueCommand(invocation, environment: environment, console: console).run()
    case "doctor": return DoctorCommand(invocation, console: console).run()
    case "completion": return console.print(Completion.bash())
    case "help": return try self.help(about: invocation.operands, help: help, console: console)
    default: throw WrongUse(message: Phrase("no command given", "未指定指令"))
    }
  }

  private func help(about words: [String], help: HelpText, console: Console) throws(WrongUse) -> Int32 {
    guard let first = words.first else { return console.print(help.overview()) }
    if words.count == 1, !CommandTable.family(first).isEmpty {
      // `events` is a command of its own too.
      let page = CommandTable.command(named: first).map { help.page(for: $0) + "\n" } ?? ""
      return console.print(page + help.family(first))
    }
    let name = words.joined(separator: " ")
    guard let command = CommandTable.command(named: name) else {
      let hint = Suggestion.closest(to: name, among: CommandTable.commands.map(\.name))
      throw WrongUse(message: .unknown("command", "指令", name, hint: hint))
    }
    return console.print(help.page(for: command))
  }
}
