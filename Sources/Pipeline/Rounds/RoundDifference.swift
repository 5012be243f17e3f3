import ReportModel

/// Something that a closed round keeps and that comes out otherwise now.
package struct RoundDifference: Sendable, Equatable {
  /// Empty where it is of the round as a whole.
  package let company: String
  /// What it is: `run`, `documents`, `item code` …
  package let what: String
  package let frozen: String
  package let now: String

  package static func all(from frozen: FrozenRound, to now: FrozenRound) -> [RoundDifference] {
    let heads: [(String, (FrozenRound) -> String)] = [
      ("run", { String($0.run) }), ("rules", { $0.rules }), ("ledger line", { String($0.line) }),
      ("report year", { String($0.reportYear) }), ("cut-off", { $0.cutOff }), ("completion", { $0.completion }),
      ("early", { String($0.isEarly) }), ("dimensions", { $0.dimensions.map(\.id).joined(separator: " ") }),
    ]
    return heads.flatMap { what, text in difference("", what, text(frozen), text(now)) } + companies(frozen, now)
  }

  private static func difference(
    _ company: String, _ what: String, _ frozen: String, _ now: String
  ) -> [RoundDifference] {
    frozen == now ? [] : [RoundDifference(company: company, what: what, frozen: frozen, now: now)]
  }

  private static func companies(_ frozen: FrozenRound, _ now: FrozenRound) -> [RoundDifference] {
    let before = Dictionary(frozen.companies.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(now.companies.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return Set(before.keys).union(after.keys).sorted().flatMap { id -> [RoundDifference] in
      let (first, second) = (before[id].map(facts) ?? [:], after[id].map(facts) ?? [:])
      if first.isEmpty || second.isEmpty {
        return [
          RoundDifference(
            company: id, what: "company", frozen: first.isEmpty ? "" : "yes", now: second.isEmpty ? "" : "yes")
        ]
      }
      return Set(first.keys).union(second.keys).sorted().flatMap { what in
        difference(id, what, first[what] ?? "", second[what] ?? "")
      }
    }
  }

  /// All that is kept of a company, each with its name.
  private static func facts(_ company: FrozenRound.Company) -> [String: String] {
    var facts = ["name": company.name, "expected": String(company.isExpected)]
    for document in company.documents {
      facts["document \(document.sha256)"] =
        [document.name, document.status, document.uploaded, document.uploadedFrom].joined(separator: ", ")
    }
    switch company.outcome {
    case .missing: facts["outcome"] = "missing"
    case .noIndustry: facts["outcome"] = "no-industry"
    case .scored(let scores):
      facts["outcome"] = "scored"
      facts["industry"] = scores.industry
      facts["activities"] = scores.activities.map { $0.joined(separator: " ") } ?? "all assumed"
      facts["total"] = text(scores.total)
      for part in scores.parts {
        facts["\(part.isDimension ? "dimension" : "sub-dimension") \(part.id)"] = text(part.figures)
      }
      for item in scores.items { facts["item \(item.id)"] = "\(item.outcome) \(range(item.low, item.high))" }
      add(scores.afterEvents, to: &facts)
    }
    return facts
  }

  private static func add(_ after: FrozenRound.AfterEvents?, to facts: inout [String: String]) {
    guard let after else { return }
    facts["total after events"] = text(after.total)
    for part in after.parts { facts["dimension \(part.id) after events"] = text(part.figures) }
    for event in after.events { facts["event \(event.id)"] = "\(event.points) from \(event.dimension)" }
  }

  private static func text(_ figures: FrozenRound.Figures) -> String {
    let rate = figures.lowRate.isEmpty ? "" : " = \(range(figures.lowRate, figures.highRate))%"
    return "\(range(figures.low, figures.high))/\(figures.attainable)\(rate)"
  }

  private static func range(_ low: String, _ high: String) -> String { low == high ? low : "\(low)–\(high)" }
}
