import Archive
import ReportModel
import Review
import RuleBook
import Scoring

/// Scores companies by what an archive held at a moment and by the rule book gone by then: the same at any later time,
/// whatever has come into the archive since.
package final class ArchiveScorer {
  package let moment: ArchiveMoment
  package let pack: Pack
  /// All that any document tells of, by their ids.
  package let companies: [ArchivedCompany]
  /// What companies are called, those without a document too; what the table of companies says goes first.
  package let names: [CompanyID: String]
  /// Of material events, as it stood at the moment.
  package let ledger: Ledger
  /// Of what reviewers decided, as it stood at the moment.
  package let decisions: DecisionLog
  private let archive: ArchiveFile
  private let scorer: Scorer
  private let profiles: ProfileTeller
  private let items: Set<String>
  private var memory: ScoreMemory?
  /// Looked up once each.
  private var sheetsAsked: SheetsAsked?
  private var lastDecisions: [String: Int]?
  private var sheets: [SheetID: SheetQuestions] = [:]
  private var sheetsByIndustry: [String: SheetID] = [:]
  private var applying: [String: [String]] = [:]

  /// - Parameter book: that of the moment.
  package init(
    _ archive: ArchiveFile, at moment: ArchiveMoment, pack: Pack, in book: RuleBook,
    defaults: ProfileDefaults = ProfileDefaults()
  ) throws(ArchiveScoringFailure) {
    self.archive = archive
    self.moment = moment
    self.pack = pack
    do throws(Scorer.Refusal) { scorer = try Scorer(pack, in: book.only(packs: [pack.id])) } catch {
      throw .cannotScore(error)
    }
    do throws(ArchiveFailure) {
      let records = try archive.companies(at: moment)
      companies = ArchivedCompany.all(try archive.reports(ReportFilter(state: .at(moment))), records)
      names = Dictionary(companies.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        .merging(records.map { (CompanyID($0.ticker), $0.name) }) { $1 }
      profiles = ProfileTeller(pack, records, defaults)
      ledger = try archive.ledger(at: moment)
      decisions = try archive.decisions(at: moment)
    } catch {
      throw .archive(error)
    }
    items = Set(pack.items.map(\.id))
    memory = ScoreMemory(archive, rules: moment.run.rules, pack: pack)
  }

  /// Those that documents are about, which are known to be.
  package var years: [Int] {
    Set(
      companies.flatMap(\.reports).filter { $0.placement.openQuestions.isEmpty }
        .compactMap { $0.placement.year?.value }
    ).sorted()
  }

  // MARK: One company

  /// - Parameter month: in which events are looked at; else that of the moment.
  package func score(
    _ company: ArchivedCompany, _ scope: ScoreScope, in month: Month? = nil
  ) throws(ArchiveScoringFailure) -> ScoreReport {
    let documents = WindowDocuments(company.reports, scope.window)
    let (card, grounds, asked) = try card(of: company, documents, depth: .whole)
    let provenance = ScoreProvenance(
      company: company.id, name: company.name, scope: scope, moment: moment, grounds: grounds,
      documents: zip(documents.counted, asked).map { counted, asked in
        ScoreProvenance.Document(report: counted.report, upload: counted.upload, notAsked: asked.notAsked)
      }, leftOut: documents.leftOut)
    return ScoreReport(
      card: card, pack: pack, rules: moment.run.rules, provenance: provenance,
      adjusted: adjusted(card, of: company.id, in: month ?? moment.day.month, by: ledger))
  }

  /// A card less what the company's events take in a month; nil where the pack has no events.
  package func adjusted(
    _ card: Scorecard, of company: CompanyID, in month: Month, by ledger: Ledger
  ) -> AdjustedCard? {
    guard let events = pack.rating?.events, let scoring = pack.scoring else { return nil }
    return AdjustedCard(
      card, EventAdjustment(of: company, in: month, ledger, rules: events), floor: scoring.floor)
  }

  /// What a card comes to in a month: less what the company's events take, where the pack has events.
  package func monthlyScore(_ outline: CardOutline, of company: CompanyID, in month: Month) -> MonthlyScore {
    guard let events = pack.rating?.events, let scoring = pack.scoring else {
      return MonthlyScore(outline, of: company)
    }
    return MonthlyScore(
      outline, EventAdjustment(of: company, in: month, ledger, rules: events), floor: scoring.floor)
  }

  /// A company's card as it counts in a window, with sums and outcomes, if some things were so.
  package func card(
    of company: ArchivedCompany, in window: DocumentWindow, supposing: [String: Suppositions.OfItem] = [:]
  ) throws(ArchiveScoringFailure) -> Scorecard {
    try card(of: company, WindowDocuments(company.reports, window), depth: sums, supposing: supposing).card
  }

  // MARK: All of them

  /// Evidence of negative items is needed whole, to tell whether the ledger has it.
  private var sums: EvidenceDepth {
    .sums(wholeFor: Set(pack.items.filter { $0.polarity == .negative }.map(\.id)))
  }

  /// Scores all companies, one after another, so that no more than one card is held at a time. Cards have their sums
  /// and all outcomes; of evidence they have only what these need, except for negative items.
  /// - Returns: those that could not be scored, and why.
  package func eachCard(
    in window: DocumentWindow, _ body: (ArchivedCompany, Scorecard) -> Void
  ) throws(ArchiveScoringFailure) -> [(company: ArchivedCompany, failure: ArchiveScoringFailure)] {
    let depth = sums
    return try each { company throws(ArchiveScoringFailure) in
      body(company, try self.card(of: company, WindowDocuments(company.reports, window), depth: depth).card)
    }
  }

  /// What a company's card in a window comes to, item by item: remembered where it was reckoned before.
  package func outline(
    of company: ArchivedCompany, in window: DocumentWindow
  ) throws(ArchiveScoringFailure) -> CardOutline {
    let outline = try remembered(company, WindowDocuments(company.reports, window), depth: sums)
    memory?.keep()
    return outline
  }

  /// What all companies' cards in a window come to, one after another: remembered where they were reckoned before.
  /// - Returns: those that could not be scored, and why.
  package func eachOutline(
    in window: DocumentWindow, _ body: (ArchivedCompany, CardOutline) -> Void
  ) throws(ArchiveScoringFailure) -> [(company: ArchivedCompany, failure: ArchiveScoringFailure)] {
    let depth = sums
    let unscored = try each { company throws(ArchiveScoringFailure) in
      body(company, try self.remembered(company, WindowDocuments(company.reports, window), depth: depth))
    }
    memory?.keep()
    return unscored
  }

  private func each(
    _ body: (ArchivedCompany) throws(ArchiveScoringFailure) -> Void
  ) throws(ArchiveScoringFailure) -> [(company: ArchivedCompany, failure: ArchiveScoringFailure)] {
    var unscored: [(company: ArchivedCompany, failure: ArchiveScoringFailure)] = []
    for company in companies {
      do throws(ArchiveScoringFailure) { try body(company) } catch {
        switch error {
        case .noIndustry, .unknownIndustry, .noDocument: unscored.append((company, error))
        case .archive, .unreadableBook, .cannotScore, .questionsNotNoted: throw error
        }
      }
    }
    return unscored
  }

  private func remembered(
    _ company: ArchivedCompany, _ documents: WindowDocuments, depth: EvidenceDepth
  ) throws(ArchiveScoringFailure) -> CardOutline {
    let grounds = try grounds(of: company, documents)
    func reckon() throws(ArchiveScoringFailure) -> Scorecard {
      try card(of: company, documents, depth: depth).card
    }
    guard var memory else { throw .cannotScore(.noScoring) }
    self.memory = nil
    defer { self.memory = memory }
    return try memory.outline(grounds, reckon: reckon)
  }

  private func grounds(
    of company: ArchivedCompany, _ documents: WindowDocuments
  ) throws(ArchiveScoringFailure) -> ScoreMemory.Grounds {
    guard !documents.counted.isEmpty else { throw .noDocument(company.id, documents) }
    let (profile, _) = try profiles.profile(of: company.id, documents.counted.map(\.report))
    let sheet = try sheet(of: profile.industry)
    do throws(ArchiveFailure) {
      let decided = try decided()
      return ScoreMemory.Grounds(
        company: company.id, profile: profile, sheet: sheet,
        documents: try documents.counted.map { counted throws(ArchiveFailure) in
          ScoreMemory.Grounds.Document(
            report: counted.report, asked: try sheetsAsked(counted.report),
            correcting: documents.corrected(by: counted.report))
        },
        events: ledger.standing(of: company.id).map { ($0.id, $0.lastLine) },
        decisions: company.reports.compactMap { report in
          decided[report.document.sha256].map { (report.document.sha256, $0) }
        })
    } catch {
      throw .archive(error)
    }
  }

  /// Of each document the last step that is about it.
  func decided() throws(ArchiveFailure) -> [String: Int] {
    if let known = lastDecisions { return known }
    let found = try archive.lastDecisions(at: moment)
    lastDecisions = found
    return found
  }

  private func sheetsAsked(_ report: ReportRecord) throws(ArchiveFailure) -> [SheetID] {
    if let known = sheetsAsked { return known.of(report) }
    let found = try archive.sheetsAsked(at: moment)
    sheetsAsked = found
    return found.of(report)
  }

  // MARK: Cards

  /// The one place where an archive's cards are made.
  private func card(
    of company: ArchivedCompany, _ documents: WindowDocuments, depth: EvidenceDepth,
    supposing: [String: Suppositions.OfItem] = [:]
  ) throws(ArchiveScoringFailure) -> (card: Scorecard, grounds: ProfileGrounds, asked: [AskedDocument]) {
    guard !documents.counted.isEmpty else { throw .noDocument(company.id, documents) }
    let (profile, grounds) = try profiles.profile(of: company.id, documents.counted.map(\.report))
    let sheet = try sheet(of: profile.industry)
    var asked: [AskedDocument] = []
    for counted in documents.counted {
      do throws(ArchiveFailure) {
        asked.append(
          try document(
            counted.report, correcting: documents.corrected(by: counted.report), sheet, profile.industry, depth))
      } catch {
        throw .archive(error)
      }
    }
    let cases = CompanyCases(of: company.id, in: ledger)
    return (scorer.score(profile, documents: asked.map(\.document), cases: cases, supposing: supposing), grounds, asked)
  }

  private struct AskedDocument {
    var document: CompanyDocument
    var notAsked: Int
  }

  /// What the moment's book asks of an industry.
  private func sheet(of industry: String) throws(ArchiveScoringFailure) -> SheetID {
    if let known = sheetsByIndustry[industry] { return known }
    let found: SheetID?
    do throws(ArchiveFailure) { found = try archive.sheet(of: moment.run.id, industry: industry) } catch {
      throw .archive(error)
    }
    guard let found else { throw .questionsNotNoted(moment.run.id) }
    sheetsByIndustry[industry] = found
    return found
  }

  /// A document with its answers to a sheet's questions, as far as it had been asked them by the moment.
  private func document(
    _ report: ReportRecord, correcting earlier: [String], _ sheet: SheetID, _ industry: String,
    _ depth: EvidenceDepth
  ) throws(ArchiveFailure) -> AskedDocument {
    let wanted = try questions(of: sheet)
    // What was decided is told from what stands where: that takes all of it.
    let isDecided = !ReportDecisions(decisions, of: report.document.sha256, replacing: earlier).isEmpty
    let answers = try archive.answers(
      of: report, to: try asked(report, wanted, sheet), depth: isDecided ? .whole : depth)
    let reviewed = try ReviewedAnswers(answers, of: report, replacing: earlier, decisions, in: archive)
    let answered = Set(answers.map(\.state.item))
    let open = report.status == .failed ? 0 : applyingItems(industry).filter { !answered.contains($0) }.count
    return AskedDocument(document: try CompanyDocument(report, reviewed), notAsked: open)
  }

  private func applyingItems(_ industry: String) -> [String] {
    if let known = applying[industry] { return known }
    let found = pack.items.filter { $0.applies(to: industry) }.map(\.id)
    applying[industry] = found
    return found
  }

  private func asked(
    _ report: ReportRecord, _ wanted: SheetQuestions, _ sheet: SheetID
  ) throws(ArchiveFailure) -> SheetQuestions {
    let sheets = try sheetsAsked(report)
    if sheets.contains(sheet) { return wanted }
    var numbers: Set<Int> = []
    for sheet in sheets { numbers.formUnion(try questions(of: sheet).numbers) }
    return wanted.only(numbers)
  }

  /// Those of the pack.
  private func questions(of sheet: SheetID) throws(ArchiveFailure) -> SheetQuestions {
    if let known = sheets[sheet] { return known }
    let found = try archive.questions(of: sheet).only { [items] in items.contains($0) }
    sheets[sheet] = found
    return found
  }
}

extension CompanyDocument {
  /// A document as the archive has it, with its answers as reviewers left them.
  init(_ report: ReportRecord, _ reviewed: ReviewedAnswers) throws(ArchiveFailure) {
    let answers = reviewed.decided
    let findings = Findings(
      reportYear: report.year, evidence: answers.flatMap { $0.evidence.map(\.evidence) }, items: answers.map(\.state),
      abandoned: answers.flatMap(\.abandoned))
    self.init(
      name: report.document.name, sha256: report.document.sha256, pages: report.pageCount,
      reading: try Self.reading(report), findings: report.status == .failed ? Findings() : findings,
      review: reviewed.extent)
  }

  private static func reading(_ report: ReportRecord) throws(ArchiveFailure) -> Reading {
    switch (report.status, report.failure) {
    case (.ok, _): return .whole
    case (.partial, let failure?):
      return .partly(failure, unread: report.weakPages.filter { $0.grade == .missing }.map(\.number))
    case (.failed, let failure?): return .failed(failure)
    case (.partial, nil), (.failed, nil): throw .damaged("a document failed for no reason")
    }
  }
}

extension MonthlyScore {
  /// What a card comes to.
  package init(_ card: Scorecard, of company: CompanyID) {
    self.init(
      company: company, industry: card.company.industry,
      dimensions: card.dimensions.map { Part(dimension: $0.id, score: $0.score) }, total: card.score)
  }
}
