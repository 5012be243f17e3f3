import Glibc

/// Where a document's bytes go: standard output, or a file that appears only when it is whole.
package final class OutputFile {
  private let descriptor: Int32
  private let path: String?
  /// The name that the bytes have until they are all there.
  private let temporaryPath: String?
  private var isClosed = false

  /// Standard output.
  package init() {
    descriptor = STDOUT_FILENO
    path = nil
    temporaryPath = nil
  }

  /// A file; an existing one is replaced when the new one is whole. A device or pipe is written to directly.
  package init(path: String) throws(OutputFailure) {
    var status = stat()
    let isSpecial = stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    let target = isSpecial ? path : path + ".\(getpid()).part"
    let flags = isSpecial ? O_WRONLY | O_CLOEXEC : O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
    descriptor = open(target, flags, 0o644)
    guard descriptor >= 0 else { throw OutputFailure(path: path, errorNumber: errno) }
    self.path = path
    temporaryPath = isSpecial ? nil : target
  }

  package func write(_ buffer: borrowing ByteBuffer) throws(OutputFailure) {
    guard let errorNumber = writeAll(buffer.bytes, to: descriptor) else { return }
    throw OutputFailure(path: path, errorNumber: errorNumber)
  }

  /// Gives the file its name. Without this call nothing is left of it.
  package func finish() throws(OutputFailure) {
    guard let path, !isClosed else { return }
    isClosed = true
    guard close(descriptor) == 0, temporaryPath.map({ rename($0, path) == 0 }) ?? true else {
      let failure = OutputFailure(path: path, errorNumber: errno)
      if let temporaryPath { unlink(temporaryPath) }
      throw failure
    }
  }

  deinit {
    guard path != nil, !isClosed else { return }
    close(descriptor)
    if let temporaryPath { unlink(temporaryPath) }
  }
}

/// Writes all bytes, over interruptions and full pipes; the error number where that fails.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
  bytes.withUnsafeBytes { all in
    var done = 0
    while done < all.count {
      let written = Glibc.write(descriptor, all.baseAddress?.advanced(by: done), all.count - done)
      if written >= 0 {
        done += written
      } else if errno == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&wait, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
