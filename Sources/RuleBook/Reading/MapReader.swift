import ReportModel

/// Gathers findings while files are read, so that one fault hides no other.
final class FindingLog {
  private(set) var findings: [RuleFinding] = []

  func add(_ finding: RuleFinding) { findings.append(finding) }

  /// By place.
  var sorted: [RuleFinding] { findings.sorted { ($0.place, $0.code.rawValue) < ($1.place, $1.code.rawValue) } }

  func add(_ code: RuleFinding.Code, at place: Place, _ message: Phrase, hint: Phrase? = nil) {
    findings.append(RuleFinding(code, at: place, message, hint: hint))
  }
}

/// A mapping of a rule file read key by key; keys that its table does not know, or misses, are findings.
struct MapReader {
  let place: Place
  let log: FindingLog
  private let entries: [YAMLNode.Entry]

  /// Nil where the node is no mapping.
  init?(_ node: YAMLNode, as table: KeyTable, log: FindingLog) {
    guard case .map(let entries) = node.value else {
      log.add(
        .wrongValue, at: node.place,
        Phrase("a \(table.name) is a mapping of keys to values", "「\(table.name)」必須是「鍵: 值」的對映"))
      return nil
    }
    self.entries = entries
    self.log = log
    place = node.place
    check(against: table)
  }

  private func check(against table: KeyTable) {
    let known = table.keys.map(\.name)
    for entry in entries where !known.contains(entry.key) {
      log.add(
        .unknownKey, at: entry.keyPlace,
        Phrase("a \(table.name) has no key “\(entry.key)”", "「\(table.name)」沒有「\(entry.key)」這個鍵"),
        hint: Self.suggestion(for: entry.key, among: known))
    }
    for key in table.keys where key.isRequired && entry(key.name) == nil {
      log.add(
        .missingKey, at: place, Phrase("a \(table.name) needs “\(key.name)”", "「\(table.name)」缺少「\(key.name)」"),
        hint: Phrase(key.help, key.help))
    }
  }

  private static func suggestion(for word: String, among known: [String]) -> Phrase {
    if !word.utf8.allSatisfy({ (0x21..<0x7F).contains($0) }) || word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return Phrase(
        "a comma inside { } or [ ] ends a text: put the text in quotes, or write it on a line of its own",
        "{ } 或 [ ] 裡的逗號會結束文字：請將文字加上引號，或各自獨立成行")
    }
    let close = known.first { $0.hasPrefix(word) || word.hasPrefix($0) || $0.replacing("-", with: "_") == word }
    if let close { return Phrase("did you mean “\(close)”?", "是否為「\(close)」？") }
    let list = known.joined(separator: ", ")
    return Phrase("known: \(list)", "可用：\(list)")
  }

  func entry(_ key: String) -> YAMLNode.Entry? { entries.first { $0.key == key } }
  func node(_ key: String) -> YAMLNode? { entry(key)?.node }
  func has(_ key: String) -> Bool { entry(key) != nil }
  func place(of key: String) -> Place { entry(key)?.keyPlace ?? place }

  func text(_ key: String) -> String? { node(key).flatMap { Self.text($0, log) } }
  func texts(_ key: String) -> [String] { terms(key).map(\.text) }

  /// One text or a list of them, with their places.
  func terms(_ key: String) -> [TermList.Term] { node(key).map { Self.terms($0, log) } ?? [] }

  func integer(_ key: String) -> Int? {
    guard let node = node(key), let text = Self.text(node, log) else { return nil }
    if let number = Int(text) { return number }
    log.add(.wrongValue, at: node.place, Phrase("“\(key)” is a whole number", "「\(key)」必須是整數"))
    return nil
  }

  func decimal(_ key: String) -> Figure? {
    guard let node = node(key), let text = Self.text(node, log) else { return nil }
    if let number = Figure(plain: text) { return number }
    log.add(.wrongValue, at: node.place, Phrase("“\(key)” is a number", "「\(key)」必須是數字"))
    return nil
  }

  func truth(_ key: String) -> Bool? {
    guard let node = node(key), let text = Self.text(node, log) else { return nil }
    if text == "true" || text == "false" { return text == "true" }
    log.add(.wrongValue, at: node.place, Phrase("“\(key)” is true or false", "「\(key)」必須是 true 或 false"))
    return nil
  }

  func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, of type: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    guard let node = node(key), let text = Self.text(node, log) else { return nil }
    return Self.choice(text, at: node.place, log)
  }

  func choices<Choice: RawRepresentable & CaseIterable>(_ key: String, of type: Choice.Type) -> [Choice]
  where Choice.RawValue == String {
    terms(key).compactMap { Self.choice($0.text, at: $0.place, log) }
  }

  private static func choice<Choice: RawRepresentable & CaseIterable>(
    _ text: String, at place: Place, _ log: FindingLog
  ) -> Choice? where Choice.RawValue == String {
    if let choice = Choice(rawValue: text) { return choice }
    let list = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    log.add(.wrongValue, at: place, Phrase("“\(text)” is none of: \(list)", "「\(text)」不在可用值之中：\(list)"))
    return nil
  }

  /// A text for both languages, or one for each.
  func names(_ key: String) -> Phrase? {
    guard let node = node(key) else { return nil }
    if case .scalar(let text, _) = node.value { return Phrase(text, text) }
    guard let map = MapReader(node, as: .languages, log: log) else { return nil }
    let chinese = map.text("zh-Hant") ?? map.text("en") ?? ""
    return Phrase(map.text("en") ?? chinese, chinese)
  }

  func list(_ key: String) -> [YAMLNode] {
    guard let node = node(key), !node.isNull else { return [] }
    if case .list(let nodes) = node.value { return nodes }
    log.add(.wrongValue, at: node.place, Phrase("“\(key)” is a list", "「\(key)」必須是清單"))
    return []
  }

  func map(_ key: String) -> [YAMLNode.Entry] {
    guard let node = node(key), !node.isNull else { return [] }
    if case .map(let entries) = node.value { return entries }
    log.add(.wrongValue, at: node.place, Phrase("“\(key)” is a mapping", "「\(key)」必須是「鍵: 值」的對映"))
    return []
  }

  /// Whole numbers by name, none of them negative or beyond a bound.
  func counts(_ key: String, upTo bound: Int) -> [(name: String, place: Place, count: Int)] {
    map(key).compactMap { entry in
      guard let text = Self.text(entry.node, log) else { return nil }
      if let count = Int(text), count >= 0, count <= bound { return (entry.key, entry.keyPlace, count) }
      log.add(
        .wrongValue, at: entry.node.place,
        Phrase("“\(entry.key)” is a whole number from 0 to \(bound)", "「\(entry.key)」必須是 0 到 \(bound) 的整數"))
      return nil
    }
  }

  func rows(_ key: String) -> [[String]] {
    list(key).map { row in
      guard case .list(let cells) = row.value else { return [] }
      return cells.compactMap { Self.text($0, log) }
    }
  }

  static func text(_ node: YAMLNode, _ log: FindingLog) -> String? {
    if node.isNull { return "" }
    if case .scalar(let text, _) = node.value { return text }
    log.add(.wrongValue, at: node.place, Phrase("a text is wanted here", "這裡應該是文字"))
    return nil
  }

  static func terms(_ node: YAMLNode, _ log: FindingLog) -> [TermList.Term] {
    switch node.value {
    case .scalar(let text, _): return node.isNull ? [] : [TermList.Term(text: text, place: node.place)]
    case .list(let nodes):
      return nodes.compactMap { node in text(node, log).map { TermList.Term(text: $0, place: node.place) } }
    case .map:
      log.add(.wrongValue, at: node.place, Phrase("a text or a list of texts is wanted here", "這裡應該是文字或文字清單"))
      return []
    }
  }
}
