import ReportModel

/// Sets a line's glyphs one after another: where a space is seen, and what is raised or lowered.
struct LineSetter {
  let ink: [InkGlyph]

  /// A gap wider than this (ems) between Latin letters or digits is a space.
  private static let wordGap: Float = 0.17
  /// Where the stream draws spaces itself, a gap without one must be wider.
  private static let wordGapWhereSpacesAreDrawn: Float = 0.3

  func pieces(_ line: LineDraft) -> [Piece] {
    var result: [Piece] = []
    result.reserveCapacity(line.glyphCount + 4)
    let wordGap = wordGap(line)
    var last: Int?
    for run in line.runs {
      for index in run.glyphs {
        if let before = last, isGap(ink[before], ink[index], wordGap * line.size) {
          result.append(Piece(glyph: Piece.gap))
        }
        result.append(Piece(glyph: ink[index].glyph, position: position(ink[index], line)))
        last = index
      }
    }
    return result
  }

  private func isGap(_ a: InkGlyph, _ b: InkGlyph, _ wordGap: Float) -> Bool {
    b.followsSpace || b.box.x0 - a.box.x1 > wordGap
  }

  /// Letter-spaced words stand apart by more than their letters do.
  private func wordGap(_ line: LineDraft) -> Float {
    var gaps: [Float] = []
    var drawn = false
    var last: InkGlyph?
    for run in line.runs {
      for index in run.glyphs {
        let glyph = ink[index]
        drawn = drawn || (glyph.followsSpace && last != nil)
        if let last, !glyph.followsSpace {
          gaps.append(glyph.box.x0 - last.box.x1)
        }
        last = glyph
      }
    }
    let base = drawn ? Self.wordGapWhereSpacesAreDrawn : Self.wordGap
    guard gaps.count >= 4 else { return base }
    gaps.sort()
    let usual = gaps[gaps.count / 2] / line.size
    return usual > 0.1 ? usual + 0.25 : base
  }

  private func position(_ glyph: InkGlyph, _ line: LineDraft) -> Piece.Position {
    guard glyph.size <= 0.85 * line.size else { return .baseline }
    let rise = line.baseline - glyph.baseline
    if rise >= 0.15 * line.size { return .superscript }
    if rise <= -0.06 * line.size { return .subscript }
    return .baseline
  }
}
