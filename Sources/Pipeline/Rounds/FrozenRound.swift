import ReportModel

/// What a closed round keeps: by what it was reckoned, which documents counted, and what came out for each company.
///
/// Figures are kept as they are printed, so that they are shown the same by any later version of the program.
package struct FrozenRound: Sendable, Equatable {
  package var id: String
  package var pack: String
  package var names: Phrase
  package var reportYear: Int
  package var cutOff: String
  package var completion: String
  /// Closed before its uploads had ended.
  package var isEarly: Bool
  package var closed: String
  package var who: String
  package var program: String
  package var run: Int
  package var rules: String
  /// The last line of the ledger of events; 0 where there was none.
  package var line: Int
  /// In the order of the rubric.
  package var dimensions: [Dimension]
  /// By their ids.
  package var companies: [Company]

  package struct Dimension: Sendable, Equatable {
    package var id: String
    package var names: Phrase
  }

  package struct Company: Sendable, Equatable {
    package var id: String
    package var name: String
    package var isExpected: Bool
    /// Those that counted, by name.
    package var documents: [Document]
    package var outcome: Outcome
  }

  package struct Document: Sendable, Equatable {
    package var name: String
    package var sha256: String
    package var status: String
    package var uploaded: String
    package var uploadedFrom: String
  }

  package enum Outcome: Sendable, Equatable {
    case scored(Scores)
    /// No document counted.
    case missing
    /// Nobody says its industry, or none of the pack's.
    case noIndustry
  }

  package struct Scores: Sendable, Equatable {
    package var industry: String
    /// Nil where nobody said them, and all were assumed.
    package var activities: [String]?
    package var total: Figures
    /// In the order of the rubric, each with its sub-dimensions behind it.
    package var parts: [Part]
    /// Items that give or take points, or may.
    package var items: [Item]
    /// What the company's events left of it in the month of completion; nil where none counted.
    package var afterEvents: AfterEvents?
  }

  package struct AfterEvents: Sendable, Equatable {
    package var total: Figures
    /// Dimensions only.
    package var parts: [Part]
    package var events: [Event]
  }

  /// An event and what it took.
  package struct Event: Sendable, Equatable {
    package var id: String
    /// Empty where the rules have no such kind, and nothing was taken.
    package var dimension: String
    package var points: String
  }

  package struct Part: Sendable, Equatable {
    package var id: String
    package var isDimension: Bool
    package var figures: Figures
  }

  package struct Item: Sendable, Equatable {
    package var id: String
    package var outcome: String
    package var low: String
    package var high: String
  }

  package struct Figures: Sendable, Equatable {
    package var low: String
    package var high: String
    package var attainable: String
    /// In per cent; both empty where nothing can be gained.
    package var lowRate: String
    package var highRate: String
  }
}
