/// What a report says on an item: where, in whose words, with which number, unit and year.
package struct Evidence: Sendable, Equatable {
  package var item: String
  package var topics: [String]
  package var rule: String
  package var level: String
  /// Where the value, or else the words that were found, stand; the first of `pages`.
  package var page: Int
  /// The sentence, or the row with its headers.
  package var quote: String
  /// The ranges of the report's text that the quote is made of, the found words and value first.
  package var quoteRanges: [Range<Int>]
  /// What to light on the page: the words and the value.
  package var focus: [Range<Int>]
  /// The paragraph around it, or the table's caption and headers.
  package var context: String
  /// The titles of the sections that it stands in, outermost first.
  package var headings: [String]
  package var value: Value?
  /// A name or a list that was read off.
  package var name: String
  /// Four digits; empty where the report ties it to no year.
  package var year: String
  package var yearSource: YearSource?
  /// What the number covers, in the report's words.
  package var boundary: String
  package var place: Place
  /// Further pages where the same is said.
  package var alsoOn: [Int]
  package var score: Int

  /// The number of evidence.
  package struct Value: Sendable, Equatable {
    /// Empty where it is said in words.
    package var plain: String
    package var high: String
    package var unit: String
    package var printed: String
    package var normalized: Quantity.Normalized?
    package var isInferred: Bool
    package var qualifier: Quantity.Qualifier?
    /// Other kinds that the number may be of, as far as the text tells.
    package var ambiguous: [Quantity.Kind]

    package init(
      plain: String, high: String = "", unit: String = "", printed: String = "", normalized: Quantity.Normalized? = nil,
      isInferred: Bool = false, qualifier: Quantity.Qualifier? = nil, ambiguous: [Quantity.Kind] = []
    ) {
      self.plain = plain
      self.high = high
      self.unit = unit
      self.printed = printed
      self.normalized = normalized
      self.isInferred = isInferred
      self.qualifier = qualifier
      self.ambiguous = ambiguous
    }
  }

  package enum Place: String, Sendable { case text, table, chart, note }

  /// How the year was told, from the surest on.
  package enum YearSource: String, Sendable {
    case pattern, column, clause, series, sentence, paragraph, heading, rule, report
  }

  package init(
    item: String, topics: [String], rule: String, level: String, page: Int, quote: String, quoteRanges: [Range<Int>],
    focus: [Range<Int>], context: String = "", headings: [String] = [], value: Value? = nil, name: String = "",
    year: String = "", yearSource: YearSource? = nil, boundary: String = "", place: Place = .text,
    alsoOn: [Int] = [], score: Int = 0
  ) {
    self.item = item
    self.topics = topics
    self.rule = rule
    self.level = level
    self.page = page
    self.quote = quote
    self.quoteRanges = quoteRanges
    self.focus = focus
    self.context = context
    self.headings = headings
    self.value = value
    self.name = name
    self.year = year
    self.yearSource = yearSource
    self.boundary = boundary
    self.place = place
    self.alsoOn = alsoOn
    self.score = score
  }
}

/// A box on a page.
package struct PlacedBox: Sendable, Equatable {
  package var page: Int
  package var box: Box

  package init(page: Int, box: Box) {
    self.page = page
    self.box = box
  }
}

/// What is known of an item after a report has been searched for it.
package struct ItemState: Sendable, Equatable {
  package var item: String
  /// The topics that its rules look for.
  package var topics: [String]
  package var state: State
  /// Pages whose text was searched.
  package var searched: [Int]
  /// Pages that may hold it and have no usable text.
  package var unreadable: [Int]
  /// Where the report says that it has no such figure.
  package var statement: Statement?
  /// Pages of contents or index tables that point to it.
  package var pointers: [Int]

  package enum State: String, Sendable, CaseIterable {
    case found
    case statedNonDisclosure = "stated-non-disclosure"
    case notFound = "not-found"
    case unreadable
    case notApplicable = "not-applicable"
  }

  package struct Statement: Sendable, Equatable {
    package var page: Int
    package var quote: String
    package var ranges: [Range<Int>]

    package init(page: Int, quote: String, ranges: [Range<Int>]) {
      self.page = page
      self.quote = quote
      self.ranges = ranges
    }
  }

  package init(
    item: String, topics: [String] = [], state: State, searched: [Int] = [], unreadable: [Int] = [],
    statement: Statement? = nil,
    pointers: [Int] = []
  ) {
    self.item = item
    self.topics = topics
    self.state = state
    self.searched = searched
    self.unreadable = unreadable
    self.statement = statement
    self.pointers = pointers
  }
}

/// All that a rule book found in a report.
package struct Findings: Sendable, Equatable {
  package var reportYear: Int?
  /// Whether the report itself says so, and not only its name or the years that it speaks of.
  package var isReportYearSaid: Bool
  /// By item, and of each item the best first.
  package var evidence: [Evidence]
  /// In the order of the rubric.
  package var items: [ItemState]
  /// Rules whose patterns had to be given up, and where.
  package var abandoned: [Abandoned]

  package struct Abandoned: Sendable, Equatable {
    package var rule: String
    package var page: Int

    package init(rule: String, page: Int) {
      self.rule = rule
      self.page = page
    }
  }

  package init(
    reportYear: Int? = nil, isReportYearSaid: Bool = false, evidence: [Evidence] = [], items: [ItemState] = [],
    abandoned: [Abandoned] = []
  ) {
    self.reportYear = reportYear
    self.isReportYearSaid = isReportYearSaid
    self.evidence = evidence
    self.items = items
    self.abandoned = abandoned
  }
}
