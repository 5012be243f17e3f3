import ReportModel

/// A rule book with one edited file laid over it: what the file defines replaces what has the same name, what is new is
/// added, and everything else stays.
///
/// The file may lie anywhere. What it is shows by its first key; the pack of its rules or items is the given one, or
/// else the one that has them already.
package func readRuleBook(
  _ sources: [RuleBook.Source], draft: RuleBook.Source, pack: String? = nil
) -> (book: RuleBook, findings: [RuleFinding]) {
  let log = FindingLog()
  var book = readUnchecked(sources, log)
  if let root = root(of: draft, log) {
    DraftReader(pack: pack, log: log).lay(root, over: &book)
  } else if log.findings.isEmpty {
    log.add(.wrongValue, at: Place(file: draft.path), Phrase("the draft is empty", "草稿是空的"))
  }
  book.sources.append(draft)
  checkRuleBook(book, log)
  return (book, log.sorted)
}

/// The same over a book that was read before, for whoever waits: only the draft is read and checked. The book that comes
/// out asks nothing but what the draft's rules answer.
package func readDraft(
  _ draft: RuleBook.Source, over book: RuleBook, pack: String? = nil
) -> (book: RuleBook, findings: [RuleFinding]) {
  let log = FindingLog()
  var laid = book
  if let root = root(of: draft, log) {
    DraftReader(pack: pack, log: log).lay(root, over: &laid)
  } else if log.findings.isEmpty {
    log.add(.wrongValue, at: Place(file: draft.path), Phrase("the draft is empty", "草稿是空的"))
  }
  let own = laid.rules.filter { $0.place.file == draft.path }
  var checked = laid
  checked.rules = own
  checkRuleBook(checked, log)
  return (laid.asking(Set(own.flatMap(\.items))), log.sorted.filter { $0.place.file == draft.path })
}

/// Lays what one file defines over a book.
private struct DraftReader {
  let pack: String?
  let log: FindingLog

  func lay(_ root: YAMLNode, over book: inout RuleBook) {
    guard case .map(let entries) = root.value else {
      return log.add(.wrongValue, at: root.place, Phrase("a rule file is a mapping", "規則檔必須是「鍵: 值」的對映"))
    }
    let keys = entries.map(\.key)
    if keys.contains("lists") {
      lay(VocabularyReader(log: log).lists(of: root), over: &book)
    } else if keys.contains("items") {
      layItems(root, over: &book)
    } else if keys.contains("dimensions") {
      layPack(root, over: &book)
    } else {
      layRules(root, over: &book)
    }
  }

  private func lay(_ lists: [TermList], over book: inout RuleBook) {
    for list in lists { book.lists.replaceOrAppend([list]) { $0.name == list.name } }
  }

  private func layItems(_ root: YAMLNode, over book: inout RuleBook) {
    let items = PackReader(log: log).items(of: root, pack: "")
    let ids = Set(items.map(\.id))
    guard let index = owner(in: book, at: root.place, knows: { pack in pack.items.contains { ids.contains($0.id) } })
    else { return }
    for var item in items {
      item.pack = book.packs[index].id
      book.packs[index].items.replaceOrAppend([item]) { $0.id == item.id }
    }
  }

  private func layPack(_ root: YAMLNode, over book: inout RuleBook) {
    guard var pack = PackReader(log: log).pack(of: root) else { return }
    pack.items = book.pack(pack.id)?.items ?? []
    pack.rating = book.pack(pack.id)?.rating
    pack.coverage = book.pack(pack.id)?.coverage
    book.packs.replaceOrAppend([pack]) { $0.id == pack.id }
  }

  private func layRules(_ root: YAMLNode, over book: inout RuleBook) {
    let rules = RuleReader(pack: "", log: log).rules(of: root)
    let ids = Set(rules.map(\.ownId))
    let items = Set(rules.flatMap(\.items))
    let known = book.rules.filter { ids.contains($0.ownId) }.map(\.pack)
    guard
      let index = owner(
        in: book, at: root.place,
        knows: { pack in known.contains(pack.id) || pack.items.contains { items.contains($0.id) } })
    else { return }
    let pack = book.packs[index].id
    for (id, variants) in Dictionary(grouping: rules, by: \.ownId).sorted(by: { $0.value[0].place < $1.value[0].place })
    {
      let own = variants.map { $0.moved(to: pack) }
      book.rules.replaceOrAppend(own) { $0.pack == pack && $0.ownId == id }
    }
  }

  /// The pack that is meant: the one that was named, the one that knows the ids, or the only one.
  private func owner(in book: RuleBook, at place: Place, knows: (Pack) -> Bool) -> Int? {
    if let pack { return book.packs.firstIndex { $0.id == pack } }
    let candidates = book.packs.indices.filter { knows(book.packs[$0]) }
    if let only = candidates.count == 1 ? candidates.first : book.packs.count == 1 ? 0 : nil { return only }
    let list = book.packs.map(\.id).joined(separator: ", ")
    log.add(
      .unknownPlace, at: place,
      Phrase("which pack the draft is of cannot be told; name it with --pack", "無法判定草稿屬於哪個規則包，請以 --pack 指定"),
      hint: Phrase("known: \(list)", "可用：\(list)"))
    return nil
  }
}

extension Rule {
  /// The id as it is written; a variant's has its industry behind it.
  package var ownId: String { String(id.prefix { $0 != "/" }) }

  fileprivate func moved(to pack: String) -> Rule {
    var rule = self
    rule.pack = pack
    return rule
  }
}

extension Array {
  /// New elements in place of those that match, or at the end where none does.
  fileprivate mutating func replaceOrAppend(_ new: [Element], where matches: (Element) -> Bool) {
    let index = firstIndex(where: matches) ?? count
    removeAll(where: matches)
    insert(contentsOf: new, at: Swift.min(index, count))
  }
}
