import ReportModel

/// One step of the log of decisions: who said what, and when. Steps are only ever added.
package struct DecisionStep: Sendable, Equatable {
  /// From 1, without gaps.
  package let number: Int
  package let time: Moment
  package let who: OneLine
  package let entry: DecisionEntry
  package let note: OneLine?

  package init(number: Int, time: Moment, who: OneLine, entry: DecisionEntry, note: OneLine?) {
    self.number = number
    self.time = time
    self.who = who
    self.entry = entry
    self.note = note
  }
}

package enum DecisionEntry: Sendable, Equatable {
  case decide(Verdict, Subject)
  /// What the rules missed.
  case add(Addition)
  /// That an earlier decision holds for these words, which only resemble those that it was made on: who says so is of
  /// the same opinion.
  case carry(step: Int, to: Subject)
  /// That there is nothing in a document for which an earlier decision would hold.
  case release(step: Int, from: String)
  /// Takes an earlier step of one's own back; what that had taken back holds again.
  case undo(step: Int)
}

/// What a reviewer says of evidence, or of an item's state.
package enum Verdict: Sendable, Hashable {
  /// It says what the item asks for.
  case accept
  /// It does not.
  case reject
  /// It does, but was read off wrongly.
  case correct(Correction)
  /// To be decided another time.
  case postpone
}

/// What is put in the place of what was read; what is nil stays, and what is empty is not there.
package struct Correction: Sendable, Hashable {
  package var value: String?
  package var unit: String?
  package var year: String?
  package var page: Int?
  package var level: String?

  package init(
    value: String? = nil, unit: String? = nil, year: String? = nil, page: Int? = nil, level: String? = nil
  ) {
    self.value = value
    self.unit = unit
    self.year = year
    self.page = page
    self.level = level
  }

  package var isEmpty: Bool { self == Correction() }
}

/// Evidence that a person found.
package struct Addition: Sendable, Hashable {
  package let document: String
  package let item: String
  package let source: Source
  package let value: String
  package let unit: String
  package let year: String

  package enum Source: Sendable, Hashable {
    /// A box on a page of the document, in points from its top left, and what is printed in it.
    case page(Int, Box, words: String)
    case web(address: OneLine, seen: Day)
  }

  package init(
    document: String, item: String, source: Source, value: String = "", unit: String = "", year: String = ""
  ) {
    self.document = document
    self.item = item
    self.source = source
    self.value = value
    self.unit = unit
    self.year = year
  }
}
