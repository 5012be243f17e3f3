import ReportModel

/// Reads conditions: a pattern, a list of them (any), or a mapping with `all`, `any`, `not`, `near`, `within`.
struct ConditionReader {
  let log: FindingLog

  func read(_ node: YAMLNode) -> Condition? {
    switch node.value {
    case .scalar(let text, let isPlain):
      var place = node.place
      // Columns of a pattern count from its own first character.
      if !isPlain { place.column += 1 }
      return node.isNull ? nil : pattern(text, at: place).map(Condition.pattern)
    case .list(let nodes): return joined(nodes.filter(isWritten).compactMap(read), Condition.any)
    case .map: return MapReader(node, as: .condition, log: log).flatMap(read)
    }
  }

  func pattern(_ text: String, at place: Place) -> Pattern? {
    do throws(RuleFinding) {
      return try PatternParser.parse(text, at: place)
    } catch {
      log.add(error)
      return nil
    }
  }

  private func read(_ map: MapReader) -> Condition? {
    var parts: [Condition] = []
    if let all = alternatives(of: map, "all") { parts.append(joinedAlways(all, Condition.all)) }
    if let any = alternatives(of: map, "any") { parts.append(joinedAlways(any, Condition.any)) }
    let width = width(of: map)
    if let near = alternatives(of: map, "near") { parts.append(.near(near, characters: width ?? Pattern.ordinaryGap)) }
    if let not = alternatives(of: map, "not") { parts.append(.not(joinedAlways(not, Condition.any))) }
    guard !parts.isEmpty else {
      log.add(
        .wrongValue, at: map.place, Phrase("a condition needs all, any, not or near", "條件需要 all、any、not 或 near"))
      return nil
    }
    let condition = joinedAlways(parts, Condition.all)
    guard map.has("within"), width == nil else { return condition }
    return map.choice("within", of: Scope.self).map { .within($0, condition) } ?? condition
  }

  /// How close together: a number where a scope could stand too, and only beside `near`.
  private func width(of map: MapReader) -> Int? {
    guard let node = map.node("within"), let width = map.text("within").flatMap(Int.init) else { return nil }
    guard map.has("near"), width > 0 else {
      log.add(
        .wrongValue, at: node.place,
        Phrase("a number of characters, from 1, belongs to near", "字元數須大於 0，且只用於 near"))
      return width
    }
    return width
  }

  /// Nothing stands where a condition should: most often a text that begins with # and has no quotes.
  private func isWritten(_ node: YAMLNode) -> Bool {
    guard node.isNull else { return true }
    log.add(
      .wrongValue, at: node.place, Phrase("nothing stands here", "這裡沒有內容"),
      hint: Phrase("a text that begins with # needs quotes, or it is a comment", "以 # 開頭的文字要加引號，否則會被當成註解"))
    return false
  }

  private func alternatives(of map: MapReader, _ key: String) -> [Condition]? {
    guard let node = map.node(key) else { return nil }
    if case .list(let nodes) = node.value { return nodes.filter(isWritten).compactMap(read) }
    return read(node).map { [$0] } ?? []
  }

  private func joined(_ parts: [Condition], _ join: ([Condition]) -> Condition) -> Condition? {
    parts.isEmpty ? nil : joinedAlways(parts, join)
  }

  private func joinedAlways(_ parts: [Condition], _ join: ([Condition]) -> Condition) -> Condition {
    parts.count == 1 ? parts[0] : join(parts)
  }
}
