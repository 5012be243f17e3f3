import Archive
import Glibc
import ReportModel
import RuleBook

package struct IngestOptions: Sendable {
  package var jobs: Int
  package var policy: OriginalStore.Policy
  /// Of documents of which nothing says it.
  package var industry: String?
  package var read: ReadOptions
  package var manifest: Manifest
  package var recognition: Recognition
  /// How the run is recorded.
  package var command: String

  /// How a file that was seen before is known again.
  package enum Recognition: Sendable {
    /// By its path, size, number and times.
    case byMark
    /// By nothing less than its bytes.
    case byContents
  }

  package init(
    jobs: Int = processorCount, policy: OriginalStore.Policy = .keep, industry: String? = nil,
    read: ReadOptions = ReadOptions(), manifest: Manifest = Manifest(), recognition: Recognition = .byMark,
    command: String = "ingest"
  ) {
    self.recognition = recognition
    self.manifest = manifest
    self.jobs = jobs
    self.policy = policy
    self.industry = industry
    self.read = read
    self.command = command
  }

  package static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

/// Which documents an ingest is about.
package enum IngestSelection: Sendable {
  /// Files, and folders of files.
  case paths([String])
  /// All that the archive holds, against today's rules and engines.
  case everything
  /// What could not be read, or not as a whole, once more; of these paths, or all.
  case failed([String])
}

/// Takes reports into an archive: each is read once, and asked again only what has changed.
///
/// One value is one run. The archive is written to by one thread only; what was committed stands, whatever comes.
package final class Ingest {
  private let archive: ArchiveFile
  private let lock: RunLock
  private let inquirer: Inquirer
  private let placer: Placer
  private let options: IngestOptions
  private var manifest: Manifest
  private let store: OriginalStore
  private let engines: Engines
  private let interruption = Interruption()
  private let tell: (IngestEvent) -> Void
  private let run: RunID
  private let start = ContinuousClock.now
  private var ledger: IngestLedger

  /// Begins a run; runs of which the process is gone are closed first.
  package init(
    archive path: String, book: RuleBook, options: IngestOptions, tell: @escaping (IngestEvent) -> Void
  ) throws(ArchiveFailure) {
    archive = try ArchiveFile(path: path, .orNew)
    lock = try RunLock(archive: path)
    inquirer = Inquirer(book, archive: archive)
    placer = Placer(book)
    store = OriginalStore(archive: path)
    engines = Engines(reading: readingVersion, matching: matchingVersion)
    self.options = options
    manifest = options.manifest
    self.tell = tell
    run = try lock.exclusively { [archive, lock, engines] () throws(ArchiveFailure) in
      try archive.closeDeadRuns(at: UTCTime.now, isAlive: lock.isAlive)
      let run = try archive.beginRun(
        command: options.command, at: UTCTime.now, engines: engines,
        book: StoredBook(digest: book.digest, sources: book.packedSources))
      lock.hold(run)
      return run
    }
    ledger = IngestLedger(archive: archive, run: run)
    try inquirer.noteSheets(of: run)
  }

  package func take(_ selection: IngestSelection) throws(ArchiveFailure) -> IngestSummary {
    do throws(ArchiveFailure) {
      try work(on: try tasks(selection))
      return try end(ledger.isStopped ? .stopped : .done)
    } catch {
      // Where even this cannot be written, the next run finds this one dead.
      _ = try? archive.endRun(run, at: UTCTime.now, .failed)
      throw error
    }
  }

  private func end(_ ending: RunEnding) throws(ArchiveFailure) -> IngestSummary {
    try ledger.flush()
    try archive.endRun(run, at: UTCTime.now, ending)
    return IngestSummary(
      run: run, ending: ending, documents: ledger.documents, problems: ledger.problems, duplicates: ledger.duplicates,
      elapsed: .now - start)
  }

  // MARK: What there is to do

  private func tasks(_ selection: IngestSelection) throws(ArchiveFailure) -> [IngestTask] {
    switch selection {
    case .paths(let inputs): return try tasks(ofFiles: inputs)
    case .everything: return try tasks(ofKnown: archive.documents()) { _ in true }
    case .failed(let paths):
      var wanted: [KnownDocument] = []
      for document in try archive.documents() {
        let known = try archive.paths(of: document.id)
        if paths.isEmpty || known.contains(where: paths.contains) { wanted.append(document) }
      }
      return try tasks(ofKnown: wanted) { $0.status != .ok }
    }
  }

  private func tasks(ofFiles inputs: [String]) throws(ArchiveFailure) -> [IngestTask] {
    let files = FileFinder(ownFolder: store.folder).files(inputs)
    tell(.found(files: files.count))
    var seen = try takeIn(files)
    seen.sort { $0.path < $1.path }
    let findings = manifest.compare(
      with: seen.map { Manifest.File(path: $0.path, sha256: $0.sha256) },
      isWhole: inputs.contains(where: RuleFolder.isFolder))
    if !findings.isEmpty { tell(.manifest(findings)) }
    let documents = try archive.register(seen, run: run)
    var tasks: [IngestTask] = []
    var known: Set<DocumentID> = []
    for (file, document) in zip(seen, documents) {
      guard known.insert(document.id).inserted else {
        ledger.duplicates += 1
        continue
      }
      let source = document.kept == .path ? file.path : store.path(of: document)
      tasks.append(try task(document, source: source, path: file.path, again: false))
    }
    return tasks
  }

  private func tasks(
    ofKnown documents: [KnownDocument], where isWanted: (Standing) -> Bool
  ) throws(ArchiveFailure) -> [IngestTask] {
    var tasks: [IngestTask] = []
    for document in documents {
      let paths = try archive.paths(of: document.id)
      let path = paths.first ?? document.name
      let source = document.kept == .path ? path : store.path(of: document)
      let task = try task(document, source: source, path: path, again: options.command == "retry")
      if let standing = try archive.standing(of: document.id, engine: engines.reading, hint: "") {
        if isWanted(standing) { tasks.append(task) }
      } else {
        tasks.append(task)
      }
    }
    return tasks.sorted { $0.path < $1.path }
  }

  private func task(
    _ document: KnownDocument, source: String, path: String, again: Bool
  ) throws(ArchiveFailure) -> IngestTask {
    let said = manifest.placement(path: path, sha256: document.sha256) ?? Placement()
    let placement = said.completed(by: try archive.placement(of: document.id) ?? Placement())
    let industry = placement.industry?.value ?? options.industry
    var hint = YearHint.name(document.name)
    if let year = placement.year, year.source == .hand || year.source == .manifest { hint = .year(year.value) }
    let (sheet, id) = try inquirer.sheet(industry: industry)
    let standing = try archive.standing(
      of: document.id, engine: engines.reading, hint: hint.stored(common: sheet.common))
    let work: IngestTask.Work
    if let standing, !again || standing.status == .ok {
      work = try self.work(standing, sheet: id, industry: industry)
    } else {
      work = .read(attempt: (standing?.attempt ?? 0) + 1, try inquirer.inquiry(sheet.questions, industry: industry))
    }
    return IngestTask(
      document: document, source: source, path: path, placement: placement, hint: hint, isAgain: again, work: work)
  }

  private func work(
    _ standing: Standing, sheet: SheetID, industry: String?
  ) throws(ArchiveFailure) -> IngestTask.Work {
    // A text that is not there cannot be asked.
    if standing.status == .failed { return .nothing(standing, sheet) }
    if let basis = standing.basis, try archive.hasAnswered(sheet, basis: basis) { return .nothing(standing, sheet) }
    let open = try archive.openQuestions(sheet, basis: standing.basis)
    if open.isEmpty { return .nothing(standing, sheet) }
    let earlier = try standing.basis.flatMap { basis throws(ArchiveFailure) in try archive.lastSheet(answeredBy: basis)
    }
    return .rematch(standing, try inquirer.inquiry(open, industry: industry, since: earlier))
  }

  // MARK: Files

  /// How long ago a file must have been written to, to count as whole.
  private static let settling: Duration = .seconds(2)
  private static let settlingPatience: Duration = .seconds(60)

  /// The bytes of all files. Those that somebody still writes to are looked at again, for a while.
  private func takeIn(_ files: [String]) throws(ArchiveFailure) -> [SeenFile] {
    var seen: [SeenFile] = []
    var waiting = files
    let deadline = ContinuousClock.now + Self.settlingPatience
    while !waiting.isEmpty, !isInterrupted {
      var unsettled: [String] = []
      for (path, taken) in try hash(waiting) {
        switch taken {
        case .seen(let file): seen.append(file)
        case .failed(let failure): try ledger.add(IngestProblem(path: path, failure: failure), tell)
        case .changing where ContinuousClock.now > deadline:
          let failure = ReadFailure(.notReadable, "the file is still being written to")
          try ledger.add(IngestProblem(path: path, failure: failure), tell)
        case .changing: unsettled.append(path)
        }
      }
      waiting = unsettled
      if !waiting.isEmpty { usleep(300_000) }
    }
    return seen
  }

  private func hash(_ paths: [String]) throws(ArchiveFailure) -> [(String, FileIntake.Taken)] {
    let intake = FileIntake(store: store, policy: options.policy, settling: Self.settling, known: try knownFiles())
    guard let bench = Workbench(paths, threads: options.jobs, make: { { intake.take($0) } }) else {
      throw .other("no threads")
    }
    var taken: [Int: FileIntake.Taken] = [:]
    while taken.count < paths.count {
      if isInterrupted {
        bench.stop()
        break
      }
      for (place, output) in bench.take(patience: .milliseconds(100)) { taken[place] = output }
      tell(.hashed(files: taken.count, of: paths.count))
    }
    return taken.sorted { $0.key < $1.key }.map { (paths[$0.key], $0.value) }
  }

  private func knownFiles() throws(ArchiveFailure) -> [String: SeenFile] {
    switch options.recognition {
    case .byMark: try archive.seenFiles()
    case .byContents: [:]
    }
  }

  private var isInterrupted: Bool {
    if interruption.hasCome() { ledger.isStopped = true }
    return ledger.isStopped
  }

  // MARK: Work

  private func work(on tasks: [IngestTask]) throws(ArchiveFailure) {
    tell(.planned(tasks.reduce(into: IngestCounts()) { $0.add($1.work) }))
    ledger.expect(tasks.count)
    var rest = tasks
    while !rest.isEmpty, !isInterrupted {
      let (own, held) = try claimed(rest)
      try harvest(own)
      if held.isEmpty { break }
      rest = try waited(for: held)
    }
  }

  /// Known documents need no claim; of the others those that no other run is at work on. What another run has done
  /// between plan and claim is not done again.
  private func claimed(_ tasks: [IngestTask]) throws(ArchiveFailure) -> (own: [IngestTask], held: [IngestTask]) {
    let claims = try archive.claim(tasks.filter(\.isWork).map(\.document.id), run: run)
    var own: [IngestTask] = []
    var held: [IngestTask] = []
    for task in tasks {
      if !task.isWork {
        own.append(task)
      } else if claims.contains(task.document.id) {
        own.append(try self.task(task.document, source: task.source, path: task.path, again: task.isAgain))
      } else {
        held.append(task)
      }
    }
    return (own, held)
  }

  /// What other runs were at work on, as it stands after a while.
  private func waited(for held: [IngestTask]) throws(ArchiveFailure) -> [IngestTask] {
    tell(.waiting(documents: held.count))
    usleep(200_000)
    try lock.exclusively { [archive, lock, run] () throws(ArchiveFailure) in
      try archive.closeDeadRuns(at: UTCTime.now) { $0 == run || lock.isAlive($0) }
    }
    var tasks: [IngestTask] = []
    for task in held {
      tasks.append(try self.task(task.document, source: task.source, path: task.path, again: false))
    }
    return tasks
  }

  private func harvest(_ tasks: [IngestTask]) throws(ArchiveFailure) {
    let path = archive.path
    let engine = engines.reading
    let read = options.read
    let placer = placer
    let bench = Workbench(tasks, threads: options.jobs) {
      let harvester = Harvester(archivePath: path, engine: engine, options: read, placer: placer)
      return { harvester.harvest($0) }
    }
    guard let bench else { throw .other("no threads") }
    defer { bench.stop() }
    ledger.beginBatch()
    var missing = tasks.count
    while missing > 0 {
      if isInterrupted { return }
      for (place, result) in bench.take(patience: .milliseconds(100)) {
        missing -= 1
        try ledger.add(try result.get(), at: place, tell)
      }
      try ledger.flushWhenDue()
      ledger.tellDone(tell, elapsed: .now - start)
    }
    try ledger.flush()
    ledger.tellDone(tell, elapsed: .now - start)
  }
}
