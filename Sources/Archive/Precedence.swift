import ReportModel

/// Which of several documents of one company, year and kind counts, by a written order: Chinese before English, then
/// the later revision, then the later day of upload, then the one that came in later. The others are superseded.
package enum Precedence {
  /// For each superseded document the SHA-256 of the one that counts instead.
  package static func superseded(_ reports: [ReportRecord]) -> [DocumentID: String] {
    let groups = Dictionary(
      grouping: reports.filter { $0.placement.openQuestions.isEmpty }, by: CompanyNames(reports).subject)
    var superseded: [DocumentID: String] = [:]
    for group in groups.values {
      guard let current = group.max(by: { Rank($0) < Rank($1) }) else { continue }
      for report in group where report.document.id != current.document.id {
        superseded[report.document.id] = current.document.sha256
      }
    }
    return superseded
  }

  private struct Subject: Hashable {
    var company: String
    var year: Int?
    var kind: DocumentKind?
  }

  /// Of one company some documents tell the ticker and others the name: a name that stands beside one ticker only
  /// means that company.
  private struct CompanyNames {
    private var tickers: [String: Set<String>] = [:]

    init(_ reports: [ReportRecord]) {
      for report in reports {
        guard let ticker = report.placement.ticker?.value, let name = Self.name(report) else { continue }
        tickers[name, default: []].insert(ticker)
      }
    }

    /// 臺 and 台 are one in names.
    private static func name(_ report: ReportRecord) -> String? {
      report.placement.company.map { String($0.value.lowercased().map { $0 == "臺" ? "台" : $0 }) }
    }

    func subject(_ report: ReportRecord) -> Subject {
      let placement = report.placement
      let name = Self.name(report)
      let known = name.flatMap { tickers[$0] } ?? []
      let ticker = placement.ticker?.value ?? (known.count == 1 ? known.first : nil)
      return Subject(
        company: ticker.map { "ticker \($0)" } ?? "name \(name ?? "")", year: placement.year?.value,
        kind: placement.kind?.value)
    }
  }

  /// What cannot be read does not stand in for what can.
  private struct Rank: Comparable {
    var isReadable: Int
    var language: Int
    var revision: Int
    var uploaded: String
    var document: Int

    init(_ report: ReportRecord) {
      isReadable = report.status == .failed ? 0 : 1
      language = report.placement.language?.value == .english ? 0 : 1
      revision = report.placement.revision?.value ?? 0
      uploaded = report.placement.uploaded?.value ?? ""
      document = report.document.id.number
    }

    static func < (a: Rank, b: Rank) -> Bool {
      (a.isReadable, a.language, a.revision, a.uploaded, a.document)
        < (b.isReadable, b.language, b.revision, b.uploaded, b.document)
    }
  }
}
