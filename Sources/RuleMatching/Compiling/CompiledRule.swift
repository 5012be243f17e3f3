import RuleBook

/// A rule made ready, with what it needs of its items.
final class CompiledRule: Sendable {
  let rule: Rule
  let items: [Item]
  let tense: Pack.Tense
  /// Whether its items ask for goals, in whatever words.
  let isAboutGoals: Bool
  /// Whether a value may be one of several scenarios.
  var isAboutWhatMayCome: Bool { tense == .any || tense == .outlook }
  /// The levels of its items, or its own.
  let levels: [String]
  let find: CompiledCondition?
  let with: CompiledCondition?
  let not: CompiledCondition?
  let under: CompiledCondition?
  let except: LiteralSet?
  let years: CompiledPatterns?
  let table: Table?
  let nearby: Nearby?
  let undisclosed: CompiledCondition?

  struct Table: Sendable {
    let label: CompiledCondition
    let across: CompiledCondition?
    let notAcross: CompiledCondition?
    let caption: CompiledCondition?
  }

  struct Nearby: Sendable {
    let subject: CompiledCondition
    let measure: CompiledCondition?
    let reach: NearbyRequest.Reach
  }

  init(_ rule: Rule, items: [Item], pack: Pack?, sets: inout LiteralSetBuilder, regexes: inout RegexTable) {
    func compiled(_ condition: Condition?) -> CompiledCondition? {
      condition.map { CompiledCondition($0, sets: &sets, regexes: &regexes) }
    }
    self.rule = rule
    self.items = items
    levels = items.map { rule.level ?? $0.level }
    let asked = levels.first.flatMap { pack?.level($0)?.tense } ?? .any
    isAboutGoals = asked == .goal
    tense = rule.tense ?? asked
    find = compiled(rule.find)
    with = compiled(rule.with)
    not = compiled(rule.not)
    under = compiled(rule.under)
    undisclosed = compiled(rule.undisclosed)
    except = rule.except.isEmpty ? nil : sets.set(ofTerms: rule.except.map(\.text))
    years = rule.year.isEmpty ? nil : CompiledPatterns(rule.year, sets: &sets, regexes: &regexes)
    table = rule.table.map { table in
      Table(
        label: CompiledCondition(table.label, sets: &sets, regexes: &regexes), across: compiled(table.across),
        notAcross: compiled(table.notAcross), caption: compiled(table.caption))
    }
    nearby = rule.nearby.map { nearby in
      Nearby(
        subject: CompiledCondition(nearby.subject, sets: &sets, regexes: &regexes), measure: compiled(nearby.measure),
        reach: nearby.reach)
    }
  }
}
