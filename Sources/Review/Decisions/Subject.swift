import ReportModel

/// What a decision is about: an item of a document, and there the words that were found, or that nothing was.
///
/// It names no rule and no path: whatever the rules become, the decision is about what the report says.
package struct Subject: Sendable, Hashable {
  /// SHA-256 of the document in which the words were read.
  package let document: String
  package let item: String
  package let matter: Matter

  package enum Matter: Sendable, Hashable {
    case words(DecidedWords)
    /// The item's state where there is no evidence.
    case state(ItemState.State)
    /// Evidence that a person added, by the step that did.
    case addition(step: Int)
  }

  package init(document: String, item: String, _ matter: Matter) {
    self.document = document
    self.item = item
    self.matter = matter
  }
}

/// Words of a report as they stood when they were decided on.
package struct DecidedWords: Sendable, Hashable {
  /// The stretches that the quote is made of, in its order; never empty.
  package let pieces: [String]
  /// The place in `pieces` of the one by which the words are looked for: it holds the number, if there is any.
  package let key: Int
  package let surroundings: Surroundings
  /// The value as printed; empty where none was read.
  package let printed: String
  package let page: Int
  package let reading: WordsReading
  package let place: WordsPlace
  /// How many places of the text, and of the page, looked like this one.
  package let inText: Alike
  package let onPage: Alike

  /// What stands around the key, by which it is told from look-alikes.
  package enum Surroundings: Sendable, Hashable {
    /// Right before and behind it, in the same block.
    case running(before: String, after: String)
    /// The titles of its row and its column, and of the group of rows that it is in.
    case cell(labels: [String], headers: [String])
  }

  /// Numbers of places where the words stood, the decided one included.
  package struct Alike: Sendable, Hashable {
    /// Whatever their surroundings.
    package let words: Int
    /// Between the same surroundings.
    package let whole: Int

    package init(words: Int, whole: Int) {
      self.words = words
      self.whole = whole
    }
  }

  package init(
    pieces: Several<String>, key: Int, surroundings: Surroundings, printed: String, page: Int, reading: WordsReading,
    place: WordsPlace, inText: Alike, onPage: Alike
  ) {
    self.pieces = pieces.all
    self.key = pieces.all.indices.contains(key) ? key : 0
    self.surroundings = surroundings
    self.printed = printed
    self.page = page
    self.reading = reading
    self.place = place
    self.inText = inText
    self.onPage = onPage
  }

  package var quote: String { pieces.joined(separator: " ") }
}

/// How the words were read when they were decided on.
package struct WordsReading: Sendable, Hashable {
  package var value: String
  package var high: String
  package var unit: String
  package var year: String
  package var level: String
  /// The rule that had found them, and the topics that it carried.
  package var rule: String
  package var topics: [String]
  package var form: Evidence.Place

  package init(
    value: String = "", high: String = "", unit: String = "", year: String = "", level: String = "", rule: String = "",
    topics: [String] = [], form: Evidence.Place = .text
  ) {
    self.value = value
    self.high = high
    self.unit = unit
    self.year = year
    self.level = level
    self.rule = rule
    self.topics = topics
    self.form = form
  }
}

/// Where words stood in one text of a document: a text is never changed, so that there they stand for ever.
package struct WordsPlace: Sendable, Hashable {
  /// Which text of the document: the engine that read it, and at which attempt.
  package let text: String
  /// Of each piece.
  package let ranges: [Range<Int>]

  package init(text: String, ranges: [Range<Int>]) {
    self.text = text
    self.ranges = ranges
  }
}
