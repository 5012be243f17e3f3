/// What the origin map promises, each promise counted apart.
enum OriginPromise: String, CaseIterable {
  case oneOriginAScalar = "each scalar of the text has one origin"
  case oneFate = "each glyph is in the text or dropped, once"
  case reason = "each reason for dropping holds for its glyph"
  case unchanged = "an unchanged scalar is its glyph's"
  case change = "each change follows from its source"
  case insertion = "what has no source is a space or separator put in"
  case thereAndBack = "glyph → text → glyph is the same"
  case nowhere = "a dropped glyph leads nowhere"
  case lit = "boxes of a range cover its glyphs' middles"
  case litPage = "boxes of a range lie on its pages"
  case litWithin = "boxes of a range lie within the page"
  case litAlone = "boxes of a range cover no other text"
  case blockBox = "a block's box holds its glyphs"
  case cellBox = "a cell's box holds its glyphs"
  case closeTogether = "no space beside an ideograph"
  case folded = "no character left that folding removes"
  case onInk = "a glyph's box holds ink"
}

/// How often each promise was put to the test and broken, with the first examples.
final class OriginFindings {
  struct Count {
    var all = 0
    var broken = 0
    var examples: [String] = []
    /// Breaches that are known, by their reason.
    var exceptions: [String: Int] = [:]

    var share: Double { all == 0 ? 1 : 1 - Double(broken) / Double(all) }
  }

  private(set) var counts = [OriginPromise: Count](
    uniqueKeysWithValues: OriginPromise.allCases.map { ($0, Count()) })

  subscript(promise: OriginPromise) -> Count { counts[promise] ?? Count() }

  func kept(_ promise: OriginPromise, _ count: Int = 1) { counts[promise]?.all += count }

  func broken(_ promise: OriginPromise, _ example: String) {
    counts[promise]?.all += 1
    counts[promise]?.broken += 1
    if self[promise].examples.count < 40 { counts[promise]?.examples.append(example) }
  }

  func except(_ promise: OriginPromise, _ reason: String) {
    counts[promise]?.all += 1
    counts[promise]?.exceptions[reason, default: 0] += 1
  }

  /// For promises that are tested one by one; the loops over all glyphs count what was kept at once.
  func check(_ promise: OriginPromise, _ holds: Bool, _ example: @autoclosure () -> String) {
    if holds { kept(promise) } else { broken(promise, example()) }
  }

  /// One line for each promise that was tested.
  var table: String {
    OriginPromise.allCases.filter { self[$0].all > 0 }.map { promise in
      let count = self[promise]
      let known = count.exceptions.sorted { $0.key < $1.key }.map { "; \($0.value) \($0.key)" }.joined()
      return "  \(promise.rawValue): \(count.all), broken \(count.broken)\(known)"
    }.joined(separator: "\n")
  }

  func examples(_ promise: OriginPromise) -> String {
    "\(promise.rawValue): \(self[promise].broken) of \(self[promise].all) broken\n"
      + self[promise].examples.prefix(30).joined(separator: "\n")
  }
}
