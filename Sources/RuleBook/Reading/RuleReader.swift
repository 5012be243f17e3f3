import ReportModel

/// Makes rules of a rule file; a rule with variants becomes one rule for each.
struct RuleReader {
  let pack: String
  let log: FindingLog

  func rules(of root: YAMLNode) -> [Rule] {
    guard let file = MapReader(root, as: .ruleFile, log: log) else { return [] }
    return file.list("rules").flatMap(rules(ofEntry:))
  }

  private func rules(ofEntry node: YAMLNode) -> [Rule] {
    guard let map = MapReader(node, as: .rule, log: log), let id = map.text("id"), !id.isEmpty else { return [] }
    var rule = Rule(id: id, pack: pack, place: map.place)
    rule.items = map.has("items") ? map.texts("items") : [id]
    rule.topics = map.texts("topics")
    rule.level = map.text("level")
    rule.industries = map.texts("industries")
    if map.has("roles") { rule.roles = map.choices("roles", of: Rule.Role.self) }
    fill(&rule, from: map)
    rule.examples = examples(map)
    guard rule.find != nil || rule.table != nil || rule.nearby != nil || rule.undisclosed != nil else {
      let isTried = ["find", "table", "nearby", "undisclosed"].contains { map.node($0)?.isNull == false }
      // One that could not be read has its own finding.
      if !isTried {
        log.add(
          .missingKey, at: map.place,
          Phrase("a rule needs find, table, nearby or undisclosed", "規則需要 find、table、nearby 或 undisclosed")
        )
      }
      return [rule]
    }
    return withVariants(rule, map)
  }

  /// What a variant may replace.
  private func fill(_ rule: inout Rule, from map: MapReader) {
    let conditions = ConditionReader(log: log)
    func condition(_ key: String, _ old: Condition?) -> Condition? {
      map.has(key) ? map.node(key).flatMap(conditions.read) : old
    }
    rule.find = condition("find", rule.find)
    rule.with = condition("with", rule.with)
    rule.not = condition("not", rule.not)
    rule.under = condition("under", rule.under)
    rule.undisclosed = condition("undisclosed", rule.undisclosed)
    if map.has("except") { rule.except = map.terms("except") }
    if let node = map.node("value") { rule.value = value(node) }
    if map.has("year") { rule.year = map.terms("year").compactMap { conditions.pattern($0.text, at: $0.place) } }
    if let node = map.node("table") { rule.table = table(node) }
    if let node = map.node("nearby") { rule.nearby = nearby(node) }
    rule.negation = map.choice("negation", of: Rule.NegationPolicy.self) ?? rule.negation
    rule.tense = map.choice("tense", of: Pack.Tense.self) ?? rule.tense
    rule.weight = map.integer("weight") ?? rule.weight
  }

  private func value(_ node: YAMLNode) -> ValueRequest? {
    guard let map = MapReader(node, as: .value, log: log) else { return nil }
    var request = ValueRequest()
    request.kinds = map.choices("kind", of: Quantity.Kind.self)
    request.units = map.texts("units").map { Pattern.tidied($0.unicodeScalars) }
    request.side = map.choice("side", of: ValueRequest.Side.self) ?? request.side
    request.reach = map.integer("reach") ?? request.reach
    request.isRequired = map.truth("required") ?? request.isRequired
    request.sign = map.choice("sign", of: ValueRequest.Sign.self) ?? request.sign
    request.unit = map.text("unit") ?? request.units.first ?? ""
    request.range = range(map)
    return request
  }

  private func range(_ map: MapReader) -> ClosedRange<Double>? {
    guard map.has("min") || map.has("max") else { return nil }
    let low = map.decimal("min")?.double ?? -.infinity
    let high = map.decimal("max")?.double ?? .infinity
    guard low <= high else {
      log.add(.contradiction, at: map.place(of: "min"), Phrase("min is larger than max", "min 大於 max"))
      return nil
    }
    return low...high
  }

  private func table(_ node: YAMLNode) -> TableRequest? {
    guard let map = MapReader(node, as: .table, log: log) else { return nil }
    let conditions = ConditionReader(log: log)
    guard let label = map.node("label").flatMap(conditions.read) else { return nil }
    return TableRequest(
      label: label, across: map.node("across").flatMap(conditions.read),
      notAcross: map.node("not-across").flatMap(conditions.read),
      caption: map.node("caption").flatMap(conditions.read))
  }

  private func nearby(_ node: YAMLNode) -> NearbyRequest? {
    guard let map = MapReader(node, as: .nearby, log: log) else { return nil }
    let conditions = ConditionReader(log: log)
    guard let subject = map.node("subject").flatMap(conditions.read) else { return nil }
    var request = NearbyRequest(subject: subject, measure: map.node("measure").flatMap(conditions.read))
    request.reach = map.choice("reach", of: NearbyRequest.Reach.self) ?? request.reach
    return request
  }

  private func withVariants(_ rule: Rule, _ map: MapReader) -> [Rule] {
    guard map.has("variants") else { return [rule] }
    var base = rule
    var variants: [Rule] = []
    for entry in map.map("variants") {
      guard let body = MapReader(entry.node, as: .variant, log: log) else { continue }
      var variant = rule
      variant.id = "\(rule.id)/\(entry.key)"
      variant.place = entry.keyPlace
      variant.industries = [entry.key]
      variant.examples = body.has("examples") ? examples(body) : []
      fill(&variant, from: body)
      base.exceptIndustries.append(entry.key)
      variants.append(variant)
    }
    return [base] + variants
  }
}
