import Archive
import Glibc

/// Files that are new or changed since the last look. It looks again and again and does not ask the system to be told,
/// for what comes over a network is not told.
package struct FolderWatch {
  private let inputs: [String]
  private let finder: FileFinder
  private var known: [String: Mark] = [:]

  private struct Mark: Equatable {
    var size: Int
    var seconds: Int
    var nanoseconds: Int
  }

  package init(_ inputs: [String], archive: String) {
    self.inputs = inputs
    finder = FileFinder(ownFolder: OriginalStore(archive: archive).folder)
  }

  package mutating func changes() -> [String] {
    var now: [String: Mark] = [:]
    for path in finder.files(inputs) {
      var status = stat()
      guard stat(path, &status) == 0 else { continue }
      now[path] = Mark(
        size: Int(status.st_size), seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
    }
    defer { known = now }
    return now.filter { known[$0.key] != $0.value }.keys.sorted()
  }
}

/// Waits until a signal asks to end, or the time is over; whether it was a signal.
package final class Pause {
  private let interruption = Interruption()

  package init() {}

  package func isEnded(after wait: Duration) -> Bool {
    let end = ContinuousClock.now + wait
    while ContinuousClock.now < end {
      if interruption.hasCome() { return true }
      usleep(50_000)
    }
    return interruption.hasCome()
  }
}
