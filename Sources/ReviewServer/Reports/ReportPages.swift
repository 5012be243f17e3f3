import Archive
import ReportModel
import WebServer

extension RouteTable {
  static let reports: [Route] = [
    .get("reports") { visit throws(ArchiveFailure) in .page(try ReportList(visit).page) },
    .get("reports/:document") { visit throws(ArchiveFailure) in
      try ReportPage(visit).map { .page($0.page) } ?? .missing
    },
    .get("reports/:document/pages/:page") { visit throws(ArchiveFailure) in try visit.picture() },
  ]
}

extension Link {
  static func picture(_ sha256: String, page: Int, _ sharpness: PictureShelf.Sharpness) -> Link {
    Link("reports", sha256, "pages", String(page), query: [("z", sharpness.rawValue)])
  }
}

extension Visit {
  /// A page as it was drawn. The address names the document by its bytes, so that browsers may keep it.
  fileprivate func picture() throws(ArchiveFailure) -> Reply {
    guard let page = Int(place("page")), page > 0,
      let sharpness = PictureShelf.Sharpness(rawValue: asked("z").isEmpty ? "m" : asked("z")),
      let document = try archive.document(sha256: place("document"))
    else { return .missing }
    let tag = "\(document.sha256.prefix(16))-\(page)-\(sharpness.rawValue)"
    if request.knownTag == tag {
      return .response(WebResponse(.notModified, .png, body: [], isLasting: true, tag: tag))
    }
    let paths = try archive.paths(of: document.id)
    guard let png = site.pictures.picture(of: page, in: document, paths: paths, sharpness) else { return .missing }
    return .response(WebResponse(.done, .png, body: png, isLasting: true, tag: tag))
  }
}
