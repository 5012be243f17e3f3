import Quantities
import ReportModel
import RuleBook
import Scoring

/// How people write the facts of an event, in a table or on the command line.
package struct EventWords: Sendable {
  private let kinds: [String: String]
  private let responses: [String: String]
  private let items: [String: Item]
  private let kindsByItem: [String: String]
  package let rules: EventRules

  /// Nil where the pack has no events.
  package init?(_ pack: Pack) {
    guard let rules = pack.rating?.events else { return nil }
    self.rules = rules
    kinds = rules.kinds.map { Pack.Named(id: $0.id, names: $0.names) }.idsByName
    responses = rules.responses.map { Pack.Named(id: $0.id, names: $0.names) }.idsByName
    items = Dictionary(pack.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var kindsByItem: [String: String] = [:]
    for item in pack.items {
      let dimension = pack.dimensions.first { $0.subDimensions.contains { $0.id == item.subDimension } }
      let own = rules.kinds.filter { $0.dimension == dimension?.id }
      if own.count == 1, let kind = own.first { kindsByItem[item.id] = kind.id }
    }
    self.kindsByItem = kindsByItem
  }

  package var kindIDs: [String] { rules.kinds.map(\.id) }
  package var responseIDs: [String] { rules.responses.map(\.id) }
  package var itemIDs: [String] { items.values.filter { $0.polarity == .negative }.map(\.id).sorted() }

  package func kind(_ text: String) -> String? { kinds[text.lowercased()] }

  package func response(_ text: String) -> String? { responses[text.lowercased()] }

  package func item(_ text: String) -> String? { items[text]?.id }

  /// The only kind that lowers the item's dimension.
  fileprivate func kindOf(item: String) -> String? { kindsByItem[item] }

  /// Gregorian, or of the Republic: 2024-06-05, 113/06/05, 1130605, 113年6月5日.
  package static func day(_ text: String) -> Day? {
    Placement.day(text.split(separator: "T").first.map(String.init) ?? text)
  }

  package static let dayWanted = Phrase("a day, as 2024-06-05 or 113/06/05", "日期，例如 2024-06-05 或 113/06/05")

  /// An amount in New Taiwan dollars, with commas or words: 500,000, 30萬元. Nought is no fine.
  package static func fine(_ text: String) -> Fine?? {
    guard let dollars = plainAmount(text) ?? wordedAmount(text) else { return nil }
    return dollars == .zero ? .some(nil) : Fine(dollars).map { .some($0) }
  }

  /// Digits, in groups of three where there are commas.
  private static func plainAmount(_ text: String) -> Figure? {
    let groups =
      text.split(separator: ".", maxSplits: 1)[...].first?.split(
        separator: ",", omittingEmptySubsequences: false) ?? []
    guard let first = groups.first, groups.count == 1 || (1...3).contains(first.utf8.count),
      groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
    else { return nil }
    return Figure(plain: text.filter { $0 != "," })
  }

  /// One amount of money, with nothing else that counts beside it.
  private static func wordedAmount(_ text: String) -> Figure? {
    let scalars = Array(text.unicodeScalars)
    let found = findQuantities(in: scalars)
    guard found.count == 1, let amount = found.first, amount.kind == .money, amount.valueHigh == nil,
      amount.qualifier == nil, let normalized = amount.normalized, normalized.unit == "TWD"
    else { return nil }
    let rest = scalars[..<amount.range.lowerBound] + scalars[amount.range.upperBound...]
    return rest.contains { $0.properties.numericType != nil } ? nil : normalized.value
  }

  package static let fineWanted = Phrase(
    "an amount in New Taiwan dollars, as 500,000", "新臺幣金額，例如 500,000")

  package static func deduction(_ text: String) -> Deduction? { Figure(plain: text).flatMap(Deduction.init) }

  package static let deductionWanted = Phrase(
    "a number of points above 0, with four decimals at most", "大於 0 的分數，至多四位小數")
}

extension EventScrutiny {
  /// With the kind and the deduction that follow from the item, where they are not said.
  package func completed(_ facts: [EventFact], _ words: EventWords) -> [EventFact] {
    let said = Set(facts.map(\.field))
    var item: String?
    for fact in facts { if case .item(let named) = fact { item = named } }
    guard let item else { return facts }
    var facts = facts
    if !said.contains(.kind), let kind = words.kindOf(item: item) { facts.append(.kind(kind)) }
    if !said.contains(.deduction), let deduction = deduction(of: item) { facts.append(.deduction(deduction)) }
    return facts
  }
}
