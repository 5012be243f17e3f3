import Archive
import Glibc
import ReportModel

/// An input opened once, so that every worker reads the same file whatever happens to its name.
package final class InputFile {
  package let descriptor: Int32
  /// As it was when it was opened.
  package let mark: FileMark
  private let name: String

  /// Larger files are refused: no report comes near.
  package static let largest = 1 << 30

  /// Whether there is anything of that name that is no folder.
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 && !RuleFolder.isFolder(path) }

  package init(path: String) throws(ReadFailure) {
    // Without O_NONBLOCK a named pipe would be waited for.
    let opened = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard opened >= 0 else { throw Self.failure(errno) }
    // Above the numbers that a worker's own will get.
    descriptor = fcntl(opened, F_DUPFD_CLOEXEC, 16)
    close(opened)
    guard descriptor >= 0 else { throw Self.failure(errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      close(descriptor)
      throw Self.failure(errno)
    }
    mark = FileMark(status)
    name = path
    do throws(ReadFailure) {
      try Self.check(status)
    } catch {
      close(descriptor)
      throw error
    }
  }

  deinit { close(descriptor) }

  package var size: Int { mark.size }

  /// Text is known by its name, unless it begins like a PDF.
  package var isPlainText: Bool {
    let suffix = name.utf8.suffix(4).map { $0 | 0x20 }
    return suffix == Array(".txt".utf8) && !contents(upTo: 1024).starts(with: Array("%PDF-".utf8))
  }

  /// The first bytes, or all of them.
  package func contents(upTo limit: Int = .max) -> [UInt8] {
    let wanted = min(limit, size)
    return [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      while count < wanted {
        let got = pread(descriptor, buffer.baseAddress?.advanced(by: count), wanted - count, off_t(count))
        if got > 0 { count += got }
        if got == 0 || (got < 0 && errno != EINTR) { break }
      }
    }
  }

  /// Whether it still is what it was when it was opened, as far as size and time tell.
  package var isUnchanged: Bool {
    guard let now = currentMark else { return false }
    return now.size == mark.size && now.modified == mark.modified && now.inode == mark.inode
  }

  package var currentMark: FileMark? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? FileMark(status) : nil
  }

  /// All bytes, a piece at a time.
  package func eachPiece(_ body: (UnsafeRawBufferPointer) -> Bool) -> Bool {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { room.deallocate() }
    var done = 0
    while true {
      let got = pread(descriptor, room.baseAddress, room.count, off_t(done))
      if got == 0 { return true }
      if got < 0 && errno == EINTR { continue }
      guard got > 0, body(UnsafeRawBufferPointer(rebasing: room[..<got])) else { return false }
      done += got
    }
  }

  private static func check(_ status: stat) throws(ReadFailure) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw ReadFailure(.notReadable, "is a folder, not a file")
    default: throw ReadFailure(.notReadable, "is not a regular file")
    }
    guard status.st_size > 0 else { throw ReadFailure(.empty, "the file is empty") }
    guard Int(status.st_size) <= largest else {
      throw ReadFailure(.tooLarge, "the file is larger than \(largest >> 20) MiB")
    }
  }

  private static func failure(_ number: Int32) -> ReadFailure {
    switch number {
    case ENOENT, ENOTDIR: ReadFailure(.notFound, "no such file")
    default: ReadFailure(.notReadable, String(cString: strerror(number)))
    }
  }
}

/// The first line of a small file, such as one that holds a password; nil where it cannot be read.
package func firstLine(of path: String) -> String? {
  guard let file = try? InputFile(path: path) else { return nil }
  let line = file.contents(upTo: 4096).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
  return String(validating: line, as: UTF8.self)
}

extension FileMark {
  init(_ status: stat) {
    self.init(
      size: Int(status.st_size), modified: Self.nanoseconds(status.st_mtim), changed: Self.nanoseconds(status.st_ctim),
      inode: Int(truncatingIfNeeded: status.st_ino))
  }

  private static func nanoseconds(_ time: timespec) -> Int { Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec) }
}
