import ReportModel
import TextStructure

/// Puts the promises of the origin map to the test on one report.
struct OriginChecks {
  let report: OriginReport
  let findings: OriginFindings

  private var map: OriginMap { report.text.origins }

  /// Each glyph of each page is one source of the map or one dropped entry.
  func checkFates() {
    var fates = report.pages.map { [UInt8](repeating: 0, count: $0.glyphs.count) }
    let all = map.sources + map.dropped.map(\.source)
    for source in all {
      guard let place = report.places[source.page], fates[place].indices.contains(Int(source.glyph)) else {
        findings.broken(.oneFate, "\(report.name): \(source) is on no page")
        continue
      }
      fates[place][Int(source.glyph)] &+= 1
    }
    for (page, fate) in zip(report.pages, fates) {
      for (glyph, count) in fate.enumerated() {
        if count == 1 { continue }
        findings.broken(.oneFate, "\(report.name) page \(page.number) glyph \(glyph): \(count) times")
      }
      findings.kept(.oneFate, fate.reduce(0) { $0 + ($1 == 1 ? 1 : 0) })
    }
  }

  func checkReasons() {
    let judge = DropJudge(report)
    for dropped in map.dropped {
      let holds = judge.holds(dropped)
      findings.check(
        .reason, holds,
        "\(report.name) page \(dropped.source.page): \(describe(dropped.source)) dropped as \(dropped.reason)")
    }
  }

  /// Every scalar of the text follows from its source by the change that its origin names.
  func checkChanges() {
    let text = report.text.text
    findings.check(.oneOriginAScalar, text.count == map.origins.count, "\(report.name): \(map.origins.count)")
    var oracle = ChangeOracle(report)
    var unchanged = 0
    for (index, origin) in map.origins.enumerated() {
      let first = Int(origin.first)
      guard origin.count > 0 else {
        let isInserted = ChangeOracle.isInserted(text[index], origin.change)
        findings.check(.insertion, isInserted, "\(report.place(index)): \(origin.change)")
        continue
      }
      guard first + Int(origin.count) <= map.sources.count else {
        findings.broken(.oneOriginAScalar, "\(report.place(index)): past the sources")
        continue
      }
      if case .none = origin.change {
        let value = report.glyph(map.sources[first])?.scalar.value
        if value == text[index].value, origin.count == 1 {
          unchanged += 1
        } else {
          findings.broken(.unchanged, "\(report.place(index)): \(describe(map.sources[first]))")
        }
        continue
      }
      let sources = map.sources[first..<first + Int(origin.count)]
      let letter = letterOfGlyph(index)
      findings.check(
        .change, oracle.follows(text[index], from: sources, by: origin.change, letter: letter),
        "\(report.place(index)): U+\(hex(text[index].value)) from \(sources.map(describe)) by \(origin.change)")
    }
    findings.kept(.unchanged, unchanged)
  }

  /// Which of the scalars of one glyph this is: a ligature spells several.
  private func letterOfGlyph(_ index: Int) -> Int {
    var first = index
    while first > 0, map.origins[first - 1].first == map.origins[index].first, map.origins[first - 1].count > 0 {
      first -= 1
    }
    return index - first
  }

  /// Each source leads to a scalar that leads back to it; what was dropped leads nowhere.
  func checkThereAndBack() {
    let lookup = GlyphLookup(report.text)
    for (place, source) in map.sources.enumerated() {
      guard let index = lookup.textIndex(of: source) else {
        findings.broken(.thereAndBack, "\(report.name): \(source) leads nowhere")
        continue
      }
      let origin = map.origins[index]
      let leadsBack = Int(origin.first) <= place && place < Int(origin.first) + Int(origin.count)
      // The call that callers make, now and then; between, the same by the map itself.
      let isListed = place % 16 > 0 || map.sources(of: index..<index + 1).contains(source)
      findings.check(.thereAndBack, leadsBack && isListed, "\(report.place(index)): \(source)")
    }
    for dropped in map.dropped {
      findings.check(.nowhere, lookup.textIndex(of: dropped.source) == nil, "\(report.name): \(dropped.source)")
    }
  }

  func describe(_ source: GlyphReference) -> String {
    guard let glyph = report.glyph(source) else { return "nothing" }
    let font = report.page(source)?.fonts[Int(glyph.font)].name ?? ""
    return "U+\(hex(glyph.scalarValue)) of \(font) at \(glyph.box.x0), \(glyph.box.y0)"
  }

  private func hex(_ value: UInt32) -> String { String(value, radix: 16, uppercase: true) }
}
