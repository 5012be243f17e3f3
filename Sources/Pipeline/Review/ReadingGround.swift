import Archive
import ReportModel
import Review
import RuleMatching

/// All that a document's answers were made from, as a state of the archive has them.
struct ReadingGround: Sendable {
  let report: ReportRecord
  /// The version of the engine that made its text.
  let reading: String
  let hint: YearHint
  let industry: String?
  /// The version of the engine that rules were put to it with.
  let matching: String
  /// The digest of the rules.
  let rules: String

  var hints: DocumentHints {
    var hints = hint.hints
    hints.industry = industry
    return hints
  }
}

/// Looks up what answers were made from.
final class ReadingGrounds {
  private let archive: ArchiveFile
  private let runs: [RunID: RunRecord]
  private let bases: [BasisID: BasisGround]
  private var industries: [[Int]: [String]] = [:]

  init(_ archive: ArchiveFile) throws(ArchiveFailure) {
    self.archive = archive
    runs = Dictionary(try archive.runs().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    bases = try archive.basisGrounds()
  }

  func ground(of report: ReportRecord) throws(ArchiveFailure) -> ReadingGround {
    guard let run = runs[report.run], let basis = bases[report.basis] else { throw .damaged("a reading has no run") }
    return ReadingGround(
      report: report, reading: basis.engine, hint: YearHint(stored: basis.hint) ?? .name(report.document.name),
      industry: try industry(of: report), matching: run.engines.matching, rules: run.rules)
  }

  /// For which industry it was asked. Where several are asked the same, its own is as good as any.
  private func industry(of report: ReportRecord) throws(ArchiveFailure) -> String? {
    let key = [report.run.number, report.sheet.number]
    let asked: [String]
    if let known = industries[key] {
      asked = known
    } else {
      asked = try archive.industries(of: report.sheet, run: report.run)
      industries[key] = asked
    }
    let own = report.placement.industry?.value
    guard let first = asked.first, !asked.contains(own ?? "") else { return own }
    return first.isEmpty ? nil : first
  }
}

/// A pair of documents with what the answers of either were made from.
struct PairGrounds: Sendable {
  let pair: DocumentPair
  let before: ReadingGround
  let after: ReadingGround

  /// What is not the same for all items.
  var factors: Set<Factor> {
    var factors: Set<Factor> = []
    switch pair {
    case .same:
      if before.report.text != after.report.text { factors.insert(.reading) }
    case .corrected:
      factors.insert(.document)
      if before.reading != after.reading { factors.insert(.reading) }
    }
    if hasOtherPlacement { factors.insert(.placement) }
    return factors
  }

  /// Another document has a name of its own: that its year is told by another name is no other placement.
  private var hasOtherPlacement: Bool {
    if before.industry != after.industry { return true }
    switch (pair, before.hint, after.hint) {
    case (.corrected, .name, .name): return false
    case (_, let before, let after): return before != after
    }
  }
}
