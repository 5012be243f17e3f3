import Glibc
import Synchronization

/// Runs pure work that a strange page may keep from ending, and waits for it only so long.
///
/// Work that is given up keeps its thread until the program ends: Swift cannot stop it. That costs a core, but no
/// answer.
enum Deadline {
  /// Nil where the work did not end in time.
  static func run<Value: Sendable>(within limit: Duration, _ work: @escaping @Sendable () -> Value) -> Value? {
    let slot = Slot<Value>()
    let job = Job {
      let value = work()
      slot.value.withLock { $0 = value }
    }
    // Without a thread the work is done here, however long it takes.
    guard job.canBeWaitedFor, OwnThread.start(job.run) else { return work() }
    return job.wait(limit) ? slot.value.withLock { $0 } : nil
  }

  private final class Slot<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
  }

  /// What runs on the thread. It closes its end of a pipe when it is done, so that one can wait for it.
  private final class Job: Sendable {
    private let work: @Sendable () -> Void
    private let ends: (reading: Int32, writing: Int32)

    init(_ work: @escaping @Sendable () -> Void) {
      self.work = work
      var pair: [Int32] = [-1, -1]
      ends = pipe(&pair) == 0 ? (pair[0], pair[1]) : (-1, -1)
      for end in pair where end >= 0 { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }

    deinit { close(ends.reading) }

    var canBeWaitedFor: Bool { ends.reading >= 0 }

    func run() {
      work()
      close(ends.writing)
    }

    func wait(_ limit: Duration) -> Bool {
      let deadline = ContinuousClock.now + limit
      var watched = pollfd(fd: ends.reading, events: Int16(POLLIN), revents: 0)
      while true {
        let rest = ContinuousClock.now.duration(to: deadline).milliseconds
        guard rest > 0 else { return false }
        if poll(&watched, 1, Int32(clamping: rest)) > 0 { return true }
      }
    }
  }
}

extension Duration {
  /// Rounded up, so that a wait of what is left is never none.
  var milliseconds: Int64 {
    components.seconds * 1000 + (components.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
  }
}
