import ReportModel

/// A line that may be furniture, with what the signs ask of it.
struct FurnitureCandidate {
  /// Index of its page.
  let page: Int
  let line: LineIndex
  let zone: Zone
  let box: Box
  let size: Float
  /// Equal for equal words.
  let text: UInt64
  /// Where it is nothing but a page number.
  let number: Int?
  let glyphCount: Int
  /// Whether it runs up, down or on a slant.
  let isTurned: Bool
  /// A number between two like signs, as only page numbers are set: - 12 -, ~12~.
  let isFramedNumber: Bool
  /// A small Roman numeral: where page numbers stand, one by itself.
  let isRoman: Bool
  /// Several where it lists things apart from each other on one baseline.
  let parts: Int

  /// Where on the page it stands.
  enum Zone: Int {
    case top, bottom, side, middle
    /// Below the head of the page: where a chapter's title may come back on every page.
    case title
  }

  struct LineIndex: Hashable {
    var region: Int
    var line: Int
  }

  /// How far from the edges each zone reaches, as a share of the page.
  private enum Reach {
    static let top: Float = 0.13
    static let bottom: Float = 0.13
    static let side: Float = 0.1
    static let title: Float = 0.25
  }
  /// In ems of the page: below the head only type as large as this is a title.
  private static let smallestTitle: Float = 1.3

  /// Nil for a line that is none.
  init?(_ line: LineDraft, at place: LineIndex, page: Int, of sketch: PageSketch) {
    let box = line.pageBox
    let zone = Self.zone(box, sketch.page)
    guard Self.isEligible(line, zone, em: sketch.em) else { return nil }
    self.page = page
    self.line = place
    self.zone = zone
    self.box = box
    size = line.size
    text = LineText.hash(line, sketch.ink.glyphs)
    number = LineText.pageNumber(line, sketch.ink.glyphs)
    glyphCount = line.glyphCount
    isTurned = line.direction != .right
    isFramedNumber = LineText.isFramed(line, sketch.ink.glyphs)
    isRoman = Roman.number(line, sketch.ink.glyphs) != nil
    parts = line.runs.count
  }

  /// All of a document, page by page.
  static func all(_ sketches: [PageSketch]) -> [FurnitureCandidate] {
    var result: [FurnitureCandidate] = []
    for (page, sketch) in sketches.enumerated() {
      for (region, lines) in sketch.lines.enumerated() {
        for (index, line) in lines.enumerated() {
          let place = LineIndex(region: region, line: index)
          if let candidate = FurnitureCandidate(line, at: place, page: page, of: sketch) { result.append(candidate) }
        }
      }
    }
    return result
  }

  private static func zone(_ box: Box, _ page: PageText) -> Zone {
    if box.y1 <= page.height * Reach.top { return .top }
    if box.y0 >= page.height * (1 - Reach.bottom) { return .bottom }
    if box.x1 <= page.width * Reach.side || box.x0 >= page.width * (1 - Reach.side) { return .side }
    if box.y1 <= page.height * Reach.title { return .title }
    return .middle
  }

  /// In the middle of the page only type that is read through; below its head only titles.
  private static func isEligible(_ line: LineDraft, _ zone: Zone, em: Float) -> Bool {
    switch zone {
    case .top, .bottom, .side: true
    case .title: line.size >= smallestTitle * em
    case .middle: Watermark.isPale(line, em: em)
    }
  }
}

extension FurnitureCandidate {
  /// Lines on spots nearer than this (points) stand on the same spot.
  static let spot: Float = 4

  /// What it is, if it is furniture and no page number.
  var role: BlockRole {
    if parts >= Self.fewestInMenu { return .navigation }
    switch zone {
    case .top, .title: return .runningHeader
    case .bottom: return .runningFooter
    case .side: return .navigation
    case .middle: return .watermark
    }
  }

  private static let fewestInMenu = 4

  /// Groups candidates by where they stand: the same height at the same edge, left and right pages alike.
  static func spots(_ candidates: [FurnitureCandidate]) -> [[FurnitureCandidate]] {
    let order = candidates.indices.sorted { a, b in
      (candidates[a].zone.rawValue, candidates[a].height, a) < (candidates[b].zone.rawValue, candidates[b].height, b)
    }
    var result: [[FurnitureCandidate]] = []
    for candidate in order.lazy.map({ candidates[$0] }) {
      if let last = result.last?.last, last.isOnSpot(of: candidate) {
        result[result.count - 1].append(candidate)
      } else {
        result.append([candidate])
      }
    }
    return result
  }

  private var height: Float { zone == .side ? box.y0 : box.y1 }

  private func isOnSpot(of other: FurnitureCandidate) -> Bool {
    zone == other.zone && abs(height - other.height) <= Self.spot && abs(size - other.size) <= 0.15 * size
  }
}
