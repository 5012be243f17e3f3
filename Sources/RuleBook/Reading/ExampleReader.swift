import ReportModel

extension RuleReader {
  /// The examples beside a rule.
  func examples(_ map: MapReader) -> [Example] {
    guard let node = map.node("examples"), let examples = MapReader(node, as: .examples, log: log) else { return [] }
    return examples.list("hits").compactMap(hit) + examples.list("misses").compactMap(miss)
      + examples.list("undisclosed").compactMap(undisclosed)
  }

  private func hit(_ node: YAMLNode) -> Example? {
    guard let map = self.map(node, .hit) else { return nil }
    var expected = Example.Expected()
    expected.value = map.text("value")
    expected.unit = map.text("unit")
    expected.year = map.text("year")
    expected.qualifier = map.choice("qualifier", of: Quantity.Qualifier.self)?.rawValue
    expected.boundary = map.text("boundary")
    expected.normalized = map.text("normalized")
    expected.name = map.text("name")
    return example(map, .hit(expected))
  }

  private func miss(_ node: YAMLNode) -> Example? {
    guard let map = self.map(node, .miss) else { return nil }
    return example(map, .miss(why: map.text("why") ?? ""))
  }

  private func undisclosed(_ node: YAMLNode) -> Example? {
    self.map(node, .plainExample).flatMap { example($0, .undisclosed) }
  }

  /// A bare text stands for a mapping that has only a text.
  private func map(_ node: YAMLNode, _ table: KeyTable) -> MapReader? {
    var node = node
    if case .scalar = node.value {
      node.value = .map([YAMLNode.Entry(key: "text", keyPlace: node.place, node: node)])
    }
    return MapReader(node, as: table, log: log)
  }

  private func example(_ map: MapReader, _ expectation: Example.Expectation) -> Example? {
    guard map.has("text") || map.has("rows") else {
      log.add(.missingKey, at: map.place, Phrase("an example needs text or rows", "範例需要 text 或 rows"))
      return nil
    }
    return Example(
      text: map.text("text") ?? "", rows: map.rows("rows"), headings: map.texts("under"),
      reportYear: map.integer("report-year"), expectation: expectation, place: map.place)
  }
}
