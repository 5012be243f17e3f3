import Glibc
import Synchronization

/// Threads that answer, one exchange at a time each; what comes meanwhile waits in line.
final class AnswerCrew: Sendable {
  /// An exchange goes from the server's thread to one of these, and is touched by no other.
  struct Arrival: @unchecked Sendable { let exchange: OpaquePointer }

  private struct Line {
    var arrivals: [Arrival] = []
    var isClosed = false
  }

  private let line = Mutex(Line())
  private let signal = Signal()
  private let longest: Int

  /// Rules are matched on these threads, and that goes deep.
  private static let stackSize = 64 << 20

  private struct Signal: @unchecked Sendable {
    let semaphore: UnsafeMutablePointer<sem_t>
    init() {
      semaphore = .allocate(capacity: 1)
      sem_init(semaphore, 0, 0)
    }
    func post() { sem_post(semaphore) }
    func wait() { while sem_wait(semaphore) != 0 {} }
  }

  /// - Parameter begin: called once on each thread; what it returns answers there.
  init(threads: Int, longest: Int, begin: @escaping @Sendable () -> (Arrival) -> Void) {
    self.longest = longest
    for _ in 0..<threads {
      Self.start { [self] in
        let answer = begin()
        while let arrival = next() { answer(arrival) }
      }
    }
  }

  deinit {
    sem_destroy(signal.semaphore)
    signal.semaphore.deallocate()
  }

  /// False where too many wait already.
  func take(_ arrival: Arrival) -> Bool {
    let isTaken = line.withLock { line in
      guard line.arrivals.count < longest else { return false }
      line.arrivals.append(arrival)
      return true
    }
    if isTaken { signal.post() }
    return isTaken
  }

  func close(threads: Int) {
    line.withLock { $0.isClosed = true }
    for _ in 0..<threads { signal.post() }
  }

  private func next() -> Arrival? {
    while true {
      signal.wait()
      let (arrival, isClosed) = line.withLock { line in
        (line.arrivals.isEmpty ? nil : line.arrivals.removeFirst(), line.isClosed)
      }
      if let arrival { return arrival }
      if isClosed { return nil }
    }
  }

  private static func start(_ work: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackSize)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let handedOver = Unmanaged.passRetained(Work(work))
    var handle = pthread_t()
    let failure = pthread_create(
      &handle, &attributes,
      { pointer in
        pointer.map { Unmanaged<Work>.fromOpaque($0).takeRetainedValue().run() }
        return nil
      }, handedOver.toOpaque())
    precondition(failure == 0, "no thread to be had")
  }

  private final class Work: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
