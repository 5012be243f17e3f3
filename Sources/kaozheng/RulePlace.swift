import Pipeline

/// Whether a rule file is among those that a user named: by file or folder, with or without the rules folder before it.
struct RulePlace {
  private let parts: [String]

  init(_ word: String, in folder: RuleFolder) {
    let root = Self.parts(of: folder.path)
    var parts = Self.parts(of: word)
    if parts.starts(with: root) {
      parts.removeFirst(root.count)
    } else if let last = root.last, parts.first == last {
      parts.removeFirst()
    }
    self.parts = parts
  }

  /// The whole path, folders from the top, or a folder anywhere in it; never a part of a name.
  func holds(_ file: String) -> Bool {
    let path = Self.parts(of: file)
    if path.starts(with: parts) { return true }
    return parts.count == 1 && path.dropLast().contains(parts[0])
  }

  private static func parts(of path: String) -> [String] {
    path.split(separator: "/").map(String.init).filter { $0 != "." }
  }
}
