import ReportModel

/// Weighs what speaks for a title and what against.
struct HeadingScore {
  let profile: DocumentProfile
  let sketch: PageSketch

  /// In points.
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
    /// One line with running text right below.
    static let leads: Float = 0.8
    /// What stands in a drawing must speak for itself more clearly.
    static let inFigure: Float = 1.8
    static let besideOthers: Float = 3
  }

  private static let longest = 60
  private static let mostLines = 3
  /// So short a title stands alone on its line.
  private static let shortest = 20
  /// So short a text with words beside it is a piece of a line or a row.
  private static let fragment = 3
  /// Type of this lightness or more is set on dark shapes.
  private static let palest = 640
  /// Sections are seldom counted deeper.
  private static let deepest = 3

  func isHeading(_ block: BlockDraft, _ text: BlockText, _ around: RoleTeller.Surroundings) -> Bool {
    points(block, text, around) >= Score.enough + (around.isInFigure ? Score.inFigure : 0)
  }

  private func points(_ block: BlockDraft, _ text: BlockText, _ around: RoleTeller.Surroundings) -> Float {
    let count = text.scalars.count
    guard block.lines.count <= Self.mostLines, (2...Self.longest).contains(count),
      let style = block.lines.first?.line.style,
      block.direction == .right || block.size >= 1.5 * profile.bodySize, hasLetters(text)
    else { return 0 }
    let isLine = block.lines.count == 1
    var score = size(block.size / (around.body ?? profile.bodySize))
    if profile.outlineLevel(text, page: sketch.page.number) != nil { score += Score.outline }
    if profile.isInContents(text) { score += Score.contents }
    if let tag = profile.tag(block, sketch), tag.role.headingLevel != nil { score += Score.tag }
    if let depth = SectionCounter.depth(text.scalars) {
      score += depth <= Self.deepest ? Score.counter : Score.deepCounter
    }
    if style.isAllBold, !profile.bodyIsBold { score += Score.bold }
    if style.isOneColor, style.color != profile.bodyColor, Tint(style.color).lightness < Self.palest {
      score += Score.color
    }
    if isLine, count <= Self.shortest { score += Score.alone }
    if count <= Self.fragment, around.hasNeighbour { score -= Score.besideOthers }
    if isLine, around.body != nil { score += Score.leads }
    return score - length(count) - ending(text)
  }

  /// By the ratio of the type to the text below or, without any, to the document's running text.
  private func size(_ ratio: Float) -> Float {
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

  /// What length takes away.
  private func length(_ count: Int) -> Float {
    switch count {
    case ...24: 0
    case ...34: 0.6
    case ...45: 1.4
    default: 2.4
    }
  }

  /// What the ending of a sentence or a clause takes away.
  private func ending(_ text: BlockText) -> Float {
    guard let last = text.scalars.last else { return 0 }
    switch last {
    case 0x3002, 0xFF1B, 0x3B, 0xFF0C, 0x2C, 0x3001: return 3
    case 0xFF1A, 0x3A: return 1
    default: return 0
    }
  }

  private func hasLetters(_ text: BlockText) -> Bool {
    var letters = 0
    for scalar in text.scalars {
      let kind = GlyphKind.of(scalar)
      if kind == .ideograph || kind == .letter { letters += 1 }
    }
    return letters >= 2 && letters * 3 >= text.scalars.count
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
