/// Whose document it is and which: every fact with where it was learnt.
package struct Placement: Sendable, Equatable {
  package var company: Fact<String>?
  /// The company's number at the exchange.
  package var ticker: Fact<String>?
  /// The year that the report is about.
  package var year: Fact<Int>?
  package var kind: Fact<DocumentKind>?
  package var language: Fact<DocumentLanguage>?
  /// The day on which it was published.
  package var uploaded: Fact<Day>?
  /// 0 for the first upload, more for each corrected one (更正版).
  package var revision: Fact<Int>?
  /// An industry of the rubric.
  package var industry: Fact<String>?

  package struct Fact<Value: Sendable & Equatable>: Sendable, Equatable {
    package var value: Value
    package var source: Source

    package init(_ value: Value, from source: Source) {
      self.value = value
      self.source = source
    }
  }

  /// From the surest on.
  package enum Source: String, Sendable, CaseIterable { case hand, manifest, name, document }

  package init() {}

  /// What has to be known before the document can stand for a company and a year.
  package enum Question: String, Sendable, CaseIterable { case company, year, kind }

  package var openQuestions: [Question] {
    Question.allCases.filter { question in
      switch question {
      case .company: company == nil && ticker == nil
      case .year: year == nil
      case .kind: kind == nil
      }
    }
  }
}

package enum DocumentKind: String, Sendable, CaseIterable {
  case sustainability, tcfd, annual
  /// A web page, saved.
  case web
}

package enum DocumentLanguage: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}
