import ReportModel

@testable import RuleBook

/// What a reader makes of a YAML text, with what it complains of.
struct ReadSketch<Value> {
  var value: Value
  var findings: [RuleFinding]

  var codes: [RuleFinding.Code] { findings.map(\.code) }
}

/// The rules of a file of the pack `demo`.
func readRules(_ yaml: String) throws -> ReadSketch<[Rule]> {
  let log = FindingLog()
  let root = try YAMLReader.read(Array(yaml.utf8), file: "r.yaml")
  let rules = root.map { RuleReader(pack: "demo", log: log).rules(of: $0) } ?? []
  return ReadSketch(value: rules, findings: log.findings)
}

/// A condition written as YAML.
func readCondition(_ yaml: String) throws -> ReadSketch<Condition?> {
  let log = FindingLog()
  let root = try YAMLReader.read(Array(yaml.utf8), file: "r.yaml")
  return ReadSketch(value: root.flatMap(ConditionReader(log: log).read), findings: log.findings)
}

/// A whole book of files by their paths.
func readBook(_ files: [String: String]) -> ReadSketch<RuleBook> {
  let (book, findings) = readRuleBook(files.map { RuleBook.Source(path: $0.key, bytes: Array($0.value.utf8)) })
  return ReadSketch(value: book, findings: findings)
}

extension Place {
  /// `line:column`.
  var spot: String { "\(line):\(column)" }
}

// MARK: Written so that a test can be read

extension Pattern.Element {
  var sketch: String {
    switch self {
    case .literal(let words): "'\(words)'"
    case .list(let name): "$\(name)"
    case .slot(let slot): slot.sketch
    case .gap(let width): "…\(width)"
    case .choice(let branches):
      "(" + branches.map { $0.map(\.sketch).joined(separator: " ") }.joined(separator: "|") + ")"
    }
  }
}

extension Slot {
  fileprivate var sketch: String {
    switch self {
    case .quantity(let kind, let units):
      "#\(kind.rawValue)" + (units.isEmpty ? "" : "[\(units.joined(separator: ","))]")
    case .anyQuantity: "#any"
    case .year: "#year"
    case .none: "#none"
    case .all: "#all"
    case .title: "#title"
    case .list: "#list"
    }
  }
}

extension Pattern {
  var sketch: String {
    switch form {
    case .regex(let text): "/\(text)/"
    case .sequence(let elements): elements.map(\.sketch).joined(separator: " ")
    }
  }
}

extension Condition {
  var sketch: String {
    switch self {
    case .pattern(let pattern): pattern.source
    case .all(let parts): "all(\(Self.list(parts)))"
    case .any(let parts): "any(\(Self.list(parts)))"
    case .not(let part): "not(\(part.sketch))"
    case .near(let parts, let width): "near\(width)(\(Self.list(parts)))"
    case .within(let scope, let part): "\(scope.rawValue)(\(part.sketch))"
    }
  }

  private static func list(_ parts: [Condition]) -> String { parts.map(\.sketch).joined(separator: ", ") }
}
