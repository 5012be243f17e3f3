import Glibc

/// Finds the reports that a user means by files and folders.
struct FileFinder {
  /// A folder that holds the archive's own copies, which are no new reports.
  var ownFolder: String

  private static let suffixes = [".pdf", ".txt"]
  private static let deepest = 64

  /// The files themselves, and every report in the folders and below, each once, by path.
  func files(_ inputs: [String]) -> [String] {
    var found: Set<String> = []
    for input in inputs {
      if RuleFolder.isFolder(input) {
        let folder = input.count > 1 && input.hasSuffix("/") ? String(input.dropLast()) : input
        collect(folder, depth: 0, into: &found)
      } else {
        found.insert(input)
      }
    }
    return found.sorted()
  }

  private func collect(_ folder: String, depth: Int, into found: inout Set<String>) {
    guard depth < Self.deepest, Self.identity(folder) != Self.identity(ownFolder),
      let names = try? RuleFolder.names(in: folder)
    else { return }
    var folders: [String] = []
    for name in names where !name.hasPrefix(".") {
      let path = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
      if Self.isRealFolder(path) {
        folders.append(path)
      } else if Self.suffixes.contains(where: { name.lowercased().hasSuffix($0) }) {
        found.insert(path)
      }
    }
    for inner in folders { collect(inner, depth: depth + 1, into: &found) }
  }

  /// Links to folders are not followed: they may lead in circles.
  private static func isRealFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private struct Identity: Equatable {
    var device: UInt64
    var number: UInt64
  }

  private static func identity(_ path: String) -> Identity? {
    var status = stat()
    return stat(path, &status) == 0 ? Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino)) : nil
  }
}
