/// A piece of JSON as a schema is made of, its keys in the order in which they were given.
indirect enum SchemaValue: Sendable {
  case text(String)
  case integer(Int)
  case truth(Bool)
  case list([SchemaValue])
  case object([(String, SchemaValue)])

  static func texts(_ words: [String]) -> SchemaValue { .list(words.map(SchemaValue.text)) }

  /// The same object with further keys in front.
  func with(_ more: [(String, SchemaValue)]) -> SchemaValue {
    guard case .object(let entries) = self else { return self }
    return .object(more + entries)
  }

  /// As lines for a person; lists of short words stay on one.
  func printed(indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .text(let text): return Self.quoted(text)
    case .integer(let number): return String(number)
    case .truth(let truth): return truth ? "true" : "false"
    case .list(let values) where values.allSatisfy(\.isPlain):
      return "[" + values.map { $0.printed() }.joined(separator: ", ") + "]"
    case .list(let values):
      let lines = values.map { inner + $0.printed(indent: inner) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(indent)]"
    case .object(let entries) where entries.count == 1 && entries[0].1.isPlain:
      return "{" + Self.quoted(entries[0].0) + ": " + entries[0].1.printed() + "}"
    case .object(let entries):
      let lines = entries.map { inner + Self.quoted($0.0) + ": " + $0.1.printed(indent: inner) }
      return lines.isEmpty ? "{}" : "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  private var isPlain: Bool {
    switch self {
    case .text, .integer, .truth: true
    case .list, .object: false
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
