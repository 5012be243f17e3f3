import ReportModel

/// Which of several documents of one company, year and kind counts, by a written order: Chinese before English, then
/// the later revision, then the later day of upload, then the one that came in later. The others are superseded.
package enum Precedence {
  /// For each superseded document of an archive the SHA-256 of the one that counts instead.
  package static func superseded(_ reports: [ReportRecord]) -> [DocumentID: String] {
    let names = CompanyNames(reports)
    let groups = Dictionary(
      grouping: reports.filter { $0.placement.openQuestions.isEmpty }, by: { names.company(of: $0) })
    return groups.values.reduce(into: [:]) { found, group in
      found.merge(superseded(ofOneCompany: group).mapValues(\.sha256)) { first, _ in first }
    }
  }

  /// For each superseded document the one that counts instead, all being one company's.
  static func superseded(ofOneCompany reports: [ReportRecord]) -> [DocumentID: KnownDocument] {
    let groups = Dictionary(
      grouping: reports, by: { Subject(year: $0.placement.year?.value, kind: $0.placement.kind?.value) })
    var superseded: [DocumentID: KnownDocument] = [:]
    for group in groups.values {
      guard let current = group.max(by: { Rank($0) < Rank($1) }) else { continue }
      for report in group where report.document.id != current.document.id {
        superseded[report.document.id] = current.document
      }
    }
    return superseded
  }

  private struct Subject: Hashable {
    var year: Int?
    var kind: DocumentKind?
  }

  /// What cannot be read does not stand in for what can.
  private struct Rank: Comparable {
    var isReadable: Int
    var language: Int
    var revision: Int
    var uploaded: Int
    var document: Int

    init(_ report: ReportRecord) {
      isReadable = report.status == .failed ? 0 : 1
      language = report.placement.language?.value == .english ? 0 : 1
      revision = report.placement.revision?.value ?? 0
      uploaded = report.placement.uploaded?.value.number ?? .min
      document = report.document.id.number
    }

    static func < (a: Rank, b: Rank) -> Bool {
      (a.isReadable, a.language, a.revision, a.uploaded, a.document)
        < (b.isReadable, b.language, b.revision, b.uploaded, b.document)
    }
  }
}

extension Precedence {
  /// For each document, by SHA-256, those in the same language that it takes the place of: what it corrects.
  package static func earlier(_ reports: [ReportRecord]) -> [String: [String]] {
    let superseded = superseded(reports)
    let known = Dictionary(reports.map { ($0.document.sha256, $0) }, uniquingKeysWith: { first, _ in first })
    return reports.reduce(into: [:]) { earlier, report in
      guard let current = superseded[report.document.id], known[current].map({ corrects($0, report) }) ?? false
      else { return }
      earlier[current, default: []].append(report.document.sha256)
    }
  }

  /// Whether a document that takes the place of another is the same report put right, and not a translation.
  package static func corrects(_ current: ReportRecord, _ earlier: ReportRecord) -> Bool {
    current.placement.language?.value == earlier.placement.language?.value
  }
}
