import Pipeline
import ReportModel

/// Checks the words of a command line against the table; a near miss gets a suggestion.
struct ArgumentParser {
  private var result = Invocation()
  private var words: ArraySlice<String>
  private var command: CommandSpecification?
  private var optionsEnded = false

  private init(_ words: [String]) { self.words = words[...] }

  static func parse(_ words: [String]) throws(WrongUse) -> Invocation {
    var parser = ArgumentParser(words)
    while let word = parser.words.popFirst() { try parser.take(word) }
    try parser.checkOperands()
    return parser.result
  }

  private mutating func take(_ word: String) throws(WrongUse) {
    if optionsEnded || word == "-" || !word.hasPrefix("-") {
      try takeOperand(word)
    } else if word == "--" {
      optionsEnded = true
    } else {
      try takeOption(word)
    }
  }

  private mutating func takeOperand(_ word: String) throws(WrongUse) {
    if command != nil {
      result.operands.append(word)
      return
    }
    let name = try commandName(word)
    guard let found = CommandTable.command(named: name) else {
      let hint = Suggestion.closest(to: name, among: CommandTable.commands.map(\.name))
      throw WrongUse(message: .unknown("command", "指令", name, hint: hint))
    }
    command = found
    result.command = found.name
  }

  /// Some commands are two words: `rules lint`. `events` is one by itself too.
  private mutating func commandName(_ word: String) throws(WrongUse) -> String {
    let family = CommandTable.family(word)
    guard !family.isEmpty else { return word }
    guard let next = words.first, !next.hasPrefix("-") else {
      if CommandTable.command(named: word) != nil { return word }
      let list = family.joined(separator: ", ")
      throw WrongUse(message: Phrase("\(word) needs one of: \(list)", "\(word) 後面要接：\(list)"))
    }
    words.removeFirst()
    return "\(word) \(next)"
  }

  private mutating func takeOption(_ word: String) throws(WrongUse) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let name = CommandTable.short[parts[0]] ?? parts[0]
    let known = (command?.options ?? []) + CommandTable.common
    guard let option = known.first(where: { $0.name == name }) else {
      let hint = Suggestion.closest(to: name, among: known.map(\.name))
      throw WrongUse(message: .unknown("option", "選項", parts[0], hint: hint), command: command?.name)
    }
    guard result.values[name] == nil else {
      throw WrongUse(message: Phrase("\(name) is given twice", "\(name) 重複指定"), command: command?.name)
    }
    result.values[name] = try value(of: option, attached: parts.count > 1 ? parts[1] : nil)
  }

  private mutating func value(of option: OptionSpecification, attached: String?) throws(WrongUse) -> String {
    guard let placeholder = option.value else {
      guard attached == nil else {
        throw WrongUse(
          message: Phrase("\(option.name) takes no value", "\(option.name) 不接受值"), command: command?.name)
      }
      return ""
    }
    guard let value = attached ?? words.popFirst() else {
      throw WrongUse(
        message: Phrase("\(option.name) needs a value: \(placeholder)", "\(option.name) 需要一個值：\(placeholder)"),
        command: command?.name)
    }
    guard option.choices.isEmpty || (option.choices + option.variants).contains(value) else {
      let list = option.choices.joined(separator: ", ")
      let hint = Suggestion.closest(to: value, among: option.choices)
      throw WrongUse(
        message: .unknown("value of \(option.name)", "\(option.name) 的值", value, hint: hint)
          + Phrase(" (one of \(list))", "（可用：\(list)）"), command: command?.name)
    }
    return value
  }

  private func checkOperands() throws(WrongUse) {
    guard let command, !result.has("--help"), !result.has("--version") else { return }
    if result.operands.count < command.operandCount.lowerBound {
      throw WrongUse(
        message: Phrase("\(command.name) needs \(command.operands)", "\(command.name) 需要 \(command.operands)"),
        command: command.name)
    }
    if result.operands.count > command.operandCount.upperBound {
      let extra = result.operands[command.operandCount.upperBound]
      throw WrongUse(
        message: Phrase("\(command.name) does not take “\(extra)”", "\(command.name) 不接受「\(extra)」"),
        command: command.name)
    }
  }
}

extension Phrase {
  static func unknown(_ english: String, _ chinese: String, _ word: String, hint: String?) -> Phrase {
    let plain = Phrase("unknown \(english) “\(word)”", "不認得的\(chinese)「\(word)」")
    guard let hint else { return plain }
    return plain + Phrase("; did you mean \(hint)?", "，是否為 \(hint)？")
  }
}
