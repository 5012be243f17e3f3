/// Coverage as the file that its reader reads: items by id, so that a change of one figure changes one line.
package struct CoverageFile: Sendable {
  private let coverage: Coverage

  package init(_ coverage: Coverage) { self.coverage = coverage }

  private static let head = [
    "# In how many real reports the rules have found each item; written by `kaozheng rules coverage --write`.",
    "# An item that is not here has been found in none yet.",
  ]

  package var bytes: [UInt8] {
    let lines = Self.head + Self.lines("reports", coverage.reports) + Self.lines("passages", coverage.passages)
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  private static func lines(_ key: String, _ tally: Coverage.Tally) -> [String] {
    let found = tally.found.filter { $0.value > 0 }.sorted { $0.key < $1.key }
    let items = found.map { "    \(YAMLText.written($0.key)): \($0.value)" }
    return ["\(key):", "  read: \(tally.read)", found.isEmpty ? "  found: {}" : "  found:"] + items
  }
}
