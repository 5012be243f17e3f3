import ReportModel
import RuleBook

/// A point of what a rule looks for, in plain words, with the points below it.
package struct RuleOutline {
  package var words: Phrase
  package var pattern: Pattern?
  package var below: [RuleOutline] = []

  init(_ english: String, _ chinese: String, _ below: [RuleOutline] = []) {
    words = Phrase(english, chinese)
    self.below = below
  }

  /// A few short words are read best on one line.
  package var belowFitsALine: Bool {
    let sources = below.compactMap(\.pattern?.source)
    return sources.count == below.count && !below.isEmpty && sources.reduce(0) { $0 + $1.count } <= 48
  }

  init(_ pattern: Pattern) {
    words = Phrase("", "")
    self.pattern = pattern
  }
}

extension RuleOutline {
  /// Everything that a rule asks, in the order in which a reader would ask it.
  package static func points(of rule: Rule, in pack: Pack) -> [RuleOutline] {
    let places = [
      point(rule.find, "It looks for", "尋找"),
      around(rule.with, .context, "Also said", "另須出現"),
      around(rule.not, .sentence, "Not where it is said", "不得出現"),
      point(rule.under, "A heading above says", "上層標題須出現"),
    ]
    let undisclosed = point(rule.undisclosed, "The report says that it has no such figure", "報告自陳沒有此數字")
    let numbers = (rule.table.map(table) ?? []) + (rule.nearby.map(nearby) ?? [])
    let reading = [except(rule), rule.value.map(value)].compactMap { $0 } + numbers
    return places.compactMap { $0 } + reading + [years(rule), undisclosed].compactMap { $0 } + notes(on: rule, in: pack)
  }

  private static func point(_ condition: Condition?, _ english: String, _ chinese: String) -> RuleOutline? {
    guard let condition else { return nil }
    if case .any(let parts) = condition {
      return RuleOutline(english + " one of", chinese + "（任一）", parts.map(outline))
    }
    return RuleOutline(english, chinese, [outline(of: condition)])
  }

  /// A condition on what stands around, with the stretch that it means in its words.
  private static func around(
    _ condition: Condition?, _ ordinary: Scope, _ english: String, _ chinese: String
  ) -> RuleOutline? {
    var (scope, inner) = (ordinary, condition)
    if case .within(let other, let part) = condition { (scope, inner) = (other, part) }
    let name = DocsWords.name(of: scope)
    return point(inner, "\(english) in \(name.english)", "\(name.chinese)\(chinese)")
  }

  private static func outline(of condition: Condition) -> RuleOutline {
    switch condition {
    case .pattern(let pattern): return RuleOutline(pattern)
    case .all(let parts): return RuleOutline("all of", "全部", parts.map(outline))
    case .any(let parts): return RuleOutline("one of", "任一", parts.map(outline))
    case .not(let part): return RuleOutline("but not", "不得為", [outline(of: part)])
    case .near(let parts, let width):
      return RuleOutline("all within \(width) characters of each other", "彼此相距 \(width) 字以內", parts.map(outline))
    case .within(let scope, let part):
      let name = DocsWords.name(of: scope)
      return RuleOutline("in \(name.english)", "在\(name.chinese)", [outline(of: part)])
    }
  }

  private static func except(_ rule: Rule) -> RuleOutline? {
    guard !rule.except.isEmpty else { return nil }
    let list = rule.except.map(\.text).joined(separator: "、")
    return RuleOutline("Not counted inside \(list)", "下列字詞中的不算：\(list)")
  }

  private static func years(_ rule: Rule) -> RuleOutline? {
    rule.year.isEmpty ? nil : RuleOutline("Its year is said by", "年度出自", rule.year.map { RuleOutline($0) })
  }

  private static func table(_ request: TableRequest) -> [RuleOutline] {
    [
      point(request.label, "In tables and charts it reads rows or columns headed", "在圖表中讀取表頭為下列者的列或欄"),
      point(request.across, "Of these the cells whose other headers say", "其中交叉表頭須出現"),
      point(request.notAcross, "Of these no cells whose other headers say", "其中交叉表頭不得出現"),
      point(request.caption, "Only where caption, headings or headers say", "表名、標題或表頭須出現"),
    ].compactMap { $0 }
  }

  private static func nearby(_ request: NearbyRequest) -> [RuleOutline] {
    let reach = DocsWords.name(of: request.reach)
    return [
      RuleOutline("Only where other rules have found the item, and none its number", "僅在其他規則已找到題項、但都沒有數字時"),
      point(
        request.subject, "Any such number that is about one of these, as said in \(reach.english):",
        "凡關於下列主題的數字（見於\(reach.chinese)）"),
      point(request.measure, "In the sentence, the headers or the caption also said", "同一句、表頭或表名另須出現"),
    ].compactMap { $0 }
  }

  // MARK: The number

  private static func value(_ request: ValueRequest) -> RuleOutline {
    var english = request.kinds.map { DocsWords.name(of: $0).english }.joined(separator: " or ")
    var chinese = request.kinds.map { DocsWords.name(of: $0).chinese }.joined(separator: "或")
    if request.kinds.isEmpty { (english, chinese) = ("any number", "任何數字") }
    if !request.units.isEmpty {
      english += " in " + request.units.joined(separator: ", ")
      chinese += "（單位 " + request.units.joined(separator: "、") + "）"
    }
    let limits = [side(request), range(request), need(request), sign(request)].compactMap { $0 }
    return RuleOutline(
      (["Value: " + english] + limits.map(\.english)).joined(separator: "; "),
      (["數值：" + chinese] + limits.map(\.chinese)).joined(separator: "；"))
  }

  private static func side(_ request: ValueRequest) -> Phrase? {
    let reach = request.reach
    switch request.side {
    case .after: return Phrase("after the words, within \(reach) characters", "在字詞之後 \(reach) 字以內")
    case .before: return Phrase("before the words, within \(reach) characters", "在字詞之前 \(reach) 字以內")
    case .either: return reach == 40 ? nil : Phrase("within \(reach) characters of the words", "距字詞 \(reach) 字以內")
    }
  }

  private static func range(_ request: ValueRequest) -> Phrase? {
    guard let range = request.range else { return nil }
    let low = DocsWords.number(range.lowerBound)
    let high = DocsWords.number(range.upperBound)
    switch (low, high) {
    case (let low?, let high?): return Phrase("from \(low) to \(high)", "介於 \(low) 與 \(high)")
    case (let low?, nil): return Phrase("\(low) or more", "不小於 \(low)")
    case (nil, let high?): return Phrase("\(high) or less", "不大於 \(high)")
    case (nil, nil): return nil
    }
  }

  private static func need(_ request: ValueRequest) -> Phrase? {
    request.isRequired ? nil : Phrase("counts without a number too", "沒有數字亦可")
  }

  private static func sign(_ request: ValueRequest) -> Phrase? {
    switch request.sign {
    case .printed: nil
    case .none: Phrase("a minus does not count", "不計負號")
    }
  }

  // MARK: What else

  private static func notes(on rule: Rule, in pack: Pack) -> [RuleOutline] {
    var notes: [RuleOutline] = []
    switch rule.negation {
    case .refuse: break
    case .ignore: notes.append(RuleOutline("Negated statements count too", "否定句亦算"))
    case .answer: notes.append(RuleOutline("A negated statement is the answer “no”", "否定句視為回答「否」"))
    }
    if let tense = rule.tense { notes.append(DocsWords.outline(of: tense)) }
    if rule.roles != Rule(id: "", pack: "", place: rule.place).roles {
      let roles = rule.roles.map(DocsWords.name)
      notes.append(
        RuleOutline(
          "Reads only: " + roles.map(\.english).joined(separator: ", "),
          "只讀：" + roles.map(\.chinese).joined(separator: "、")))
    }
    if rule.weight != 1 { notes.append(RuleOutline("Weight \(rule.weight)", "權重 \(rule.weight)")) }
    return notes + industries(of: rule, in: pack)
  }

  private static func industries(of rule: Rule, in pack: Pack) -> [RuleOutline] {
    func names(_ ids: [String]) -> Phrase {
      let all = ids.map { id in pack.industries.first { $0.id == id }?.names ?? Phrase(id, id) }
      return Phrase(all.map(\.english).joined(separator: ", "), all.map(\.chinese).joined(separator: "、"))
    }
    let (only, except) = (names(rule.industries), names(rule.exceptIndustries))
    return [
      rule.industries.isEmpty ? nil : RuleOutline("Only for: \(only.english)", "僅適用：\(only.chinese)"),
      rule.exceptIndustries.isEmpty ? nil : RuleOutline("Not for: \(except.english)", "不適用：\(except.chinese)"),
    ].compactMap { $0 }
  }
}
