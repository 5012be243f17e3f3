import Archive
import ReportModel

/// What a run has done so far: what waits to be stored, what is stored and not told yet, what was told.
struct IngestLedger {
  private let archive: ArchiveFile
  private let run: RunID
  private var unsaved: [(place: Int, harvest: PackedHarvest, done: IngestedDocument)] = []
  private var lastSaved = ContinuousClock.now
  /// Stored, but something before it is not.
  private var ready: [Int: IngestedDocument?] = [:]
  private var next = 0
  private var expected = 0
  private var pages = 0
  private var failed = 0
  private(set) var documents: [IngestedDocument] = []
  private(set) var problems: [IngestProblem] = []
  var duplicates = 0
  var isStopped = false

  init(archive: ArchiveFile, run: RunID) {
    self.archive = archive
    self.run = run
  }

  mutating func expect(_ documents: Int) { expected = documents }

  /// Places count from nought again.
  mutating func beginBatch() {
    ready = [:]
    next = 0
  }

  mutating func add(
    _ yield: Harvester.Yield, at place: Int, _ tell: (IngestEvent) -> Void
  ) throws(ArchiveFailure) {
    switch yield {
    case .harvest(let harvest, let done): unsaved.append((place, harvest, done))
    case .gone(let problem):
      try add(problem, tell)
      ready[place] = .some(nil)
    }
  }

  mutating func add(_ problem: IngestProblem, _ tell: (IngestEvent) -> Void) throws(ArchiveFailure) {
    try archive.addProblem(
      problem.failure.code.rawValue, problem.failure.message, of: problem.path, run: run)
    problems.append(problem)
    tell(.problem(problem))
  }

  private static let mostUnsaved = 64
  private static let longestUnsaved: Duration = .seconds(1)

  /// Seldom enough for the disk, often enough for whoever pulls the plug.
  mutating func flushWhenDue() throws(ArchiveFailure) {
    guard unsaved.count >= Self.mostUnsaved || .now - lastSaved > Self.longestUnsaved else { return }
    try flush()
  }

  mutating func flush() throws(ArchiveFailure) {
    lastSaved = .now
    guard !unsaved.isEmpty else { return }
    try archive.save(unsaved.map(\.harvest), run: run, at: UTCTime.now)
    for (place, _, done) in unsaved { ready[place] = done }
    unsaved = []
  }

  mutating func tellDone(_ tell: (IngestEvent) -> Void, elapsed: Duration) {
    while let next = ready.removeValue(forKey: next) {
      self.next += 1
      guard let done = next else { continue }
      documents.append(done)
      pages += done.pages
      if done.status == .failed { failed += 1 }
      tell(.document(done))
    }
    tell(
      .progress(
        IngestProgress(done: documents.count, of: expected, pages: pages, failed: failed, elapsed: elapsed)))
  }
}
