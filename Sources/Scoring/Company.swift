import ReportModel

/// What decides which items are asked of a company.
package struct CompanyProfile: Sendable, Equatable {
  package let industry: String
  package let activities: Activities

  package enum Activities: Sendable, Equatable {
    case known(Set<String>)
    /// Then every item is asked, as if the company did all of it.
    case unknown
  }

  package init(industry: String, activities: Activities) {
    self.industry = industry
    self.activities = activities
  }
}

/// One of the documents in which a company tells of itself, and what was found in it.
package struct CompanyDocument: Sendable, Equatable {
  package let name: String
  package let sha256: String
  package let pages: Int
  package let reading: Reading
  package let findings: Findings
  package let review: DocumentReview

  package enum Reading: Sendable, Equatable {
    case whole
    /// Reading ended early, or left pages out; `unread` are those of which nothing is known, not even that they are blank.
    case partly(ReadFailure, unread: [Int])
    case failed(ReadFailure)
  }

  package init(
    name: String, sha256: String = "", pages: Int, reading: Reading = .whole, findings: Findings,
    review: DocumentReview = DocumentReview()
  ) {
    self.name = name
    self.sha256 = sha256
    self.pages = pages
    self.reading = reading
    self.findings = findings
    self.review = review
  }
}

/// How far people have looked at what was found in a document. What they decided is in its findings already.
package struct DocumentReview: Sendable, Equatable {
  /// Items of which anything was found, by rules or by people, whatever was decided on it.
  package let found: Set<String>
  /// Items of which somebody has decided on anything.
  package let decided: Set<String>
  /// Items on which reviewers differ, so that what the rules found stands.
  package let disputed: Set<String>

  package init(found: Set<String> = [], decided: Set<String> = [], disputed: Set<String> = []) {
    self.found = found
    self.decided = decided
    self.disputed = disputed
  }
}

/// Something that a document says, or does not, with which document it is.
package struct Sourced<Value: Sendable & Equatable>: Sendable, Equatable {
  /// The place in the scorecard's list of documents.
  package let document: Int
  package let value: Value

  package init(_ value: Value, document: Int) {
    self.document = document
    self.value = value
  }
}
