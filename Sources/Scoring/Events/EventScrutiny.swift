import ReportModel
import RuleBook

/// What is said of an event against the pack that it is to count by.
package struct EventScrutiny: Sendable {
  private let rules: EventRules
  private let dimensions: [Pack.Dimension]
  private let items: [String: Item]

  package enum Fault: Error, Sendable, Equatable {
    case unknownKind(String)
    case unknownItem(String)
    case positiveItem(String)
    /// The item's dimension is not the one that the kind lowers.
    case otherDimension(item: String, of: String, kind: String, lowers: String)
    /// More than the kind's dimension could ever lose.
    case deductionTooLarge(Deduction, most: Points)
    case unknownResponse(String)
    case inTheFuture(Day)
  }

  /// Nil where the pack has no events.
  package init?(_ pack: Pack) {
    guard let rules = pack.rating?.events else { return nil }
    self.rules = rules
    dimensions = pack.dimensions
    items = Dictionary(pack.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// All that is wrong with it; `today` is the last day that may have happened.
  package func faults(of event: MaterialEvent, today: Day) -> [Fault] {
    var faults = event.days.known.filter { $0 > today }.map(Fault.inTheFuture)
    guard let kind = rules.kind(event.kind) else { return faults + [.unknownKind(event.kind)] }
    if let id = event.item { faults += self.faults(of: id, kind) }
    if let most = attainable(in: kind.dimension), event.deduction.points > most {
      faults.append(.deductionTooLarge(event.deduction, most: most))
    }
    return faults
  }

  package func faults(of response: EventResponse, today: Day) -> [Fault] {
    (response.day > today ? [.inTheFuture(response.day)] : [])
      + (rules.response(response.level) == nil ? [.unknownResponse(response.level)] : [])
  }

  /// What an item takes where nobody says another number.
  package func deduction(of item: String) -> Deduction? { items[item].flatMap { Deduction($0.points) } }

  private func faults(of id: String, _ kind: EventRules.Kind) -> [Fault] {
    guard let item = items[id] else { return [.unknownItem(id)] }
    let own = dimensions.first { $0.subDimensions.contains { $0.id == item.subDimension } }?.id ?? ""
    return (item.polarity == .positive ? [.positiveItem(id)] : [])
      + (own == kind.dimension ? [] : [.otherDimension(item: id, of: own, kind: kind.id, lowers: kind.dimension)])
  }

  /// All that any company may gain in a dimension; nil where that is nothing.
  private func attainable(in dimension: String) -> Points? {
    let places = Set(dimensions.filter { $0.id == dimension }.flatMap { $0.subDimensions.map(\.id) })
    let points = items.values.filter { places.contains($0.subDimension) && $0.polarity == .positive }
      .compactMap { Points($0.points) }.reduce(.zero, +)
    return points > .zero ? points : nil
  }
}

extension EventRules {
  package func kind(_ id: String) -> Kind? { kinds.first { $0.id == id } }

  package func response(_ id: String) -> Response? { responses.first { $0.id == id } }
}
