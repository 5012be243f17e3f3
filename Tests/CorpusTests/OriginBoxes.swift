import ReportModel
import TextStructure

/// The way from text to boxes: random ranges, blocks, cells.
extension OriginChecks {
  /// How far a box may lie off its page: a glyph that the page's edge cuts keeps its whole cell.
  private static let edge: Float = 2

  func checkHighlights(_ count: Int, using random: inout some RandomNumberGenerator) {
    let length = report.text.text.count
    guard length > 0 else { return }
    let lookup = GlyphLookup(report.text)
    for _ in 0..<count {
      let first = Int.random(in: 0..<length, using: &random)
      let last = min(length, first + Int.random(in: 1...160, using: &random))
      checkHighlight(first..<last, lookup)
    }
  }

  private func checkHighlight(_ range: Range<Int>, _ lookup: GlyphLookup) {
    let lit = highlightBoxes(range, in: report.text, pages: report.pages)
    let sources = report.text.origins.sources(of: range)
    let pages = Set(sources.map { Int($0.page) })
    var edge = Self.edge
    for source in sources {
      guard let glyph = report.glyph(source) else { continue }
      if let page = report.page(source), !page.box.contains(glyph.box) { edge = max(edge, 1.5 * glyph.size) }
      let isLit = lit.contains { $0.page == Int(source.page) && $0.box.holdsMiddle(of: glyph.box) }
      findings.check(.lit, isLit, "\(report.place(range.lowerBound)) \(range): \(describe(source))")
    }
    for (page, box) in lit {
      findings.check(.litPage, pages.contains(page), "\(report.place(range.lowerBound)): page \(page)")
      let bounds = report.places[Int32(page)].map { report.pages[$0].box } ?? Box(x0: 0, y0: 0, x1: 0, y1: 0)
      findings.check(
        .litWithin, bounds.contains(box, slack: edge), "\(report.place(range.lowerBound)): \(box) of \(bounds)")
    }
    checkAlone(lit, Set(sources), lookup)
  }

  /// What else of the text lies under the boxes, other than where a watermark and the text cross.
  private func checkAlone(
    _ lit: [(page: Int, box: Box)], _ sources: Set<GlyphReference>, _ lookup: GlyphLookup
  ) {
    for (page, box) in lit {
      guard let place = report.places[Int32(page)] else { continue }
      for piece in report.blocks[place].pieces where piece.glyph >= 0 {
        let glyph = report.pages[place].glyphs[Int(piece.glyph)]
        // Glyphs that are set closer than they are wide overlap.
        guard box.insetBy(0.25 * glyph.size).contains(x: glyph.box.midX, y: glyph.box.midY) else { continue }
        let reference = GlyphReference(page: Int32(page), glyph: piece.glyph)
        if sources.contains(reference) {
          findings.kept(.litAlone)
        } else if lookup.textIndex(of: reference) != nil {
          cover(reference, place, sources, box)
        }
      }
    }
  }

  private func cover(_ found: GlyphReference, _ place: Int, _ sources: Set<GlyphReference>, _ box: Box) {
    let page = report.blocks[place]
    let watermarks = page.blocks.filter { $0.role == .watermark }.flatMap { page.lines[$0.lines] }.map(\.pieces)
    let marks = Set(watermarks.flatMap { page.pieces[$0] }.map { GlyphReference(page: found.page, glyph: $0.glyph) })
    if marks.contains(found) || !marks.isDisjoint(with: sources) {
      findings.except(.litAlone, "where a watermark and the text cross")
    } else {
      findings.broken(.litAlone, "\(report.name) page \(found.page): \(box.short) covers \(describe(found))")
    }
  }

  /// Each part of a block, and each cell, has its glyphs' middles within its box.
  func checkBlockBoxes() {
    for block in report.text.blocks {
      for part in block.parts { check(.blockBox, part.range, part.page, part.box, "\(block.role)") }
      for cell in block.table?.cells ?? [] { check(.cellBox, cell.range, cell.page, cell.box, "cell") }
    }
  }

  private func check(_ promise: OriginPromise, _ range: Range<Int>, _ page: Int, _ box: Box, _ what: String) {
    for source in report.text.origins.sources(of: range) {
      guard let glyph = report.glyph(source) else { continue }
      let holds = Int(source.page) == page && box.contains(x: glyph.box.midX, y: glyph.box.midY, slack: 1)
      findings.check(
        promise, holds,
        "\(report.place(range.lowerBound)): \(what) \(box.short) of page \(page) without \(describe(source))")
    }
  }
}

extension Box {
  func contains(x: Float, y: Float, slack: Float) -> Bool { insetBy(-slack).contains(x: x, y: y) }

  func holdsMiddle(of other: Box) -> Bool { contains(x: other.midX, y: other.midY, slack: 0.01) }

  var short: String { "(\(x0.rounded()), \(y0.rounded()), \(x1.rounded()), \(y1.rounded()))" }
}
