import ReportModel

/// What a file gave before layout: its pages as drawn, and why some are missing.
package struct Reading: Sendable {
  package var facts: DocumentFacts
  package var pages: [PageText]
  package var failure: ReadFailure?

  package init(facts: DocumentFacts = DocumentFacts(pageCount: 0), pages: [PageText] = [], failure: ReadFailure? = nil)
  {
    self.facts = facts
    self.pages = pages
    self.failure = failure
  }
}
