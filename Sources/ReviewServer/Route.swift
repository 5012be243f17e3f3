import Archive
import WebServer

/// Which page answers which address. Tables of these are put together in `RouteTable`.
struct Route: Sendable {
  let method: WebRequest.Method
  let path: [Part]
  let answer: @Sendable (Visit) throws(ArchiveFailure) -> Reply

  enum Part: Sendable, Equatable {
    case word(String)
    /// Anything; the page asks for it by this name.
    case any(String)
  }

  /// - Parameter path: `reports/:document`; a part that begins with a colon stands for anything.
  static func get(_ path: String, _ answer: @escaping @Sendable (Visit) throws(ArchiveFailure) -> Reply) -> Route {
    Route(method: .get, path: path, answer: answer)
  }

  static func post(_ path: String, _ answer: @escaping @Sendable (Visit) throws(ArchiveFailure) -> Reply) -> Route {
    Route(method: .post, path: path, answer: answer)
  }

  private init(
    method: WebRequest.Method, path: String, answer: @escaping @Sendable (Visit) throws(ArchiveFailure) -> Reply
  ) {
    self.method = method
    self.path = path.split(separator: "/").map { part in
      part.first == ":" ? .any(String(part.dropFirst())) : .word(String(part))
    }
    self.answer = answer
  }

  /// What stands for the named parts; nil where it is another address.
  func places(in path: [String]) -> [String: String]? {
    guard path.count == self.path.count else { return nil }
    var places: [String: String] = [:]
    for (part, text) in zip(self.path, path) {
      switch part {
      case .word(let word): if word != text { return nil }
      case .any(let name): places[name] = text
      }
    }
    return places
  }
}

/// What comes of a visit.
enum Reply: Sendable {
  case page(Page)
  /// Something else than a page.
  case response(WebResponse)
  /// Done; the browser goes on there.
  case go(Link)
  case missing
  /// Nothing was done, and why.
  case refused(WebResponse.Status, String)
}
