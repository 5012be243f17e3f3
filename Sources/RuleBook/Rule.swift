import ReportModel

/// How the evidence for an item is told in a report.
package struct Rule: Sendable, Equatable {
  package var id: String
  package var pack: String
  package var items: [String]
  /// Beyond those of its items.
  package var topics: [String]
  /// Else its items' own.
  package var level: String?
  /// For companies of these industries only, or of all others; both empty: for all.
  package var industries: [String]
  package var exceptIndustries: [String]
  package var roles: [Role]
  /// Where the evidence is; nil for rules that only read tables.
  package var find: Condition?
  /// What else must be said around it.
  package var with: Condition?
  /// What must not be said in the same sentence.
  package var not: Condition?
  /// What the headings above must say.
  package var under: Condition?
  /// Longer words in which the rule's words mean something else.
  package var except: [TermList.Term]
  package var value: ValueRequest?
  /// Patterns with `#year` that name the year of the value, looked for before it in the same section.
  package var year: [Pattern]
  package var table: TableRequest?
  /// Words beside which a number of the wanted kind may count, however it is said.
  package var nearby: NearbyRequest?
  /// How a report says that it has no such figure.
  package var undisclosed: Condition?
  package var negation: NegationPolicy
  package var tense: Pack.Tense?
  /// How much a hit of this rule counts beside those of others for the same item; 1 is ordinary.
  package var weight: Int
  package var examples: [Example]
  package var place: Place

  /// What a passage may be for the reader; furniture and headings never are evidence.
  package enum Role: String, Sendable, CaseIterable {
    /// Paragraphs, list items and notes.
    case body
    case table, figure, caption
    /// Contents pages and index tables: they say where something stands.
    case pointer
  }

  package enum NegationPolicy: String, Sendable, CaseIterable {
    /// A negated statement is no evidence.
    case refuse
    case ignore
    /// A negated statement is the answer “no”.
    case answer
  }

  package init(id: String, pack: String, place: Place) {
    self.id = id
    self.pack = pack
    self.items = []
    self.topics = []
    self.industries = []
    self.exceptIndustries = []
    self.roles = [.body, .table, .figure]
    self.except = []
    self.year = []
    self.negation = .refuse
    self.weight = 1
    self.examples = []
    self.place = place
  }

  package func applies(to industry: String?) -> Bool {
    guard let industry else { return true }
    return (industries.isEmpty || industries.contains(industry)) && !exceptIndustries.contains(industry)
  }
}

/// The number that a rule is after.
package struct ValueRequest: Sendable, Equatable {
  /// Empty: any but years and dates.
  package var kinds: [Quantity.Kind]
  /// As printed; empty: any of the kind.
  package var units: [String]
  package var side: Side
  /// How many characters from the words that were found.
  package var reach: Int
  /// Whether evidence without a number counts too.
  package var isRequired: Bool
  /// Written where the number is said in words and has no unit of its own.
  package var unit: String
  package var range: ClosedRange<Double>?
  package var sign: Sign

  /// Whether a minus counts. Of a number whose direction the rule's words tell, −30 % less is 30 % less.
  package enum Sign: String, Sendable, CaseIterable { case printed, none }

  package enum Side: String, Sendable, CaseIterable { case after, before, either }

  package init(
    kinds: [Quantity.Kind] = [], units: [String] = [], side: Side = .either, reach: Int = 40, isRequired: Bool = true,
    unit: String = "", range: ClosedRange<Double>? = nil, sign: Sign = .printed
  ) {
    self.kinds = kinds
    self.units = units
    self.side = side
    self.reach = reach
    self.isRequired = isRequired
    self.unit = unit
    self.range = range
    self.sign = sign
  }
}

/// Which cells of which tables (and charts) hold the value.
package struct TableRequest: Sendable, Equatable {
  /// On the headers of the row, or of the column.
  package var label: Condition
  /// On the headers across it.
  package var across: Condition?
  package var notAcross: Condition?
  /// On the caption, the headings, or anything in the table's headers.
  package var caption: Condition?

  package init(label: Condition, across: Condition? = nil, notAcross: Condition? = nil, caption: Condition? = nil) {
    self.label = label
    self.across = across
    self.notAcross = notAcross
    self.caption = caption
  }
}

/// What a number is about, said anywhere near it: what is found so only adds to what other rules have found.
package struct NearbyRequest: Sendable, Equatable {
  /// In the sentence, or else in what stands over it, as far as `reach`.
  package var subject: Condition
  /// What was measured: in the sentence itself, or the cell's headers and caption.
  package var measure: Condition?
  package var reach: Reach

  package enum Reach: String, Sendable, CaseIterable {
    /// The sentence, or the headers of the cell.
    case sentence
    /// Also the sentences before it in the paragraph, or the table's caption.
    case paragraph
    /// Also the heading right above.
    case heading
  }

  package init(subject: Condition, measure: Condition? = nil, reach: Reach = .paragraph) {
    self.subject = subject
    self.measure = measure
    self.reach = reach
  }
}

/// A sentence (or a small table) beside a rule: one that it must find, or one that it must leave alone.
package struct Example: Sendable, Equatable {
  package var text: String
  /// As the reader's rows, where the example is a table.
  package var rows: [[String]]
  package var headings: [String]
  package var reportYear: Int?
  package var expectation: Expectation
  package var place: Place

  package enum Expectation: Sendable, Equatable {
    case hit(Expected)
    /// Why it is none, for the next author.
    case miss(why: String)
    /// The report says that it has no such figure.
    case undisclosed
  }

  /// What a hit must say; nil: not asked.
  package struct Expected: Sendable, Equatable {
    package var value: String?
    package var unit: String?
    package var year: String?
    package var qualifier: String?
    package var boundary: String?
    package var normalized: String?
    package var name: String?

    package init() {}
  }

  package init(
    text: String, rows: [[String]] = [], headings: [String] = [], reportYear: Int? = nil, expectation: Expectation,
    place: Place
  ) {
    self.text = text
    self.rows = rows
    self.headings = headings
    self.reportYear = reportYear
    self.expectation = expectation
    self.place = place
  }
}
