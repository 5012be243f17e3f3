import ReportModel

/// A material event (重大性事件) of a company: what became known of it, and from where.
package struct MaterialEvent: Sendable, Hashable {
  package let company: CompanyID
  package let caseNumber: CaseNumber?
  package let days: EventDays
  /// The pack's kind of event.
  package let kind: String
  /// The negative item that it answers, where there is one.
  package let item: String?
  package let law: LawArticle?
  package let fine: Fine?
  package let deduction: Deduction
  package let source: OneLine
  package let text: OneLine?

  /// Why facts make no event.
  package enum Fault: Error, Sendable, Equatable {
    case missing(EventFact.Field)
    case days(EventDays.Fault)
  }

  /// Of several facts of one field the last counts.
  package init(_ facts: [EventFact]) throws(Fault) {
    var draft = Draft()
    for fact in facts { draft.take(fact) }
    guard let company = draft.company else { throw .missing(.company) }
    guard let kind = draft.kind else { throw .missing(.kind) }
    guard let source = draft.source else { throw .missing(.source) }
    guard let deduction = draft.deduction else { throw .missing(.deduction) }
    do throws(EventDays.Fault) {
      days = try EventDays(act: draft.acted, penalty: draft.penalized, publication: draft.published)
    } catch {
      throw .days(error)
    }
    self.company = company
    self.kind = kind
    self.source = source
    self.deduction = deduction
    caseNumber = draft.caseNumber
    item = draft.item
    law = draft.law
    fine = draft.fine
    text = draft.text
  }

  private struct Draft {
    var company: CompanyID?
    var caseNumber: CaseNumber?
    var acted: Day?
    var penalized: Day?
    var published: Day?
    var kind: String?
    var item: String?
    var law: LawArticle?
    var fine: Fine?
    var deduction: Deduction?
    var source: OneLine?
    var text: OneLine?

    mutating func take(_ fact: EventFact) {
      switch fact {
      case .company(let value): company = value
      case .caseNumber(let value): caseNumber = value
      case .acted(let value): acted = value
      case .penalized(let value): penalized = value
      case .published(let value): published = value
      case .kind(let value): kind = value
      case .item(let value): item = value
      case .law(let value): law = value
      case .fine(let value): fine = value
      case .deduction(let value): deduction = value
      case .source(let value): source = value
      case .text(let value): text = value
      }
    }
  }

  /// All that is known, in one order.
  package var facts: [EventFact] {
    let all: [EventFact?] = [
      .company(company), caseNumber.map { .caseNumber($0) }, days.act.map { .acted($0) },
      days.penalty.map { .penalized($0) }, days.publication.map { .published($0) }, .kind(kind), item.map { .item($0) },
      law.map { .law($0) }, fine.map { .fine($0) }, .deduction(deduction), .source(source), text.map { .text($0) },
    ]
    return all.compactMap(\.self)
  }

  package func corrected(by facts: [EventFact]) throws(Fault) -> MaterialEvent {
    try MaterialEvent(self.facts + facts)
  }
}

/// One thing that is said of an event; nil says that it is not known after all.
package enum EventFact: Sendable, Equatable {
  case company(CompanyID)
  case caseNumber(CaseNumber?)
  case acted(Day?)
  case penalized(Day?)
  case published(Day?)
  case kind(String)
  case item(String?)
  case law(LawArticle?)
  case fine(Fine?)
  case deduction(Deduction)
  case source(OneLine)
  case text(OneLine?)

  package enum Field: String, Sendable, CaseIterable {
    case company
    case caseNumber = "case"
    case acted, penalized, published, kind, item, law, fine, deduction, source, text
  }

  package var field: Field {
    switch self {
    case .company: .company
    case .caseNumber: .caseNumber
    case .acted: .acted
    case .penalized: .penalized
    case .published: .published
    case .kind: .kind
    case .item: .item
    case .law: .law
    case .fine: .fine
    case .deduction: .deduction
    case .source: .source
    case .text: .text
    }
  }

  /// As records and outputs write it; empty where nothing is known.
  package var value: String {
    switch self {
    case .company(let company): company.text
    case .caseNumber(let number): number?.text ?? ""
    case .acted(let day), .penalized(let day), .published(let day): day?.text ?? ""
    case .kind(let kind): kind
    case .item(let item): item ?? ""
    case .law(let law): law?.text.text ?? ""
    case .fine(let fine): fine.map { String($0.dollars) } ?? ""
    case .deduction(let deduction): deduction.points.figure.plain
    case .source(let source): source.text
    case .text(let text): text?.text ?? ""
    }
  }
}
