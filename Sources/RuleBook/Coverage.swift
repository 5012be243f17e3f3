/// In how many real reports the rules of a pack have found its items: figures alone, no report and no word of one.
///
/// What is in it changes no evidence: it tells a reader how far to trust the rules, which no example of their own can.
package struct Coverage: Sendable, Equatable {
  /// Whole reports.
  package var reports: Tally
  /// Files of passages out of one report each: that an item is found there says as much, that it is not says nothing.
  package var passages: Tally
  /// Where in its file the figures of each item stand.
  var places: [String: [Place]] = [:]

  package struct Tally: Sendable, Equatable {
    /// How many were read.
    package var read: Int
    /// In how many of them each item was found; an item that is not here was found in none.
    package var found: [String: Int]

    package init(read: Int = 0, found: [String: Int] = [:]) {
      self.read = read
      self.found = found
    }
  }

  package init(reports: Tally = Tally(), passages: Tally = Tally()) {
    self.reports = reports
    self.passages = passages
  }

  /// Whether its rules have found the item in any real text.
  package func hasFound(_ item: String) -> Bool {
    reports.found[item, default: 0] + passages.found[item, default: 0] > 0
  }
}

extension Pack {
  /// Whether no rule has found the item in a real report yet; of a pack that nobody has counted, that is not known.
  package func isUnproven(_ item: Item) -> Bool { coverage.map { !$0.hasFound(item.id) } ?? false }
}
