import ReportModel
import RuleBook
import Support
import Testing

@testable import Scoring

/// What holds of every ledger, whatever was said in it.
@Suite("Properties of random ledgers")
struct EventPropertyTests {
  private static let rounds = 200

  /// Runs a property on random ledgers; a failure names its seed.
  private func each(_ property: (inout RandomLedger, String) throws -> Void) throws {
    let seed = UInt64.random(in: 0...(.max))
    print("seed \(seed)")
    for round in 0..<Self.rounds {
      var random = try RandomLedger(seed: seed &+ UInt64(round))
      try property(&random, "seed \(seed &+ UInt64(round))")
    }
  }

  @Test func theOrderOfImportOfIndependentEventsNeverMatters() throws {
    try each { random, seed in
      let stories = try random.stories()
      let first = try Self.ledger(telling: stories)
      let second = try Self.ledger(telling: stories.shuffled(using: &random.random))
      #expect(try random.taken(first) == random.taken(second), "\(seed)")
      #expect(try random.scores(first) == random.scores(second), "\(seed)")
    }
  }

  private static func ledger(telling stories: [RandomLedger.Story]) throws -> Ledger {
    var ledger = Ledger()
    for (event, responses) in stories {
      guard case .new(let id) = try ledger.add(event, by: EventSketch.who, at: EventSketch.noon("2026-01-01")) else {
        continue
      }
      for response in responses {
        try ledger.say(.respond(response), of: id, by: EventSketch.who, at: EventSketch.noon("2026-01-01"))
      }
    }
    return ledger
  }

  @Test func addingAnEventNeverRaisesAScore() throws {
    try each { random, seed in
      let before = try random.scores(random.ledger)
      try random.sayNewEvent()
      for (old, new) in zip(before, try random.scores(random.ledger)) {
        #expect(
          new.gained.lowerBound <= old.gained.lowerBound && new.gained.upperBound <= old.gained.upperBound, "\(seed)")
      }
    }
  }

  @Test func aBetterResponseNeverLowersAScore() throws {
    try each { random, seed in
      let before = try random.scores(random.ledger)
      try random.sayBetterResponse()
      for (old, new) in zip(before, try random.scores(random.ledger)) {
        #expect(
          new.gained.lowerBound >= old.gained.lowerBound && new.gained.upperBound >= old.gained.upperBound, "\(seed)")
      }
    }
  }

  @Test func aReplayEqualsTheRecordMadeThenAndTheLedgerCutThere() throws {
    try each { random, seed in
      for (moment, record) in random.records {
        let replayed = random.ledger.upTo(moment)
        #expect(replayed == record, "\(seed)")
        let (then, now) = (try random.taken(record), try random.taken(replayed))
        #expect(then == now, "\(seed)")
        let cut = try Ledger(replaying: random.ledger.lines.filter { $0.time <= moment })
        #expect(cut == replayed, "\(seed)")
      }
    }
  }

  @Test func whatEventsTakeEqualsASlowAndObviousSecondComputation() throws {
    try each { random, seed in
      let taken = try random.taken(random.ledger)
      #expect(taken.map(\.value) == random.slowlyTaken(), "\(seed)")
    }
  }
}

/// A ledger in which random things were said, one a day or several.
private struct RandomLedger {
  typealias Story = (event: MaterialEvent, responses: [EventResponse])

  var random: SeededRandom
  private(set) var ledger = Ledger()
  /// How it stood at the end of some days.
  private(set) var records: [(Moment, Ledger)] = []
  private var number = 0
  private var time: Int

  private static let companies = ["1000", "2000"].map { CompanyID($0) }
  private static let levels = ["none", "partial", "adequate"]
  private let months: [Month]
  private let card: Scorecard

  init(seed: UInt64) throws {
    random = SeededRandom(state: seed)
    time = 0
    let first = try EventSketch.month("2023-11")
    months = (0..<30).compactMap { first.advanced(by: $0) }
    var rubric = RubricSketch()
    rubric.places = [("s", ["s1"]), ("e", ["e1"]), ("v", ["v1"])]
    for place in ["s1", "e1", "v1"] { rubric.add(4, .positive, to: place) }
    card = try rubric.card([rubric.document("a.pdf", ["s1+0": .number, "e1+0": .words, "v1+0": .blankPage])])
    for _ in 0..<Int.random(in: 1...25, using: &random) { try sayAnything() }
  }

  // MARK: Saying

  /// Days of two years.
  private mutating func randomDay(from first: Int = 0) throws -> Day {
    let place = Int.random(in: min(first, 719)..<720, using: &random)
    return try Self.day(place)
  }

  /// In a calendar of 30 days a month, which is good enough to draw from.
  private static func day(_ place: Int) throws -> Day {
    try #require(Day(year: 2024 + place / 360, month: place / 30 % 12 + 1, day: min(place % 30 + 1, 28)))
  }

  private mutating func now() throws -> Moment {
    time = min(time + Int.random(in: 0...20, using: &random), 719)
    return Moment(endOf: try Self.day(time))
  }

  private mutating func event() throws -> MaterialEvent {
    number += 1
    let days = try [randomDay(), randomDay(), randomDay()].sorted()
    let law = ["某法第1條", "某法第1條第2項", "某法第2條、別法第1條", nil].randomElement(using: &random) ?? nil
    return try EventSketch.event(
      Self.companies.randomElement(using: &random)?.text ?? "",
      published: Bool.random(using: &random) ? days[2].text : nil, penalized: days[1].text,
      acted: Bool.random(using: &random) ? days[0].text : nil,
      kind: ["social", "economic", "environmental"].randomElement(using: &random) ?? "", law: law,
      number: Bool.random(using: &random) ? "字第\(number)號" : nil,
      deduction: Figure(digits: Int64.random(in: 1...30_000, using: &random), exponent: -4).plain, text: "\(number)")
  }

  private mutating func response(to event: MaterialEvent) throws -> EventResponse {
    let first =
      (event.days.first.year - 2024) * 360 + (event.days.first.month.month - 1) * 30
      + event.days.first.dayOfMonth - 1
    return EventResponse(
      level: Self.levels.randomElement(using: &random) ?? "", day: try randomDay(from: first),
      evidence: EventSketch.line("x"))
  }

  mutating func stories() throws -> [Story] {
    var stories: [Story] = []
    for _ in 0..<Int.random(in: 2...8, using: &random) {
      let event = try event()
      var responses: [EventResponse] = []
      for _ in 0..<Int.random(in: 0...2, using: &random) { responses.append(try response(to: event)) }
      stories.append((event, responses))
    }
    return stories
  }

  mutating func sayNewEvent() throws {
    _ = try ledger.add(try event(), by: EventSketch.who, at: try now())
  }

  private var standing: [RecordedEvent] { ledger.events.filter { !$0.isWithdrawn } }

  private mutating func sayAnything() throws {
    let moment = try now()
    let old = standing.randomElement(using: &random)
    do throws(LedgerFault) {
      switch (old, Int.random(in: 0..<8, using: &random)) {
      case (let old?, 4...5):
        guard let response = try? response(to: old.event) else { break }
        try ledger.say(.respond(response), of: old.id, by: EventSketch.who, at: moment)
      case (let old?, 6):
        guard let facts = try? Several(event().facts.filter { [.kind, .deduction, .law].contains($0.field) }) else {
          break
        }
        try ledger.say(
          .correct(facts, reason: EventSketch.line("x")), of: old.id, by: EventSketch.who, at: moment)
      case (let old?, 7):
        try ledger.say(.withdraw(reason: EventSketch.line("x")), of: old.id, by: EventSketch.who, at: moment)
      default:
        guard let event = try? event() else { break }
        _ = try ledger.add(event, by: EventSketch.who, at: moment)
      }
    } catch {
      Issue.record("\(error)")
    }
    // Of one moment only the last record is what a replay gives.
    if records.last?.0 == moment { records.removeLast() }
    records.append((moment, ledger))
  }

  /// On a day, one level better than what stood then.
  mutating func sayBetterResponse() throws {
    guard let old = standing.randomElement(using: &random) else { return }
    let day = try response(to: old.event).day
    let level = old.response(by: day).flatMap { Self.levels.firstIndex(of: $0.level) } ?? 0
    let better = EventResponse(
      level: Self.levels[min(level + 1, 2)], day: day, evidence: EventSketch.line("better"))
    try ledger.say(.respond(better), of: old.id, by: EventSketch.who, at: try now())
  }

  // MARK: Reckoning

  struct Taken: Equatable {
    var place: String
    /// In hundred-millionths of a point.
    var value: Int
  }

  /// By company, month and dimension.
  func taken(_ ledger: Ledger) throws -> [Taken] {
    Self.companies.flatMap { company in
      months.flatMap { month in
        let adjustment = EventAdjustment(of: company, in: month, ledger, rules: EventSketch.rules)
        return ["s", "e", "v"].map {
          Taken(place: "\(company.text) \(month.text) \($0)", value: adjustment.points(from: $0).parts)
        }
      }
    }
  }

  func scores(_ ledger: Ledger) throws -> [Score] {
    Self.companies.flatMap { company in
      months.flatMap { month in
        let adjustment = EventAdjustment(of: company, in: month, ledger, rules: EventSketch.rules)
        let score = AdjustedCard(card, adjustment, floor: .dimension).monthlyScore
        return [score.total] + score.dimensions.map(\.score)
      }
    }
  }

  // MARK: The same once more, slowly, from the lines alone

  private struct Slow {
    var event: MaterialEvent
    var responses: [EventResponse] = []
    var isGone = false
    var day: Day { event.days.act ?? event.days.penalty ?? event.days.publication ?? event.days.counted }
    var published: Day { event.days.publication ?? event.days.penalty ?? event.days.counted }
  }

  func slowlyTaken() -> [Int] {
    var events: [Int: Slow] = [:]
    for line in ledger.lines {
      switch line.entry {
      case .add(let event): events[line.event.number] = Slow(event: event)
      case .respond(let response): events[line.event.number]?.responses.append(response)
      case .withdraw: events[line.event.number]?.isGone = true
      case .correct(let facts, _):
        if let old = events[line.event.number]?.event, let new = try? MaterialEvent(old.facts + facts.all) {
          events[line.event.number]?.event = new
        }
      }
    }
    let all = events.values.filter { !$0.isGone }
    var result: [Int] = []
    for company in Self.companies {
      for month in months {
        for kind in ["social", "economic", "environmental"] {
          var sum = 0
          for event in all where event.event.company == company && event.event.kind == kind {
            sum += Self.slow(event, month, all.filter { $0.event.company == company })
          }
          result.append(sum)
        }
      }
    }
    return result
  }

  private static func slow(_ event: Slow, _ month: Month, _ all: [Slow]) -> Int {
    let age = month.number - event.published.month.number
    guard age >= 0, age < 12 else { return 0 }
    var level = 0
    var day: Day?
    for response in event.responses where response.day <= month.lastDay {
      if let known = day, response.day < known { continue }
      day = response.day
      level = levels.firstIndex(of: response.level) ?? 0
    }
    let isRepeated = all.contains { other in
      guard let law = event.event.law, let earlier = other.event.law, !law.articles.isDisjoint(with: earlier.articles),
        other.day < event.day, other.published <= month.lastDay
      else { return false }
      // A year later, on the same day of the month.
      let limit = (other.day.year + 1, other.day.month.month, other.day.dayOfMonth)
      return (event.day.year, event.day.month.month, event.day.dayOfMonth) <= limit
    }
    let tenths = [10, 6, 2][max(0, level - (isRepeated ? 1 : 0))]
    return event.event.deduction.points.parts / 10 * tenths
  }
}
