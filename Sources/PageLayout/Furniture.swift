import ReportModel

/// What stands on one page for orientation, taken out of its lines.
struct Furniture {
  var before: [BlockDraft] = []
  var after: [BlockDraft] = []

  typealias Roles = [FurnitureCandidate.LineIndex: BlockRole]

  /// So many lines on one baseline are a strip that lists the chapters.
  private static let fewestInStrip = 3

  /// Takes the lines that have a role out of a page.
  init(takenFrom sketch: inout PageSketch, _ roles: Roles) {
    if let mark = Self.watermark(sketch) { after.append(mark) }
    guard !roles.isEmpty else { return }
    let before = sketch
    for region in sketch.lines.indices {
      var kept: [LineDraft] = []
      for (index, line) in before.lines[region].enumerated() {
        guard let role = roles[FurnitureCandidate.LineIndex(region: region, line: index)] else {
          kept.append(line)
          continue
        }
        var block = BlockDraft([line], region: region)
        block.role = role == .runningHeader && Self.isStrip(line, of: roles, in: before) ? .navigation : role
        if block.box.midY < sketch.page.height / 2 { self.before.append(block) } else { after.append(block) }
      }
      sketch.lines[region] = kept
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

  /// Whether a line is one of several on its baseline.
  private static func isStrip(_ line: LineDraft, of roles: Roles, in sketch: PageSketch) -> Bool {
    let beside = roles.keys.filter { index in
      abs(sketch.lines[index.region][index.line].baseline - line.baseline) <= 0.5 * line.size
    }
    return beside.count >= fewestInStrip
  }
}
