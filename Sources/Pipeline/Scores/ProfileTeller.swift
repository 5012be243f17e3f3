import Archive
import ReportModel
import RuleBook
import Scoring

/// What whoever asks says of companies of which the archive does not know it.
package struct ProfileDefaults: Sendable {
  package var industry: String?
  package var activities: Set<String>?

  package init(industry: String? = nil, activities: Set<String>? = nil) {
    self.industry = industry
    self.activities = activities
  }
}

/// Tells of which industry a company is and what it does: its documents first, by the surest source, then the table of
/// companies, then whoever asks.
struct ProfileTeller {
  let pack: Pack
  let records: [String: CompanyRecord]
  let defaults: ProfileDefaults

  init(_ pack: Pack, _ records: [CompanyRecord], _ defaults: ProfileDefaults) {
    self.pack = pack
    self.records = Dictionary(records.map { ($0.ticker, $0) }, uniquingKeysWith: { first, _ in first })
    self.defaults = defaults
  }

  func profile(
    of company: CompanyID, _ reports: [ReportRecord]
  ) throws(ArchiveScoringFailure) -> (profile: CompanyProfile, grounds: ProfileGrounds) {
    let (industry, from) = try industry(of: company, reports)
    let (activities, activitiesFrom) = activities(of: company)
    let otherwise = reports.compactMap { report -> ProfileGrounds.Otherwise? in
      guard let other = report.placement.industry?.value, other != industry else { return nil }
      return ProfileGrounds.Otherwise(document: report.document.name, industry: other)
    }
    return (
      CompanyProfile(industry: industry, activities: activities),
      ProfileGrounds(industry: from, activities: activitiesFrom, otherwise: otherwise)
    )
  }

  private func industry(
    of company: CompanyID, _ reports: [ReportRecord]
  ) throws(ArchiveScoringFailure) -> (String, ProfileGrounds.Industry) {
    let told: (industry: String, from: ProfileGrounds.Industry)
    if let (fact, report) = ArchivedCompany.surest(\.industry, of: reports) {
      told = (fact.value, .document(report.document.name, fact.source))
    } else if let industry = records[company.text]?.industry {
      told = (industry, .companies)
    } else if let industry = defaults.industry {
      told = (industry, .asked)
    } else {
      throw .noIndustry(company)
    }
    guard pack.industries.contains(where: { $0.id == told.industry }) else {
      throw .unknownIndustry(told.industry, of: company)
    }
    return told
  }

  private func activities(of company: CompanyID) -> (CompanyProfile.Activities, ProfileGrounds.Activities) {
    if let activities = records[company.text]?.activities { return (.known(Set(activities)), .companies) }
    if let activities = defaults.activities { return (.known(activities), .asked) }
    return (.unknown, .assumed)
  }
}
