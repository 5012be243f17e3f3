/// A place in a rule file, from 1.
package struct Place: Sendable, Hashable, Comparable {
  package var file: String
  package var line: Int
  package var column: Int

  package init(file: String, line: Int = 1, column: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
  }

  package static func < (a: Place, b: Place) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }
}

/// A value of a YAML file, with its place.
struct YAMLNode: Sendable {
  var value: Value
  var place: Place

  enum Value: Sendable {
    case scalar(String, isPlain: Bool)
    case list([YAMLNode])
    case map([Entry])
  }

  struct Entry: Sendable {
    var key: String
    var keyPlace: Place
    var node: YAMLNode
  }

  /// Whether it was written as nothing: `key:` with no value, or `~`.
  var isNull: Bool {
    guard case .scalar(let text, let isPlain) = value else { return false }
    return isPlain && (text.isEmpty || text == "~" || text == "null")
  }
}
