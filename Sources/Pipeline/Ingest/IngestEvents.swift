import Archive
import ReportModel

/// What an ingest tells whoever watches.
package enum IngestEvent: Sendable {
  /// Files were found; their bytes are being looked at.
  case found(files: Int)
  /// What is wrong with the manifest, seen beside the files.
  case manifest([TableFinding])
  case hashed(files: Int, of: Int)
  /// How many documents have to be read, how many asked again, how many are known.
  case planned(IngestCounts)
  /// In the order of the paths, whatever was done first.
  case document(IngestedDocument)
  case problem(IngestProblem)
  case progress(IngestProgress)
  /// Documents that another run is at work on are waited for.
  case waiting(documents: Int)
}

/// A document that is done.
package struct IngestedDocument: Sendable, Equatable {
  package var path: String
  package var sha256: String
  package var outcome: Outcome
  package var status: ReadingStatus
  package var failure: ReadFailure?
  package var pages: Int
}

/// A file of which there are no bytes.
package struct IngestProblem: Sendable, Equatable {
  package var path: String
  package var failure: ReadFailure
}

package struct IngestProgress: Sendable, Equatable {
  package var done: Int
  package var of: Int
  package var pages: Int
  package var failed: Int
  package var elapsed: Duration
}

package struct IngestSummary: Sendable, Equatable {
  package var run: RunID
  package var ending: RunEnding
  package var documents: [IngestedDocument]
  package var problems: [IngestProblem]
  package var duplicates: Int
  package var elapsed: Duration

  package var hasFailures: Bool {
    ending != .done || !problems.isEmpty || documents.contains { $0.status != .ok }
  }
}
