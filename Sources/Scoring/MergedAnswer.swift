import ReportModel
import RuleBook

/// What the documents together say on an item: the first answer of the pack's precedence that any of them gives.
struct MergedAnswer {
  private let answers: [Sourced<DocumentAnswer>]
  private let kind: ScoringRules.Answer?

  init(_ answers: [Sourced<DocumentAnswer>], precedence: [ScoringRules.Answer]) {
    self.answers = answers
    let given = Set(answers.map(\.value.kind))
    kind = precedence.first(where: given.contains)
  }

  func outcome(of item: Item, _ worth: ItemWorth) -> Outcome {
    switch kind {
    case .found: found(item, worth)
    case .statedNonDisclosure: stated(item, worth)
    case .notFound: absent(item, notFound)
    case .unreadable, nil: .unknown(worth.range, Outcome.Doubtful(found: [], doubts: doubts))
    }
  }

  /// Words without a number may be worth less than what a page that could not be read may hold.
  private func found(_ item: Item, _ worth: ItemWorth) -> Outcome {
    let hasNumber = evidence.contains { $0.value.hasNumber }
    let points = hasNumber ? worth.found : worth.foundInWords
    if points != worth.found, !doubts.isEmpty {
      let range = min(points, worth.found)...max(points, worth.found)
      return .unknown(range, Outcome.Doubtful(found: evidence, doubts: doubts))
    }
    guard let evidence = Several(evidence) else { return absent(item, notFound) }
    return settled(item, points, .evidence(evidence))
  }

  private func stated(_ item: Item, _ worth: ItemWorth) -> Outcome {
    guard let statements = Several(statements) else { return absent(item, notFound) }
    if worth.stated == .zero { return absent(item, .stated(statements)) }
    return settled(item, worth.stated, .statement(statements))
  }

  private var notFound: Outcome.Absence {
    Several(inLedger).map(Outcome.Absence.inLedger) ?? Several(otherYears).map(Outcome.Absence.otherYears)
      ?? .notFound(searched)
  }

  private func settled(_ item: Item, _ points: Points, _ ground: Outcome.Ground) -> Outcome {
    switch item.polarity {
    case .positive: .gained(points, ground)
    case .negative: .deducted(points, ground)
    }
  }

  private func absent(_ item: Item, _ absence: Outcome.Absence) -> Outcome {
    switch item.polarity {
    case .positive: .missed(absence)
    case .negative: .clear(absence)
    }
  }

  // MARK: By document

  private var evidence: [Sourced<Evidence>] {
    bestFirst { answer in
      guard case .found(let evidence, _) = answer else { return [] }
      return evidence.all
    }
  }

  private var otherYears: [Sourced<Evidence>] {
    bestFirst { answer in
      guard case .otherYears(let evidence) = answer else { return [] }
      return evidence.all
    }
  }

  private var inLedger: [Sourced<LedgerCase>] {
    answers.flatMap { answer -> [Sourced<LedgerCase>] in
      guard case .inLedger(let cases) = answer.value else { return [] }
      return cases.all.map { Sourced($0, document: answer.document) }
    }
  }

  /// Whatever document it stands in.
  private func bestFirst(_ evidence: (DocumentAnswer) -> [Evidence]) -> [Sourced<Evidence>] {
    let all = answers.flatMap { answer in evidence(answer.value).map { Sourced($0, document: answer.document) } }
    return all.enumerated().sorted { first, second in
      (-first.element.value.score, first.offset) < (-second.element.value.score, second.offset)
    }.map(\.element)
  }

  private var statements: [Sourced<ItemState.Statement>] {
    answers.compactMap { answer in
      guard case .stated(let statement) = answer.value else { return nil }
      return Sourced(statement, document: answer.document)
    }
  }

  private var searched: [Sourced<[Int]>] {
    answers.compactMap { answer in
      guard case .notFound(let pages) = answer.value else { return nil }
      return Sourced(pages, document: answer.document)
    }
  }

  private var doubts: [Sourced<[DocumentAnswer.Doubt]>] {
    answers.compactMap { answer in
      switch answer.value {
      case .found(_, let doubts): doubts.isEmpty ? nil : Sourced(doubts, document: answer.document)
      case .unreadable(let doubts): Sourced(doubts.all, document: answer.document)
      case .stated, .notFound, .otherYears, .inLedger: nil
      }
    }
  }
}

extension Evidence {
  /// Printed, or meant by words such as 皆 and 無.
  var hasNumber: Bool { value.map { !$0.plain.isEmpty || $0.normalized != nil } ?? false }
}
