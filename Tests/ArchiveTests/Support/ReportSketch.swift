import ReportModel

@testable import Archive

/// A document of an archive in a few words.
struct ReportSketch {
  var number: Int
  var ticker: String? = "1234"
  var company: String?
  var year: Int? = 2024
  var kind: DocumentKind? = .sustainability
  var language: DocumentLanguage? = .chinese
  var revision: Int?
  var uploaded: String?
  var firstSeen = "2024-01-01"
  var industry: (String, Placement.Source)?
  var status = ReadingStatus.ok

  var report: ReportRecord {
    var placement = Placement()
    placement.ticker = ticker.map { Placement.Fact($0, from: .name) }
    placement.company = company.map { Placement.Fact($0, from: .name) }
    placement.year = year.map { Placement.Fact($0, from: .name) }
    placement.kind = kind.map { Placement.Fact($0, from: .name) }
    placement.language = language.map { Placement.Fact($0, from: .document) }
    placement.revision = revision.map { Placement.Fact($0, from: .name) }
    placement.uploaded = uploaded.map { Placement.Fact(day($0), from: .manifest) }
    placement.industry = industry.map { Placement.Fact($0.0, from: $0.1) }
    return ReportRecord(
      document: KnownDocument(
        id: DocumentID(number: number), sha256: "s\(number)", size: 1, name: "n\(number)", kept: .copy),
      placement: placement, text: TextID(number: number), basis: BasisID(number: number), sheet: SheetID(number: 1),
      run: RunID(1), outcome: .read, status: status, failure: nil, pageCount: 1, weakPages: [], year: year,
      firstSeen: day(firstSeen), paths: [])
  }
}
