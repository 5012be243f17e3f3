import ReportModel

/// One text of a document, in which words are noted and found again.
package struct ReportWords: Sendable {
  /// Which text of the document it is (`WordsPlace.text`).
  package let text: String
  private let report: ReportText
  private let tokens: WordTokens

  package init(_ report: ReportText, text: String) {
    self.report = report
    self.text = text
    tokens = WordTokens(report.text)
  }

  /// A place where words stand.
  struct Spot: Sendable, Equatable {
    /// Of the key, in tokens.
    let key: Range<Int>
    let page: Int
    let block: Int
  }

  // MARK: Noting

  /// Words as they stand in this text; nil where nothing stands there.
  package func words(at ranges: [Range<Int>], printed: String, page: Int, reading: WordsReading) -> DecidedWords? {
    let places = ranges.map { tokens.places(of: $0.clamped(to: report.text.indices)) }
    return words(at: ranges, key: key(of: places, printed), printed: printed, page: page, reading: reading)
  }

  private func words(
    at ranges: [Range<Int>], key: Int, printed: String, page: Int, reading: WordsReading
  ) -> DecidedWords? {
    let places = ranges.map { tokens.places(of: $0.clamped(to: report.text.indices)) }
    guard let pieces = Several(ranges.map { line(report.text[$0.clamped(to: report.text.indices)]) }),
      places.indices.contains(key), !places[key].isEmpty, let spot = spot(places[key])
    else { return nil }
    let surroundings = surroundings(of: spot)
    let alike = spots(of: pieces.all.map(tokens.tokens), key: key)
    let whole = alike.filter { agree(self.surroundings(of: $0), surroundings) }
    func count(_ isCounted: (Spot) -> Bool) -> DecidedWords.Alike {
      DecidedWords.Alike(words: alike.filter(isCounted).count, whole: whole.filter(isCounted).count)
    }
    return DecidedWords(
      pieces: pieces, key: key, surroundings: surroundings, printed: printed, page: page, reading: reading,
      place: WordsPlace(text: text, ranges: ranges), inText: count { _ in true }, onPage: count { $0.page == spot.page }
    )
  }

  /// What stands at a place that looks like words: each piece that goes with the key where it stands nearest to it.
  package func words(like words: DecidedWords, at alike: LookAlike) -> DecidedWords? {
    let place = tokens.places(of: alike.range.clamped(to: report.text.indices))
    guard let spot = spot(place) else { return nil }
    let block = tokens.places(of: report.blocks[spot.block].range)
    let isRestated = alike.likeness == .restated
    var ranges: [Range<Int>] = []
    for (number, piece) in words.pieces.enumerated() {
      let places =
        number == words.key ? [place] : tokens.places(of: tokens.tokens(of: piece), in: block, asShape: isRestated)
      let nearest = places.min { abs($0.lowerBound - place.lowerBound) < abs($1.lowerBound - place.lowerBound) }
      guard let range = nearest.flatMap(tokens.text) else { return nil }
      ranges.append(range)
    }
    return self.words(
      at: ranges, key: words.key, printed: isRestated ? "" : words.printed, page: spot.page, reading: words.reading)
  }

  /// What is printed in a box of a page, as it is read.
  package static func words(in box: Box, onPage page: Int, of report: ReportText, _ ink: InkMap) -> String {
    var found = String.UnicodeScalarView()
    for (scalar, span) in zip(report.text, ink.spans) {
      let glyphs = ink.glyphs[Int(span.first)..<Int(span.first) + Int(span.count)]
      if glyphs.contains(where: { $0.page == page && box.containsMiddle(of: $0.box) }) {
        found.append(scalar)
      } else if glyphs.isEmpty, let last = found.last, last != " " {
        found.append(" ")
      }
    }
    return OneLine(String(found))?.text ?? ""
  }

  /// The last piece that holds the number; else the longest.
  private func key(of pieces: [Range<Int>], _ printed: String) -> Int {
    let number = tokens.tokens(of: printed)
    let longest = pieces.indices.max { (pieces[$0].count, $1) < (pieces[$1].count, $0) } ?? 0
    guard !number.isEmpty else { return longest }
    return pieces.indices.last { !tokens.places(of: number, in: pieces[$0]).isEmpty } ?? longest
  }

  private func line(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    OneLine(String(scalars: scalars))?.text ?? ""
  }

  // MARK: Finding

  /// Whether evidence at some places of this text says just these words.
  package func isSaid(_ words: DecidedWords, at key: Range<Int>, by ranges: [Range<Int>], printed: String) -> Bool {
    guard printed == words.printed, ranges.count == words.pieces.count else { return false }
    let places = ranges.map { tokens.places(of: $0.clamped(to: report.text.indices)) }
    guard places[words.key] == tokens.places(of: key) else { return false }
    return zip(places, words.pieces).allSatisfy { Array(tokens.tokens[$0]) == tokens.tokens(of: $1) }
  }

  /// Where the words may be meant: their key, with all other pieces in the same block.
  func spots(of words: DecidedWords, asShape: Bool = false) -> [Spot] {
    spots(of: words.pieces.map(tokens.tokens), key: words.key, asShape: asShape)
  }

  private func spots(of pieces: [[UInt32]], key: Int, asShape: Bool = false) -> [Spot] {
    guard pieces.indices.contains(key) else { return [] }
    let others = pieces.indices.filter { $0 != key && !pieces[$0].isEmpty }.map { pieces[$0] }
    return tokens.places(of: pieces[key], asShape: asShape).compactMap(spot).filter { spot in
      let block = tokens.places(of: report.blocks[spot.block].range)
      return others.allSatisfy { !tokens.places(of: $0, in: block, asShape: asShape).isEmpty }
    }
  }

  /// Nil where the tokens are not all of one block.
  private func spot(_ key: Range<Int>) -> Spot? {
    guard let range = tokens.text(of: key), let number = block(at: range.lowerBound) else { return nil }
    let block = report.blocks[number]
    guard range.upperBound <= block.range.upperBound else { return nil }
    let part = block.parts.last { $0.range.lowerBound <= range.lowerBound } ?? block.parts.first
    guard let page = cell(of: range, in: block)?.page ?? part?.page else { return nil }
    return Spot(key: key, page: page, block: number)
  }

  private func block(at scalar: Int) -> Int? {
    var (low, high) = (0, report.blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if report.blocks[middle].range.upperBound > scalar { high = middle } else { low = middle + 1 }
    }
    return report.blocks.indices.contains(low) && report.blocks[low].range.contains(scalar) ? low : nil
  }

  private func cell(of range: Range<Int>, in block: TextBlock) -> TextTable.Cell? {
    block.table?.cells.first { $0.range.contains(range.lowerBound) }
  }

  func range(of spot: Spot) -> Range<Int>? { tokens.text(of: spot.key) }

  package func string(_ range: Range<Int>) -> String { report.string(range.clamped(to: report.text.indices)) }

  // MARK: What stands around

  /// So many tokens on either side.
  private static let reach = 16
  /// So many have to agree where a paragraph was cut elsewhere.
  private static let enough = 8

  func surroundings(of spot: Spot) -> DecidedWords.Surroundings {
    let block = report.blocks[spot.block]
    if let table = block.table, let range = tokens.text(of: spot.key), let cell = cell(of: range, in: block) {
      return .cell(labels: labels(of: cell, table), headers: headers(of: cell, table))
    }
    let all = tokens.places(of: block.range)
    let before = max(all.lowerBound, spot.key.lowerBound - Self.reach)..<spot.key.lowerBound
    let after = spot.key.upperBound..<min(all.upperBound, spot.key.upperBound + Self.reach)
    return .running(before: line(before), after: line(after))
  }

  private func line(_ places: Range<Int>) -> String {
    tokens.text(of: places).map { line(report.text[$0]) } ?? ""
  }

  /// What stands to the left in its row and says what it is of.
  private func labels(of cell: TextTable.Cell, _ table: TextTable) -> [String] {
    table.cells.filter { other in
      other.rows.overlaps(cell.rows) && other.columns.upperBound <= cell.columns.lowerBound
        && (other.columns.lowerBound < max(table.headerColumns, 1) || !isNumber(other))
    }.map(line).filter { !$0.isEmpty }
  }

  /// What stands above its column, and the last line above it that is alone in its row: the title of a group.
  private func headers(of cell: TextTable.Cell, _ table: TextTable) -> [String] {
    let heads = max(table.headerRows, 1)
    let above = table.cells.filter { $0.rows.upperBound <= cell.rows.lowerBound && !line($0).isEmpty }
    let headers = above.filter { $0.rows.lowerBound < heads && $0.columns.overlaps(cell.columns) }
    let rows = Dictionary(grouping: above.filter { $0.rows.lowerBound >= heads }, by: \.rows.lowerBound)
    let group = rows.filter { $0.value.count == 1 }.max { $0.key < $1.key }?.value ?? []
    return (headers + group).map(line)
  }

  private func line(_ cell: TextTable.Cell) -> String { line(report.text[cell.range]) }

  private func isNumber(_ cell: TextTable.Cell) -> Bool {
    tokens.tokens[tokens.places(of: cell.range)].allSatisfy(WordTokens.isNumber)
  }

  /// Whether two places stand between the same things: numbers around running text may have been restated, titles of
  /// rows and columns may not.
  func agree(_ one: DecidedWords.Surroundings, _ other: DecidedWords.Surroundings) -> Bool {
    switch (one, other) {
    case (.cell(let labels, let headers), .cell(let otherLabels, let otherHeaders)):
      return labels.map(tokens.tokens) == otherLabels.map(tokens.tokens)
        && headers.map(tokens.tokens) == otherHeaders.map(tokens.tokens)
    case (.running(let before, let after), .running(let otherBefore, let otherAfter)):
      func shape(_ text: String) -> [UInt32] { WordTokens.shape(tokens.tokens(of: text)) }
      let sides = [
        (Array(shape(before).reversed()), Array(shape(otherBefore).reversed())), (shape(after), shape(otherAfter)),
      ]
      if sides.allSatisfy({ $0.0 == $0.1 }) { return true }
      // Where a paragraph begins or ends elsewhere, one side tells less.
      let common = sides.map { min($0.0.count, $0.1.count) }
      return zip(sides, common).allSatisfy { $0.0.prefix($1) == $0.1.prefix($1) }
        && common.reduce(0, +) >= Self.enough
    case (.cell, .running), (.running, .cell): return false
    }
  }
}
