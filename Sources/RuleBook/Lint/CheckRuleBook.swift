import ReportModel

/// What can be said of a rule book without any report.
func checkRuleBook(_ book: RuleBook, _ log: FindingLog) {
  checkIds(book, log)
  ListChecks(book: book, log: log).run()
  for pack in book.packs { PackChecks(pack: pack, book: book, log: log).run() }
  let packs = Dictionary(book.packs.map { ($0.id, PackNames($0)) }, uniquingKeysWith: { first, _ in first })
  let lists = Set(book.lists.map(\.name))
  for rule in book.rules {
    guard let pack = packs[rule.pack] else {
      log.add(
        .unknownPlace, at: rule.place,
        Phrase("there is no pack “\(rule.pack)” with a pack.yaml", "沒有「\(rule.pack)」的 pack.yaml"))
      continue
    }
    RuleChecks(rule: rule, pack: pack, lists: lists, log: log).run()
  }
}

/// Ids that stand twice: of packs, items and rules in a pack, and lists.
private func checkIds(_ book: RuleBook, _ log: FindingLog) {
  reportTwice(book.packs.map { ($0.id, $0.place) }, Phrase("pack", "規則包"), log)
  reportTwice(book.lists.map { ($0.name, $0.place) }, Phrase("list", "詞彙表"), log)
  for pack in book.packs { reportTwice(pack.items.map { ($0.id, $0.place) }, Phrase("item", "題項"), log) }
  for (_, rules) in Dictionary(grouping: book.rules, by: \.pack).sorted(by: { $0.key < $1.key }) {
    reportTwice(rules.map { ($0.id, $0.place) }, Phrase("rule", "規則"), log)
  }
}

private func reportTwice(_ ids: [(String, Place)], _ kind: Phrase, _ log: FindingLog) {
  var first: [String: Place] = [:]
  for (id, place) in ids {
    guard let earlier = first[id] else {
      first[id] = place
      continue
    }
    log.add(
      .duplicateId, at: place,
      Phrase("\(kind.english) “\(id)” stands twice", "\(kind.chinese)「\(id)」重複"),
      hint: Phrase("first at \(earlier.file):\(earlier.line)", "首次出現於 \(earlier.file):\(earlier.line)"))
  }
}
