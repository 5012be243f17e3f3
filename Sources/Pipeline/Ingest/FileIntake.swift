import Archive
import Glibc
import ReportModel

/// Takes in the bytes of files: their digest, and a copy or link of those that are to be kept.
struct FileIntake: Sendable {
  let store: OriginalStore
  let policy: OriginalStore.Policy
  /// A file that was written to so lately may not be whole yet.
  let settling: Duration
  /// What was seen under each path before: whose marks are the same is not read again.
  let known: [String: SeenFile]

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
      if let before = known[path], before.mark == file.mark, isKept(before) { return .seen(before) }
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
      // To link it was to change it.
      guard let mark = file.currentMark else { return .changing }
      return .seen(SeenFile(path: path, sha256: sha256, mark: mark, kept: kept))
    } catch {
      return .failed(error)
    }
  }

  /// Whether its original is where it is wanted.
  private func isKept(_ file: SeenFile) -> Bool {
    switch (policy, file.kept) {
    case (.refer, _): true
    case (.keep, .path): false
    case (.keep, .copy), (.keep, .link): access(store.path(sha256: file.sha256, name: file.path), R_OK) == 0
    }
  }

  private func isYoung(_ file: InputFile) -> Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let age = now.tv_sec * 1_000_000_000 + now.tv_nsec - file.mark.modified
    // A time to come is a clock that goes wrong, and says nothing.
    return age >= 0 && age < settling.components.seconds * 1_000_000_000
  }
}
