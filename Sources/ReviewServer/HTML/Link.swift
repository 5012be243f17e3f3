import WebServer

/// An address of a page of ours.
struct Link: Sendable, Equatable {
  var path: [String]
  var query: [(name: String, value: String)]
  /// The part of the page to show.
  var place: String?

  init(_ path: String..., query: [(name: String, value: String)] = [], place: String? = nil) {
    self.init(path: path, query: query, place: place)
  }

  init(path: [String], query: [(name: String, value: String)] = [], place: String? = nil) {
    self.path = path
    self.query = query
    self.place = place
  }

  /// As a form or a script of ours says where it was; nil for anything that leads elsewhere.
  init?(local text: String) {
    let halves = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = halves.first, let target = RequestTarget(String(first)) else { return nil }
    let query = target.query.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
    self.init(path: target.path, query: query, place: halves.count == 2 ? String(halves[1]) : nil)
  }

  /// A place on the page itself.
  static func place(_ place: String) -> Link { Link(path: [], place: place).relative }

  private var isRelative = false
  private var relative: Link {
    var link = self
    link.isRelative = true
    return link
  }

  /// The same with another value of the query, or without it.
  func with(_ name: String, _ value: String?) -> Link {
    var link = self
    link.query.removeAll { $0.name == name }
    if let value { link.query.append((name, value)) }
    return link
  }

  var text: String {
    var text = isRelative ? "" : "/" + path.map(PercentCoding.encoded).joined(separator: "/")
    let filled = query.filter { !$0.value.isEmpty }
    if !filled.isEmpty {
      text +=
        "?"
        + filled.map { PercentCoding.encoded($0.name) + "=" + PercentCoding.encoded($0.value) }
        .joined(separator: "&")
    }
    if let place { text += "#" + PercentCoding.encoded(place) }
    return text
  }

  static func == (a: Link, b: Link) -> Bool { a.text == b.text }
}

/// An address of the web that a person may follow.
struct WebAddress: Sendable, Equatable {
  let text: String

  /// Nil for anything but http and https.
  init?(_ text: String) {
    let lower = text.lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://"),
      text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0 != "\"" && $0 != "<" && $0 != ">" && $0 != "\\" })
    else { return nil }
    self.text = text
  }
}
