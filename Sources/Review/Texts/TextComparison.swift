import ReportModel

/// Two readings of a report, or two reports, page by page: words gained and lost.
package struct TextComparison: Sendable, Equatable {
  /// In the order of the later text; pages that are gone stand where they stood.
  package let pages: [PageComparison]

  /// - Parameter isOneDocument: the pages are then the same ones; else they are laid beside those that they are like.
  package init(_ before: [PageWords], _ after: [PageWords], isOneDocument: Bool) {
    let places =
      isOneDocument ? Self.byNumber(before, after) : PageAlignment(before, after).places
    pages = places.map { old, new in PageComparison(old.map { before[$0] }, new.map { after[$0] }) }
  }

  private static func byNumber(_ before: [PageWords], _ after: [PageWords]) -> [(Int?, Int?)] {
    let old = Dictionary(before.enumerated().map { ($1.page, $0) }, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(after.enumerated().map { ($1.page, $0) }, uniquingKeysWith: { first, _ in first })
    return Set(old.keys).union(new.keys).sorted().map { (old[$0], new[$0]) }
  }

  /// Of a thousand.
  package var similarity: Int {
    PageComparison.similarity(
      common: pages.reduce(0) { $0 + $1.common }, of: pages.reduce(0) { $0 + $1.before.count + $1.after.count })
  }

  package var differing: [PageComparison] { pages.filter { !$0.isSame } }
}

/// A page as it was beside what it is.
package struct PageComparison: Sendable, Equatable {
  package let before: Side
  package let after: Side
  /// In reading order.
  package let pieces: [Piece]
  /// How many words both have, in this order.
  package let common: Int

  package struct Side: Sendable, Equatable {
    /// Nil where there is no such page.
    package let page: Int?
    package let count: Int
  }

  /// A stretch of words.
  package struct Piece: Sendable, Equatable {
    package let kind: Kind
    package let text: String
    package let count: Int

    package enum Kind: String, Sendable {
      case kept, lost, gained
      /// Lost here and gained elsewhere on the page: the order has changed, not the words.
      case movedAway = "moved-away"
      case movedHere = "moved-here"
    }
  }

  init(_ before: PageWords?, _ after: PageWords?) {
    let (old, new) = (before?.words ?? [], after?.words ?? [])
    self.before = Side(page: before?.page, count: old.count)
    self.after = Side(page: after?.page, count: new.count)
    var pieces: [Piece] = []
    var common = 0
    for step in WordDifference(old, new).steps {
      switch step {
      case .kept(_, let range):
        common += range.count
        pieces.append(Piece(kind: .kept, text: new[range].joined, count: range.count))
      case .lost(let range): pieces.append(Piece(kind: .lost, text: old[range].joined, count: range.count))
      case .gained(let range): pieces.append(Piece(kind: .gained, text: new[range].joined, count: range.count))
      }
    }
    self.common = common
    self.pieces = Self.withMoves(pieces)
  }

  /// Words that are lost in one place and gained in another one, in as many places of both.
  private static func withMoves(_ pieces: [Piece]) -> [Piece] {
    var open: [String: Int] = [:]
    for piece in pieces where piece.kind == .gained { open[piece.text, default: 0] += 1 }
    var moved: [String: Int] = [:]
    let away = pieces.map { piece in
      guard piece.kind == .lost, let left = open[piece.text], left > 0 else { return piece }
      open[piece.text] = left - 1
      moved[piece.text, default: 0] += 1
      return Piece(kind: .movedAway, text: piece.text, count: piece.count)
    }
    return away.map { piece in
      guard piece.kind == .gained, let left = moved[piece.text], left > 0 else { return piece }
      moved[piece.text] = left - 1
      return Piece(kind: .movedHere, text: piece.text, count: piece.count)
    }
  }

  package var isSame: Bool { before.page == after.page && pieces.allSatisfy { $0.kind == .kept } }

  package var lost: Int { count(of: .lost) }
  package var gained: Int { count(of: .gained) }
  package var moved: Int { count(of: .movedAway) }

  private func count(of kind: Piece.Kind) -> Int { pieces.reduce(0) { $0 + ($1.kind == kind ? $1.count : 0) } }

  /// Of a thousand: the words that both have, of those that either has.
  package var similarity: Int { Self.similarity(common: common, of: before.count + after.count) }

  static func similarity(common: Int, of all: Int) -> Int { all == 0 ? 1000 : 2000 * common / all }
}

/// Lays the pages of two reports beside each other, in order: which was put in, which taken out, which is the same.
struct PageAlignment {
  /// By both; of pages without a counterpart one is nil.
  let places: [(Int?, Int?)]

  /// Of a hundred: below, two pages are no versions of one page.
  private static let least = 30

  init(_ before: [PageWords], _ after: [PageWords]) {
    let (old, new) = (before.map(Signature.init), after.map(Signature.init))
    let (n, m) = (old.count, new.count)
    var best = [Int](repeating: 0, count: (n + 1) * (m + 1))
    var likeness = [Int](repeating: 0, count: n * m)
    for i in stride(from: n - 1, through: 0, by: -1) {
      for j in stride(from: m - 1, through: 0, by: -1) {
        let gain = old[i].likeness(to: new[j]) - Self.least
        likeness[i * m + j] = gain
        let paired = gain >= 0 ? best[(i + 1) * (m + 1) + j + 1] + gain + 1 : 0
        best[i * (m + 1) + j] = max(paired, best[(i + 1) * (m + 1) + j], best[i * (m + 1) + j + 1])
      }
    }
    var places: [(Int?, Int?)] = []
    var (i, j) = (0, 0)
    while i < n, j < m {
      let here = best[i * (m + 1) + j]
      let gain = likeness[i * m + j]
      if gain >= 0, here == best[(i + 1) * (m + 1) + j + 1] + gain + 1 {
        places.append((i, j))
        (i, j) = (i + 1, j + 1)
      } else if here == best[(i + 1) * (m + 1) + j] {
        places.append((i, nil))
        i += 1
      } else {
        places.append((nil, j))
        j += 1
      }
    }
    self.places = places + (i..<n).map { ($0, nil) } + (j..<m).map { (nil, $0) }
  }

  /// The different words of a page.
  private struct Signature {
    let words: Set<PageWords.Word>

    init(_ page: PageWords) { words = Set(page.words) }

    /// Of a hundred. Pages without words are alike.
    func likeness(to other: Signature) -> Int {
      let all = words.count + other.words.count
      guard all > 0 else { return 100 }
      let (few, many) = words.count < other.words.count ? (words, other.words) : (other.words, words)
      return 200 * few.reduce(0) { $0 + (many.contains($1) ? 1 : 0) } / all
    }
  }
}
