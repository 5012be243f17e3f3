import ReportModel

/// A heading, with all that speaks for its level.
struct HeadingEvidence {
  /// Its block.
  var block: Int
  var page: Int
  /// What type size and place say.
  var printed: Int
  var numbering: Numbering?
  /// What the outline says, where it lists the heading.
  var outline: Int?
  var key: TitleKey
}

/// Settles heading levels over the whole document: headings numbered in one style get one level.
struct HeadingLevels {
  private var styleLevels: [Numbering.Style: Int] = [:]

  init(_ headings: [HeadingEvidence]) {
    let styled = Dictionary(grouping: headings.filter { $0.numbering != nil }, by: { $0.numbering?.style })
    for (style, members) in styled {
      guard let style else { continue }
      let outlined = members.compactMap(\.outline)
      styleLevels[style] = Self.median(outlined.isEmpty ? members.map(\.printed) : outlined)
    }
    nest(Self.parents(headings))
  }

  func level(_ heading: HeadingEvidence) -> Int {
    if let style = heading.numbering?.style, let level = styleLevels[style] { return level }
    return max(1, heading.outline ?? heading.printed)
  }

  private static func median(_ levels: [Int]) -> Int {
    max(1, levels.sorted()[levels.count / 2])
  }

  /// Which style each style stands under: where its count starts again at 1, the numbered heading right before
  /// belongs to the style above it. Decimals stand under decimals of one figure less.
  private static func parents(_ headings: [HeadingEvidence]) -> [(child: Numbering.Style, parent: Numbering.Style)] {
    var votes: [Numbering.Style: [Numbering.Style: Int]] = [:]
    var last: Numbering.Style?
    for heading in headings {
      guard let numbering = heading.numbering else { continue }
      if let last, last != numbering.style, numbering.ordinal == 1 {
        votes[numbering.style, default: [:]][last, default: 0] += 1
      }
      last = numbering.style
    }
    var found: [(child: Numbering.Style, parent: Numbering.Style)] = []
    for (child, parents) in votes {
      guard let best = parents.max(by: { ($0.value, rank($1.key)) < ($1.value, rank($0.key)) }) else { continue }
      // Two styles that each restart after the other say nothing.
      if let back = votes[best.key]?[child], (back, rank(best.key)) >= (best.value, rank(child)) { continue }
      found.append((child, best.key))
    }
    return found.sorted { (rank($0.child), rank($0.parent)) < (rank($1.child), rank($1.parent)) }
  }

  /// The usual order of styles, for ties.
  private static func rank(_ style: Numbering.Style) -> Int {
    switch style {
    case .chapter: 0
    case .section: 1
    case .formal: 2
    case .chinese: 3
    case .bracketedChinese: 4
    case .decimal(let depth): 4 + depth
    case .bracketedArabic: 20
    case .circled: 21
    case .letter: 22
    }
  }

  /// Pushes every style below its parent, a few times over for chains of them.
  private mutating func nest(_ parents: [(child: Numbering.Style, parent: Numbering.Style)]) {
    for _ in 0..<4 {
      for (child, parent) in parents { push(child, below: parent) }
      for depth in 2..<6 { push(.decimal(depth), below: .decimal(depth - 1)) }
      push(.decimal(2), below: .chapter)
      push(.section, below: .chapter)
    }
  }

  private mutating func push(_ child: Numbering.Style, below parent: Numbering.Style) {
    guard let low = styleLevels[child], let high = styleLevels[parent], low <= high, high < 9 else { return }
    styleLevels[child] = high + 1
  }
}
