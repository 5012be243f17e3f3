import ReportModel

/// What a person read in a report on a topic: the measure of a rule book.
package struct GoldFact: Sendable, Equatable {
  package var report: String
  package var topic: String
  package var isDisclosed: Bool
  package var page: Int?
  package var value: String
  package var valueHigh: String
  package var unit: String
  package var year: String
  package var quote: String
  package var level: String
  /// text, table, chart, image.
  package var form: String
  package var isAmbiguous: Bool
}

/// Reads facts, one JSON object a line (JSON is YAML).
package func readGold(_ bytes: [UInt8], file: String) -> (facts: [GoldFact], findings: [RuleFinding]) {
  let log = FindingLog()
  var facts: [GoldFact] = []
  for (number, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
    do throws(RuleFinding) {
      guard let node = try YAMLReader.read(Array(line), file: file) else { continue }
      if let fact = fact(node) { facts.append(fact) }
    } catch {
      var finding = error
      finding.place.line += number
      log.add(finding)
    }
  }
  return (facts, log.findings)
}

private func fact(_ node: YAMLNode) -> GoldFact? {
  guard case .map(let entries) = node.value else { return nil }
  func text(_ key: String) -> String {
    guard let entry = entries.first(where: { $0.key == key }), case .scalar(let text, _) = entry.node.value else {
      return ""
    }
    return text
  }
  guard !text("topic").isEmpty else { return nil }
  return GoldFact(
    report: text("pdf").isEmpty ? text("sample") : text("pdf"), topic: text("topic"),
    isDisclosed: text("disclosed") == "true", page: Int(text("page")), value: text("value"),
    valueHigh: text("valueHigh"), unit: text("unit"), year: text("year"), quote: text("quote"), level: text("level"),
    form: text("where"), isAmbiguous: text("ambiguous") == "true")
}
