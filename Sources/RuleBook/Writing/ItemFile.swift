import ReportModel

/// A pack's item table as the file that its reader reads: one form for the same items, so that a change of one item
/// changes the lines of one item.
package struct ItemFile: Sendable, Equatable {
  /// Comments above the first key, kept when the table is written anew.
  package var head: [String]
  /// Comments right above an item, by its id: they stay with it.
  package var above: [String: [String]]
  /// How many comments stand elsewhere, or above items that are gone, and cannot be kept.
  package var lostComments: Int
  package var items: [Item]

  package init(items: [Item], head: [String] = []) {
    self.items = items
    self.head = head
    above = [:]
    lostComments = 0
  }

  /// New items for an old file, whose comments stay.
  package init(items: [Item], replacing bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let head = lines.prefix { Self.isComment($0) || Self.isBlank($0) }
    self.items = items
    // A file that ends with a line feed has an empty line behind its last one.
    self.head = (head.count == lines.count ? head.dropLast() : head).map(String.init)
    let ids = Set(items.map(\.id))
    above = Self.comments(in: lines, aboveItemsOf: bytes).filter { ids.contains($0.key) }
    let kept = above.values.reduce(0) { $0 + $1.count }
    lostComments = lines.dropFirst(head.count).filter(Self.isComment).count - kept
  }

  private static func comments(in lines: [Substring], aboveItemsOf bytes: [UInt8]) -> [String: [String]] {
    var above: [String: [String]] = [:]
    for item in readItems(bytes, pack: "").items where above[item.id] == nil {
      let comments = lines.prefix(item.place.line - 1).suffix(while: { isComment($0) || isBlank($0) }).filter(isComment)
      if !comments.isEmpty { above[item.id] = comments.map { String($0.drop(while: isSpace)) } }
    }
    return above
  }

  private static func isSpace(_ character: Character) -> Bool { character == " " || character == "\t" }
  private static func isBlank(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }
  private static func isComment(_ line: Substring) -> Bool { line.drop(while: isSpace).first == "#" }

  package var bytes: [UInt8] {
    let body = items.isEmpty ? ["items: []"] : ["items:"] + items.flatMap(lines(of:))
    return Array((head + body).map { $0 + "\n" }.joined().utf8)
  }

  // MARK: One item

  private func lines(of item: Item) -> [String] {
    (above[item.id] ?? []).map { "  " + $0 } + Self.keys(of: item)
  }

  private static func keys(of item: Item) -> [String] {
    var lines = ["id: " + YAMLText.written(item.id)]
    lines += phrase("names", item.names)
    lines.append("sub-dimension: " + YAMLText.written(item.subDimension))
    if item.polarity != .positive { lines.append("polarity: " + item.polarity.rawValue) }
    lines.append("level: " + YAMLText.written(item.level))
    lines += list("industries", item.industries, unless: []) + list("activities", item.activities, unless: [])
    lines += list("topics", item.topics, unless: [item.id])
    if item.points != Figure(digits: 1) { lines.append("points: " + item.points.plain) }
    lines += list("references", item.references, unless: [])
    if item.notes != Phrase("", "") { lines += phrase("notes", item.notes) }
    return lines.enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 }
  }

  private static let longestLine = 116

  /// On one line where that can be read.
  private static func phrase(_ key: String, _ phrase: Phrase) -> [String] {
    let parts = ["zh-Hant: " + YAMLText.written(phrase.chinese), "en: " + YAMLText.written(phrase.english)]
    let line = "\(key): {\(parts.joined(separator: ", "))}"
    return DisplayWidth.of(line) <= longestLine ? [line] : ["\(key):"] + parts.map { "  " + $0 }
  }

  private static func list(_ key: String, _ texts: [String], unless ordinary: [String]) -> [String] {
    if texts == ordinary { return [] }
    let line = "\(key): \(YAMLText.flowList(texts))"
    return DisplayWidth.of(line) <= longestLine || texts.isEmpty
      ? [line] : ["\(key):"] + texts.map { "  - " + YAMLText.written($0) }
  }
}

extension Item {
  /// Whether both say the same, wherever they stand.
  package func saysTheSame(as other: Item) -> Bool {
    var moved = other
    moved.place = place
    return self == moved
  }
}

extension ArraySlice {
  /// The longest end of which all is of a kind.
  fileprivate func suffix(while isKept: (Element) -> Bool) -> ArraySlice {
    var start = endIndex
    while start > startIndex, isKept(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
