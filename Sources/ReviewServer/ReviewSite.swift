import Archive
import Pipeline
import ReportModel
import WebServer

/// The pages over one archive. What all threads share is here; each has an archive of its own.
package struct ReviewSite: Sendable {
  package struct Settings: Sendable {
    package var archive: String
    package var language: Language
    /// Whose name decisions bear where a browser does not say.
    package var reviewer: OneLine?
    /// What draws pages.
    package var launcher: WorkerLauncher

    package init(
      archive: String, language: Language, reviewer: OneLine? = nil, launcher: WorkerLauncher = WorkerLauncher()
    ) {
      self.archive = archive
      self.language = language
      self.reviewer = reviewer
      self.launcher = launcher
    }
  }

  let settings: Settings
  let pictures: PictureShelf
  let queues = QueueShelf()
  let documents = Shelf<ArchiveStamp, ReviewDesk.Documents>(room: 2)
  let sizes = Shelf<TextID, [PageSize]>(room: 64)
  let rubrics = Shelf<String, RubricNames>(room: 4)
  let shelves = Shelves()

  package init(_ settings: Settings) {
    self.settings = settings
    pictures = PictureShelf(originals: OriginalStore(archive: settings.archive), launcher: settings.launcher)
  }

  /// Starts a server that answers with these pages.
  package func open(_ server: WebServer.Settings) throws(WebServer.Failure) -> WebServer {
    var server = server
    server.isSlow = { $0.contains("/pages/") }
    let opened = try WebServer(server) { pass in
      let reader = SiteReader(site: self, pass: pass)
      return { reader.answer($0) }
    }
    ViewKeeper(self).keep(for: opened)
    return opened
  }

  /// Whether any page of the section is there.
  func has(_ section: SiteSection) -> Bool {
    RouteTable.find(WebRequest(path: section.link.path)) != nil
  }
}

/// Answers on one thread.
final class SiteReader {
  private let site: ReviewSite
  private let pass: WebServer.Pass
  private var archive: ArchiveFile?
  private let desks: DeskKeeper

  init(site: ReviewSite, pass: WebServer.Pass) {
    self.site = site
    self.pass = pass
    desks = DeskKeeper(documents: site.documents)
  }

  func answer(_ request: WebRequest) -> WebResponse {
    let (route, places) = RouteTable.find(request) ?? (RouteTable.missing, [:])
    do throws(ArchiveFailure) {
      let visit = try self.visit(request, places)
      let reply: Reply = try route.answer(visit)
      var response = self.response(to: reply, visit)
      if let language = request.query["lang"].flatMap(Language.init(tag:)) {
        response.cookies.append(WebCookie(Visit.languageCookie, language.rawValue, isKept: true))
      }
      return response
    } catch {
      // What the connection stands on may be gone: the next visit opens it again.
      archive = nil
      desks.clear()
      return .note(error == .busy ? .busy : .broken, error.sentence(language(of: request)))
    }
  }

  private func visit(_ request: WebRequest, _ places: [String: String]) throws(ArchiveFailure) -> Visit {
    Visit(
      request: request, places: places, language: language(of: request), changeToken: pass.changeToken,
      tokenField: pass.fieldName, site: site, archive: try openArchive(), desks: desks)
  }

  private func openArchive() throws(ArchiveFailure) -> ArchiveFile {
    if let archive { return archive }
    let opened = try ArchiveFile(path: site.settings.archive, .existing)
    archive = opened
    return opened
  }

  private func language(of request: WebRequest) -> Language {
    let tags = [request.query["lang"], request.cookies[Visit.languageCookie]]
    return tags.lazy.compactMap { $0.flatMap(Language.init(tag:)) }.first ?? site.settings.language
  }

  private func response(to reply: Reply, _ visit: Visit) -> WebResponse {
    switch reply {
    case .page(let page): WebResponse(.done, .html, body: Shell(visit: visit, page: page).bytes)
    case .response(let response): response
    case .go(let link): WebResponse(.seeOther, .text, body: [], location: link.text)
    case .missing: refusal(.notFound, visit.say("There is no such page.", "沒有這個頁面。"), visit)
    case .refused(let status, let words): refusal(status, words, visit)
    }
  }

  private func refusal(_ status: WebResponse.Status, _ words: String, _ visit: Visit) -> WebResponse {
    let page = Page(words, in: nil) {
      HTML(.h1) { words }
      if visit.request.method == .post {
        HTML(.p) { HTML(.a, .href(visit.cameFrom)) { visit.say("Back", "返回") } }
      }
    }
    return WebResponse(status, .html, body: Shell(visit: visit, page: page).bytes)
  }
}
