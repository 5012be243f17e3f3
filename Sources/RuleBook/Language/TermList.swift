/// Words that mean the same to a rule, written once: 供應商, 協力廠商, 外包商 …
package struct TermList: Sendable, Equatable {
  package var name: String
  package var terms: [Term]
  /// Longer words in which a term means something else: 內部稽核 for 稽核.
  package var except: [Term]
  package var place: Place

  package struct Term: Sendable, Equatable {
    package var text: String
    package var place: Place

    package init(text: String, place: Place) {
      self.text = text
      self.place = place
    }

    /// The list whose terms this entry takes in (`$supplier`).
    package var included: String? { text.hasPrefix("$") ? String(text.dropFirst()) : nil }
  }

  package init(name: String, terms: [Term], except: [Term] = [], place: Place) {
    self.name = name
    self.terms = terms
    self.except = except
    self.place = place
  }
}

/// Lists that the engine itself reads, and what for; `Rules/vocabulary` has to define them.
package enum EngineList: String, CaseIterable, Sendable {
  /// Signs that a sentence speaks of something to come: 目標, 預計, 將於.
  case goal
  /// Words that turn a statement into its contrary when they stand before it: 未, 尚未, 無.
  case negation
  /// Words that may stand between a label and its number: 為, 約, 達, 共計.
  case filler
  /// This year, last year, in a report's own words.
  case thisYear = "this-year"
  case lastYear = "last-year"
  /// Words before or after a year that make it a yardstick and not the year of a value: 較, 相較於; 為基準.
  case yardstickBefore = "yardstick-before"
  case yardstickAfter = "yardstick-after"
  /// Words that tell of a past without a date: 曾, 過去.
  case undated
  /// Titles of reports, beside which the report's year stands.
  case reportTitle = "report-title"
  /// Words beside the first and last day that a report covers.
  case reportPeriod = "report-period"
  /// Titles of sections, and heads of tables, that only point to other pages.
  case pointerSection = "pointer-section"
  case pointerColumn = "pointer-column"
  /// Words in a table's headers that make a row or column the total, or the mean, of others: 合計, 加權平均.
  case total
  /// Words that limit what a number covers: 個體, 合併, 台灣廠區.
  case boundary
  /// Words that take something out of what a number covers; what they take out follows: 排除, 不含.
  case boundaryExcluding = "boundary-excluding"
}
