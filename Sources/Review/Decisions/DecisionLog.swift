import ReportModel

/// The log of decisions: its steps, and which of them stand after the last.
///
/// Only what agrees with the steps before it can be added, so that every beginning of a log is a log too. Nothing is
/// refused for having been decided before: two people, or one in two windows, may decide the same thing, and the last
/// word of each counts.
package struct DecisionLog: Sendable, Equatable {
  package private(set) var steps: [DecisionStep] = []
  /// Steps that were taken back.
  private var undone: Set<Int> = []
  /// Steps that say something of a document, by its SHA-256.
  private var byDocument: [String: [Int]] = [:]

  package init() {}

  /// Says the steps once more, each with all checks: what was stored may have been damaged.
  package init(replaying steps: [DecisionStep]) throws(DecisionFault) {
    for step in steps { try take(step) }
  }

  /// As it stood with its first steps only.
  package func upTo(_ isCounted: (DecisionStep) -> Bool) -> DecisionLog {
    var log = DecisionLog()
    for step in steps.prefix(while: isCounted) { log.keep(step) }
    return log
  }

  package func step(_ number: Int) -> DecisionStep? {
    steps.indices.contains(number - 1) ? steps[number - 1] : nil
  }

  /// Whether a step is there and was not taken back.
  package func stands(_ number: Int) -> Bool { step(number) != nil && !undone.contains(number) }

  // MARK: Saying something

  /// Adds a step that another process has written meanwhile, or that was stored.
  package mutating func take(_ step: DecisionStep) throws(DecisionFault) {
    guard step.number == steps.count + 1, step.time >= (steps.last?.time ?? step.time) else {
      throw .stepOutOfPlace(step.number)
    }
    try check(step.entry, by: step.who)
    keep(step)
  }

  package mutating func say(
    _ entry: DecisionEntry, by who: OneLine, at time: Moment, note: OneLine? = nil
  ) throws(DecisionFault) -> DecisionStep {
    // Clocks may be set back; the log's never is.
    let step = DecisionStep(
      number: steps.count + 1, time: max(time, steps.last?.time ?? time), who: who, entry: entry, note: note)
    try take(step)
    return step
  }

  private mutating func keep(_ step: DecisionStep) {
    steps.append(step)
    switch step.entry {
    case .decide(_, let subject), .carry(_, let subject): byDocument[subject.document, default: []].append(step.number)
    case .add(let addition): byDocument[addition.document, default: []].append(step.number)
    case .release(_, let document): byDocument[document, default: []].append(step.number)
    case .undo(let other):
      undone.insert(other)
      // Whoever takes an undoing back holds to what was undone by it.
      if case .undo(let earlier) = self.step(other)?.entry { undone.remove(earlier) }
    }
  }

  // MARK: Checks

  private func check(_ entry: DecisionEntry, by who: OneLine) throws(DecisionFault) {
    switch entry {
    case .decide(let verdict, let subject): try check(verdict, subject)
    case .add: break
    case .carry(let number, let subject):
      let (_, item) = try carriable(number)
      guard case .words = subject.matter, subject.item == item else { throw .cannotBeCarried(number) }
    case .release(let number, _): _ = try carriable(number)
    case .undo(let number):
      guard let step = step(number) else { throw .noSuchStep(number) }
      guard step.who == who else { throw .notOwn(number, of: step.who) }
      guard stands(number) else { throw .undoneBefore(number) }
    }
  }

  private func check(_ verdict: Verdict, _ subject: Subject) throws(DecisionFault) {
    switch (verdict, subject.matter) {
    case (.correct(let correction), .words), (.correct(let correction), .addition):
      if correction.isEmpty { throw .correctsNothing }
    case (.correct, .state): throw .stateIsNotCorrected
    case (.accept, _), (.reject, _), (.postpone, _): break
    }
    guard case .addition(let number) = subject.matter else { return }
    guard case .add(let addition) = step(number)?.entry, addition.item == subject.item else {
      throw .noSuchStep(number)
    }
  }

  /// The verdict of a step on words, and on which item: only these can hold elsewhere.
  private func carriable(_ number: Int) throws(DecisionFault) -> (Verdict, item: String) {
    guard let step = step(number) else { throw .noSuchStep(number) }
    guard stands(number) else { throw .undoneBefore(number) }
    guard let said = verdict(of: step), case .words = said.subject.matter else { throw .cannotBeCarried(number) }
    return (said.verdict, said.subject.item)
  }

  // MARK: What stands

  /// What a step says of a subject, if it does; a step that carries says what the one did that it carries.
  package func verdict(of step: DecisionStep) -> (verdict: Verdict, subject: Subject)? {
    switch step.entry {
    case .decide(let verdict, let subject): return (verdict, subject)
    case .carry(let number, let subject):
      guard let original = self.step(number), let verdict = verdict(of: original)?.verdict else { return nil }
      return (verdict, subject)
    case .add, .release, .undo: return nil
    }
  }

  /// The documents that anything was ever said of.
  package var documents: Set<String> { Set(byDocument.keys) }

  /// All that stands of what was said of a document, in the order of the steps.
  package func standing(of document: String) -> [StandingDecision] {
    (byDocument[document] ?? []).filter(stands).compactMap(step).compactMap { step in
      if case .add(let addition) = step.entry {
        return StandingDecision(
          opinion: Opinion(step: step.number, who: step.who, verdict: .accept, note: step.note),
          about: .addition(addition))
      }
      guard let said = verdict(of: step) else { return nil }
      return StandingDecision(
        opinion: Opinion(step: step.number, who: step.who, verdict: said.verdict, note: step.note),
        about: .subject(said.subject))
    }
  }

  /// The steps of which somebody said where they hold in a document, or that they hold for nothing there.
  package func settled(in document: String) -> Set<Int> {
    (byDocument[document] ?? []).filter(stands).compactMap(step).reduce(into: []) { settled, step in
      switch step.entry {
      case .carry(let number, _), .release(let number, _): settled.insert(number)
      case .decide, .add, .undo: break
      }
    }
  }

  /// The last step of somebody that can be taken back.
  package func lastStep(of who: OneLine) -> DecisionStep? {
    steps.last { step in
      guard step.who == who, stands(step.number) else { return false }
      if case .undo = step.entry { return false }
      return true
    }
  }
}

/// Something that a reviewer said and did not take back.
package struct StandingDecision: Sendable, Equatable {
  package let opinion: Opinion
  package let about: About

  package enum About: Sendable, Equatable {
    case subject(Subject)
    case addition(Addition)
  }

  package var item: String {
    switch about {
    case .subject(let subject): subject.item
    case .addition(let addition): addition.item
    }
  }
}

/// Why something cannot be said in a log of decisions.
package enum DecisionFault: Error, Sendable, Equatable {
  case noSuchStep(Int)
  case notOwn(Int, of: OneLine)
  case undoneBefore(Int)
  /// It is no verdict on words, or not on that item.
  case cannotBeCarried(Int)
  case correctsNothing
  case stateIsNotCorrected
  /// A stored log that is not what was written.
  case stepOutOfPlace(Int)
}
