import Archive
import ReportModel

/// The documents of two states, side by side. Those that another one has taken the place of count in neither.
struct DocumentPairs {
  /// In the order of the later state.
  let pairs: [DocumentPair]
  let new: [NewDocument]

  init(_ before: [ReportRecord], _ after: [ReportRecord], _ names: CompanyNames) {
    let known = Dictionary(before.map { ($0.document.id, $0) }, uniquingKeysWith: { first, _ in first })
    let supersededBefore = Precedence.superseded(before)
    let current = before.filter { supersededBefore[$0.document.id] == nil }
    let superseded = Precedence.superseded(after)
    let predecessors = Dictionary(
      grouping: current.filter { superseded[$0.document.id] != nil }, by: { superseded[$0.document.id] ?? "" })
    let history = CompanyYears(before, names)
    var pairs: [DocumentPair] = []
    var new: [NewDocument] = []
    let stillCounted = Set(current.map(\.document.id))
    for report in after where superseded[report.document.id] == nil {
      let replaced = predecessors[report.document.sha256]?.first { Self.isCorrection(report, of: $0) }
      if stillCounted.contains(report.document.id), let was = known[report.document.id] {
        pairs.append(.same(before: was, after: report))
      } else if let replaced {
        pairs.append(.corrected(before: replaced, after: report))
      } else if let was = known[report.document.id] {
        pairs.append(.same(before: was, after: report))
      } else {
        new.append(history.new(report, company: names.company(of: report)))
      }
    }
    self.pairs = pairs
    self.new = new
  }

  private static func isCorrection(_ report: ReportRecord, of other: ReportRecord) -> Bool {
    report.placement.year?.value == other.placement.year?.value
      && report.placement.kind?.value == other.placement.kind?.value
      && (report.placement.language?.value ?? .chinese) == (other.placement.language?.value ?? .chinese)
  }
}

/// Of which years an archive had reports of each company.
private struct CompanyYears {
  private var years: [CompanyID: Set<Int>] = [:]

  init(_ reports: [ReportRecord], _ names: CompanyNames) {
    for report in reports {
      if let company = names.company(of: report), let year = report.placement.year?.value {
        years[company, default: []].insert(year)
      }
    }
  }

  func new(_ report: ReportRecord, company: CompanyID?) -> NewDocument {
    let known = company.flatMap { years[$0] } ?? []
    guard let year = report.placement.year?.value else {
      return NewDocument(report: report, company: company, kind: .first)
    }
    if known.contains(year) { return NewDocument(report: report, company: company, kind: .another) }
    let earlier = known.filter { $0 < year }.max()
    return NewDocument(report: report, company: company, kind: earlier.map { .nextYear(after: $0) } ?? .first)
  }
}
