import Glibc

/// CPU time that this process has used so far.
package struct ProcessTime: Sendable {
  private let nanoseconds: Int64

  package static var now: ProcessTime {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return ProcessTime(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
  }

  package static func - (end: ProcessTime, start: ProcessTime) -> ProcessTime {
    ProcessTime(nanoseconds: end.nanoseconds - start.nanoseconds)
  }

  package var seconds: Double { Double(nanoseconds) / 1e9 }
}
