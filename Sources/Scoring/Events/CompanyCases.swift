import ReportModel
import RuleBook

/// The cases of a company that the ledger of events holds. A fine counts once, by case: what a report tells of one of
/// them is no deduction of its own.
package struct CompanyCases: Sendable, Equatable {
  private let events: [Held]

  private struct Held: Sendable, Equatable {
    let id: EventID
    let event: MaterialEvent
  }

  package static let none = CompanyCases([])

  private init(_ events: [Held]) { self.events = events }

  /// Those that stand: what was withdrawn is no case that the ledger holds.
  package init(of company: CompanyID, in ledger: Ledger) {
    events = ledger.standing(of: company).map { Held(id: $0.id, event: $0.event) }
  }

  /// By which of the cases a piece of evidence is told of already; nil where it may tell of another.
  func holding(_ evidence: Evidence, of item: Item, reportYear: Int?) -> LedgerCase? {
    guard item.polarity == .negative, !events.isEmpty else { return nil }
    if let named = Several(named(in: evidence.quote)) { return LedgerCase(evidence, named, .caseNumber) }
    guard let year = Int(evidence.year) ?? reportYear else { return nil }
    let cases = events.filter { $0.event.item == item.id && $0.event.days.years.contains(year) }
    guard let all = Several(cases.map(\.id)) else { return nil }
    switch EvidenceAmount(evidence.value) {
    case .none: return LedgerCase(evidence, all, .itemAndYear)
    case .count(let count):
      return count.isAtMost(cases.count) ? LedgerCase(evidence, all, .count) : nil
    case .dollars(let dollars):
      if let same = Several(cases.filter { $0.event.fine?.figure == dollars }.map(\.id)) {
        return LedgerCase(evidence, same, .amount)
      }
      let fines = cases.compactMap(\.event.fine)
      let sum = Figure(digits: Int64(fines.reduce(0) { $0 + $1.dollars }))
      return fines.count == cases.count && sum == dollars ? LedgerCase(evidence, all, .sum) : nil
    case .otherMoney: return nil
    }
  }

  /// A number that is shorter may stand for anything.
  private static let shortestNumber = 6

  private func named(in quote: String) -> [EventID] {
    let quote = Array(quote.comparable.unicodeScalars)
    return events.filter { held in
      guard let number = held.event.caseNumber.map({ Array($0.text.unicodeScalars) }),
        number.count >= Self.shortestNumber
      else { return false }
      return quote.hasWhole(number)
    }.map(\.id)
  }
}

/// Evidence that counts in the ledger: what a report says, and which events it says it of.
package struct LedgerCase: Sendable, Equatable {
  package let evidence: Evidence
  package let events: Several<EventID>
  package let sign: Sign

  /// By what they were told to be the same.
  package enum Sign: String, Sendable, CaseIterable {
    case caseNumber = "case-number"
    case amount
    /// The amount of all cases of the item and year together.
    case sum
    /// Not more cases than the ledger holds.
    case count
    case itemAndYear = "item-and-year"
  }

  init(_ evidence: Evidence, _ events: Several<EventID>, _ sign: Sign) {
    self.evidence = evidence
    self.events = events
    self.sign = sign
  }
}

/// What the number of a piece of evidence may be in a tale of fines.
private enum EvidenceAmount {
  case none
  case dollars(Figure)
  /// In another currency: no fine of the ledger is.
  case otherMoney
  case count(Figure)

  init(_ value: Evidence.Value?) {
    let normalized = value?.normalized
    guard
      let number = normalized.map({ $0.valueHigh ?? $0.value })
        ?? value.flatMap({ Figure(plain: $0.high.isEmpty ? $0.plain : $0.high) })
    else {
      self = .none
      return
    }
    let unit = normalized?.unit ?? ""
    let isMoney = unit.utf8.count == 3 && unit.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    self = unit == "TWD" ? .dollars(number) : isMoney ? .otherMoney : .count(number)
  }
}

extension Figure {
  fileprivate func isAtMost(_ count: Int) -> Bool { double <= Double(count) }
}

extension [Unicode.Scalar] {
  /// Whether the word stands in it with no further figure at either end.
  fileprivate func hasWhole(_ word: [Unicode.Scalar]) -> Bool {
    guard count >= word.count, let first = word.first, let last = word.last else { return false }
    func isFigure(_ place: Int) -> Bool { indices.contains(place) && ("0"..."9").contains(self[place]) }
    return (0...count - word.count).contains { place in
      self[place] == first && self[place..<place + word.count].elementsEqual(word)
        && !(("0"..."9").contains(first) && isFigure(place - 1))
        && !(("0"..."9").contains(last) && isFigure(place + word.count))
    }
  }
}
