import Pipeline
import ReportModel
import RuleBook

extension RulesCommand {
  /// Items by their place in the rubric, with the rules that answer them.
  func list() throws(WrongUse) -> Int32 {
    let (book, _) = try choice().read()
    if invocation.has("--counts") { return counts(book) }
    return print(book.packs.flatMap { lines(of: $0, in: book) })
  }

  private func lines(of pack: Pack, in book: RuleBook) -> [String] {
    var lines = ["\(pack.id)  \(pack.names(console.language))"]
    for dimension in pack.dimensions {
      for place in dimension.subDimensions {
        let items = pack.items.filter { $0.subDimension == place.id && isMeant($0) }
        guard !items.isEmpty else { continue }
        lines.append("  \(dimension.names(console.language)) / \(place.names(console.language))")
        for item in items {
          let rules = book.rules.filter { $0.pack == pack.id && $0.items.contains(item.id) }.map(\.id)
          lines.append(
            "    \(item.polarity == .positive ? "+" : "−") \(item.id)  \(item.names(console.language))  [\(item.level)]  "
              + rules.joined(separator: ", ") + mark(item, pack))
        }
      }
    }
    return lines
  }

  private func mark(_ item: Item, _ pack: Pack) -> String {
    guard pack.isUnproven(item) else { return "" }
    return Phrase("  (\(DocsWords.unproven.english))", "（\(DocsWords.unproven.chinese)）")(console.language)
  }

  private func isMeant(_ item: Item) -> Bool {
    invocation.operands.isEmpty
      || invocation.operands.contains { word in
        item.id.contains(word) || item.names.chinese.contains(word)
          || item.names.english.lowercased().contains(word.lowercased())
          || item.subDimension == word
      }
  }

  // MARK: Counts

  /// The numbers of items beside those that the rater has published; a difference is a finding.
  private func counts(_ book: RuleBook) -> Int32 {
    var differs = false
    var lines: [String] = []
    for pack in book.packs {
      let head = Phrase(
        "pack, sub-dimension: items (published), with rules, found in real reports",
        "規則包與次構面：題數（公布），已有規則，已在真實報告中出現")
      lines.append("\(pack.id)  \(head(console.language))")
      for place in pack.dimensions.flatMap(\.subDimensions) {
        let (line, isSame) = count(place, of: pack, in: book)
        differs = differs || !isSame
        lines.append(line)
      }
    }
    return print(lines, code: differs ? Program.ExitCode.findings : Program.ExitCode.done)
  }

  private func count(_ place: Pack.SubDimension, of pack: Pack, in book: RuleBook) -> (line: String, isSame: Bool) {
    let industry = place.published?.industry
    let items = pack.items.filter { $0.subDimension == place.id && $0.applies(to: industry) }
    let positive = items.filter { $0.polarity == .positive }.count
    let negative = items.count - positive
    let answered = items.filter { item in book.rules.contains { $0.pack == pack.id && $0.items.contains(item.id) } }
      .count
    let isSame = place.published.map { $0.positive == positive && $0.negative == negative } ?? true
    let published = place.published.map { " (+\($0.positive) −\($0.negative) \($0.industry))" } ?? ""
    let proven = pack.coverage.map { coverage in
      "  \(items.filter { coverage.hasFound($0.id) }.count)/\(items.count)"
    }
    let mark = isSame ? " " : "≠"
    return (
      "\(mark) \(place.id.padded(to: 26))+\(positive) −\(negative)\(published)  \(answered)/\(items.count)"
        + (proven ?? ""), isSame
    )
  }
}
