import ReportModel
import WebServer

/// Every address of the site.
enum RouteTable {
  static let all: [Route] =
    shell + reports + decisions + queue + runs + scores + rounds + lists + events + rubric + trial

  static let missing = Route.get("") { _ in .missing }

  private static let shell: [Route] = [
    .get("") { _ in .go(SiteSection.reports.link) },
    .get("files/:name") { visit in
      StaticFile(rawValue: visit.place("name")).map { .response($0.response) } ?? .missing
    },
    .post("reviewer") { visit in
      let cookie = WebCookie(Visit.reviewerCookie, visit.field("who"), isKept: true)
      return .response(
        WebResponse(.seeOther, .text, body: [], location: visit.cameFrom.text, cookies: [cookie]))
    },
  ]

  static func find(_ request: WebRequest) -> (route: Route, places: [String: String])? {
    let method: WebRequest.Method = request.method == .head ? .get : request.method
    for route in all where route.method == method {
      if let places = route.places(in: request.path) { return (route, places) }
    }
    return nil
  }
}
