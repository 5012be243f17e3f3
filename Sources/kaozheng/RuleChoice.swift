import Pipeline
import ReportModel
import RuleBook

/// Which rules a command line means.
struct RuleChoice {
  let folder: RuleFolder
  let packs: [String]
  private let console: Console

  init(_ invocation: Invocation, environment: (String) -> String?, console: Console) throws(WrongUse) {
    let named = invocation.values["--rules"].map(RuleFolder.init)
    guard let folder = named ?? RuleFolder.found(environment: environment) else {
      throw WrongUse(
        message: Phrase(
          "no rules in KAOZHENG_RULES, ./Rules or beside the program; name their folder with --rules",
          "KAOZHENG_RULES、./Rules 與程式旁都沒有規則，請以 --rules 指定規則資料夾"),
        command: invocation.command)
    }
    self.folder = folder
    packs = invocation.values["--pack"]?.split(separator: ",").map(String.init) ?? []
    self.console = console
  }

  private func sources() throws(WrongUse) -> [RuleBook.Source] {
    do throws(RuleFolder.Failure) {
      return try folder.sources()
    } catch {
      throw WrongUse(message: Phrase("\(error.path): \(error.reason)", "\(error.path)：\(error.reason)"))
    }
  }

  /// The paths of all rule files, from the folder on.
  func files() throws(WrongUse) -> [String] { try sources().map(\.path) }

  /// The book as far as it can be read, and what is wrong with it.
  func read() throws(WrongUse) -> (book: RuleBook, findings: [RuleFinding]) {
    let (book, findings) = readRuleBook(try sources())
    for pack in packs where book.pack(pack) == nil {
      let list = book.packs.map(\.id).joined(separator: ", ")
      throw WrongUse(message: Phrase("no pack “\(pack)” (there are: \(list))", "沒有規則包「\(pack)」（可用：\(list)）"))
    }
    return (book.only(packs: packs), findings)
  }

  /// A book without errors; with errors nothing is read by it, for a rule that is not what its author wrote misleads.
  func sound() throws(WrongUse) -> RuleBook {
    let (book, findings) = try read()
    let errors = findings.filter(\.code.stopsUse)
    guard errors.isEmpty else {
      for finding in errors.prefix(10) { console.complain(finding.line(in: folder)) }
      throw WrongUse(message: Phrase("the rules have errors; see kaozheng rules lint", "規則有錯誤，請執行 kaozheng rules lint"))
    }
    return book
  }

  /// The one pack that is meant by a command that can go by one only.
  static func onlyPack(_ invocation: Invocation, in book: RuleBook) throws(WrongUse) -> Pack {
    if let only = book.packs.first, book.packs.count == 1 { return only }
    let list = book.packs.map(\.id).joined(separator: ", ")
    let command = invocation.command ?? ""
    throw WrongUse(
      message: Phrase(
        "\(command) takes one pack; name it with --pack (there are: \(list))",
        "\(command) 只用一個規則包，請以 --pack 指定（可用：\(list)）"),
      command: invocation.command)
  }

  static func industry(_ invocation: Invocation, in book: RuleBook) throws(WrongUse) -> String? {
    guard let industry = invocation.values["--industry"] else { return nil }
    let known = Set(book.packs.flatMap { $0.industries.map(\.id) }).sorted()
    guard known.contains(industry) else {
      let hint = Suggestion.closest(to: industry, among: known)
      throw WrongUse(
        message: .unknown("industry", "產業", industry, hint: hint)
          + Phrase(" (one of \(known.joined(separator: ", ")))", "（可用：\(known.joined(separator: ", "))）"),
        command: invocation.command)
    }
    return industry
  }
}

extension RuleFinding {
  /// As a line for a person: place, code, message.
  func line(in folder: RuleFolder) -> Phrase {
    let place = "\(folder.path)/\(place.file):\(place.line):\(place.column): \(code.rawValue): "
    return Phrase(place, place) + message + (hint.map { Phrase(" (", "（") + $0 + Phrase(")", "）") } ?? Phrase("", ""))
  }
}
