import WebServer

/// A file of the pages, out of the program itself.
enum StaticFile: String, CaseIterable {
  case style = "style.css"

  var response: WebResponse {
    switch self {
    case .style: WebResponse(.done, .css, body: PackageResources.style_css, isLasting: true)
    }
  }
}
