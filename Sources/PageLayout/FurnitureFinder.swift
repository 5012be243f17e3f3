import ReportModel

/// What stands on one page for orientation, taken out of its lines.
struct Furniture {
  var before: [BlockDraft] = []
  var after: [BlockDraft] = []
}

/// Learns from all pages which lines are running headers and footers, page numbers, navigation and watermarks.
///
/// Three signs, each over the whole document: the same words on the same spot of several pages; numbers on one spot
/// that count with the pages; large slanted type. What no other page repeats is never furniture.
struct FurnitureFinder {
  let sketches: [PageSketch]

  /// How far from the edges furniture stands, as a share of the page.
  private enum Zone {
    static let top: Float = 0.13
    static let bottom: Float = 0.13
    static let side: Float = 0.1
    static let title: Float = 0.25
  }
  /// Lines on spots nearer than this (points) stand on the same spot.
  private static let spot: Float = 4
  private static let fewestPages = 3
  private static let longestTab = 14

  static func takeOut(_ sketches: inout [PageSketch]) -> [Furniture] {
    let finder = FurnitureFinder(sketches: sketches)
    let roles = finder.roles()
    return sketches.indices.map { index in remove(from: &sketches[index], roles[index] ?? [:]) }
  }

  /// A line that may be furniture.
  private struct Candidate {
    var page: Int
    var line: LineIndex
    var zone: Edge
    var box: Box
    var size: Float
    var text: UInt64
    var number: Int?
    var glyphCount: Int
    var isUpright: Bool
    /// A number between two like signs, as only page numbers are set: - 12 -, ~12~.
    var isFramedNumber: Bool
    /// Lists several things apart from each other on one baseline.
    var parts: Int

    enum Edge {
      case top, bottom, side, middle
      /// Below the head of the page: where a chapter's title may come back on every page.
      case title
    }
  }

  struct LineIndex: Hashable {
    var region: Int
    var line: Int
  }

  private func roles() -> [Int: [LineIndex: BlockRole]] {
    var roles: [Int: [LineIndex: BlockRole]] = [:]
    let candidates = candidates()
    for candidate in repeated(candidates) {
      roles[candidate.page, default: [:]][candidate.line] = role(candidate)
    }
    for candidate in counting(candidates) {
      roles[candidate.page, default: [:]][candidate.line] = .pageNumber
    }
    for candidate in beside(candidates, roles) {
      roles[candidate.page, default: [:]][candidate.line] = role(candidate)
    }
    return roles
  }

  /// What stands on one baseline with furniture at the head or foot (a chapter's name opposite the report's).
  private func beside(_ candidates: [Candidate], _ roles: [Int: [LineIndex: BlockRole]]) -> [Candidate] {
    let known = candidates.filter { roles[$0.page]?[$0.line] != nil && ($0.zone == .top || $0.zone == .bottom) }
    let byPage = Dictionary(grouping: known, by: \.page)
    return candidates.filter { candidate in
      guard roles[candidate.page]?[candidate.line] == nil, candidate.number == nil, candidate.glyphCount <= 40,
        !endsPassage(candidate)
      else {
        return false
      }
      return (byPage[candidate.page] ?? []).contains { other in
        other.zone == candidate.zone && abs(other.box.y1 - candidate.box.y1) <= 0.3 * candidate.size
          && candidate.size <= other.size * 1.15
      }
    }
  }

  private func candidates() -> [Candidate] {
    var result: [Candidate] = []
    for (number, sketch) in sketches.enumerated() {
      for (region, lines) in sketch.lines.enumerated() {
        for (index, line) in lines.enumerated() {
          let box = line.pageBox
          let zone = zone(box, sketch.page)
          guard isEligible(line, zone, em: sketch.em) else { continue }
          result.append(
            Candidate(
              page: number, line: LineIndex(region: region, line: index), zone: zone, box: box, size: line.size,
              text: LineText.hash(line, sketch.ink.glyphs), number: LineText.pageNumber(line, sketch.ink.glyphs),
              glyphCount: line.glyphCount, isUpright: line.direction != .right,
              isFramedNumber: LineText.isFramed(line, sketch.ink.glyphs), parts: line.runs.count))
        }
      }
    }
    return result
  }

  /// In the middle of the page only type that is read through; below its head only titles.
  private func isEligible(_ line: LineDraft, _ zone: Candidate.Edge, em: Float) -> Bool {
    switch zone {
    case .top, .bottom, .side: true
    case .title: line.size >= 1.3 * em
    case .middle: Watermark.isPale(line, em: em)
    }
  }

  private func zone(_ box: Box, _ page: PageText) -> Candidate.Edge {
    if box.y1 <= page.height * Zone.top { return .top }
    if box.y0 >= page.height * (1 - Zone.bottom) { return .bottom }
    if box.x1 <= page.width * Zone.side || box.x0 >= page.width * (1 - Zone.side) { return .side }
    if box.y1 <= page.height * Zone.title { return .title }
    return .middle
  }

  /// Candidates whose words stand on the same spot of enough pages, or on a spot that pages share
  /// where most words come back (a chapter's name in the header).
  private func repeated(_ candidates: [Candidate]) -> [Candidate] {
    let wordings = wordings(of: candidates)
    return repeated(candidates, wordings)
  }

  /// How often the words of each upright candidate stand as a line anywhere in the document.
  private func wordings(of candidates: [Candidate]) -> [UInt64: Int] {
    var counts: [UInt64: Int] = [:]
    for candidate in candidates where candidate.isUpright { counts[candidate.text] = 0 }
    guard !counts.isEmpty else { return [:] }
    for sketch in sketches {
      for line in sketch.lines.joined() where line.glyphCount <= Self.longestTab {
        let key = LineText.hash(line, sketch.ink.glyphs)
        if let count = counts[key] { counts[key] = count + 1 }
      }
    }
    return counts
  }

  private func repeated(_ candidates: [Candidate], _ wordings: [UInt64: Int]) -> [Candidate] {
    spots(candidates).flatMap { spot -> [Candidate] in
      let pages = Set(spot.map(\.page)).count
      guard pages >= (spot[0].zone == .side ? 2 : Self.fewestPages) else { return [] }
      var counts: [UInt64: Set<Int>] = [:]
      for candidate in spot { counts[candidate.text, default: []].insert(candidate.page) }
      let isShared = pages * 10 >= sketches.count * 3 && pages * 10 >= counts.count * 17
      return spot.filter { candidate in
        // A title set upright at the side that stands elsewhere too names the chapter, whichever it is.
        if candidate.zone == .side, candidate.isUpright, candidate.glyphCount <= Self.longestTab {
          return (wordings[candidate.text] ?? 0) >= 2
        }
        let repeats = counts[candidate.text]?.count ?? 0
        // Where a chapter's title comes back on each of its pages, the first is the title.
        if candidate.zone == .title {
          return repeats >= Self.fewestPages && counts[candidate.text]?.min() != candidate.page
        }
        return repeats >= Self.fewestPages || (isShared && repeats >= 2)
      }
    }
  }

  /// Whether body text stands right over (at the foot) or right under (at the head) a line: then it belongs to that.
  private func endsPassage(_ candidate: Candidate) -> Bool {
    sketches[candidate.page].lines.joined().contains { other in
      let box = other.pageBox
      guard box.overlapX(candidate.box) > 0.3 * min(box.width, candidate.box.width) else { return false }
      let distance = candidate.zone == .top ? box.y0 - candidate.box.y1 : candidate.box.y0 - box.y1
      return distance > -0.5 * candidate.size && distance < 1.3 * candidate.size && box != candidate.box
        && abs(other.size - candidate.size) <= 0.1 * candidate.size
    }
  }

  /// Groups candidates by where they stand: the same height at the same edge, left and right pages alike.
  private func spots(_ candidates: [Candidate]) -> [[Candidate]] {
    let sorted = candidates.enumerated().sorted { a, b in
      (place(a.element), a.offset) < (place(b.element), b.offset)
    }.map(\.element)
    var result: [[Candidate]] = []
    for candidate in sorted {
      if let last = result.last?.last, isSameSpot(last, candidate) {
        result[result.count - 1].append(candidate)
      } else {
        result.append([candidate])
      }
    }
    return result
  }

  private func place(_ c: Candidate) -> Float {
    let zone: Float
    switch c.zone {
    case .top: zone = 0
    case .bottom: zone = 10_000
    case .side: zone = 20_000
    case .middle: zone = 30_000
    case .title: zone = 40_000
    }
    return zone + (c.zone == .side ? c.box.y0 : c.box.y1)
  }

  private func isSameSpot(_ a: Candidate, _ b: Candidate) -> Bool {
    a.zone == b.zone && abs(place(a) - place(b)) <= Self.spot && abs(a.size - b.size) <= 0.15 * a.size
  }

  /// Numbers at the foot or head that grow with the pages.
  private func counting(_ candidates: [Candidate]) -> [Candidate] {
    let numbers = atUsualPlaces(candidates.filter { $0.number != nil })
    var offsets: [Int: Int] = [:]
    for candidate in numbers {
      guard let number = candidate.number else { continue }
      for offset in [number - candidate.page, number - 2 * candidate.page + 100_000] {
        offsets[offset, default: 0] += 1
      }
    }
    let good = offsets.filter { $0.value >= min(Self.fewestPages, max(2, sketches.count / 2)) }
    return numbers.filter { candidate in
      guard let number = candidate.number else { return false }
      if candidate.isFramedNumber { return true }
      return good[number - candidate.page] != nil || good[number - 2 * candidate.page + 100_000] != nil
    }
  }

  /// Page numbers stand at one or two heights all through a report; the scale of a chart does not.
  private func atUsualPlaces(_ numbers: [Candidate]) -> [Candidate] {
    let places = Dictionary(grouping: numbers) { Int(($0.zone == .side ? $0.box.midY : $0.box.y1) / Self.spot) }
      .mapValues { Set($0.map(\.page)).count }
    let pages = Set(numbers.map(\.page)).count
    return numbers.filter { candidate in
      if candidate.isFramedNumber { return true }
      let place = Int((candidate.zone == .side ? candidate.box.midY : candidate.box.y1) / Self.spot)
      let near = (-1...1).reduce(0) { $0 + (places[place + $1] ?? 0) }
      return near * 4 >= pages
    }
  }

  private func role(_ candidate: Candidate) -> BlockRole {
    if candidate.parts >= 4 { return .navigation }
    switch candidate.zone {
    case .top: return .runningHeader
    case .bottom: return .runningFooter
    case .side: return .navigation
    case .title: return .runningHeader
    case .middle: return .watermark
    }
  }

  /// The slanted type of a page as one block, in the order of drawing.
  private static func watermark(_ sketch: PageSketch) -> BlockDraft? {
    let builder = LineBuilder(ink: sketch.ink.glyphs, fonts: sketch.page.fonts, em: sketch.em, walls: [])
    let lines = sketch.watermark.flatMap { builder.lines([$0]) }
    guard !lines.isEmpty else { return nil }
    var block = BlockDraft(lines)
    block.role = .watermark
    return block
  }

  /// Whether a line is one of several on its baseline: a strip that lists the chapters.
  private static func isStrip(_ line: LineDraft, of roles: [LineIndex: BlockRole], in sketch: PageSketch) -> Bool {
    let beside = roles.keys.filter { index in
      abs(sketch.lines[index.region][index.line].baseline - line.baseline) <= 0.5 * line.size
    }
    return beside.count >= 3
  }

  private static func remove(from sketch: inout PageSketch, _ roles: [LineIndex: BlockRole]) -> Furniture {
    var furniture = Furniture()
    if let mark = watermark(sketch) { furniture.after.append(mark) }
    guard !roles.isEmpty else { return furniture }
    let before = sketch
    for region in sketch.lines.indices {
      var kept: [LineDraft] = []
      for (index, line) in before.lines[region].enumerated() {
        guard let role = roles[LineIndex(region: region, line: index)] else {
          kept.append(line)
          continue
        }
        var block = BlockDraft([line], region: region)
        block.role = role == .runningHeader && isStrip(line, of: roles, in: before) ? .navigation : role
        if block.box.midY < sketch.page.height / 2 {
          furniture.before.append(block)
        } else {
          furniture.after.append(block)
        }
      }
      sketch.lines[region] = kept
    }
    return furniture
  }
}
