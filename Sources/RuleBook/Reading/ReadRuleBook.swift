import ReportModel

/// Makes a rule book of its files; whatever is wrong with them is found at once, and the rest is read all the same.
///
///     vocabulary/*.yaml          term lists for all packs
///     PACK/pack.yaml             dimensions, levels, industries
///     PACK/items.yaml            the item table
///     PACK/rating.yaml           events, lists, rounds
///     PACK/coverage.yaml         in how many real reports each item was found
///     PACK/SUB-DIMENSION/*.yaml  rules
package func readRuleBook(_ sources: [RuleBook.Source]) -> (book: RuleBook, findings: [RuleFinding]) {
  let log = FindingLog()
  let book = readUnchecked(sources, log)
  checkRuleBook(book, log)
  return (book, log.sorted)
}

/// Makes a rule book of files that were found sound before: only what cannot be read is told.
package func readSoundRuleBook(_ sources: [RuleBook.Source]) -> (book: RuleBook, findings: [RuleFinding]) {
  let log = FindingLog()
  return (readUnchecked(sources, log), log.sorted)
}

/// The book as its files have it.
func readUnchecked(_ sources: [RuleBook.Source], _ log: FindingLog) -> RuleBook {
  let sources = sources.sorted { $0.path < $1.path }
  // Figures about the rules are none of them: counting again makes no other book.
  var book = RuleBook(sources: sources.filter { RulePath($0.path).content != .coverage })
  for source in sources {
    guard let root = root(of: source, log) else { continue }
    add(root, at: RulePath(source.path), to: &book, log)
  }
  book.packs.sort { $0.id < $1.id }
  book.attachLooseParts()
  return book
}

/// What a file is, by its path in the rules folder.
struct RulePath {
  let path: String
  let parts: [String]

  init(_ path: String) {
    self.path = path
    parts = path.split(separator: "/").map(String.init)
  }

  enum Content { case vocabulary, pack, items, rating, coverage, rules }

  var content: Content {
    if parts.dropLast().contains("vocabulary") { return .vocabulary }
    if parts.count == 2, parts[1] == "pack.yaml" { return .pack }
    if parts.count == 2, parts[1] == "items.yaml" { return .items }
    if parts.count == 2, parts[1] == "rating.yaml" { return .rating }
    if parts.count == 2, parts[1] == "coverage.yaml" { return .coverage }
    return .rules
  }

  /// The pack whose folder it is in.
  var pack: String { parts.count > 1 ? parts[0] : "" }

  /// The folder of a rule file: the sub-dimension that its items are of.
  var folder: String { parts.count > 2 ? parts[parts.count - 2] : "" }
}

func root(of source: RuleBook.Source, _ log: FindingLog) -> YAMLNode? {
  guard String(validating: source.bytes, as: UTF8.self) != nil else {
    log.add(.notReadable, at: Place(file: source.path), Phrase("not UTF-8", "不是 UTF-8"))
    return nil
  }
  do throws(RuleFinding) {
    return try YAMLReader.read(source.bytes, file: source.path)
  } catch {
    log.add(error)
    return nil
  }
}

private func add(_ root: YAMLNode, at path: RulePath, to book: inout RuleBook, _ log: FindingLog) {
  switch path.content {
  case .vocabulary: book.lists += VocabularyReader(log: log).lists(of: root)
  case .pack: if let pack = PackReader(log: log).pack(of: root) { book.packs.append(pack) }
  case .items: book.looseItems += PackReader(log: log).items(of: root, pack: path.pack)
  case .rating: book.looseRatings[path.pack] = RatingReader(log: log).rating(of: root)
  case .coverage: book.looseCoverage[path.pack] = CoverageReader(log: log).coverage(of: root)
  case .rules: book.rules += RuleReader(pack: path.pack, log: log).rules(of: root)
  }
}

extension RuleBook {
  /// Whether a file of a rules folder says what is asked, and not how it is found.
  package static func isOfRubric(path: String) -> Bool {
    switch RulePath(path).content {
    case .pack, .items, .rating: true
    case .vocabulary, .coverage, .rules: false
    }
  }

  /// Items and the like are read before or after their pack, as the files sort.
  fileprivate mutating func attachLooseParts() {
    for item in looseItems {
      if let index = packs.firstIndex(where: { $0.id == item.pack }) { packs[index].items.append(item) }
    }
    for index in packs.indices {
      packs[index].rating = looseRatings[packs[index].id]
      packs[index].coverage = looseCoverage[packs[index].id]
    }
    looseItems = []
    looseRatings = [:]
    looseCoverage = [:]
  }
}
