import Glibc

/// Where the text of each input goes.
package struct OutputTargets: Sendable, Equatable {
  /// A path for each input; nil is standard output.
  package let paths: [String?]
  /// The folder that all of them lie in, where one was named.
  private let folder: String?

  /// Why inputs and output do not go together.
  package enum Conflict: Error, Equatable {
    case notAFolder(String)
    /// Two inputs would be written to one file.
    case sameName(String, String, target: String)
    /// The output would replace an input.
    case replacesInput(String)
    /// A format that holds one document a file cannot go to one place for several.
    case needsFolder
  }

  package init(inputs: [String], output: String?, format: OutputFormat) throws(Conflict) {
    guard let output else {
      guard inputs.count == 1 || format != .html else { throw .needsFolder }
      paths = inputs.map { _ in nil }
      folder = nil
      return
    }
    var status = stat()
    let exists = stat(output, &status) == 0
    let isFolder = exists && status.st_mode & S_IFMT == S_IFDIR
    if inputs.count > 1 || output.hasSuffix("/"), exists, !isFolder { throw .notAFolder(output) }
    let wantsFolder = isFolder || inputs.count > 1 || output.hasSuffix("/")
    folder = wantsFolder ? output : nil
    paths = wantsFolder ? inputs.map { Self.path(in: output, for: $0, format: format) } : [output]
    try checkNames(inputs)
    try checkInputs(inputs)
  }

  /// Makes the folder if it is not there yet.
  package func makeFolder() throws(OutputFailure) {
    guard let folder, mkdir(folder, 0o755) != 0, errno != EEXIST else { return }
    throw OutputFailure(path: folder, errorNumber: errno)
  }

  private static func path(in folder: String, for input: String, format: OutputFormat) -> String {
    let name = input.split(separator: "/").last.map(String.init) ?? input
    let stem = name.lastIndex(of: ".").flatMap { $0 == name.startIndex ? nil : String(name[..<$0]) } ?? name
    return (folder.hasSuffix("/") ? folder : folder + "/") + stem + "." + format.rawValue
  }

  private func checkNames(_ inputs: [String]) throws(Conflict) {
    var seen: [String: String] = [:]
    for (path, input) in zip(paths, inputs) {
      guard let path else { continue }
      if let other = seen[path] { throw .sameName(other, input, target: path) }
      seen[path] = input
    }
  }

  private func checkInputs(_ inputs: [String]) throws(Conflict) {
    let known = Set(inputs.compactMap(FileIdentity.init))
    for path in paths.compactMap({ $0 }) {
      if let identity = FileIdentity(path), known.contains(identity) { throw .replacesInput(path) }
    }
  }
}

/// The file behind a name, however it is spelled.
private struct FileIdentity: Hashable {
  let device: UInt
  let inode: UInt

  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
  }
}
