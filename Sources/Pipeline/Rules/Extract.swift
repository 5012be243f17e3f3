import ReportModel
import RuleBook
import RuleMatching
import TextStructure

/// A document with what a rule book found in it.
package struct Extraction: Sendable {
  package var document: Document
  package var sha256: String
  /// The digest of the rules.
  package var rules: String
  package var findings: Findings
  /// The boxes of each piece of evidence, on their pages.
  package var boxes: [[PlacedBox]]

  package var status: Status {
    if document.failure == nil { return .ok }
    return document.report.pages.isEmpty ? .failed : .partial
  }

  package enum Status: String, Sendable { case ok, partial, failed }
}

/// A rule book ready for any number of documents.
package struct Extractor: Sendable {
  package let book: CompiledBook
  package let rules: String
  package let industry: String?

  package init(_ book: RuleBook, industry: String? = nil) {
    self.book = CompiledBook(book, industry: industry)
    rules = book.digest
    self.industry = industry
  }

  /// Reads a file and finds the evidence in it; whatever goes wrong is a value in the extraction.
  package func extract(_ input: String, options: ReadOptions) -> Extraction {
    do throws(ReadFailure) {
      let file = try InputFile(path: input)
      return extract(readDocument(file, input: input, options: options), sha256: file.digest() ?? "")
    } catch {
      return extract(Document(input: input, failure: error))
    }
  }

  package func extract(_ document: Document, sha256: String = "") -> Extraction {
    let findings = findings(document)
    let boxes = findings.evidence.map { evidence in
      evidence.focus.flatMap { highlightBoxes($0, in: document.report, pages: document.pages) }
        .map { PlacedBox(page: $0.page, box: $0.box) }
    }
    return Extraction(document: document, sha256: sha256, rules: rules, findings: findings, boxes: boxes)
  }

  /// What the rules find in a document that was read before.
  package func findings(_ document: Document) -> Findings {
    // Of a document that could not be read nothing is known, which is not the same as nothing found.
    guard !document.report.pages.isEmpty else { return Findings() }
    return match(document.report, against: book, hints: hints(document.input))
  }

  package func hints(_ input: String) -> DocumentHints {
    let name = input.split(separator: "/").last.map(String.init) ?? input
    return DocumentHints(name: name, industry: industry)
  }
}
