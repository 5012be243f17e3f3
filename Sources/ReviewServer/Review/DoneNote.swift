import Archive
import Pipeline
import ReportModel
import Review

/// What was just done, above the page that follows, with the way to take it back.
struct DoneNote {
  private let visit: Visit

  init(_ visit: Visit) { self.visit = visit }

  /// The name of the step's number in addresses.
  static let name = "done"

  var html: HTML? {
    guard let number = Int(visit.asked(Self.name)), let desk = try? visit.desk(), let step = desk.log.step(number)
    else { return nil }
    return HTML(.div, .class("done"), .role("status")) {
      HTML(.span) {
        HTML(.strong) { "#\(step.number) " + visit.say(step.entry.summary) }
        " · " + step.who.text
      }
    }
  }
}

extension DecisionEntry {
  /// What was done, in a word or two.
  var summary: Phrase {
    switch self {
    case .decide(let verdict, _): verdict.name
    case .add: Phrase("evidence added", "已新增證據")
    case .carry(let step, _): Phrase("decision #\(step) holds here", "決定 #\(step) 適用於此")
    case .release(let step, _): Phrase("decision #\(step) holds for nothing here", "決定 #\(step) 不適用於此")
    case .undo(let step): Phrase("step #\(step) undone", "已復原步驟 #\(step)")
    }
  }
}
