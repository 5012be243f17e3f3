import Foundation

/// The page that rule authors work from, in one of its languages, and the examples in it.
package struct AuthorsPage: Sendable, CustomStringConvertible {
  package static let all = ["README.md", "README.zh-TW.md"].map(AuthorsPage.init)

  package let name: String
  package var description: String { name }

  package func text() throws -> String {
    try String(contentsOf: BuiltProgram.root.appendingPathComponent("Rules/\(name)"), encoding: .utf8)
  }

  /// The blocks marked as YAML, in order.
  package func examples() throws -> [String] {
    try text().components(separatedBy: "```yaml\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
  }

  /// What a whole rule file could be made of: an example that shows only some keys of a rule gets the rest.
  package static func file(of example: String, number: Int) -> (path: String, text: String) {
    let lines = example.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let keys = Set(
      lines.compactMap { line in line.first?.isLetter == true ? line.prefix { $0 != ":" } : nil }.map(String.init))
    if keys.contains("lists") { return ("vocabulary/page-\(number).yaml", example) }
    if keys.contains("dimensions") { return ("ours/pack.yaml", example) }
    if keys.contains("items") { return ("ours/items.yaml", example) }
    if keys.contains("reports") { return ("ours/coverage.yaml", example) }
    let path = "ours/people/page-\(number).yaml"
    if keys.contains("rules") { return (path, example) }
    let needsFind = keys.isDisjoint(with: ["find", "table", "nearby", "undisclosed"])
    let head = ["rules:", "  - id: page-\(number)", "    items: training-hours"] + (needsFind ? ["    find: 訓練"] : [])
    return (path, (head + lines.map { $0.isEmpty ? "" : "    " + $0 }).joined(separator: "\n"))
  }
}
