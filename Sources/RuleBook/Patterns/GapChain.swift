/// Bounded gaps side by side, with nothing between them that would hold them apart: the ways to fill them multiply.
struct GapChain {
  private static let mostWays = 8_000
  /// How far an open-ended repeat reaches in a text: over a few kinds of characters (digits, letters), over all.
  private static let (openEndedRun, openEndedGap) = (50, 1_000)

  private var ways = 1
  private var shared = ScalarSet.all
  private var place: Range<Int>?
  private var found: Range<Int>?

  static func tooWide(in node: PatternNode) -> Runaway? {
    var chain = GapChain()
    chain.read(node)
    return chain.found.map { Runaway(kind: .adjacentGaps, place: $0) }
  }

  private mutating func read(_ node: PatternNode) {
    switch node {
    case .nothing: return
    case .sequence(let nodes): for node in nodes { read(node) }
    case .repeated(let body, let times): repeated(node, body, times)
    case .alternatives(let nodes): alternatives(node, nodes)
    case .one(let set): pass(over: set, isNeeded: true)
    case .assertion, .atomic, .unknown: end()
    }
  }

  private mutating func repeated(_ node: PatternNode, _ body: PatternNode, _ times: PatternNode.Repeat) {
    let isGap = (body.singleSet?.count ?? 0) > 200
    let openEnded = isGap ? Self.openEndedGap : Self.openEndedRun
    let width = max(0, (times.most ?? times.least + openEnded) - times.least) + 1
    if let set = body.singleSet, width > 2 {
      add(set, width, times.place)
    } else if let set = body.singleSet {
      pass(over: set, isNeeded: times.least > 0)
    } else if !node.isOptional {
      close()
      read(body)
      close()
    }
  }

  private mutating func alternatives(_ node: PatternNode, _ nodes: [PatternNode]) {
    guard !node.isOptional else { return }
    close()
    for node in nodes {
      read(node)
      end()
    }
  }

  private mutating func add(_ set: ScalarSet, _ width: Int, _ place: Range<Int>) {
    if !shared.intersects(set) { end() }
    shared = shared.intersection(set)
    ways = min(ways * width, 1 << 40)
    self.place = (self.place?.lowerBound ?? place.lowerBound)..<place.upperBound
  }

  /// A single scalar parts gaps that cannot take it, and does so well enough where it is one of a few.
  private mutating func pass(over set: ScalarSet, isNeeded: Bool) {
    guard isNeeded else { return }
    if set.count < 6 || !shared.intersects(set) { close() } else { shared = shared.intersection(set) }
  }

  /// Something follows the chain that may fail.
  private mutating func close() {
    if ways > Self.mostWays, found == nil { found = place }
    end()
  }

  private mutating func end() {
    ways = 1
    shared = .all
    place = nil
  }
}
