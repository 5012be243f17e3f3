/// Under which names this server may be asked. A page of another site that had its own name lead here would send that
/// name along.
struct AllowedHosts: Sendable {
  private let names: Set<String>
  /// Where the server listens on every address, it does not know under which it is reached; by a number nobody is
  /// misled.
  private let takesNumbers: Bool
  private let port: UInt16

  init(listening address: ListeningAddress, port: UInt16, ownName: String) {
    self.port = port
    switch address {
    case .loopback:
      names = ["127.0.0.1", "localhost", "[::1]"]
      takesNumbers = false
    case .other(let text):
      let isEverywhere = text == "0.0.0.0" || text == "::"
      names = ["127.0.0.1", "localhost", "[::1]", ownName.lowercased(), text.contains(":") ? "[\(text)]" : text]
      takesNumbers = isEverywhere
    }
  }

  func allow(_ host: String) -> Bool {
    let suffix = ":\(port)"
    guard host.hasSuffix(suffix) else { return port == 80 && isOurs(host) }
    return isOurs(String(host.dropLast(suffix.count)))
  }

  private func isOurs(_ name: String) -> Bool {
    names.contains(name.lowercased()) && !name.isEmpty || takesNumbers && Self.isNumber(name)
  }

  private static func isNumber(_ name: String) -> Bool {
    if name.first == "[", name.last == "]" {
      return name.count > 2 && name.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { UInt8($0) != nil && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }
}

/// Where a server can be reached.
package enum ListeningAddress: Sendable, Equatable {
  /// From this machine only.
  case loopback
  /// An address by its numbers.
  case other(String)

  package init(_ text: String) {
    self = text == "127.0.0.1" || text == "localhost" || text == "::1" ? .loopback : .other(text)
  }

  var text: String {
    switch self {
    case .loopback: "127.0.0.1"
    case .other(let text): text
    }
  }
}
