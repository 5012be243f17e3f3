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
  /// Words right before a year that has passed, since which something is so: 自, 由.
  case since
  /// Words that say that something is done again and again: 每年, 定期.
  case recurring
  /// Words that tell of a past without a date: 曾, 過去.
  case undated
  /// Words that tell of what may come by scenarios or models: 情境, 推估.
  case scenario
  /// What makes a year to come that of an aim, right behind it: 目標, 淨零.
  case aim
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

/// Lists that tell whose document a file is, and which. They change no answer; a book may be without.
package enum PlacingList: String, CaseIterable, Sendable {
  case sustainability = "kind-sustainability"
  case tcfd = "kind-tcfd"
  case annual = "kind-annual"
  case web = "kind-web"
  /// Signs of a corrected upload; of one corrected twice; of a second edition.
  case corrected
  case secondCorrection = "corrected-twice"
  case secondEdition = "second-edition"
  /// What stands before the number of a version: v2.
  case version = "version-word"
  /// How names of files say their language.
  case english = "name-of-english"
  case chinese = "name-of-chinese"
  /// Ends of a company's legal name, which are left out of it.
  case companySuffix = "company-suffix"
  /// Ends of names that only companies have, which are part of them: 銀行, Holdings.
  case companyKind = "company-kind"
  /// Ends of names that companies have, and slogans seldom.
  case companyTrade = "company-trade"
  /// Words that no company's name has: 請參閱, 董事長.
  case notCompany = "not-company"
  /// What stands before a company's number at the exchange, and behind it.
  case ticker = "ticker-word"
  case tickerSuffix = "ticker-suffix"
  /// What makes the number behind it a year, and what makes it a standard's.
  case yearWord = "year-word"
  case numbered = "number-word"
  /// Words of file names that are no part of a company's name.
  case filler = "name-filler"
}

extension RuleBook {
  /// The terms of a list that the program reads by its name, the longest first.
  package func terms(_ list: PlacingList) -> [String] {
    lists(reachableFrom: [list.rawValue]).flatMap(\.terms).filter { $0.included == nil }.map(\.text)
      .sorted { ($1.unicodeScalars.count, $0) < ($0.unicodeScalars.count, $1) }
  }

  /// Longer words in which a term of the list says something else.
  package func exceptions(_ list: PlacingList) -> [String] {
    lists(reachableFrom: [list.rawValue]).flatMap(\.except).map(\.text)
  }
}
