import Archive
import Pipeline
import ReportModel
import Review
import WebServer

extension RouteTable {
  /// All that changes anything.
  static let decisions: [Route] = [
    .post("decisions") { visit throws(ArchiveFailure) in
      try visit.deciding { desk, who, time throws(ReviewDesk.Failure) in try visit.decide(desk, who, time) }
    },
    .post("additions") { visit throws(ArchiveFailure) in
      try visit.deciding { desk, who, time throws(ReviewDesk.Failure) in try visit.add(desk, who, time) }
    },
    .post("undo") { visit throws(ArchiveFailure) in
      try visit.deciding { desk, who, time throws(ReviewDesk.Failure) in
        try desk.undo(Int(visit.field("step")) ?? 0, by: who, at: time)
      }
    },
  ]
}

extension Visit {
  /// Does one thing in somebody's name, and goes on where the form says.
  func deciding(
    _ body: (ReviewDesk, OneLine, Moment) throws(ReviewDesk.Failure) -> DecisionStep
  ) throws(ArchiveFailure) -> Reply {
    guard let who = reviewer else {
      return .refused(
        .badRequest, say("Say who you are first: your name, at the top right.", "請先在右上角填寫您的名字。"))
    }
    guard let time = Moment(UTCTime.now) else { return .refused(.broken, "clock") }
    let desk = try desk()
    do throws(ReviewDesk.Failure) {
      let step = try body(desk, who, time)
      let next = Link(local: field("next")) ?? cameFrom
      return .go(next.with(DoneNote.name, String(step.number)))
    } catch {
      if case .archive(let failure) = error { throw failure }
      return .refused(.conflict, say(error.sentence))
    }
  }

  fileprivate func decide(
    _ desk: ReviewDesk, _ who: OneLine, _ time: Moment
  ) throws(ReviewDesk.Failure) -> DecisionStep {
    guard let id = EvidenceID(field("evidence")) else { throw .noSuchDocument(field("evidence")) }
    return try desk.decide(verdict, on: id, by: who, note: OneLine(field("note")), at: time)
  }

  private var verdict: Verdict {
    switch field("verdict") {
    case "accept": .accept
    case "reject": .reject
    case "correct": .correct(correction)
    default: .postpone
    }
  }

  /// Only what is not as it was read.
  private var correction: Correction {
    func changed(_ name: String) -> String? {
      guard let now = request.fields[name], now != field("was-\(name)") else { return nil }
      return OneLine(now)?.text ?? ""
    }
    return Correction(
      value: changed("value"), unit: changed("unit"), year: changed("year"), page: changed("page").flatMap { Int($0) },
      level: changed("level"))
  }

  fileprivate func add(
    _ desk: ReviewDesk, _ who: OneLine, _ time: Moment
  ) throws(ReviewDesk.Failure) -> DecisionStep {
    guard let source = additionSource else { throw .noSuchPage(Int(field("page")) ?? 0, of: 0) }
    let addition = Addition(
      document: field("document"), item: field("item"), source: source, value: field("value"), unit: field("unit"),
      year: field("year"))
    return try desk.add(addition, by: who, note: OneLine(field("note")), at: time)
  }

  private var additionSource: Addition.Source? {
    if let address = WebAddress(field("address")).flatMap({ OneLine($0.text) }) {
      return Day(field("seen")).map { .web(address: address, seen: $0) }
    }
    let corners = ["x0", "y0", "x1", "y1"].compactMap { Float(field($0)) }.filter { $0.isFinite && abs($0) < 20_000 }
    guard let page = Int(field("page")), corners.count == 4 else { return nil }
    let box = Box(
      x0: min(corners[0], corners[2]), y0: min(corners[1], corners[3]), x1: max(corners[0], corners[2]),
      y1: max(corners[1], corners[3]))
    return box.width > 0 && box.height > 0 ? .page(page, box, words: "") : nil
  }
}
