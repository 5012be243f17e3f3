import ReportModel

/// Tells what each block of a page is: heading, caption, footnote, text of a figure, or plain text.
struct RoleTeller {
  let profile: DocumentProfile
  let sketch: PageSketch

  func tell(_ blocks: inout [BlockDraft]) {
    let figures = FigureAreas(sketch, blocks)
    let steps = StepBoxes(sketch, blocks)
    for index in blocks.indices where blocks[index].table == nil && !blocks[index].role.isFurniture {
      guard blocks[index].role != .tocEntry else { continue }
      let text = BlockText(blocks[index], sketch.ink.glyphs, limit: 120)
      blocks[index].role = role(
        blocks[index], text.withoutBullet, body: body(below: index, blocks), hasNeighbour: hasNeighbour(index, blocks),
        isInFigure: figures.holds(blocks[index]) || steps.holds(blocks[index]))
    }
  }

  private func role(_ block: BlockDraft, _ text: BlockText, body: Float?, hasNeighbour: Bool, isInFigure: Bool)
    -> BlockRole
  {
    if isCaption(block, text) { return .caption }
    if isNote(block, text) { return .footnote }
    let doubt = isInFigure ? Score.inFigure : 0
    if headingScore(block, text, body: body, hasNeighbour: hasNeighbour) >= Score.enough + doubt { return .heading }
    if isFigureText(block, text, isInFigure: isInFigure) { return .figureText }
    return block.role
  }

  /// Whether a block opens with a bullet, which needs no indent to stand under a title.
  private func opens(_ block: BlockDraft) -> Bool {
    guard let first = block.lines.first?.line.runs.first?.glyphs.first else { return false }
    return sketch.ink.glyphs[first].kind != .digit && sketch.ink.glyphs[first].kind != .ideograph
  }

  /// Whether words stand right beside a block on its baseline.
  private func hasNeighbour(_ index: Int, _ blocks: [BlockDraft]) -> Bool {
    let box = blocks[index].box
    return blocks.indices.contains { other in
      let gap = -blocks[other].box.overlapX(box)
      return other != index && gap > -1 && gap < 5 * blocks[index].size
        && blocks[other].box.overlapY(box) > 0.6 * min(box.height, blocks[other].box.height)
    }
  }

  /// The type size of what stands right below a block, where that can be the body of a title.
  private func body(below index: Int, _ blocks: [BlockDraft]) -> Float? {
    let block = blocks[index]
    // A list item stands over the next one, not over its body.
    if block.role == .listItem, opens(block) { return nil }
    let found = blocks.first { below in
      let distance = below.box.y0 - block.box.y1
      guard below.region == block.region || below.table != nil, distance > -2, distance < 3 * block.size,
        below.box.overlapX(block.box) > 0, below.box.x0 > block.box.x0 - block.size
      else { return false }
      if below.table != nil { return true }
      if below.role == .listItem { return below.box.x0 > block.box.x0 + (opens(below) ? -0.5 : 0.5) * block.size }
      return below.lines.count >= 2 && below.role == .paragraph
    }
    guard let found else { return nil }
    return found.table == nil ? found.size : profile.bodySize
  }

  // MARK: headings

  /// What speaks for a title and what against, in points.
  private enum Score {
    static let enough: Float = 2.4
    static let outline: Float = 4
    static let contents: Float = 3
    static let tag: Float = 3
    static let counter: Float = 1.2
    static let deepCounter: Float = 0.5
    static let bold: Float = 1.3
    static let color: Float = 1.1
    static let alone: Float = 0.5
    /// A counted line, short of its column, with running text right below.
    static let leads: Float = 0.8
    static let countedLeads: Float = 0.8
    /// So short a text with words beside it is a piece of a line or a row.
    static let fragment = 3
    /// What stands in a drawing must speak for itself more clearly.
    static let inFigure: Float = 1.8
    static let besideOthers: Float = 3
    static let longest = 60
    /// Type of this lightness or more is set on dark shapes.
    static let palest = 640
  }

  private func headingScore(_ block: BlockDraft, _ text: BlockText, body: Float?, hasNeighbour: Bool) -> Float {
    let count = text.scalars.count
    guard block.lines.count <= 3, (2...Score.longest).contains(count), let style = block.lines.first?.line.style,
      block.direction == .right || block.size >= 1.5 * profile.bodySize, hasLetters(text)
    else { return 0 }
    var score = sizePoints(block.size / (body ?? profile.bodySize))
    if profile.outlineLevel(text, page: sketch.page.number) != nil { score += Score.outline }
    if profile.isInContents(text) { score += Score.contents }
    if let tag = profile.tag(block, sketch), tag.role.headingLevel != nil { score += Score.tag }
    if let depth = SectionCounter.depth(text.scalars) { score += depth <= 3 ? Score.counter : Score.deepCounter }
    if style.isAllBold, !profile.bodyIsBold { score += Score.bold }
    if style.isOneColor, style.color != profile.bodyColor, isStrong(style.color) { score += Score.color }
    if block.lines.count == 1, count <= 20 { score += Score.alone }
    if count <= Score.fragment, hasNeighbour { score -= Score.besideOthers }
    if body != nil, block.lines.count == 1 {
      score += SectionCounter.depth(text.scalars) == nil ? Score.leads : Score.countedLeads
    }
    return score - lengthPenalty(count) - endPenalty(text)
  }

  private func sizePoints(_ ratio: Float) -> Float {
    switch ratio {
    case 1.55...: 3
    case 1.3...: 2.5
    case 1.14...: 1.7
    case 1.06...: 0.8
    case 0.93...: 0
    case 0.85...: -0.8
    default: -1.6
    }
  }

  private func lengthPenalty(_ count: Int) -> Float {
    switch count {
    case ...24: 0
    case ...34: 0.6
    case ...45: 1.4
    default: 2.4
    }
  }

  private func endPenalty(_ text: BlockText) -> Float {
    guard let last = text.scalars.last else { return 0 }
    switch last {
    case 0x3002, 0xFF1B, 0x3B, 0xFF0C, 0x2C, 0x3001: return 3
    case 0xFF1A, 0x3A: return 1
    default: return 0
    }
  }

  /// Not the white or pale type that designers set on dark shapes.
  private func isStrong(_ color: UInt32) -> Bool { Tint(color).lightness < Score.palest }

  private func hasLetters(_ text: BlockText) -> Bool {
    var letters = 0
    for scalar in text.scalars {
      let kind = GlyphKind.of(scalar)
      if kind == .ideograph || kind == .letter { letters += 1 }
    }
    return letters >= 2 && letters * 3 >= text.scalars.count
  }

  // MARK: captions, notes, figures

  /// 圖一, 表 2-1, Figure 3: a counted figure or table, in a line or two.
  private func isCaption(_ block: BlockDraft, _ text: BlockText) -> Bool {
    guard block.lines.count <= 2, text.scalars.count <= 60 else { return false }
    let start = text.scalars.drop { GlyphKind.of($0) == .bullet || $0 == 0x3010 || $0 == 0x5B || $0 == 0x3C }
    guard let first = start.first else { return false }
    let rest: ArraySlice<UInt32>
    if first == 0x5716 || first == 0x8868 {
      rest = start.dropFirst()
    } else if let word = ["figure", "fig.", "table", "chart"].first(where: {
      start.starts(with: $0.unicodeScalars.map(\.value))
    }) {
      rest = start.dropFirst(word.unicodeScalars.count)
    } else {
      return false
    }
    return Self.counts(rest)
  }

  /// A counter: 3, 三, A-1.
  private static func counts(_ rest: ArraySlice<UInt32>) -> Bool {
    guard let next = rest.first else { return false }
    if GlyphKind.of(next) == .digit || numerals.contains(next) { return true }
    guard (0x61...0x7A).contains(next), let second = rest.dropFirst().first else { return false }
    return second == 0x2D || second == 0x2E || GlyphKind.of(second) == .digit
  }

  private static let numerals = Set("一二三四五六七八九十".unicodeScalars.map(\.value))
  private static let noteOpenings = ["註", "注:", "注：", "備註", "*", "※", "資料來源", "note:", "notes:", "note1", "source:"]

  private func isNote(_ block: BlockDraft, _ text: BlockText) -> Bool {
    guard block.size <= profile.bodySize * 1.05 else { return false }
    if Self.noteOpenings.contains(where: text.starts) {
      return block.size < profile.bodySize * 0.97 || !text.starts(with: "*")
    }
    // Small type at the foot that counts is a list of notes.
    if block.role == .listItem, let first = text.scalars.first,
      GlyphKind.of(first) == .digit || (0x2460...0x2473).contains(first) || (0x2776...0x277F).contains(first),
      block.size <= profile.bodySize * 0.9, block.box.y0 > sketch.page.height * 0.6
    {
      return true
    }
    // A raised figure opens a note at the foot of the page.
    guard let line = block.lines.first?.line, let first = line.runs.first?.glyphs.first else { return false }
    let glyph = sketch.ink.glyphs[first]
    return glyph.kind == .digit && glyph.size <= 0.8 * line.size && block.size < profile.bodySize * 0.97
      && block.box.y0 > sketch.page.height * 0.6
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

extension StructureTag.Role {
  var headingLevel: Int? {
    switch self {
    case .heading1: 1
    case .heading2: 2
    case .heading3: 3
    case .heading4: 4
    case .heading5: 5
    case .heading6: 6
    case .paragraph, .listItem, .tableHeader, .tableCell, .caption, .figure, .note, .contents, .artifact, .other: nil
    }
  }
}
