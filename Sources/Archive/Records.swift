import ReportModel

/// Numbers of rows, each of its own kind, so that none is taken for another.
package struct RunID: Sendable, Hashable, Comparable {
  package let number: Int
  package init(_ number: Int) { self.number = number }
  package static func < (a: RunID, b: RunID) -> Bool { a.number < b.number }
}

package struct DocumentID: Sendable, Hashable {
  package let number: Int
}

package struct TextID: Sendable, Hashable {
  package let number: Int
}

package struct BasisID: Sendable, Hashable {
  package let number: Int
}

package struct SheetID: Sendable, Hashable {
  package let number: Int
}

/// How a document could be read.
package enum ReadingStatus: String, Sendable, CaseIterable { case ok, partial, failed }

/// Where the original of a document is.
package enum Keeping: String, Sendable {
  /// A copy beside the archive, which shares its blocks where the file system can.
  case copy
  /// Another name of the same file beside the archive.
  case link
  /// Only where it was found.
  case path
}

/// With what a run reads and matches.
package struct Engines: Sendable, Equatable {
  package var reading: String
  package var matching: String

  package init(reading: String, matching: String) {
    self.reading = reading
    self.matching = matching
  }
}

/// An item of the rubric with a digest of all that decides how it is answered.
package struct Question: Sendable, Hashable {
  package var item: String
  package var digest: String

  package init(item: String, digest: String) {
    self.item = item
    self.digest = digest
  }
}

/// By what a file shows that nobody has written to it: whoever does moves its times on, and the time of its last change
/// of any kind can be set by nobody.
package struct FileMark: Sendable, Equatable {
  package var size: Int
  /// Nanoseconds since 1970, of its contents and of anything about it.
  package var modified: Int
  package var changed: Int
  package var inode: Int

  package init(size: Int, modified: Int, changed: Int, inode: Int) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
  }
}

/// A file whose bytes have been seen.
package struct SeenFile: Sendable, Equatable {
  package var path: String
  package var sha256: String
  package var mark: FileMark
  package var kept: Keeping

  package init(path: String, sha256: String, mark: FileMark, kept: Keeping) {
    self.path = path
    self.sha256 = sha256
    self.mark = mark
    self.kept = kept
  }

  package var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}

package struct KnownDocument: Sendable, Equatable {
  package var id: DocumentID
  package var sha256: String
  package var size: Int
  /// The name under which it was first seen.
  package var name: String
  package var kept: Keeping
}

/// A document read: what there is to store of it.
package struct ReadText: Sendable {
  package var status: ReadingStatus
  package var failure: ReadFailure?
  package var pageCount: Int
  package var report: ReportText
  package var ink: InkMap

  package init(status: ReadingStatus, failure: ReadFailure?, pageCount: Int, report: ReportText, ink: InkMap) {
    self.status = status
    self.failure = failure
    self.pageCount = pageCount
    self.report = report
    self.ink = ink
  }
}

/// What one question got out of a text.
package struct Answer: Sendable, Equatable {
  package var question: Question
  package var state: ItemState
  /// The best first.
  package var evidence: [PlacedEvidence]
  package var abandoned: [Findings.Abandoned]

  package init(
    question: Question, state: ItemState, evidence: [PlacedEvidence], abandoned: [Findings.Abandoned] = []
  ) {
    self.question = question
    self.state = state
    self.evidence = evidence
    self.abandoned = abandoned
  }
}

/// What a run did for a document.
package enum Outcome: String, Sendable, CaseIterable {
  /// Read for the first time, or again by another engine.
  case read
  /// Its stored text was asked what had changed in the rules.
  case rematched
  /// All was known.
  case unchanged
}
