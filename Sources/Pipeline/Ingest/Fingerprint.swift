import RuleBook

/// Writes a value down part by part, so that two values give the same words if and only if they mean the same.
///
/// It looks at the parts as they are declared: a part that is added to a rule counts from then on without anybody
/// thinking of it. What only people read is left out.
struct Fingerprint {
  private(set) var bytes: [UInt8] = []

  /// Where something stands in its file, what it is called, and the examples beside it change no answer.
  private static let unread: Set<String> = ["place", "examples", "names", "notes", "references"]

  mutating func add(_ value: Any) {
    // What a pattern was taken apart into follows from its words; to walk through it takes most of the time.
    if let pattern = value as? Pattern {
      word(pattern.source)
      return
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case nil: word("\(value)")
    case .enum where mirror.children.isEmpty: word("\(value)")
    default:
      bytes.append(UInt8(ascii: "("))
      for child in mirror.children where !Self.unread.contains(child.label ?? "") {
        if let label = child.label { word(label) }
        add(child.value)
      }
      bytes.append(UInt8(ascii: ")"))
    }
  }

  /// What another value was written down as before.
  mutating func add(written bytes: [UInt8]) { self.bytes += bytes }

  /// With its length, so that no words run into each other.
  private mutating func word(_ text: String) {
    bytes.append(contentsOf: "\(text.utf8.count):".utf8)
    bytes.append(contentsOf: text.utf8)
  }

  func hex() -> String {
    var digest = Digest()
    digest.add(bytes)
    return digest.hex()
  }
}
