import ReportModel

/// The boxes that a range of the text covers on its pages: one for each line of ink that it touches.
package func highlightBoxes(
  _ range: Range<Int>, in report: ReportText, pages: [PageText]
) -> [(page: Int, box: Box)] {
  let places = pageIndex(pages)
  return lines(of: report.origins.sources(of: range).compactMap { ink($0, pages: pages, places: places) })
}

package func highlightBoxes(_ range: Range<Int>, in ink: InkMap) -> [(page: Int, box: Box)] {
  lines(of: ink.glyphs(of: range))
}

extension InkMap {
  /// The ink of a whole report, while its pages are at hand.
  package init(_ report: ReportText, pages: [PageText]) {
    let places = pageIndex(pages)
    let nowhere = InkMap.Glyph(page: 0, box: Box(x0: 0, y0: 0, x1: 0, y1: 0), isOblique: false)
    self.init(
      spans: report.origins.origins.map { Span(first: $0.count == 0 ? 0 : $0.first, count: $0.count) },
      glyphs: report.origins.sources.map { ink($0, pages: pages, places: places) ?? nowhere })
  }
}

private func ink(_ source: GlyphReference, pages: [PageText], places: [Int: Int]) -> InkMap.Glyph? {
  guard let place = places[Int(source.page)], pages[place].width > 0, Int(source.glyph) < pages[place].glyphs.count
  else { return nil }
  let glyph = pages[place].glyphs[Int(source.glyph)]
  return InkMap.Glyph(page: Int(source.page), box: glyph.box, isOblique: glyph.direction == .oblique)
}

/// Glyphs in order, as boxes around the lines that they stand on.
private func lines(of glyphs: [InkMap.Glyph]) -> [(page: Int, box: Box)] {
  var found: [(page: Int, box: Box)] = []
  // The glyph before; nil where it stands on a slant.
  var previous: Box?
  for glyph in glyphs where glyph.page > 0 {
    // On a slant every glyph is lit alone: a box around several would cover half the page.
    if let last = found.last, let previous, !glyph.isOblique, last.page == glyph.page,
      goesOn(last.box, after: previous, with: glyph.box)
    {
      found[found.count - 1].box = last.box.union(glyph.box)
    } else {
      found.append((glyph.page, glyph.box))
    }
    previous = glyph.isOblique ? nil : glyph.box
  }
  return found
}

private func pageIndex(_ pages: [PageText]) -> [Int: Int] {
  Dictionary(pages.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
}

/// Whether a glyph goes on with the line (or, in vertical text, the column) that the one before it ended.
private func goesOn(_ line: Box, after previous: Box, with glyph: Box) -> Bool {
  let tallest = max(line.height, glyph.height)
  let across = min(previous.height, glyph.height)
  // Cells set to half the height of their neighbours would chain one row to the next.
  // A big numeral beside two lines of text is lit alone: a box around both would cover the other line.
  let staysLine = line.union(glyph).height < 1.4 * tallest && tallest < 2.5 * min(line.height, glyph.height)
  if staysLine, previous.overlapY(glyph) > 0.5 * across, -previous.overlapX(glyph) < 3 * tallest { return true }
  let along = min(line.width, glyph.width)
  // A column is no wider than its glyphs; a line of many is.
  return line.width < 1.5 * max(glyph.width, glyph.height) && line.overlapX(glyph) > 0.5 * along
    && line.overlapY(glyph) > -glyph.height && glyph.y0 >= line.y0 && line.height > 1.5 * line.width
}

extension OriginMap {
  /// The glyphs that a range of the text was made of, in order, each once.
  package func sources(of range: Range<Int>) -> [GlyphReference] {
    var found: [GlyphReference] = []
    var next: UInt32 = 0
    for origin in origins[range] where origin.count > 0 {
      let end = origin.first + UInt32(origin.count)
      for place in max(origin.first, next)..<max(end, next) { found.append(sources[Int(place)]) }
      next = max(next, end)
    }
    return found
  }
}

/// From the ink to the text: which scalar each glyph made, built once for many questions.
package struct GlyphLookup: Sendable {
  /// For each page number, for each glyph, the first scalar that it is part of; -1 where it made none.
  private var scalars: [Int32: [Int32]] = [:]

  package init(_ report: ReportText) {
    let map = report.origins
    var last: [Int32: Int32] = [:]
    for source in map.sources { last[source.page] = max(last[source.page] ?? -1, source.glyph) }
    for (page, glyph) in last { scalars[page] = [Int32](repeating: -1, count: Int(glyph) + 1) }
    for (index, origin) in map.origins.enumerated() {
      for place in Int(origin.first)..<Int(origin.first) + Int(origin.count) {
        let source = map.sources[place]
        if scalars[source.page]?[Int(source.glyph)] == -1 {
          scalars[source.page]?[Int(source.glyph)] = Int32(truncatingIfNeeded: index)
        }
      }
    }
  }

  /// The place in `ReportText.text` of the scalar that the glyph made.
  package func textIndex(of glyph: GlyphReference) -> Int? {
    guard let page = scalars[glyph.page], page.indices.contains(Int(glyph.glyph)) else { return nil }
    let index = page[Int(glyph.glyph)]
    return index < 0 ? nil : Int(index)
  }
}
