import ReportModel

/// Learns from all pages which lines are running headers and footers, page numbers, navigation and watermarks.
///
/// Signs over the whole document: the same words on the same spot of several pages; numbers on one spot that count
/// with the pages; what stands on one baseline with these; large slanted type. A line that none of them speaks for
/// stays text.
struct FurnitureFinder {
  let sketches: [PageSketch]

  private static let fewestPages = 3
  /// Titles set upright at the side, page by page another chapter's, need fewer.
  private static let fewestPagesAtSide = 2
  private static let longestTab = 14
  /// What stands beside furniture is no longer than this, or it is text.
  private static let longestCompanion = 40

  static func takeOut(_ sketches: inout [PageSketch]) -> [Furniture] {
    let roles = FurnitureFinder(sketches: sketches).roles()
    return sketches.indices.map { Furniture(takenFrom: &sketches[$0], roles[$0]) }
  }

  /// The roles of the lines that are furniture, page by page.
  private func roles() -> [Furniture.Roles] {
    var roles = [Furniture.Roles](repeating: [:], count: sketches.count)
    let candidates = FurnitureCandidate.all(sketches)
    for candidate in repeated(candidates) { roles[candidate.page][candidate.line] = candidate.role }
    for candidate in PageCounting(pageCount: sketches.count).numbers(candidates) {
      roles[candidate.page][candidate.line] = .pageNumber
    }
    for candidate in companions(candidates, of: roles) { roles[candidate.page][candidate.line] = candidate.role }
    return roles
  }

  // MARK: what comes back

  /// Candidates whose words stand on the same spot of enough pages, or on a spot that pages share
  /// where most words come back (a chapter's name in the header).
  private func repeated(_ candidates: [FurnitureCandidate]) -> [FurnitureCandidate] {
    let wordings = wordings(of: candidates)
    return FurnitureCandidate.spots(candidates).flatMap { repeated(on: $0, wordings) }
  }

  private func repeated(on spot: [FurnitureCandidate], _ wordings: [UInt64: Int]) -> [FurnitureCandidate] {
    let pages = Set(spot.map(\.page)).count
    guard pages >= (spot[0].zone == .side ? Self.fewestPagesAtSide : Self.fewestPages) else { return [] }
    var pagesOf: [UInt64: Set<Int>] = [:]
    for candidate in spot { pagesOf[candidate.text, default: []].insert(candidate.page) }
    let isShared = pages * 10 >= sketches.count * 3 && pages * 10 >= pagesOf.count * 17
    return spot.filter { candidate in
      // A title set upright at the side that stands elsewhere too names the chapter, whichever it is.
      if candidate.zone == .side, candidate.isTurned, candidate.glyphCount <= Self.longestTab {
        return wordings[candidate.text, default: 0] >= 2
      }
      let repeats = pagesOf[candidate.text, default: []]
      // Where a chapter's title comes back on each of its pages, the first is the title.
      if candidate.zone == .title { return repeats.count >= Self.fewestPages && repeats.min() != candidate.page }
      return repeats.count >= Self.fewestPages || (isShared && repeats.count >= 2)
    }
  }

  /// How often the words of each turned candidate stand as a line anywhere in the document.
  private func wordings(of candidates: [FurnitureCandidate]) -> [UInt64: Int] {
    var counts: [UInt64: Int] = [:]
    for candidate in candidates where candidate.isTurned { counts[candidate.text] = 0 }
    guard !counts.isEmpty else { return [:] }
    for sketch in sketches {
      for line in sketch.lines.joined() where line.glyphCount <= Self.longestTab {
        let key = LineText.hash(line, sketch.ink.glyphs)
        if let count = counts[key] { counts[key] = count + 1 }
      }
    }
    return counts
  }

  // MARK: what stands beside

  /// What stands on one baseline with furniture at the head or foot (a chapter's name opposite the report's).
  private func companions(_ candidates: [FurnitureCandidate], of roles: [Furniture.Roles]) -> [FurnitureCandidate] {
    let known = candidates.filter { roles[$0.page][$0.line] != nil && ($0.zone == .top || $0.zone == .bottom) }
    let byPage = Dictionary(grouping: known, by: \.page)
    return candidates.filter { candidate in
      guard let known = byPage[candidate.page], roles[candidate.page][candidate.line] == nil, candidate.number == nil,
        candidate.glyphCount <= Self.longestCompanion
      else { return false }
      let isBeside = known.contains { other in
        other.zone == candidate.zone && abs(other.box.y1 - candidate.box.y1) <= 0.3 * candidate.size
          && candidate.size <= other.size * 1.15
      }
      return isBeside && !endsPassage(candidate)
    }
  }

  /// Whether body text stands right over (at the foot) or right under (at the head) a line: then it belongs to that.
  private func endsPassage(_ candidate: FurnitureCandidate) -> Bool {
    sketches[candidate.page].lines.joined().contains { other in
      let box = other.pageBox
      guard box.overlapX(candidate.box) > 0.3 * min(box.width, candidate.box.width) else { return false }
      let distance = candidate.zone == .top ? box.y0 - candidate.box.y1 : candidate.box.y0 - box.y1
      return distance > -0.5 * candidate.size && distance < 1.3 * candidate.size && box != candidate.box
        && abs(other.size - candidate.size) <= 0.1 * candidate.size
    }
  }
}
