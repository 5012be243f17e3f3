import ReportModel

/// Makes a pack of its two files: what the rubric is, and the table of its items.
struct PackReader {
  let log: FindingLog

  func pack(of root: YAMLNode) -> Pack? {
    guard let map = MapReader(root, as: .packFile, log: log), let id = map.text("id") else { return nil }
    return Pack(
      id: id, names: map.names("names") ?? Phrase(id, id), notes: map.names("notes") ?? Phrase("", ""),
      industries: named(map, "industries"), activities: named(map, "activities"),
      levels: map.map("levels").compactMap(level), dimensions: map.list("dimensions").compactMap(dimension),
      topics: map.texts("topics"), scoring: map.node("scoring").flatMap(ScoringReader(log: log).scoring),
      place: map.place)
  }

  private func named(_ map: MapReader, _ key: String) -> [Pack.Named] {
    map.map(key).compactMap { entry in
      MapReader(entry.node, as: .named, log: log)?.names("names").map { Pack.Named(id: entry.key, names: $0) }
    }
  }

  private func level(_ entry: YAMLNode.Entry) -> Pack.Level? {
    guard let map = MapReader(entry.node, as: .level, log: log) else { return nil }
    return Pack.Level(
      id: entry.key, names: map.names("names") ?? Phrase(entry.key, entry.key),
      tense: map.choice("tense", of: Pack.Tense.self) ?? .any)
  }

  private func dimension(_ node: YAMLNode) -> Pack.Dimension? {
    guard let map = MapReader(node, as: .dimension, log: log), let id = map.text("id") else { return nil }
    return Pack.Dimension(
      id: id, names: map.names("names") ?? Phrase(id, id),
      subDimensions: map.map("sub-dimensions").compactMap(subDimension))
  }

  private func subDimension(_ entry: YAMLNode.Entry) -> Pack.SubDimension? {
    guard let map = MapReader(entry.node, as: .subDimension, log: log), let names = map.names("names") else {
      return nil
    }
    return Pack.SubDimension(id: entry.key, names: names, published: map.node("published").flatMap(published))
  }

  private func published(_ node: YAMLNode) -> Pack.Published? {
    guard let map = MapReader(node, as: .published, log: log), let industry = map.text("industry") else { return nil }
    return Pack.Published(
      industry: industry, positive: map.integer("positive") ?? 0, negative: map.integer("negative") ?? 0)
  }

  func items(of root: YAMLNode, pack: String) -> [Item] {
    guard let file = MapReader(root, as: .itemFile, log: log) else { return [] }
    return file.list("items").compactMap { item($0, pack: pack) }
  }

  private func item(_ node: YAMLNode, pack: String) -> Item? {
    guard let map = MapReader(node, as: .item, log: log), let id = map.text("id"), !id.isEmpty else { return nil }
    return Item(
      id: id, pack: pack, names: map.names("names") ?? Phrase(id, id), subDimension: map.text("sub-dimension") ?? "",
      polarity: map.choice("polarity", of: Item.Polarity.self) ?? .positive, level: map.text("level") ?? "",
      industries: map.texts("industries"), activities: map.texts("activities"),
      topics: map.has("topics") ? map.texts("topics") : [id], points: map.decimal("points") ?? Figure(digits: 1),
      references: map.texts("references"), notes: map.names("notes") ?? Phrase("", ""), place: map.place)
  }
}

/// Makes term lists of a vocabulary file.
struct VocabularyReader {
  let log: FindingLog

  func lists(of root: YAMLNode) -> [TermList] {
    guard let file = MapReader(root, as: .vocabularyFile, log: log) else { return [] }
    return file.map("lists").compactMap(list)
  }

  /// A bare list of words stands for a mapping that has only terms.
  private func list(_ entry: YAMLNode.Entry) -> TermList? {
    var node = entry.node
    if case .list = node.value {
      node.value = .map([YAMLNode.Entry(key: "terms", keyPlace: node.place, node: node)])
    }
    guard let map = MapReader(node, as: .list, log: log) else { return nil }
    return TermList(
      name: entry.key, terms: tidied(map.terms("terms")), except: tidied(map.terms("except")), place: entry.keyPlace)
  }

  private func tidied(_ terms: [TermList.Term]) -> [TermList.Term] {
    terms.map { TermList.Term(text: Pattern.tidied($0.text.unicodeScalars), place: $0.place) }
  }
}

/// The items of an item file alone, unchecked against any pack.
package func readItems(_ bytes: [UInt8], pack: String) -> (items: [Item], findings: [RuleFinding]) {
  let log = FindingLog()
  let source = RuleBook.Source(path: "\(pack)/items.yaml", bytes: bytes)
  let items = root(of: source, log).map { PackReader(log: log).items(of: $0, pack: pack) } ?? []
  return (items, log.findings)
}
