import Pipeline
import ReportModel
import RuleBook

extension RulesCommand {
  /// Items by their place in the rubric, with the rules that answer them.
  func list() throws(WrongUse) -> Int32 {
    let (book, _) = try choice().read()
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
              + rules.joined(separator: ", "))
        }
      }
    }
    return lines
  }

  private func isMeant(_ item: Item) -> Bool {
    invocation.operands.isEmpty
      || invocation.operands.contains { word in
        item.id.contains(word) || item.names.chinese.contains(word)
          || item.names.english.lowercased().contains(word.lowercased())
          || item.subDimension == word
      }
  }
}
