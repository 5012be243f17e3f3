import Glibc
import ReportModel

/// How a worker process ended.
enum WorkerEnding: Equatable {
  case exited(Int32)
  case killed(signal: Int32)
  case unknown

  /// Waits for the process; ends it when it outlasts the patience.
  init(process: pid_t, patience: Duration) {
    var status: Int32 = 0
    let deadline = ContinuousClock.now + patience
    while true {
      let waited = waitpid(process, &status, WNOHANG)
      if waited == process { break }
      if waited < 0 && errno != EINTR {
        self = .unknown
        return
      }
      if ContinuousClock.now > deadline { kill(process, SIGKILL) }
      usleep(500)
    }
    // The macros of <sys/wait.h> are not imported.
    let signal = status & 0x7F
    self = signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: signal)
  }

  /// The failure that a worker's death means for the document; its last words tell memory from other deaths.
  func failure(lastWords: [UInt8], page: Int?) -> ReadFailure {
    let words = String(decoding: lastWords, as: UTF8.self).lowercased()
    if ["out of memory", "bad_alloc", "allocate memory", "memory exhausted"].contains(where: words.contains) {
      return ReadFailure(.memory, "the reader ran out of its \(WorkerLimits.addressSpace >> 20) MiB", page: page)
    }
    switch self {
    case .killed(SIGXCPU): return ReadFailure(.timeout, "the reader used up its processor time", page: page)
    case .killed(let signal): return ReadFailure(.crashed, "the reader ended with signal \(signal)", page: page)
    case .exited(let code): return ReadFailure(.crashed, "the reader ended with code \(code)", page: page)
    case .unknown: return ReadFailure(.crashed, "the reader ended", page: page)
    }
  }
}
