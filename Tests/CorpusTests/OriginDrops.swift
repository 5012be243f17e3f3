import ReportModel

/// Says from the glyph itself whether the reason holds for which it is not in the text.
struct DropJudge {
  let report: OriginReport
  /// Where each character that stands in the text or is dropped for another reason is drawn, for each page.
  private let drawn: [[UInt32: [Glyph]]]

  init(_ report: OriginReport) {
    self.report = report
    var duplicates = report.pages.map { _ in Set<Int32>() }
    var wanted = report.pages.map { _ in Set<UInt32>() }
    for dropped in report.text.origins.dropped where dropped.reason == .layout(.duplicate) {
      guard let place = report.places[dropped.source.page] else { continue }
      duplicates[place].insert(dropped.source.glyph)
      wanted[place].insert(report.pages[place].glyphs[Int(dropped.source.glyph)].scalarValue)
    }
    drawn = report.pages.indices.map { place in
      guard !wanted[place].isEmpty else { return [:] }
      var found: [UInt32: [Glyph]] = [:]
      for (index, glyph) in report.pages[place].glyphs.enumerated()
      where wanted[place].contains(glyph.scalarValue) && !duplicates[place].contains(Int32(index)) {
        found[glyph.scalarValue, default: []].append(glyph)
      }
      return found
    }
  }

  func holds(_ dropped: DroppedSource) -> Bool {
    guard let glyph = report.glyph(dropped.source), let place = report.places[dropped.source.page] else { return false }
    switch dropped.reason {
    case .layout(let reason): return holds(reason, glyph, place)
    case .zeroWidth: return Self.isUnseen(glyph.scalar)
    case .hyphenation: return "-\u{2010}\u{AD}".unicodeScalars.contains(glyph.scalar)
    case .padding: return glyph.scalar.properties.isWhitespace
    case .leader: return ".…‥·‧・．⸺⋯─_".unicodeScalars.contains(glyph.scalar)
    case .ornament:
      return SymbolFont(report.pages[place].fonts[Int(glyph.font)]) != nil
    }
  }

  private func holds(_ reason: DroppedGlyph.Reason, _ glyph: Glyph, _ place: Int) -> Bool {
    let page = report.pages[place]
    switch reason {
    case .space: return glyph.scalar.properties.isWhitespace
    case .control: return Self.isUnseen(glyph.scalar)
    case .clipped: return glyph.traits.contains(.clipped)
    case .hiddenLayer: return glyph.traits.contains(.invisible)
    case .outsidePage: return !glyph.box.intersects(page.box)
    case .duplicate:
      let others = drawn[place][glyph.scalarValue] ?? []
      return others.contains { other in
        abs(other.box.midX - glyph.box.midX) <= 0.5 * max(glyph.size, other.size)
          && abs(other.box.midY - glyph.box.midY) <= 0.5 * max(glyph.size, other.size)
      }
    }
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .unassigned: true
    default: scalar.properties.isDefaultIgnorableCodePoint || scalar == "\u{FFFC}"
    }
  }
}
