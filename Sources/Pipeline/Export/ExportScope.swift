import Archive
import Glibc
import ReportModel
import Review
import RuleBook
import Scoring

/// What is handed on: of one company or of all, of a year or a round.
package struct ExportScope: Sendable {
  /// Nil for all.
  package var company: CompanyID?
  /// Without one it is the newest year of each company.
  package var scope: ScoreScope?
  /// Where the review pages are served: `http://127.0.0.1:8080`. Without it nothing leads to them.
  package var site: String?
  /// The file of the archive, beside which the originals are.
  package var archivePath: String

  private static func absolute(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  package init(company: CompanyID? = nil, scope: ScoreScope? = nil, site: String? = nil, archivePath: String) {
    self.company = company
    self.scope = scope
    self.site = site
    // A link is followed from anywhere.
    self.archivePath = Self.absolute(archivePath)
  }
}

/// A company with its score and its documents, as reviewers left them.
struct ExportedCompany {
  let report: ScoreReport
  let company: CompanyID
  let name: String
  let documents: [Document]

  struct Document {
    let reviewed: ReviewedReport
    /// The place in the card's list of documents.
    let number: Int
  }
}

/// Goes through the companies of an archive, one at a time.
package struct Exporter {
  let scorer: ArchiveScorer
  let scope: ExportScope
  private let desk: ReviewDesk

  package init(
    _ archive: ArchiveFile, _ scorer: ArchiveScorer, _ scope: ExportScope
  ) throws(ArchiveScoringFailure) {
    self.scorer = scorer
    self.scope = scope
    do throws(ArchiveFailure) { desk = try ReviewDesk(archive, state: .at(scorer.moment)) } catch {
      throw .archive(error)
    }
  }

  var log: DecisionLog { scorer.decisions }
  var reports: [ReportRecord] { desk.reports }

  /// - Returns: companies that could not be scored, and why.
  func each(
    _ body: (ExportedCompany) throws(ArchiveScoringFailure) -> Void
  ) throws(ArchiveScoringFailure) -> [(company: ArchivedCompany, failure: ArchiveScoringFailure)] {
    var unscored: [(company: ArchivedCompany, failure: ArchiveScoringFailure)] = []
    for company in scorer.companies where scope.company.map({ $0 == company.id }) ?? true {
      do throws(ArchiveScoringFailure) {
        if let exported = try exported(company) { try body(exported) }
      } catch {
        switch error {
        case .noIndustry, .unknownIndustry, .noDocument: unscored.append((company, error))
        case .archive, .unreadableBook, .cannotScore, .questionsNotNoted: throw error
        }
      }
    }
    return unscored
  }

  /// Nil where no document of it is placed.
  func exported(_ company: ArchivedCompany) throws(ArchiveScoringFailure) -> ExportedCompany? {
    guard let scope = scope.scope ?? company.newestYear.map(ScoreScope.year) else { return nil }
    let report = try scorer.score(company, scope)
    var documents: [ExportedCompany.Document] = []
    for (number, document) in report.card.documents.enumerated() {
      guard let record = report.provenance?.documents.first(where: { $0.report.document.sha256 == document.sha256 })
      else { continue }
      do throws(ArchiveFailure) {
        documents.append(ExportedCompany.Document(reviewed: try desk.reviewed(record.report), number: number))
      } catch {
        throw .archive(error)
      }
    }
    return ExportedCompany(
      report: report, company: company.id, name: scorer.names[company.id] ?? company.name, documents: documents)
  }
}

/// Where a page of a document can be looked at.
struct PageLinks {
  let scope: ExportScope

  /// On the page of reviews; nil where nobody serves them.
  func review(_ document: KnownDocument, _ evidence: EvidenceID) -> String? {
    scope.site.map { "\($0)/reports/\(document.sha256)?evidence=\(evidence.text)" }
  }

  /// In the document itself, as viewers of PDF take it.
  func original(_ report: ReportRecord, page: Int) -> String? {
    let kept = OriginalStore(archive: scope.archivePath).path(of: report.document)
    guard let path = report.document.kept == .path ? report.paths.first : kept, path.hasPrefix("/") else { return nil }
    return "file://\(Self.encoded(path))#page=\(page)"
  }

  private static func encoded(_ path: String) -> String {
    path.utf8.reduce(into: "") { text, byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain = byte < 0x80 && (scalar.properties.isAlphabetic || "0123456789-._~/".unicodeScalars.contains(scalar))
      text +=
        isPlain ? String(Character(scalar)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }
}
