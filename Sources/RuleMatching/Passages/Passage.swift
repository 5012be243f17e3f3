import ReportModel
import RuleBook

/// A stretch of a report in which evidence may stand: a sentence, a cell's sentence, or a table's row.
struct Passage: Sendable {
  /// In `SearchText.scalars`.
  var range: Range<Int>
  /// Index into the report's blocks.
  var block: Int
  var role: Rule.Role
  /// Where in which table it stands.
  var cell: CellPlace?
  /// What was found in it, for conditions on the clause around that.
  var focus: Range<Int>?

  func focused(on hit: Hit) -> Passage {
    var passage = self
    passage.focus = hit.span
    return passage
  }

  struct CellPlace: Sendable {
    /// Index into `SearchText.tables`.
    var table: Int
    /// Nil for a whole column.
    var row: Int?
    /// Nil for a whole row.
    var column: Int?
  }
}

/// A piece of text that was put together from several places of the report, such as a row's headers.
struct ComposedText: Sendable {
  /// In `SearchText.scalars`.
  var range: Range<Int>
  /// The report's text that it was made of, in order.
  var sources: [Range<Int>]
}
