import Archive
import Glibc
import ReportModel

/// Takes in the bytes of files: their digest, and a copy or link of those that are to be kept.
struct FileIntake: Sendable {
  let store: OriginalStore
  let policy: OriginalStore.Policy
  /// A file that was written to so lately may not be whole yet.
  let settling: Duration

  enum Taken: Sendable, Equatable {
    case seen(SeenFile)
    /// It changed while it was read: somebody still writes to it.
    case changing
    case failed(ReadFailure)
  }

  func take(_ path: String) -> Taken {
    do throws(ReadFailure) {
      let file = try InputFile(path: path)
      if isYoung(file) { return .changing }
      guard let sha256 = file.digest(), file.isUnchanged else { return .changing }
      let kept =
        switch policy {
        case .keep: try store.keep(file, at: path, sha256: sha256)
        case .refer: Keeping.path
        }
      // A copy made of a file that changed meanwhile is not what its name says.
      guard file.isUnchanged else {
        if kept == .copy { unlink(store.path(sha256: sha256, name: path)) }
        return .changing
      }
      return .seen(SeenFile(path: path, sha256: sha256, size: file.size, modified: file.modified, kept: kept))
    } catch {
      return .failed(error)
    }
  }

  private func isYoung(_ file: InputFile) -> Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let age = now.tv_sec * 1_000_000_000 + now.tv_nsec - file.modified
    // A time to come is a clock that goes wrong, and says nothing.
    return age >= 0 && age < settling.components.seconds * 1_000_000_000
  }
}
