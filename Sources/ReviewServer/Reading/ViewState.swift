import Archive
import Pipeline
import ReportModel
import RuleBook
import Scoring

/// An archive as all views of a request see it: at one moment, by one rule book.
struct ViewState: Sendable {
  /// Set for each request.
  var stamp: ArchiveStamp
  let moment: ArchiveMoment
  let book: RuleBook
  let pack: Pack
  let rating: RatingRules
  let plan: RoundPlan
  /// Those that any document tells of.
  let companies: [ArchivedCompany]
  let records: [CompanyRecord]

  /// The months that can be looked at, the last first; none where nobody was ever rated.
  var months: [Month] {
    let years = Set(companies.flatMap(\.reports).compactMap { $0.placement.year?.value })
    var months: [Month] = []
    var next: Month? = moment.day.month
    // A company is rated for a few months by each round: further back than that before the first of them is nobody.
    while let month = next, months.count < Self.mostMonths {
      if let round = plan.inForce(in: month), years.contains(round.reportYear) { months.append(month) }
      guard let first = years.min(), month.year > first else { break }
      next = month.advanced(by: -1)
    }
    return months
  }

  private static let mostMonths = 120

  func company(_ id: CompanyID) -> ArchivedCompany? { companies.first { $0.id == id } }

  /// `1234 名稱`, or whatever is known of it.
  func name(of company: CompanyID) -> String {
    records.first { CompanyID($0.ticker) == company }?.name ?? self.company(company)?.name ?? company.text
  }
}
