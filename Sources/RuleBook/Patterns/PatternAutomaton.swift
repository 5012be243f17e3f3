/// A pattern as a machine of positions (Glushkov's automaton): each set of scalars in the pattern is one, and a step
/// leads from a position to those that may take the next scalar.
///
/// Two steps between the same positions are kept as two, since a matcher that backtracks tries both: `(a+)+` has one
/// position with two ways back to it. Bounded repeats are written out up to a few copies, which keeps what matters
/// here; what is bounded by more than that counts as unbounded.
struct PatternAutomaton {
  struct Step {
    var target: Int
    /// The repeat that leads back, as a place in `loops`; nil for a step forward.
    var loop: Int?
  }

  private(set) var sets: [ScalarSet] = []
  private(set) var steps: [[Step]] = []
  /// Where the pattern may end without anything that could still fail.
  private(set) var accepting: Set<Int> = []
  /// The places of the repeats in the pattern.
  private(set) var loops: [Range<Int>] = []
  /// For each position the repeats that it stands in, from the outermost.
  private(set) var loopsAround: [[Int]] = []
  /// What must be looked at by itself: atomic groups, and what is looked at ahead or behind.
  private(set) var inner: [PatternNode] = []
  /// Whether the pattern is too large to be written out.
  private(set) var isTooLarge = false

  private static let mostPositions = 3_000
  private static let mostSteps = 500_000
  private static let mostCopies = 8
  /// A repeat that may vary by more than this is as good as unbounded.
  private static let widestGap = 64
  /// The same for a group, which is the start of many more ways.
  private static let mostGroupRepeats = 10

  private var around: [Int] = []
  private var stepCount = 0

  init(_ node: PatternNode) {
    accepting = Set(build(node).sureLast)
  }

  /// A part of the pattern: where it may begin and end, and whether it may take nothing.
  private struct Part {
    var first: [Int] = []
    var last: [Int] = []
    /// The ends after which nothing of the part can fail any more.
    var sureLast: [Int] = []
    var isOptional = true
    /// Whether it takes nothing without any condition.
    var isSurelyOptional = true
  }

  private mutating func build(_ node: PatternNode) -> Part {
    // Repeats in repeats would go on being written out.
    if isTooLarge { return Part() }
    switch node {
    case .nothing: return Part()
    case .assertion(let body):
      inner.append(body)
      return Part(isSurelyOptional: false)
    case .one(let set): return position(set)
    case .sequence(let nodes): return nodes.reduce(Part()) { join($0, build($1)) }
    case .alternatives(let nodes): return alternatives(nodes)
    case .repeated(let node, let times): return repeated(node, times)
    case .atomic(let node): return atomic(node)
    case .unknown:
      var part = position(.all)
      part.isOptional = true
      part.sureLast = []
      return part
    }
  }

  private mutating func position(_ set: ScalarSet) -> Part {
    guard sets.count < Self.mostPositions else {
      isTooLarge = true
      return Part()
    }
    let new = sets.count
    sets.append(set)
    steps.append([])
    loopsAround.append(around)
    return Part(first: [new], last: [new], sureLast: [new], isOptional: false, isSurelyOptional: false)
  }

  private mutating func join(_ left: Part, _ right: Part) -> Part {
    connect(left.last, right.first, loop: nil)
    return Part(
      first: left.first + (left.isOptional ? right.first : []),
      last: right.last + (right.isOptional ? left.last : []),
      sureLast: right.sureLast + (right.isSurelyOptional ? left.sureLast : []),
      isOptional: left.isOptional && right.isOptional,
      isSurelyOptional: left.isSurelyOptional && right.isSurelyOptional)
  }

  private mutating func connect(_ sources: [Int], _ targets: [Int], loop: Int?) {
    stepCount += sources.count * targets.count
    guard stepCount <= Self.mostSteps else {
      isTooLarge = true
      return
    }
    for source in sources {
      for target in targets { steps[source].append(Step(target: target, loop: loop)) }
    }
  }

  private mutating func alternatives(_ nodes: [PatternNode]) -> Part {
    var all = Part(isOptional: false, isSurelyOptional: false)
    for part in nodes.map({ build($0) }) {
      all.first += part.first
      all.last += part.last
      all.sureLast += part.sureLast
      all.isOptional = all.isOptional || part.isOptional
      all.isSurelyOptional = all.isSurelyOptional || part.isSurelyOptional
    }
    return all
  }

  /// What it once took is taken for good: so it counts as one scalar of those that it may begin with.
  private mutating func atomic(_ node: PatternNode) -> Part {
    inner.append(node)
    var alone = PatternAutomaton(.nothing)
    let part = alone.build(node)
    isTooLarge = isTooLarge || alone.isTooLarge
    var box = position(part.first.reduce(ScalarSet([])) { $0.union(alone.sets[$1]) })
    box.isOptional = part.isOptional
    box.isSurelyOptional = part.isSurelyOptional
    return box
  }

  // MARK: Repeats

  private mutating func repeated(_ node: PatternNode, _ times: PatternNode.Repeat) -> Part {
    let copies = min(times.least, Self.mostCopies)
    if isOpenEnded(node, times) {
      let lead = (1..<max(1, min(copies, 3))).reduce(Part()) { part, _ in join(part, build(node)) }
      return join(lead, loop(node, isOptional: times.least == 0, times.place))
    }
    let lead = (0..<copies).reduce(Part()) { part, _ in join(part, build(node)) }
    return join(lead, options(node, min(times.most ?? 0, Self.mostCopies) - copies))
  }

  private func isOpenEnded(_ node: PatternNode, _ times: PatternNode.Repeat) -> Bool {
    guard let most = times.most else { return true }
    guard most != times.least, most > 1 else { return false }
    // Repeats in repeats in repeats, however few of each, are more ways than can be tried.
    if node.nestedRepeats > 1 { return true }
    return most - times.least > (node.singleSet == nil ? Self.mostGroupRepeats - 1 : Self.widestGap)
  }

  private mutating func loop(_ node: PatternNode, isOptional: Bool, _ place: Range<Int>) -> Part {
    let loop = loops.count
    loops.append(place)
    around.append(loop)
    var part = build(node)
    around.removeLast()
    connect(part.last, part.first, loop: loop)
    if isOptional { part.isOptional = true }
    if isOptional { part.isSurelyOptional = true }
    return part
  }

  /// `(x(x(x)?)?)?`: one way only for each number of them.
  private mutating func options(_ node: PatternNode, _ count: Int) -> Part {
    guard count > 0 else { return Part() }
    let first = build(node)
    var part = join(first, options(node, count - 1))
    part.isOptional = true
    part.isSurelyOptional = true
    return part
  }
}
