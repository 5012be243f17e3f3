import ReportModel
import RuleBook
import Testing

@testable import Scoring

/// Events, and the rules they go by, written so that their arithmetic can be done by hand.
enum EventSketch {
  /// Three kinds for the dimensions s, e, v; what is left is 1, 0.6, 0.2; 12 months each.
  static let rules = EventRules(
    kinds: [("social", "s"), ("economic", "e"), ("environmental", "v")].map {
      EventRules.Kind(id: $0, names: Phrase($0, $0), dimension: $1, place: Place(file: ""))
    },
    responses: [
      ("none", Figure(digits: 1)), ("partial", Figure(digits: 6, exponent: -1)),
      ("adequate", Figure(digits: 2, exponent: -1)),
    ].map {
      EventRules.Response(id: $0, names: Phrase($0, $0), factor: $1, place: Place(file: ""))
    },
    months: 12, repeatsWithin: 12, place: Place(file: ""))

  static let who = OneLine("Lin") ?? line("")

  static func line(_ text: String) -> OneLine { OneLine(text) ?? who }

  static func day(_ text: String) throws -> Day { try #require(Day(text), "\(text)") }

  static func month(_ text: String) throws -> Month { try #require(Month(text), "\(text)") }

  /// Noon of a day.
  static func noon(_ day: String) throws -> Moment { try #require(Moment("\(day)T12:00:00Z"), "\(day)") }

  static func event(
    _ company: String = "1000", published: String? = "2024-01-31", penalized: String? = nil, acted: String? = nil,
    kind: String = "environmental", item: String? = nil, law: String? = nil, fine: Int? = nil, number: String? = nil,
    deduction: String = "2", text: String? = nil
  ) throws -> MaterialEvent {
    let deduction = try #require(Figure(plain: deduction).flatMap(Deduction.init))
    return try MaterialEvent([
      .company(CompanyID(company)), .caseNumber(number.flatMap(CaseNumber.init)), .acted(acted.flatMap { Day($0) }),
      .penalized(penalized.flatMap { Day($0) }), .published(published.flatMap { Day($0) }), .kind(kind), .item(item),
      .law(law.flatMap(LawArticle.init)), .fine(fine.flatMap(Fine.init(dollars:))), .deduction(deduction),
      .source(line("Office")), .text(text.flatMap(OneLine.init)),
    ])
  }
}

extension Ledger {
  /// Adds it, which has to be new; its id.
  @discardableResult
  mutating func note(_ event: MaterialEvent, at day: String = "2024-01-01") throws -> EventID {
    guard case .new(let id) = try add(event, by: EventSketch.who, at: EventSketch.noon(day)) else {
      throw LedgerFault.nothingChanges(EventID(number: 1))
    }
    return id
  }

  mutating func respond(_ level: String, _ day: String, to id: EventID, at recorded: String = "2024-01-01") throws {
    let response = EventResponse(level: level, day: try EventSketch.day(day), evidence: EventSketch.line("seen"))
    try say(.respond(response), of: id, by: EventSketch.who, at: EventSketch.noon(recorded))
  }

  mutating func correct(_ facts: [EventFact], of id: EventID, at recorded: String = "2024-01-01") throws {
    let facts = try #require(Several(facts))
    try say(
      .correct(facts, reason: EventSketch.line("typo")), of: id, by: EventSketch.who, at: EventSketch.noon(recorded))
  }

  mutating func withdraw(_ id: EventID, at recorded: String = "2024-01-01") throws {
    try say(
      .withdraw(reason: EventSketch.line("appeal won")), of: id, by: EventSketch.who, at: EventSketch.noon(recorded))
  }

  func adjustment(
    _ month: String, of company: String = "1000", rules: EventRules = EventSketch.rules
  ) throws -> EventAdjustment {
    EventAdjustment(of: CompanyID(company), in: try EventSketch.month(month), self, rules: rules)
  }
}

extension EventAdjustment {
  /// `s 1 e 2.4`: what each dimension loses, of those that lose anything.
  var sketch: String {
    ["s", "e", "v"].filter { points(from: $0) > .zero }.map { "\($0) \(points(from: $0).figure.plain)" }
      .joined(separator: " ")
  }
}
