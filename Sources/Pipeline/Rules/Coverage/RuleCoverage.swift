import ReportModel
import RuleBook

/// What the rules of a pack found over real reports, item by item.
package struct RuleCoverage: Sendable {
  package let pack: Pack
  /// By item: in how many reports it had each state.
  private var states: [String: [ItemState.State: Int]] = [:]
  /// By item: in how many files of passages it was found.
  private var inPassages: [String: Int] = [:]
  package private(set) var reports = 0
  package private(set) var passages = 0
  /// By industry: its reports and files of passages, and the items found in any of them.
  private var sources: [String: Int] = [:]
  private var found: [String: Set<String>] = [:]

  /// What an input is: a report can say that an item is not in it, passages out of one cannot.
  package enum Source: Sendable { case report, passages }

  package init(_ pack: Pack) { self.pack = pack }

  package mutating func add(_ findings: Findings, from source: Source, industry: String?) {
    let own = Set(pack.items.map(\.id))
    let items = findings.items.filter { own.contains($0.item) }
    switch source {
    case .report:
      reports += 1
      for item in items { states[item.item, default: [:]][item.state, default: 0] += 1 }
    case .passages:
      passages += 1
      for item in items where item.state == .found { inPassages[item.item, default: 0] += 1 }
    }
    let key = industry ?? ""
    sources[key, default: 0] += 1
    found[key, default: []].formUnion(items.filter { $0.state == .found }.map(\.item))
  }

  // MARK: Figures

  package func reports(with item: Item, _ state: ItemState.State) -> Int { states[item.id]?[state] ?? 0 }
  package func passages(with item: Item) -> Int { inPassages[item.id] ?? 0 }

  package func isFound(_ item: Item) -> Bool { reports(with: item, .found) + passages(with: item) > 0 }

  /// The industries that anything was read of; nil for what no industry is known of.
  package var industries: [String?] {
    pack.industries.map(\.id).filter { sources[$0] != nil } + (sources[""] == nil ? [] : [nil])
  }

  /// How many reports and files of passages were of an industry.
  package func sources(of industry: String?) -> Int { sources[industry ?? ""] ?? 0 }

  /// Of the items that are asked of an industry: how many were found in its own reports.
  package func found(in industry: String?) -> (found: Int, asked: Int) {
    let asked = pack.items.filter { $0.applies(to: industry) }
    return (asked.filter { found[industry ?? ""]?.contains($0.id) == true }.count, asked.count)
  }

  /// The figures to be kept.
  package var coverage: Coverage {
    let inReports = states.compactMapValues { $0[.found] }
    return Coverage(
      reports: Coverage.Tally(read: reports, found: inReports),
      passages: Coverage.Tally(read: passages, found: inPassages))
  }

  /// Writes the figures into the pack's folder; the file there is replaced when the new one is whole.
  package func write(in folder: RuleFolder) throws(OutputFailure) {
    let file = try OutputFile(path: "\(folder.path)/\(pack.id)/coverage.yaml")
    var buffer = ByteBuffer()
    buffer.append(bytes: CoverageFile(coverage).bytes)
    try file.write(buffer)
    try file.finish()
  }
}
