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
  let months: [Month]

  init(
    _ stamp: ArchiveStamp, _ moment: ArchiveMoment, _ book: RuleBook, _ pack: Pack, _ rating: RatingRules,
    reports: [ReportRecord], records: [CompanyRecord]
  ) {
    self.stamp = stamp
    self.moment = moment
    self.book = book
    self.pack = pack
    self.rating = rating
    self.records = records
    plan = RoundPlan(rating)
    companies = ArchivedCompany.all(reports, records)
    months = Self.months(plan, upTo: moment.day.month, reports)
  }

  private static func months(_ plan: RoundPlan, upTo last: Month, _ reports: [ReportRecord]) -> [Month] {
    let years = Set(reports.compactMap { $0.placement.year?.value })
    guard let first = years.min() else { return [] }
    var months: [Month] = []
    var next: Month? = last
    // No round of a report is done before the year that the report is about.
    while let month = next, months.count < mostMonths, month.year >= first {
      if let round = plan.inForce(in: month), years.contains(round.reportYear) { months.append(month) }
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
