import Pipeline
import ReportModel

/// An option as help, completion and the parser know it.
struct OptionSpecification: Sendable {
  let name: String
  /// What stands for its value in help; nil for a switch.
  var value: String?
  /// The only values it takes, where these are few.
  var choices: [String] = []
  /// Values that it takes too but help does not list.
  var variants: [String] = []
  let help: Phrase
}

/// A command as help, completion and the parser know it.
struct CommandSpecification: Sendable {
  let name: String
  /// What follows the options, for help: `FILE…`.
  var operands: String = ""
  var operandCount: ClosedRange<Int> = 0...0
  let summary: Phrase
  var details: Phrase = Phrase("", "")
  var options: [OptionSpecification] = []
}

/// What a command line asked for, checked against the tables.
struct Invocation: Sendable, Equatable {
  var command: String?
  var values: [String: String] = [:]
  var operands: [String] = []

  func has(_ option: String) -> Bool { values[option] != nil }
}

/// A command line that cannot be understood; the program ends with 2.
struct WrongUse: Error, Equatable {
  let message: Phrase
  /// The command whose help the user may want.
  var command: String?
}
