import ReportModel
import Testing

@testable import Review

@Suite("What stands in a log of decisions")
struct DecisionLogTests {
  private let text = TextSketch(blocks: [(1, .paragraph(["本公司用電 12 度。", "用水 30 噸。"]))]).made()

  private func subject(_ sentence: Int = 0, document: String = "a", item: String = "power") -> Subject {
    Subject(document: document, item: item, .words(words(text.report, [text.places[0][sentence]])))
  }

  private func judgement(_ log: DecisionLog, of document: String = "a") -> Judgement {
    Judgement(log.standing(of: document).map(\.opinion))
  }

  @Test("the last word of each counts, and all who decided have to agree")
  func lastWords() throws {
    var log = DecisionLog()
    #expect(judgement(log) == .open)
    _ = try log.say(.decide(.reject, subject()), by: line("Ann"), at: moment(1))
    _ = try log.say(.decide(.accept, subject()), by: line("Ann"), at: moment(2))
    #expect(judgement(log).verdict == .accept)
    _ = try log.say(.decide(.postpone, subject()), by: line("Bob"), at: moment(3))
    #expect(judgement(log).verdict == .accept)
    _ = try log.say(.decide(.reject, subject()), by: line("Bob"), at: moment(4))
    #expect(judgement(log).isDisputed)
    #expect(judgement(log).verdict == nil)
    #expect(judgement(log).opinions.map(\.step) == [2, 4])
    _ = try log.say(.decide(.accept, subject()), by: line("Bob"), at: moment(5))
    #expect(judgement(log).verdict == .accept)
  }

  @Test("corrections that differ are a dispute, the same ones are none")
  func corrections() throws {
    var log = DecisionLog()
    _ = try log.say(.decide(.correct(Correction(value: "13")), subject()), by: line("Ann"), at: moment(1))
    _ = try log.say(.decide(.correct(Correction(value: "13")), subject()), by: line("Bob"), at: moment(1))
    #expect(judgement(log).verdict == .correct(Correction(value: "13")))
    _ = try log.say(.decide(.correct(Correction(value: "14")), subject()), by: line("Bob"), at: moment(1))
    #expect(judgement(log).isDisputed)
    #expect(throws: DecisionFault.correctsNothing) {
      try log.say(.decide(.correct(Correction()), subject()), by: line("Ann"), at: moment(1))
    }
  }

  @Test("an undoing is a step, brings back what stood before, and can be undone")
  func undoing() throws {
    var log = DecisionLog()
    _ = try log.say(.decide(.accept, subject()), by: line("Ann"), at: moment(1))
    _ = try log.say(.decide(.reject, subject()), by: line("Ann"), at: moment(2))
    _ = try log.say(.undo(step: 2), by: line("Ann"), at: moment(3))
    #expect(judgement(log).verdict == .accept)
    #expect(throws: DecisionFault.undoneBefore(2)) { try log.say(.undo(step: 2), by: line("Ann"), at: moment(4)) }
    #expect(throws: DecisionFault.notOwn(1, of: line("Ann"))) {
      try log.say(.undo(step: 1), by: line("Bob"), at: moment(4))
    }
    #expect(throws: DecisionFault.noSuchStep(9)) { try log.say(.undo(step: 9), by: line("Ann"), at: moment(4)) }
    #expect(log.lastStep(of: line("Ann"))?.number == 1)
    _ = try log.say(.undo(step: 3), by: line("Ann"), at: moment(4))
    #expect(judgement(log).verdict == .reject)
    #expect(log.steps.count == 4)
  }

  @Test("every beginning of a log is one, and what is no log is none")
  func beginnings() throws {
    var log = DecisionLog()
    _ = try log.say(.decide(.accept, subject()), by: line("Ann"), at: moment(5))
    _ = try log.say(.decide(.reject, subject()), by: line("Bob"), at: moment(3))
    _ = try log.say(.undo(step: 1), by: line("Ann"), at: moment(9))
    // A clock that was set back does not make a step earlier than the one before it.
    #expect(log.steps.map(\.time) == [moment(5), moment(5), moment(9)])
    #expect(try DecisionLog(replaying: log.steps) == log)
    let early = log.upTo { $0.time < moment(9) }
    #expect(early == (try DecisionLog(replaying: Array(log.steps.prefix(2)))))
    #expect(judgement(early).isDisputed)
    #expect(throws: DecisionFault.stepOutOfPlace(3)) { try DecisionLog(replaying: [log.steps[2]]) }
  }

  @Test("whoever carries a decision is of its opinion, and it asks no more")
  func carrying() throws {
    var log = DecisionLog()
    _ = try log.say(.decide(.correct(Correction(unit: "度")), subject()), by: line("Ann"), at: moment(1))
    _ = try log.say(.carry(step: 1, to: subject(document: "b")), by: line("Bob"), at: moment(2))
    #expect(judgement(log, of: "b").verdict == .correct(Correction(unit: "度")))
    #expect(judgement(log, of: "b").opinions.map(\.who) == [line("Bob")])
    #expect(log.settled(in: "b") == [1])
    #expect(log.settled(in: "c") == [])
    _ = try log.say(.release(step: 1, from: "c"), by: line("Bob"), at: moment(3))
    #expect(log.settled(in: "c") == [1])
    _ = try log.say(.undo(step: 3), by: line("Bob"), at: moment(4))
    #expect(log.settled(in: "c") == [])
    #expect(throws: DecisionFault.cannotBeCarried(1)) {
      try log.say(.carry(step: 1, to: subject(document: "b", item: "water")), by: line("Bob"), at: moment(5))
    }
    #expect(throws: DecisionFault.cannotBeCarried(4)) {
      try log.say(.carry(step: 4, to: subject(document: "b")), by: line("Bob"), at: moment(5))
    }
  }

  @Test("what a person added another one may reject")
  func additions() throws {
    var log = DecisionLog()
    let addition = Addition(
      document: "a", item: "power", source: .page(3, Box(x0: 1, y0: 2, x1: 3, y1: 4), words: "用電"), value: "12")
    _ = try log.say(.add(addition), by: line("Ann"), at: moment(1))
    let about = Subject(document: "a", item: "power", .addition(step: 1))
    _ = try log.say(.decide(.reject, about), by: line("Bob"), at: moment(2))
    let review = review(log)
    #expect(review.entries.map(\.origin) == [.added(addition, step: 1)])
    #expect(review.entries[0].judgement.isDisputed)
    _ = try log.say(.undo(step: 1), by: line("Ann"), at: moment(3))
    #expect(self.review(log).entries.isEmpty)
    #expect(throws: DecisionFault.noSuchStep(2)) {
      let other = Subject(document: "a", item: "power", .addition(step: 2))
      return try log.say(.decide(.accept, other), by: line("Bob"), at: moment(4))
    }
  }

  @Test("a judgement of an item's state holds as long as it is that state")
  func states() throws {
    var log = DecisionLog()
    _ = try log.say(
      .decide(.accept, Subject(document: "a", item: "power", .state(.notFound))), by: line("Ann"), at: moment(1))
    #expect(review(log, states: ["power": .notFound]).states["power"]?.verdict == .accept)
    #expect(review(log, states: ["power": .found]).states.isEmpty)
  }

  private func review(_ log: DecisionLog, states: [String: ItemState.State] = [:]) -> ReportReview {
    ReportReview(
      ReportReview.Report(document: "a", text: "reader 1", evidence: [], states: states),
      ReportDecisions(log, of: "a", replacing: []), words: nil)
  }
}
