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
  /// It says what the item asks for.
  case accept(Subject)
  /// It does not.
  case reject(Subject)
  /// It does, but was read off wrongly.
  case correct(Subject, Correction)
  /// To be decided another time.
  case postpone(Subject)
  /// What the rules missed.
  case add(Addition)
  /// That an earlier decision holds for these words, which only resemble those that it was made on.
  case carry(step: Int, to: Subject)
  /// Takes an earlier step back.
  case undo(step: Int)
}

/// What is put in the place of what was read; what is nil stays.
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
    /// A box on a page of the document, in points from its top left.
    case page(Int, x0: Float, y0: Float, x1: Float, y1: Float)
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
