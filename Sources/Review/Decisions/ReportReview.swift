import ReportModel

/// What reviewers say of one report, laid beside what the rules found in it.
package struct ReportReview: Sendable, Equatable {
  /// What the rules found, in their order; then what only people hold to, in the order in which they said so.
  package let entries: [Entry]
  /// Of the items whose state somebody looked at.
  package let states: [String: Judgement]
  /// Decisions of which nobody can tell without looking where they hold now, in the order of their steps.
  package let asking: [AskingDecision]

  /// A piece of evidence and what reviewers say of it.
  package struct Entry: Sendable, Equatable {
    package let item: String
    package let origin: Origin
    package let judgement: Judgement
  }

  package enum Origin: Sendable, Equatable {
    /// Rules found it.
    case found(PlacedEvidence)
    /// It was decided on, and no rule finds it any more; the stretch is that of its key.
    case kept(DecidedWords, Range<Int>, page: Int)
    /// A person found it, by that step.
    case added(Addition, step: Int)
  }

  /// What is reviewed: one text of a document, and what rules found in it.
  package struct Report: Sendable {
    package let document: String
    /// As `WordsPlace.text`.
    package let text: String
    package let evidence: [PlacedEvidence]
    package let states: [String: ItemState.State]

    package init(
      document: String, text: String, evidence: [PlacedEvidence], states: [String: ItemState.State]
    ) {
      self.document = document
      self.text = text
      self.evidence = evidence
      self.states = states
    }
  }

  /// - Parameters:
  ///   - decisions: what stands of it, of this document and of those that it takes the place of.
  ///   - words: the report's text; it is only needed where `needsText` says so.
  package init(_ report: Report, _ decisions: ReportDecisions, words: ReportWords?) {
    var reader = ReviewReader(report: report, settled: decisions.settled, words: words)
    for decision in decisions.earlier { reader.take(decision, isOwn: false) }
    for decision in decisions.own { reader.take(decision, isOwn: true) }
    entries = reader.entries
    states = reader.states.mapValues(Judgement.init)
    asking = reader.asking
  }
}

/// What stands of what was said of a report.
package struct ReportDecisions: Sendable, Equatable {
  /// Of the document itself.
  package let own: [StandingDecision]
  /// Of the documents that it takes the place of.
  package let earlier: [StandingDecision]
  /// Steps of which somebody said where they hold in this document, or in one of those: what was said there holds on.
  package let settled: Set<Int>

  /// - Parameter earlier: the documents that this one takes the place of.
  package init(_ log: DecisionLog, of document: String, replacing earlier: [String]) {
    own = log.standing(of: document)
    self.earlier = earlier.flatMap(log.standing).sorted { $0.opinion.step < $1.opinion.step }
    settled = ([document] + earlier).reduce(into: []) { $0.formUnion(log.settled(in: $1)) }
  }

  package var isEmpty: Bool { own.isEmpty && earlier.isEmpty }

  /// Whether words have to be looked for: all were not decided on in the very text.
  package func needsText(_ text: String) -> Bool {
    (own + earlier).contains { decision in
      guard !settled.contains(decision.opinion.step) else { return false }
      switch decision.about {
      case .subject(let subject):
        guard case .words(let words) = subject.matter else { return false }
        return words.place.text != text || earlier.contains(decision)
      case .addition(let addition):
        guard case .page = addition.source else { return false }
        return earlier.contains(decision)
      }
    }
  }
}

/// A decision that may hold for some of these places, or for none.
package struct AskingDecision: Sendable, Equatable {
  package let decision: StandingDecision
  /// Empty where nothing looks like it: it is orphaned.
  package let lookAlikes: [LookAlike]

  package var isOrphaned: Bool { lookAlikes.isEmpty }
}

/// Lays decisions beside evidence, one after the other.
private struct ReviewReader {
  let report: ReportReview.Report
  let settled: Set<Int>
  let words: ReportWords?
  private(set) var states: [String: [Opinion]] = [:]
  private var byEvidence: [Int: [Opinion]] = [:]
  private var kept: [Kept] = []
  private var additions: [(step: Int, addition: Addition, opinions: [Opinion])] = []
  private var open: [(asking: AskingDecision, isOwn: Bool)] = []

  private struct Kept {
    let item: String
    let words: DecidedWords
    let key: Range<Int>
    let page: Int
    var opinions: [Opinion]
  }

  init(report: ReportReview.Report, settled: Set<Int>, words: ReportWords?) {
    self.report = report
    self.settled = settled
    self.words = words
  }

  mutating func take(_ decision: StandingDecision, isOwn: Bool) {
    switch decision.about {
    case .addition(let addition): take(addition, decision, isOwn: isOwn)
    case .subject(let subject): take(subject, decision, isOwn: isOwn)
    }
  }

  private mutating func take(_ subject: Subject, _ decision: StandingDecision, isOwn: Bool) {
    switch subject.matter {
    case .state(let state):
      // What one document leaves out another may tell; and a state that is no more was judged as it was then.
      if isOwn, report.states[subject.item] == state { states[subject.item, default: []].append(decision.opinion) }
    case .addition(let step):
      if let place = additions.firstIndex(where: { $0.step == step }) {
        additions[place].opinions.append(decision.opinion)
      }
    case .words(let words):
      guard !settled.contains(decision.opinion.step) else { return }
      switch holding(of: words, isOwn: isOwn) {
      case .here(let key, let page):
        let isInPlace = isOwn && words.place.text == report.text
        hold(subject.item, words, decision.opinion, key, page, isInPlace: isInPlace)
      case .asks(let alike): ask(decision, alike.all, isOwn)
      case .nowhere: ask(decision, [], isOwn)
      }
    }
  }

  private func holding(of words: DecidedWords, isOwn: Bool) -> Holding {
    if isOwn, words.place.text == report.text, let key = words.keyRange { return .here(key, page: words.page) }
    return self.words?.holding(of: words, inSameDocument: isOwn) ?? .nowhere
  }

  private mutating func hold(
    _ item: String, _ words: DecidedWords, _ opinion: Opinion, _ key: Range<Int>, _ page: Int, isInPlace: Bool
  ) {
    let same = report.evidence.indices.first { place in
      let evidence = report.evidence[place].evidence
      guard evidence.item == item else { return false }
      if isInPlace { return evidence.quoteRanges == words.place.ranges && evidence.printed == words.printed }
      return self.words?.isSaid(words, at: key, by: evidence.quoteRanges, printed: evidence.printed) ?? false
    }
    if let same {
      byEvidence[same, default: []].append(opinion)
    } else if let place = kept.firstIndex(where: {
      $0.item == item && $0.key == key && $0.words.printed == words.printed && $0.words.pieces == words.pieces
    }) {
      kept[place].opinions.append(opinion)
    } else {
      kept.append(Kept(item: item, words: words, key: key, page: page, opinions: [opinion]))
    }
  }

  /// A page of another document is another page; a web address is the same for both.
  private mutating func take(_ addition: Addition, _ decision: StandingDecision, isOwn: Bool) {
    switch addition.source {
    case .page where !isOwn:
      if !settled.contains(decision.opinion.step) { ask(decision, [], isOwn) }
    case .page, .web: additions.append((decision.opinion.step, addition, [decision.opinion]))
    }
  }

  private mutating func ask(_ decision: StandingDecision, _ alike: [LookAlike], _ isOwn: Bool) {
    open.append((AskingDecision(decision: decision, lookAlikes: alike), isOwn))
  }

  // MARK: What comes of it

  var entries: [ReportReview.Entry] {
    let found = report.evidence.enumerated().map { place, placed in
      ReportReview.Entry(
        item: placed.evidence.item, origin: .found(placed), judgement: Judgement(byEvidence[place] ?? []))
    }
    let held = kept.map { kept in
      ReportReview.Entry(
        item: kept.item, origin: .kept(kept.words, kept.key, page: kept.page), judgement: Judgement(kept.opinions))
    }
    let added = additions.map { step, addition, opinions in
      ReportReview.Entry(item: addition.item, origin: .added(addition, step: step), judgement: Judgement(opinions))
    }
    return found + held + added
  }

  var asking: [AskingDecision] {
    open.map(\.asking).sorted { $0.decision.opinion.step < $1.decision.opinion.step }
  }
}

extension Evidence {
  /// The number as printed; empty where there is none.
  package var printed: String { value?.printed ?? "" }
}
