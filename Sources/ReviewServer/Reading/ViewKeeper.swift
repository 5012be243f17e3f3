import Archive
import Pipeline
import ReportModel
import WebServer

/// Makes ready what the pages need of all companies before anybody asks for it: when the server starts, and whenever
/// something has been recorded and nothing more has come for a moment.
struct ViewKeeper: Sendable {
  private let path: String
  private let shelves: Shelves
  private let queues: QueueShelf

  init(_ site: ReviewSite) {
    path = site.settings.archive
    shelves = site.shelves
    queues = site.queues
  }

  private static let pause = Duration.seconds(2)

  /// Goes on as long as the server is there.
  func keep(for server: WebServer) {
    // Pages wait for what is being made here: it may not be less urgent than they are.
    Task.detached(priority: .userInitiated) { [weak server] in
      var (seen, ready): (ArchiveStamp?, ArchiveStamp?)
      while server != nil {
        // A connection of its own each time: it is never held over while nothing is done.
        if let archive = try? ArchiveFile(path: path, .existing), let stamp = try? archive.stamp() {
          if stamp != ready, stamp == seen || ready == nil {
            makeReady(ViewReader(archive: archive, shelves: shelves))
            ready = stamp
          }
          seen = stamp
        }
        try? await Task.sleep(for: Self.pause)
      }
    }
  }

  /// What cannot be had is asked for again by the page that needs it, and told there.
  private func makeReady(_ reader: ViewReader) {
    guard let state = try? reader.state() else { return }
    let month = state.months.first ?? state.moment.day.month
    _ = try? reader.scores(in: month, state)
    _ = try? reader.lists(of: month, state)
    if let round = RoundPage.first(state) { _ = try? reader.status(of: round, state) }
    _ = try? reader.events(state)
    // As it was begun: whoever works through it is not to be put out by a new one.
    if let log = try? reader.archive.decisions() { _ = try? queues.snapshot(reader, log, isNew: false) }
  }
}
