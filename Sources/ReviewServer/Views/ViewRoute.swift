import Archive
import Pipeline
import ReportModel

extension Route {
  /// A page of what is reckoned from the archive.
  static func view(
    _ path: String, _ answer: @escaping @Sendable (Visit, ViewReader) throws(ViewFailure) -> Reply
  ) -> Route {
    .get(path) { visit throws(ArchiveFailure) in try visit.reply(answer) }
  }

  /// The same for what a form asks.
  static func viewOfForm(
    _ path: String, _ answer: @escaping @Sendable (Visit, ViewReader) throws(ViewFailure) -> Reply
  ) -> Route {
    .post(path) { visit throws(ArchiveFailure) in try visit.reply(answer) }
  }
}

extension Visit {
  fileprivate func reply(
    _ answer: (Visit, ViewReader) throws(ViewFailure) -> Reply
  ) throws(ArchiveFailure) -> Reply {
    do throws(ViewFailure) {
      return try answer(self, ViewReader(archive: archive, shelves: site.shelves))
    } catch {
      if let failure = error.ofArchive { throw failure }
      if case .notFound(let what) = error { return .refused(.notFound, say(what)) }
      return .page(nothing(error.sentence))
    }
  }

  /// A page that says why there is nothing on it.
  private func nothing(_ why: Phrase) -> Page {
    Page(say("Nothing to show", "沒有可顯示的內容"), in: nil) {
      HTML(.h1) { say("Nothing to show", "沒有可顯示的內容") }
      HTML(.p, .class("empty")) { say(why) }
    }
  }
}
