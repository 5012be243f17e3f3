import Archive
import Glibc
import ReportModel

/// The originals beside the archive, each under its SHA-256, so that their pages can be shown at any later time.
package struct OriginalStore: Sendable {
  package let folder: String

  package init(archive: String) { folder = archive + ".files" }

  /// How originals are kept.
  package enum Policy: Sendable {
    /// Sharing blocks or the file itself where the file system can, else as a copy.
    case keep
    /// Not at all: only their path is known.
    case refer
  }

  /// Where a document's bytes are kept.
  package func path(sha256: String, name: String) -> String {
    let suffix = name.lowercased().hasSuffix(".txt") ? ".txt" : ".pdf"
    return "\(folder)/\(sha256.prefix(2))/\(sha256)\(suffix)"
  }

  package func path(of document: KnownDocument) -> String { path(sha256: document.sha256, name: document.name) }

  /// Keeps an open file under the name of its contents.
  func keep(_ file: InputFile, at path: String, sha256: String) throws(ReadFailure) -> Keeping {
    let target = self.path(sha256: sha256, name: path)
    if access(target, R_OK) == 0 { return .copy }
    try Self.makeFolder(folder)
    try Self.makeFolder("\(folder)/\(sha256.prefix(2))")
    let part = "\(target).\(getpid()).part"
    defer { unlink(part) }
    let kept = try clone(file, to: part) ? Keeping.copy : link(file, to: part) ? .link : try copy(file, to: part)
    guard rename(part, target) == 0 else { throw Self.failure() }
    return kept
  }

  /// Shares the blocks: no room is taken, and neither file sees what is written to the other.
  private func clone(_ file: InputFile, to part: String) throws(ReadFailure) -> Bool {
    let clone: UInt = 0x4004_9409
    let descriptor = try Self.create(part)
    let done = ioctl(descriptor, clone, file.descriptor) == 0
    close(descriptor)
    if !done { unlink(part) }
    return done
  }

  /// By its descriptor and not by its path, which may name another file by now.
  private func link(_ file: InputFile, to part: String) -> Bool {
    let followLinks: Int32 = 0x400
    return linkat(AT_FDCWD, "/proc/self/fd/\(file.descriptor)", AT_FDCWD, part, followLinks) == 0
  }

  private func copy(_ file: InputFile, to part: String) throws(ReadFailure) -> Keeping {
    let descriptor = try Self.create(part)
    defer { close(descriptor) }
    var errorNumber: Int32?
    let isWhole = file.eachPiece { piece in
      errorNumber = writeAll(Array(piece), to: descriptor)
      return errorNumber == nil
    }
    if let errorNumber { throw Self.failure(errorNumber) }
    guard isWhole, fsync(descriptor) == 0 else { throw Self.failure() }
    return .copy
  }

  private static func create(_ path: String) throws(ReadFailure) -> Int32 {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure() }
    return descriptor
  }

  private static func makeFolder(_ path: String) throws(ReadFailure) {
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure() }
  }

  private static func failure(_ number: Int32 = errno) -> ReadFailure {
    ReadFailure(.internalFault, "the original could not be kept: \(String(cString: strerror(number)))")
  }
}
