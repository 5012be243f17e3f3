import ReportModel

/// Where a decision holds in another text than the one that it was made in.
package enum Holding: Sendable, Equatable {
  /// The words stand here, and nowhere else: the stretch of their key, and its page.
  case here(Range<Int>, page: Int)
  /// What only looks like them: somebody has to say whether they are meant.
  case asks(Several<LookAlike>)
  case nowhere
}

/// A place that looks like what was decided on.
package struct LookAlike: Sendable, Equatable {
  /// Of the key.
  package let range: Range<Int>
  package let page: Int
  package let likeness: Likeness

  package enum Likeness: String, Sendable, CaseIterable {
    /// The same words between the same surroundings, but at several places now or when it was decided.
    case repeated
    /// The same words between other surroundings.
    case moved
    /// The same but for its numbers.
    case restated
  }

  package init(range: Range<Int>, page: Int, likeness: Likeness) {
    self.range = range
    self.page = page
    self.likeness = likeness
  }
}

extension ReportWords {
  /// How many look-alikes are told.
  private static let most = 12

  /// Where words hold here that were decided on in a text of the same document or of another one.
  ///
  /// A page of the same document is the same sheet of paper whoever reads it: there the words only have to be alone on
  /// their page. In another document they have to be alone in the whole text. In either they had to be alone when they
  /// were decided on, and no look-alike may have come about since.
  package func holding(of words: DecidedWords, inSameDocument isSame: Bool) -> Holding {
    if isSame, words.place.text == text, let key = words.keyRange { return .here(key, page: words.page) }
    let all = spots(of: words)
    let near = isSame ? all.filter { $0.page == words.page } : all
    let before = isSame ? words.onPage : words.inText
    let whole = near.filter { agree(surroundings(of: $0), words.surroundings) }
    if let only = whole.first, whole.count == 1, before.whole == 1, near.count <= before.words,
      let range = range(of: only)
    {
      return .here(range, page: only.page)
    }
    let alike = all.compactMap { spot in
      lookAlike(spot, agree(surroundings(of: spot), words.surroundings) ? .repeated : .moved)
    }
    let likely = alike.isEmpty ? restated(words) : alike
    return Several(Array(likely.prefix(Self.most))).map(Holding.asks) ?? .nowhere
  }

  private func restated(_ words: DecidedWords) -> [LookAlike] {
    guard !words.printed.isEmpty else { return [] }
    return spots(of: words, asShape: true).filter { agree(surroundings(of: $0), words.surroundings) }
      .compactMap { lookAlike($0, .restated) }
  }

  private func lookAlike(_ spot: Spot, _ likeness: LookAlike.Likeness) -> LookAlike? {
    range(of: spot).map { LookAlike(range: $0, page: spot.page, likeness: likeness) }
  }
}

extension DecidedWords {
  /// Where the key stood in the text that was read.
  package var keyRange: Range<Int>? { place.ranges.indices.contains(key) ? place.ranges[key] : nil }
}
