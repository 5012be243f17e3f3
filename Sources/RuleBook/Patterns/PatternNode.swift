/// A regular expression as far as its lint needs to understand it.
indirect enum PatternNode: Sendable, Equatable {
  /// Takes nothing and never fails: a comment, a flag.
  case nothing
  /// Takes nothing and may fail: an anchor, or something looked at ahead or behind.
  case assertion(PatternNode)
  case one(ScalarSet)
  case sequence([PatternNode])
  case alternatives([PatternNode])
  case repeated(PatternNode, Repeat)
  /// Once it has matched it is never tried in another way.
  case atomic(PatternNode)
  /// Takes something, or nothing, that depends on more than this place: a back-reference, a recursion.
  case unknown

  struct Repeat: Sendable, Equatable {
    var least: Int
    /// Nil for any number.
    var most: Int?
    /// The repeat with what it repeats, in scalars of the pattern.
    var place: Range<Int>
  }

  /// One scalar out of a set, repeated or not; nil for all else.
  var singleSet: ScalarSet? {
    switch self {
    case .one(let set): set
    case .sequence(let nodes) where nodes.count == 1: nodes[0].singleSet
    default: nil
    }
  }

  /// Whether it can take nothing.
  var isOptional: Bool {
    switch self {
    case .nothing, .assertion, .unknown: true
    case .one: false
    case .sequence(let nodes): nodes.allSatisfy(\.isOptional)
    case .alternatives(let nodes): nodes.contains(where: \.isOptional)
    case .repeated(let node, let times): times.least == 0 || node.isOptional
    case .atomic(let node): node.isOptional
    }
  }

  /// How many repeats of varying length stand within one another.
  var nestedRepeats: Int {
    switch self {
    case .nothing, .assertion, .one, .unknown, .atomic: 0
    case .sequence(let nodes), .alternatives(let nodes): nodes.map(\.nestedRepeats).max() ?? 0
    case .repeated(let node, let times):
      node.nestedRepeats + (times.least == times.most || times.most == 1 ? 0 : 1)
    }
  }
}
