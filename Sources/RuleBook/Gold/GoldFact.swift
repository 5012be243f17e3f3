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

  package init(
    report: String, topic: String, isDisclosed: Bool, page: Int? = nil, value: String = "", valueHigh: String = "",
    unit: String = "", year: String = "", quote: String = "", level: String = "", form: String = "",
    isAmbiguous: Bool = false
  ) {
    self.report = report
    self.topic = topic
    self.isDisclosed = isDisclosed
    self.page = page
    self.value = value
    self.valueHigh = valueHigh
    self.unit = unit
    self.year = year
    self.quote = quote
    self.level = level
    self.form = form
    self.isAmbiguous = isAmbiguous
  }
}

/// Reads facts, one JSON object a line (JSON is YAML).
package func readGold(_ bytes: [UInt8], file: String) -> (facts: [GoldFact], findings: [RuleFinding]) {
  let log = FindingLog()
  var facts: [GoldFact] = []
  for (number, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
    do throws(RuleFinding) {
      guard let node = try YAMLReader.read(Array(line), file: file) else { continue }
      if let fact = fact(node) { facts.append(fact) }
    } catch {
      var finding = error
      finding.place.line = number + 1
      log.add(finding)
    }
  }
  return (facts, log.findings)
}

private func fact(_ node: YAMLNode) -> GoldFact? {
  guard case .map(let entries) = node.value else { return nil }
  func text(_ key: String) -> String {
    guard let node = entries.first(where: { $0.key == key })?.node, !node.isNull else { return "" }
    guard case .scalar(let text, _) = node.value else { return "" }
    return text
  }
  guard !text("topic").isEmpty else { return nil }
  return GoldFact(
    report: text("pdf").isEmpty ? text("sample") : text("pdf"), topic: text("topic"),
    isDisclosed: text("disclosed") == "true", page: Int(text("page")), value: text("value"),
    valueHigh: text("valueHigh"), unit: text("unit"), year: text("year"), quote: text("quote"), level: text("level"),
    form: text("where"), isAmbiguous: text("ambiguous") == "true")
}
