import Archive
import ReportModel
import WebServer

/// One request with all that its page is made from.
struct Visit {
  let request: WebRequest
  /// What stands for the named parts of the route.
  let places: [String: String]
  let language: Language
  let changeToken: String
  let tokenField: String
  let site: ReviewSite
  /// Of this thread alone.
  let archive: ArchiveFile
  let desks: DeskKeeper

  static let languageCookie = "kaozheng-language"
  static let reviewerCookie = "kaozheng-reviewer"

  func say(_ english: String, _ chinese: String) -> String { Phrase(english, chinese)(language) }
  func say(_ phrase: Phrase) -> String { phrase(language) }

  func place(_ name: String) -> String { places[name] ?? "" }
  /// Of the query; empty where it is not given.
  func asked(_ name: String) -> String { request.query[name] ?? "" }
  /// Of a form.
  func field(_ name: String) -> String { request.fields[name] ?? "" }

  /// Who decides; nil where nobody has said so.
  var reviewer: OneLine? {
    request.cookies[Self.reviewerCookie].flatMap { OneLine(String($0.prefix(60))) } ?? site.settings.reviewer
  }

  /// The address of this page.
  var here: Link {
    Link(path: request.path, query: request.query.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
      .with("token", nil)
  }

  /// What every form that changes anything needs: the token, and where to go on.
  var hiddenFields: HTML {
    HTML(.input, .type("hidden"), .name(tokenField), .value(changeToken))
      .followed(by: HTML(.input, .type("hidden"), .name("from"), .value(here.text)))
  }

  /// Where a form was; never anywhere but here.
  var cameFrom: Link { Link(local: field("from")) ?? Link() }
}
