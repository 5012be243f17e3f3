import Archive
import Glibc

/// Says which runs are alive: each holds a lock on a byte of its own in a file beside the archive. The system lets go
/// of it however the process ends, so that no run is taken for alive that is not.
final class RunLock {
  private let descriptor: Int32

  init(archive: String) throws(ArchiveFailure) {
    let path = archive + ".lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .cannotOpen(path: path, reason: String(cString: strerror(errno))) }
  }

  deinit { close(descriptor) }

  /// Alone with the list of runs: none is begun by another process meanwhile.
  func exclusively<Value, Failure>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
    var lock = Self.byte(0, Int16(F_WRLCK))
    while fcntl(descriptor, Self.waitForLock, &lock) != 0 && errno == EINTR {}
    defer {
      lock.l_type = Int16(F_UNLCK)
      _ = fcntl(descriptor, Self.setLock, &lock)
    }
    return try body()
  }

  func hold(_ run: RunID) {
    var lock = Self.byte(run.number, Int16(F_WRLCK))
    _ = fcntl(descriptor, Self.setLock, &lock)
  }

  func isAlive(_ run: RunID) -> Bool {
    var lock = Self.byte(run.number, Int16(F_WRLCK))
    return fcntl(descriptor, Self.getLock, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
  }

  // Locks of the open file, not of the process: they are not lost when another descriptor of the file is closed.
  private static let getLock: Int32 = 36
  private static let setLock: Int32 = 37
  private static let waitForLock: Int32 = 38

  private static func byte(_ number: Int, _ type: Int16) -> flock {
    flock(l_type: type, l_whence: Int16(SEEK_SET), l_start: off_t(number), l_len: 1, l_pid: 0)
  }
}
