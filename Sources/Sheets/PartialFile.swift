import Glibc

/// A file written beside its target and put in its place when it is whole; removed otherwise.
struct PartialFile: ~Copyable {
  let path: String
  private let target: String

  init(for target: String) throws(SheetFailure) {
    self.target = target
    path = "\(target).\(getpid())-\(UInt32.random(in: 0...(.max))).partial"
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw Self.failure() }
    close(file)
  }

  deinit { unlink(path) }

  /// Nothing is left to remove afterwards.
  func moveToTarget() throws(SheetFailure) {
    guard rename(path, target) == 0 else { throw Self.failure() }
  }

  private static func failure() -> SheetFailure {
    SheetFailure(.notWritable, String(cString: strerror(errno)))
  }
}
