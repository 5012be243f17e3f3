/// One page as read beside the page as a person reads it; `Tools/corpus_score.py` measures the same.
struct PageScore {
  private let truth: TruthPage
  private let body: [PageBlock]
  private let texts: [String]
  private let name: String
  private(set) var tally = Tally()

  init(_ truth: TruthPage, read: ReadPage?, name: String) {
    self.truth = truth
    self.name = name
    body = (read?.blocks ?? []).filter { !$0.isFurniture }
    texts = body.map { BlockText.squeezed(BlockText.of($0)) }
    let grade = read?.readable ?? "none"
    tally.count(.readable, truth.readable.contains(grade))
    if truth.readable.contains("full") { scoreCharacters() } else { scoreReadableBlocks() }
    let places = truth.blocks.indices.map(place)
    scoreOrder(places)
    scoreRoles(places)
    for block in truth.blocks where block.hasRows { scoreCells(block) }
    scoreFurniture()
  }

  // MARK: Characters

  /// The body joined by newlines; of a figure, whatever labels are found, in any order.
  private mutating func scoreCharacters() {
    let figures = truth.blocks.filter(\.isFigure)
    let isDrawn = body.map { block in isFigure(block) || figures.contains { block.lies(on: $0) } }
    var free = truth.blocks.filter(\.isFree).map(BlockText.of)
    let freeLength = free.reduce(0) { $0 + $1.values.count }
    var out = zip(body, isDrawn).map { (BlockText.of($0), $1) }.filter { !$1 || free.contains($0) }.map(\.0)
    for text in free {
      guard let found = out.firstIndex(of: text), let kept = free.firstIndex(of: text) else { continue }
      out.remove(at: found)
      free.remove(at: kept)
    }
    let wanted = truth.blocks.filter { !$0.isFigure && !$0.isFree }.map(BlockText.of).joined(separator: "\n").values
    let (strings, lost) = labels(of: figures, in: zip(body, isDrawn).filter { $1 }.map(\.0))
    let wrong =
      editDistance(wanted, out.joined(separator: "\n").values) + free.reduce(lost) { $0 + $1.values.count }
    let length = wanted.count + strings + freeLength
    tally.count(.characters, length - wrong, of: length)
    if wrong > 0 { tally.note(.characters, wrong, "\(name): \(wrong) of \(length) characters") }
  }

  /// A big number on a card may pass for a figure; then it is still part of the text.
  private func isFigure(_ block: PageBlock) -> Bool {
    let text = BlockText.squeezed(BlockText.of(block))
    return block.isFigure
      && !truth.blocks.contains {
        ($0.also ?? []).contains("figure-text") && BlockText.squeezed(BlockText.of($0)) == text
      }
  }

  /// How many characters the labels of the figures have, and how many of them did not come out.
  private func labels(of figures: [PageBlock], in drawn: [PageBlock]) -> (all: Int, lost: Int) {
    let found = drawn.map { BlockText.squeezed(BlockText.of($0) + ($0.rows ?? []).joined().joined()) }.joined()
    let strings = figures.flatMap { $0.strings ?? [] }.map(BlockText.squeezed)
    let lost = strings.filter { !found.contains($0) }
    return (strings.reduce(0) { $0 + $1.values.count }, lost.reduce(0) { $0 + $1.values.count })
  }

  /// On a page that is text only in part, what is text must be there; what else comes out is not counted.
  private mutating func scoreReadableBlocks() {
    let read = body.map { BlockText.of($0).values }
    for block in truth.blocks where !block.isFigure {
      let text = BlockText.of(block).values
      let wrong = read.map { editDistance(text, $0) }.min() ?? text.count
      tally.count(.characters, text.count - min(wrong, text.count), of: text.count)
      if wrong > 0 { tally.note(.characters, min(wrong, text.count), "\(name): \(BlockText.of(block).prefix(30))") }
    }
  }

  // MARK: Places

  /// Where a block of the truth came out: the block, and how far into it.
  private struct Place: Comparable {
    var block: Int
    var offset: Int

    static func < (a: Place, b: Place) -> Bool { (a.block, a.offset) < (b.block, b.offset) }
  }

  private func place(of index: Int) -> Place? {
    let block = truth.blocks[index]
    if block.isFigure { return body.firstIndex { $0.lies(on: block) }.map { Place(block: $0, offset: 0) } }
    let text = BlockText.squeezed(BlockText.of(block))
    let earlier = truth.blocks[..<index].filter { BlockText.squeezed(BlockText.of($0)) == text }.count
    let same = texts.indices.filter { texts[$0] == text }
    if let exact = same.dropFirst(earlier).first ?? same.last { return Place(block: exact, offset: 0) }
    for (at, candidate) in texts.enumerated() {
      if let range = candidate.range(of: text), !text.isEmpty {
        return Place(block: at, offset: candidate.distance(from: candidate.startIndex, to: range.lowerBound))
      }
    }
    return alike(text)
  }

  /// The block that shares most pairs of neighbouring characters, if it shares more than half.
  private func alike(_ text: String) -> Place? {
    let wanted = pairs(text)
    let total = max(1, wanted.values.reduce(0, +))
    var best: (share: Double, at: Int)?
    for (at, candidate) in texts.enumerated() {
      let have = pairs(candidate)
      let common = wanted.reduce(0) { $0 + min($1.value, have[$1.key] ?? 0) }
      let share = Double(common) / Double(total)
      if share > best?.share ?? 0.55 { best = (share, at) }
    }
    guard let best else { return nil }
    let start = texts[best.at].range(of: String(text.prefix(6)))?.lowerBound
    let offset = start.map { texts[best.at].distance(from: texts[best.at].startIndex, to: $0) } ?? 0
    return Place(block: best.at, offset: offset)
  }

  private func pairs(_ text: String) -> [UInt64: Int] {
    let values = text.values
    return zip(values, values.dropFirst()).reduce(into: [:]) { $0[UInt64($1.0) << 32 | UInt64($1.1), default: 0] += 1 }
  }

  // MARK: Order, roles, cells, furniture

  private mutating func scoreOrder(_ all: [Place?]) {
    let bound = truth.blocks.indices.filter { !truth.blocks[$0].isFree }
    let places = bound.map { all[$0] }
    for (index, place) in places.enumerated() {
      for later in places[(index + 1)...] {
        tally.count(.order, place.map { first in later.map { first < $0 } ?? false } ?? false)
      }
      guard let place, let next = places.dropFirst(index + 1).first, let next, next < place else { continue }
      tally.note(
        .order, 1, "\(name): \(BlockText.of(truth.blocks[bound[index]]).prefix(30)) comes after the next block")
    }
  }

  private mutating func scoreRoles(_ places: [Place?]) {
    for (block, place) in zip(truth.blocks, places) {
      let got = place.map { body[$0.block].role } ?? "lost"
      tally.count(.roles, got == block.role || (block.also ?? []).contains(got))
    }
  }

  private mutating func scoreCells(_ block: PageBlock) {
    let rows = (block.rows ?? []).map { $0.map(BlockText.squeezed) }
    var grids = body.filter(\.hasRows).map { ($0.rows ?? []).map { $0.map(BlockText.squeezed) } }
    // A chart has no rows and columns of its own: its labels may head either.
    if block.isFigure { grids += grids.map(turned) }
    let (head, side) = (block.headerRows ?? 1, block.headerColumns ?? 1)
    for row in rows.dropFirst(head) {
      for (column, value) in row.enumerated() where column >= side && !value.isEmpty {
        let rowHeads = row.prefix(side).filter { !$0.isEmpty }
        let columnHeads = rows.prefix(head).map { $0[column] }.filter { !$0.isEmpty }
        let isFound = grids.contains { stands(value, in: $0, rowHeads: rowHeads, columnHeads: columnHeads) }
        tally.count(block.isFigure ? .pairs : .cells, isFound)
        if !isFound {
          tally.note(block.isFigure ? .pairs : .cells, 1, "\(name): no \(value) under \(rowHeads) × \(columnHeads)")
        }
      }
    }
  }

  private func turned(_ grid: [[String]]) -> [[String]] {
    (0..<(grid.map(\.count).max() ?? 0)).map { column in grid.map { column < $0.count ? $0[column] : "" } }
  }

  private func stands(_ value: String, in grid: [[String]], rowHeads: [String], columnHeads: [String]) -> Bool {
    for (index, row) in grid.enumerated() where rowHeads.allSatisfy(row.contains) {
      for (column, cell) in row.enumerated() where cell == value {
        let above = grid[..<index].compactMap { column < $0.count ? $0[column] : nil }
        if columnHeads.allSatisfy(above.contains) { return true }
      }
    }
    return false
  }

  private mutating func scoreFurniture() {
    let wanted = truth.blocks.flatMap {
      [BlockText.squeezed(BlockText.of($0))] + ($0.strings ?? []).map(BlockText.squeezed)
    }
    for item in truth.furniture {
      let text = BlockText.squeezed(BlockText.of(item))
      let holds = { (other: String) in other == text || text.count > 5 && other.contains(text) }
      let isAbsent = texts.filter(holds).count <= wanted.filter(holds).count
      tally.count(.absent, isAbsent)
      if !isAbsent { tally.note(.absent, 2, "\(name): \(item.role) in the body: \(text)") }
    }
  }
}
