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

/// Settles heading levels over the whole document: headings numbered in one style get one level, and those without
/// a number stand where their type says in relation to the numbered one before them.
struct HeadingLevels {
  private var levels: [Numbering.Style: Int] = [:]

  init(_ headings: [HeadingEvidence]) {
    let styled = Dictionary(grouping: headings.filter { $0.numbering != nil }, by: { $0.numbering?.style })
    for (style, members) in styled {
      guard let style else { continue }
      let outlined = members.compactMap(\.outline)
      levels[style] = Self.median(outlined.isEmpty ? members.map(\.printed) : outlined)
    }
    let order = StyleOrder(headings)
    let parents = Dictionary(
      grouping: order.edges.filter { levels[$0.child] != nil && levels[$0.parent] != nil }, by: \.child)
    for (style, printed) in levels {
      levels[style] = parents[style] == nil ? style.topLevel.map { min($0, printed) } ?? printed : 0
    }
    // As often as a chain of styles is long.
    for _ in levels {
      for (child, edges) in parents {
        // Decimals count their own depth, whatever else stands between.
        let decimal = edges.first { $0.isOfDecimals }
        levels[child] = (decimal.map { [$0] } ?? edges).compactMap { levels[$0.parent] }.max().map { $0 + 1 }
      }
    }
  }

  /// One for each heading, in document order.
  func levels(_ headings: [HeadingEvidence]) -> [Int] {
    var open: [(printed: Int, level: Int)] = []
    return headings.map { heading in
      let level = known(heading) ?? nested(heading.printed, in: &open)
      while let last = open.last, last.level >= level { open.removeLast() }
      open.append((heading.printed, level))
      return level
    }
  }

  private func known(_ heading: HeadingEvidence) -> Int? {
    if let style = heading.numbering?.style, let level = levels[style] { return level }
    return heading.outline.map { max(1, $0) }
  }

  /// Under the nearest heading before it of larger type, or beside one of its own.
  private func nested(_ printed: Int, in open: inout [(printed: Int, level: Int)]) -> Int {
    while let last = open.last {
      if last.printed == printed { return last.level }
      if last.printed < printed { return last.level + 1 }
      open.removeLast()
    }
    return 1
  }

  private static func median(_ levels: [Int]) -> Int {
    max(1, levels.sorted()[levels.count / 2])
  }
}

extension Numbering.Style {
  /// The level of the style where none stands above it; nil where the type has to say.
  fileprivate var topLevel: Int? {
    switch self {
    case .chapter, .formal: 1
    case .decimal(let depth): depth
    case .section, .chinese, .bracketedChinese, .bracketedArabic, .circled, .letter: nil
    }
  }
}

/// Which style of numbering stands under which, without circles.
///
/// Decimals stand under decimals of one figure less. Else: where a style's count starts again at 1, the numbered
/// heading right before belongs to the style above it; the stronger votes come first.
private struct StyleOrder {
  private(set) var edges: [Edge] = []

  struct Edge: Hashable {
    var child: Numbering.Style
    var parent: Numbering.Style

    /// 1.2 under 1.
    var isOfDecimals: Bool {
      if case .decimal(let depth) = child { parent == .decimal(depth - 1) } else { false }
    }
  }

  init(_ headings: [HeadingEvidence]) {
    for depth in 2..<7 { add(Edge(child: .decimal(depth), parent: .decimal(depth - 1))) }
    for child in [Numbering.Style.section, .decimal(2)] { add(Edge(child: child, parent: .chapter)) }
    let votes = Self.votes(headings).sorted {
      ($1.value, Self.rank($0.key.parent), Self.rank($0.key.child))
        < ($0.value, Self.rank($1.key.parent), Self.rank($1.key.child))
    }
    for vote in votes { add(vote.key) }
  }

  private static func votes(_ headings: [HeadingEvidence]) -> [Edge: Int] {
    var votes: [Edge: Int] = [:]
    var last: Numbering.Style?
    for numbering in headings.compactMap(\.numbering) {
      if let last, last != numbering.style, numbering.ordinal == 1 {
        votes[Edge(child: numbering.style, parent: last), default: 0] += 1
      }
      last = numbering.style
    }
    return votes
  }

  private mutating func add(_ edge: Edge) {
    if !reaches(from: edge.child, to: edge.parent) { edges.append(edge) }
  }

  /// Whether `to` already stands somewhere under `from`.
  private func reaches(from: Numbering.Style, to: Numbering.Style) -> Bool {
    from == to || edges.contains { $0.parent == from && reaches(from: $0.child, to: to) }
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
    case .bracketedArabic: 200
    case .circled: 201
    case .letter: 202
    }
  }
}
