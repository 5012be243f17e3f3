import Archive
import ReportModel
import Scoring

/// How far a round has come: which companies are in, and which documents count for it, or do not and why.
package struct RoundStatus: Sendable {
  package let round: Round
  /// The one for which late documents count; nil where the next one is about another year's reports.
  package let next: Round?
  /// From which days to go are counted.
  package let day: Day
  /// Expected ones, and others that have documents about its year; by their ids.
  package let companies: [Company]
  /// Documents that tell of no company.
  package let ownerless: [ReportRecord]
  /// How far people have looked at documents, by SHA-256; those that nobody has looked at are left out.
  package let reviews: [String: DocumentReview]

  package struct Company: Sendable {
    package let id: CompanyID
    package let name: String
    package let isExpected: Bool
    package let counted: [WindowDocuments.Counted]
    package let late: [Late]
    package let superseded: [Superseded]
    /// Known to be its, but not of which year or what kind.
    package let unplaced: [ReportRecord]

    package struct Late: Sendable {
      package let report: ReportRecord
      package let upload: WindowDocuments.Upload
    }

    package struct Superseded: Sendable {
      package let report: ReportRecord
      package let current: KnownDocument
    }

    package var state: State {
      let statuses = counted.map(\.report.status)
      if statuses.isEmpty { return .missing }
      if statuses.allSatisfy({ $0 == .failed }) { return .failed }
      return statuses.allSatisfy { $0 == .ok } ? .complete : .partial
    }
  }

  /// How a company stands; each in one of these.
  package enum State: String, Sendable, CaseIterable {
    /// All its documents could be read.
    case complete = "in"
    /// Some of what it handed in could not be read.
    case partial
    /// Nothing of what it handed in could be read.
    case failed
    /// It has handed in nothing that counts.
    case missing
  }

  /// - Parameter records: the companies as they were known at the time of the documents.
  package init(
    _ round: Round, next: Round?, on day: Day, reports: [ReportRecord], companies records: [CompanyRecord],
    reviews: [String: DocumentReview] = [:]
  ) {
    self.reviews = reviews
    self.round = round
    self.next = next.flatMap { $0.reportYear == round.reportYear ? $0 : nil }
    self.day = day
    let archived = ArchivedCompany.all(reports, records)
    let byID = Dictionary(archived.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let known = Dictionary(records.map { (CompanyID($0.ticker), $0) }, uniquingKeysWith: { first, _ in first })
    companies = Set(byID.keys).union(known.keys).sorted().compactMap { id in
      let company = Company(id, byID[id], known[id], round.window)
      return company.isExpected || company.hasDocuments ? company : nil
    }
    let owned = Set(archived.flatMap { $0.reports.map(\.document.id) })
    ownerless = reports.filter { !owned.contains($0.document.id) }
  }
}

extension RoundStatus.Company {
  init(_ id: CompanyID, _ archived: ArchivedCompany?, _ record: CompanyRecord?, _ window: DocumentWindow) {
    self.id = id
    name = record?.name ?? archived?.name ?? id.text
    isExpected = record?.isExpected ?? false
    let documents = archived.map { WindowDocuments($0.reports, window) }
    counted = documents?.counted ?? []
    var late: [Late] = []
    var superseded: [Superseded] = []
    var unplaced: [ReportRecord] = []
    for entry in documents?.leftOut ?? [] {
      switch entry.reason {
      case .late(let upload): late.append(Late(report: entry.report, upload: upload))
      case .superseded(let current): superseded.append(Superseded(report: entry.report, current: current))
      case .unplaced: unplaced.append(entry.report)
      case .otherYear: break
      }
    }
    self.late = late
    self.superseded = superseded
    self.unplaced = unplaced
  }

  var hasDocuments: Bool { !(counted.isEmpty && late.isEmpty && superseded.isEmpty && unplaced.isEmpty) }

  /// Documents that count, of which nobody knows when they were uploaded.
  package var assumedDays: [WindowDocuments.Counted] { counted.filter { $0.upload.source == .firstSeen } }
}

// MARK: Counts

extension RoundStatus {
  package struct Counts: Sendable, Equatable {
    package var expected = 0
    /// Of the expected ones.
    package var states: [State: Int] = [:]
    package var unexpected = 0
    package var counted = 0
    package var assumedDays = 0
    package var superseded = 0
    package var late = 0
    package var unplaced = 0
    /// Documents that count and on which nobody has decided anything.
    package var unreviewed = 0
    /// Of the others: items of which anything was found, those on which somebody has decided, and those on which
    /// reviewers differ.
    package var itemsFound = 0
    package var itemsReviewed = 0
    package var itemsDisputed = 0
  }

  package var counts: Counts {
    var counts = companies.reduce(into: Counts()) { counts, company in
      if company.isExpected {
        counts.expected += 1
        counts.states[company.state, default: 0] += 1
      } else {
        counts.unexpected += 1
      }
      counts.counted += company.counted.count
      counts.assumedDays += company.assumedDays.count
      counts.superseded += company.superseded.count
      counts.late += company.late.count
      counts.unplaced += company.unplaced.count
      for counted in company.counted { counts.add(review(of: counted)) }
    }
    counts.unplaced += ownerless.count
    return counts
  }
}

extension RoundStatus {
  /// Nil where nobody has decided on anything of a document.
  package func review(of counted: WindowDocuments.Counted) -> DocumentReview? {
    reviews[counted.report.document.sha256]
  }
}

extension RoundStatus.Counts {
  fileprivate mutating func add(_ review: DocumentReview?) {
    guard let review else {
      unreviewed += 1
      return
    }
    itemsFound += review.found.count
    itemsReviewed += review.found.intersection(review.decided).count
    itemsDisputed += review.disputed.count
  }
}

// MARK: Filters

extension RoundStatus {
  /// What a list is narrowed to.
  package enum Only: String, Sendable, CaseIterable {
    case complete = "in"
    case partial, failed, missing, superseded, late, unplaced, unreviewed, unexpected
    case assumedDay = "assumed-day"
  }

  package func only(_ only: Only?) -> [Company] {
    companies.filter { company in
      switch only {
      case nil: true
      case .complete: company.state == .complete
      case .partial: company.state == .partial
      case .failed: company.state == .failed
      case .missing: company.state == .missing && company.isExpected
      case .superseded: !company.superseded.isEmpty
      case .late: !company.late.isEmpty
      case .unplaced: !company.unplaced.isEmpty
      case .unreviewed: company.counted.contains { review(of: $0) == nil }
      case .unexpected: !company.isExpected
      case .assumedDay: !company.assumedDays.isEmpty
      }
    }
  }

  /// Those to be listed beside the companies.
  package func ownerless(_ only: Only?) -> [ReportRecord] {
    switch only {
    case nil, .unplaced: ownerless
    case .complete, .partial, .failed, .missing, .superseded, .late, .unreviewed, .unexpected, .assumedDay: []
    }
  }
}
