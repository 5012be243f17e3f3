import ReportModel

/// Tells what each block of a page is: heading, caption, footnote, text of a figure, or plain text.
struct RoleTeller {
  let profile: DocumentProfile
  let sketch: PageSketch

  /// More of a block (in characters) tells nothing new.
  private static let mostRead = 120

  /// What a block stands among.
  struct Surroundings {
    /// The type size of what stands right below, where that can be the body of a title.
    let body: Float?
    /// Whether words stand right beside it on its baseline.
    let hasNeighbour: Bool
    let isInFigure: Bool
  }

  /// Goes through the blocks in their order: what a block is may depend on what those before it were told to be.
  func tell(_ blocks: inout [BlockDraft]) {
    let figures = FigureAreas(sketch, blocks)
    let steps = StepBoxes(sketch, blocks)
    for index in blocks.indices where blocks[index].table == nil && !blocks[index].role.isFurniture {
      guard blocks[index].role != .tocEntry else { continue }
      let text = BlockText(blocks[index], sketch.ink.glyphs, limit: Self.mostRead)
      let around = Surroundings(
        body: body(below: index, blocks), hasNeighbour: hasNeighbour(index, blocks),
        isInFigure: (figures.holds(blocks[index]) || steps.holds(blocks[index])) && !namesPassage(index, blocks))
      blocks[index].role = role(blocks[index], text.withoutBullet, around)
    }
  }

  private func role(_ block: BlockDraft, _ text: BlockText, _ around: Surroundings) -> BlockRole {
    if CaptionSigns.isCaption(block, text) { return .caption }
    if NoteSigns(profile: profile, sketch: sketch).isNote(block, text) { return .footnote }
    if HeadingScore(profile: profile, sketch: sketch).isHeading(block, text, around) { return .heading }
    if isFigureText(block, text, isInFigure: around.isInFigure) { return .figureText }
    return block.role
  }

  private static let shortestPassage = 30
  /// In ems.
  private static let nearestPassage: Float = 6

  /// Whether a passage stands right beside a block: then it is the passage's name, and no label of a drawing.
  private func namesPassage(_ index: Int, _ blocks: [BlockDraft]) -> Bool {
    let label = blocks[index].box
    return blocks.contains { passage in
      let gap = passage.box.x0 - label.x1
      return passage.table == nil && passage.glyphCount >= Self.shortestPassage && gap > 0
        && gap < Self.nearestPassage * blocks[index].size && passage.box.overlapY(label) > 0.5 * label.height
    }
  }

  private func hasNeighbour(_ index: Int, _ blocks: [BlockDraft]) -> Bool {
    let box = blocks[index].box
    let reach = 5 * blocks[index].size
    return blocks.indices.contains { other in
      let gap = -blocks[other].box.overlapX(box)
      return gap > -1 && gap < reach && other != index
        && blocks[other].box.overlapY(box) > 0.6 * min(box.height, blocks[other].box.height)
    }
  }

  private func body(below index: Int, _ blocks: [BlockDraft]) -> Float? {
    let block = blocks[index]
    // A list item stands over the next one, not over its body.
    if block.role == .listItem, opensWithBullet(block) { return nil }
    let found = blocks.first { below in
      let distance = below.box.y0 - block.box.y1
      guard below.region == block.region || below.table != nil, distance > -2, distance < 3 * block.size,
        below.box.overlapX(block.box) > 0, below.box.x0 > block.box.x0 - block.size
      else { return false }
      if below.table != nil { return true }
      if below.role == .listItem {
        // A bullet needs no indent to stand under a title.
        return below.box.x0 > block.box.x0 + (opensWithBullet(below) ? -0.5 : 0.5) * block.size
      }
      return below.lines.count >= 2 && below.role == .paragraph
    }
    guard let found else { return nil }
    return found.table == nil ? found.size : profile.bodySize
  }

  /// Whether a list item opens with a bullet or a bracket, and not with its number.
  private func opensWithBullet(_ block: BlockDraft) -> Bool {
    guard let first = block.lines.first?.line.runs.first?.glyphs.first else { return false }
    return sketch.ink.glyphs[first].kind != .digit && sketch.ink.glyphs[first].kind != .ideograph
  }

  /// Labels on or beside pictures and drawings: short, without a sentence.
  private func isFigureText(_ block: BlockDraft, _ text: BlockText, isInFigure: Bool) -> Bool {
    let count = text.scalars.count
    guard count <= 24, block.lines.count <= 3 else { return false }
    if block.direction != .right || isInFigure { return true }
    let digits = text.scalars.filter { GlyphKind.of($0) != .ideograph && GlyphKind.of($0) != .letter }.count
    if digits * 10 >= count * 8, block.lines.count == 1 { return true }
    let page = sketch.page.box.area
    return sketch.page.pictures.contains { picture in
      picture.area < 0.7 * page && picture.width > 40 && picture.containsMiddle(of: block.box)
    }
  }
}
