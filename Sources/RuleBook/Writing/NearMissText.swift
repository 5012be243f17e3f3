import ReportModel

/// Something that a rule found and should not have: to stand among its near-misses.
package struct NearMiss: Sendable, Equatable {
  package var text: String
  /// Where it is a table.
  package var rows: [[String]]
  package var headings: [String]
  package var reportYear: Int?
  package var why: String

  package init(
    text: String = "", rows: [[String]] = [], headings: [String] = [], reportYear: Int? = nil, why: String
  ) {
    self.text = text
    self.rows = rows
    self.headings = headings
    self.reportYear = reportYear
    self.why = why
  }
}

/// Why a near-miss could not be put into a file.
package enum NearMissRefusal: Error, Sendable, Equatable {
  case notYAML(RuleFinding)
  /// No rule begins where it should.
  case noRule(Place)
  /// Its examples are written between brackets, where a program that keeps everything else cannot put one more.
  case betweenBrackets(Place)
  /// It has that near-miss already.
  case known(Place)
}

/// The bytes of a rule file with a near-miss more, behind those that a rule has; every other byte stays.
package func adding(
  _ miss: NearMiss, toRuleAt place: Place, in bytes: [UInt8]
) throws(NearMissRefusal) -> [UInt8] {
  let root: YAMLNode?
  do throws(RuleFinding) { root = try YAMLReader.read(bytes, file: place.file) } catch { throw .notYAML(error) }
  guard let rules = root?.entry("rules")?.node, case .list(let all) = rules.value,
    let rule = all.lazy.compactMap({ $0.rule(at: place) }).first
  else { throw .noRule(place) }
  return try NearMissWriter(bytes, place.file).adding(miss, to: rule)
}

private struct NearMissWriter {
  private let file: String
  /// With their line ends.
  private let lines: [[UInt8]]

  init(_ bytes: [UInt8], _ file: String) {
    self.file = file
    var lines: [[UInt8]] = []
    var line: [UInt8] = []
    for byte in bytes {
      line.append(byte)
      if byte == UInt8(ascii: "\n") {
        lines.append(line)
        line = []
      }
    }
    if !line.isEmpty { lines.append(line) }
    self.lines = lines
  }

  func adding(_ miss: NearMiss, to rule: YAMLNode) throws(NearMissRefusal) -> [UInt8] {
    guard case .map(let keys) = rule.value, let first = keys.first else { throw .noRule(rule.place) }
    // Written line by line a mapping begins with its first key, between brackets with the bracket.
    guard first.keyPlace == rule.place else { throw .betweenBrackets(rule.place) }
    let indent = first.keyPlace.column - 1
    guard let examples = rule.entry("examples") else {
      let key = [String(repeating: " ", count: indent) + "examples:"]
      let misses = [String(repeating: " ", count: indent + 2) + "misses:"]
      return put(key + misses + text(of: miss, indent: indent + 4), behind: end(of: rule.place.line, over: indent - 1))
    }
    guard case .map(let parts) = examples.node.value, let part = parts.first,
      part.keyPlace.line > examples.keyPlace.line
    else { throw .betweenBrackets(examples.keyPlace) }
    let inner = part.keyPlace.column - 1
    guard let misses = examples.node.entry("misses") else {
      let key = [String(repeating: " ", count: inner) + "misses:"]
      return put(key + text(of: miss, indent: inner + 2), behind: end(of: examples.keyPlace.line, over: inner - 1))
    }
    guard case .list(let known) = misses.node.value, let last = known.last, let dash = dash(of: last) else {
      throw .betweenBrackets(misses.keyPlace)
    }
    if let same = known.first(where: { $0.says(miss) }) { throw .known(same.place) }
    return put(text(of: miss, indent: dash), behind: end(of: last.place.line, over: dash))
  }

  /// How far in the dash of an entry stands, where it has one.
  private func dash(of entry: YAMLNode) -> Int? {
    guard lines.indices.contains(entry.place.line - 1) else { return nil }
    let line = lines[entry.place.line - 1]
    guard let place = line.firstIndex(where: { $0 != UInt8(ascii: " ") }), line[place] == UInt8(ascii: "-") else {
      return nil
    }
    return place
  }

  /// The number of the last line of what begins on a line: all that stands further in than an indent.
  private func end(of line: Int, over indent: Int) -> Int {
    var end = line
    for number in lines.indices.dropFirst(line) {
      let place = lines[number].firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
      guard let place, lines[number][place] != UInt8(ascii: "\n"), lines[number][place] != UInt8(ascii: "\r") else {
        continue
      }
      if place <= indent { break }
      end = number + 1
    }
    return end
  }

  private func put(_ new: [String], behind line: Int) -> [UInt8] {
    let lineEnd = lines.first.map { $0.suffix(2) == [13, 10] } ?? false ? "\r\n" : "\n"
    var before = Array(lines.prefix(line).joined())
    if let last = before.last, last != UInt8(ascii: "\n") { before += Array(lineEnd.utf8) }
    return before + Array(new.map { $0 + lineEnd }.joined().utf8) + Array(lines.dropFirst(line).joined())
  }

  // MARK: The example

  private func text(of miss: NearMiss, indent: Int) -> [String] {
    var keys: [String] = []
    if miss.rows.isEmpty {
      keys.append("text: " + YAMLText.written(miss.text))
    } else {
      keys.append("rows: [" + miss.rows.map(YAMLText.flowList).joined(separator: ", ") + "]")
    }
    if !miss.headings.isEmpty { keys.append("under: " + YAMLText.flowList(miss.headings)) }
    if let year = miss.reportYear { keys.append("report-year: \(year)") }
    keys.append("why: " + YAMLText.written(miss.why))
    let space = String(repeating: " ", count: indent)
    return keys.enumerated().map { space + ($0 == 0 ? "- " : "  ") + $1 }
  }
}

extension YAMLNode {
  /// Itself, where a rule begins at a place, or the one of its variants that does.
  fileprivate func rule(at wanted: Place) -> YAMLNode? {
    if place.line == wanted.line { return self }
    guard case .map(let variants)? = entry("variants")?.node.value else { return nil }
    return variants.first { $0.keyPlace.line == wanted.line }?.node
  }

  fileprivate func entry(_ key: String) -> Entry? {
    guard case .map(let entries) = value else { return nil }
    return entries.first { $0.key == key }
  }

  /// Whether an example has just these words, or these rows.
  fileprivate func says(_ miss: NearMiss) -> Bool {
    if case .scalar(let text, _) = value { return miss.rows.isEmpty && text == miss.text }
    guard miss.rows.isEmpty else { return entry("rows")?.node.rows == miss.rows }
    guard case .scalar(let text, _)? = entry("text")?.node.value else { return false }
    return text == miss.text
  }

  private var rows: [[String]]? {
    guard case .list(let rows) = value else { return nil }
    return rows.map { row in
      guard case .list(let cells) = row.value else { return [] }
      return cells.map { cell in if case .scalar(let text, _) = cell.value { text } else { "" } }
    }
  }
}
