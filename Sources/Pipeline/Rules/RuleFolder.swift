import CDigest
import Glibc
import ReportModel
import RuleBook

/// A folder of rule files on disk.
package struct RuleFolder: Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  /// The folder that a user means who names none: by the environment, here, or where the program was installed.
  package static func found(environment: (String) -> String?) -> RuleFolder? {
    let installed = programFolder.map { $0 + "/../share/kaozheng/Rules" }
    let places = [environment("KAOZHENG_RULES"), "Rules", installed]
    return places.compactMap { $0 }.first { isFolder($0) }.map(RuleFolder.init)
  }

  package struct Failure: Error, Equatable {
    package var path: String
    package var reason: String
  }

  /// Every rule file below the folder, by its path there. The folder of schemas holds none.
  package func sources() throws(Failure) -> [RuleBook.Source] { try files(ending: ".yaml") }

  /// Every file below the folder with such a name.
  package func files(ending: String) throws(Failure) -> [RuleBook.Source] {
    guard Self.isFolder(path) else { throw Failure(path: path, reason: String(cString: strerror(ENOENT))) }
    var found: [RuleBook.Source] = []
    try collect("", ending, depth: 0, into: &found)
    return found.sorted { $0.path < $1.path }
  }

  private static let deepest = 8

  private func collect(
    _ folder: String, _ ending: String, depth: Int, into found: inout [RuleBook.Source]
  ) throws(Failure) {
    let place = folder.isEmpty ? path : "\(path)/\(folder)"
    for name in try Self.names(in: place) where !name.hasPrefix(".") {
      let inner = folder.isEmpty ? name : "\(folder)/\(name)"
      if Self.isFolder("\(path)/\(inner)") {
        if depth < Self.deepest { try collect(inner, ending, depth: depth + 1, into: &found) }
      } else if name.hasSuffix(ending) {
        found.append(try Self.source("\(path)/\(inner)", named: inner))
      }
    }
  }

  /// What lies in a folder, by name.
  static func names(in folder: String) throws(Failure) -> [String] {
    guard let handle = opendir(folder) else { throw Failure(path: folder, reason: String(cString: strerror(errno))) }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        names.append(String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self))
      }
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }

  static func source(_ path: String, named name: String) throws(Failure) -> RuleBook.Source {
    do throws(ReadFailure) {
      return RuleBook.Source(path: name, bytes: try InputFile(path: path).contents())
    } catch {
      if error.code == .empty { return RuleBook.Source(path: name, bytes: []) }
      throw Failure(path: path, reason: error.message)
    }
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static var programFolder: String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return nil }
    let path = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) }
  }
}

extension RuleBook {
  /// What the book was made of, in 64 hexadecimal digits: the same files give the same digest everywhere.
  package var digest: String {
    var digest = Digest()
    for source in sources.sorted(by: { $0.path < $1.path }) {
      digest.add(Array("\(source.path)\n\(source.bytes.count)\n".utf8))
      digest.add(source.bytes)
    }
    return digest.hex()
  }
}
