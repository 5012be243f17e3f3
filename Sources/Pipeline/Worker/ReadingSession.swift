import ReportModel

/// Reads one document through workers: keeps what came, leaves out the page on which one broke down, goes on after it.
struct ReadingSession {
  /// How long is waited, and how often tried again.
  struct Patience: Sendable {
    /// Without a frame.
    var stall: Duration = .seconds(8)
    /// For the whole document, whatever it gives …
    var total: Duration = .seconds(12)
    /// … and this much more for each page that it did give.
    var perPage: Duration = .milliseconds(100)
    var restarts = 3
    /// Pages in a row that cannot be read.
    var brokenPages = 50
    var pages = 20_000
  }

  private let file: InputFile
  private let options: ReadOptions
  private let patience: Patience
  private let start = ContinuousClock.now
  private var reading = Reading()
  private var hasFacts = false
  private var next = 1
  private var restarts = 0
  private var brokenInARow = 0
  private var isDone = false

  init(_ file: InputFile, options: ReadOptions, patience: Patience = Patience()) {
    self.file = file
    self.options = options
    self.patience = patience
  }

  static func read(_ file: InputFile, options: ReadOptions, patience: Patience = Patience()) -> Reading {
    var session = ReadingSession(file, options: options, patience: patience)
    while !session.isDone { session.runWorker() }
    return session.reading
  }

  private mutating func runWorker() {
    do throws(ReadFailure) {
      let request = WorkerRequest(task: .read(from: next), password: options.password)
      let worker = try options.launcher.start(request, on: file.descriptor)
      while !isDone {
        guard try advance(worker) else { return }
      }
    } catch {
      fail(error)
    }
  }

  /// Takes one frame; false where this worker gives no more.
  private mutating func advance(_ worker: WorkerProcess) throws(ReadFailure) -> Bool {
    let now = ContinuousClock.now
    switch worker.next(until: min(now + patience.stall, deadline)) {
    case .frame(let kind, var frame):
      do throws(ByteFault) {
        try take(kind, &frame)
        return true
      } catch {
        worker.kill()
        lose(ReadFailure(.crashed, "the reader sent what is no page", page: next))
      }
    case .ended: lose(worker.stop().failure(lastWords: worker.lastWords, page: hasFacts ? next : nil))
    case .stalled:
      worker.kill()
      lose(ReadFailure(.timeout, timeoutMessage, page: hasFacts ? next : nil))
    }
    return false
  }

  private var deadline: ContinuousClock.Instant { start + patience.total + patience.perPage * reading.pages.count }

  private var timeoutMessage: String {
    ContinuousClock.now >= deadline
      ? "the document took longer than \((start.duration(to: deadline)).components.seconds) s"
      : "no progress for \(patience.stall.components.seconds) s"
  }

  private mutating func take(_ kind: FrameKind, _ frame: inout ByteReader) throws(ByteFault) {
    switch kind {
    case .facts: try takeFacts(&frame)
    case .page:
      let page = try frame.takePage()
      guard hasFacts, page.number == next, next <= reading.facts.pageCount else { throw ByteFault() }
      brokenInARow = 0
      add(page)
    case .pageFailure:
      guard hasFacts, next <= reading.facts.pageCount else { throw ByteFault() }
      let failure = try frame.takeFailure()
      leaveOut(.damaged(failure.message), because: failure)
    case .tags:
      let (tags, complete) = try frame.takeTags()
      reading.facts.tags = tags
      reading.facts.tagsComplete = complete
    case .failure: fail(try frame.takeFailure())
    case .end:
      guard hasFacts, next > reading.facts.pageCount else { throw ByteFault() }
      isDone = true
    case .request, .picture, .sandbox: throw ByteFault()
    }
  }

  private mutating func takeFacts(_ frame: inout ByteReader) throws(ByteFault) {
    let facts = try frame.takeFacts()
    if !hasFacts { reading.facts = facts }
    hasFacts = true
    if facts.pageCount == 0 { fail(ReadFailure(.noPages, "the file has no pages")) }
    if facts.pageCount > patience.pages {
      fail(ReadFailure(.tooLarge, "the file says that it has \(facts.pageCount) pages"))
    }
  }

  private mutating func add(_ page: PageText) {
    reading.pages.append(page)
    next += 1
    options.progress?(page.number, reading.facts.pageCount)
  }

  /// A page without text stands in for one that could not be read.
  private mutating func leaveOut(_ fault: PageFault, because failure: ReadFailure) {
    let before = reading.pages.last
    if reading.failure == nil { reading.failure = ReadFailure(failure.code, failure.message, page: next) }
    add(PageText(number: next, width: before?.width ?? 595, height: before?.height ?? 842, faults: [fault]))
    brokenInARow += 1
    if brokenInARow > patience.brokenPages { isDone = true }
  }

  /// The worker is gone before its end.
  private mutating func lose(_ failure: ReadFailure) {
    guard hasFacts else { return fail(failure) }
    guard next <= reading.facts.pageCount else {
      // Only the tags are missing; the pages are all there.
      reading.facts.tagsComplete = false
      isDone = true
      return
    }
    leaveOut(.abandoned(failure.message), because: failure)
    restarts += 1
    if next > reading.facts.pageCount || restarts > patience.restarts || ContinuousClock.now >= deadline {
      isDone = true
    }
  }

  private mutating func fail(_ failure: ReadFailure) {
    if reading.failure == nil { reading.failure = failure }
    isDone = true
  }
}
