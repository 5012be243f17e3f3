import ReportModel
import RuleBook
import Scoring

/// Reads a company's documents by one pack and scores them together.
package struct CompanyScorer: Sendable {
  package let pack: Pack
  package let rules: String
  private let extractor: Extractor
  private let scorer: Scorer
  private let company: CompanyProfile

  /// Without activities, the company is asked everything.
  package init(
    _ pack: Pack, in book: RuleBook, industry: String, activities: Set<String>?
  ) throws(Scorer.Refusal) {
    let own = book.only(packs: [pack.id])
    scorer = try Scorer(pack, in: own)
    extractor = Extractor(own, industry: industry)
    self.pack = pack
    rules = extractor.rules
    company = CompanyProfile(
      industry: industry, activities: activities.map(CompanyProfile.Activities.known) ?? .unknown)
  }

  /// A document that cannot be read is one all the same: it leaves open what it may say.
  package func read(_ input: String, options: ReadOptions) -> CompanyDocument {
    CompanyDocument(extractor.extract(input, options: options))
  }

  package func score(_ documents: [CompanyDocument]) -> ScoreReport {
    ScoreReport(card: scorer.score(company, documents: documents), pack: pack, rules: rules)
  }
}

extension CompanyDocument {
  package init(_ extraction: Extraction) {
    let document = extraction.document
    self.init(
      name: document.input, sha256: extraction.sha256, pages: document.facts.pageCount,
      reading: Self.reading(document), findings: extraction.findings)
  }

  private static func reading(_ document: Document) -> Reading {
    guard let failure = document.failure else { return .whole }
    guard !document.report.pages.isEmpty else { return .failed(failure) }
    let read = Set(document.report.pages.map(\.number))
    return .partly(failure, unread: (1...max(1, document.facts.pageCount)).filter { !read.contains($0) })
  }
}

/// A scorecard with what a reader has to know beside it.
package struct ScoreReport: Sendable {
  package let card: Scorecard
  package let pack: Pack
  /// The digest of the rules.
  package let rules: String
  /// Set where the documents are those of an archive.
  package var provenance: ScoreProvenance?
  /// With what the company's events take in a month; set where there is a ledger of them.
  package var adjusted: AdjustedCard?

  /// Documents of which some or all could not be read.
  package var failures: [(name: String, failure: ReadFailure)] {
    card.documents.compactMap { document in
      switch document.reading {
      case .whole: nil
      case .partly(let failure, _), .failed(let failure): (document.name, failure)
      }
    }
  }

  /// What every output says.
  package static let notice = Phrase(
    "Unofficial: reckoned by the pack's own rules; no result of the rater.", "非官方：依規則包自訂之規則計算，並非評鑑機構公布的結果。")
  package static let mark = Phrase("unofficial", "非官方")
}

extension Score.Rate {
  /// `20.0` or `20.0–25.0`, in per cent; empty where nothing can be gained.
  package var text: String {
    switch self {
    case .none: ""
    case .exact(let rate): rate.percentText
    case .between(let low, let high): "\(low.percentText)–\(high.percentText)"
    }
  }

  package var low: Fraction? {
    switch self {
    case .none: nil
    case .exact(let rate), .between(let rate, _): rate
    }
  }

  package var high: Fraction? {
    switch self {
    case .none: nil
    case .exact(let rate), .between(_, let rate): rate
    }
  }
}

extension PointRange {
  /// `3` or `3–5`.
  package var text: String {
    isExact ? lowerBound.figure.plain : "\(lowerBound.figure.plain)–\(upperBound.figure.plain)"
  }
}

extension ItemReview {
  /// As outputs for programs name it.
  package var code: String {
    switch self {
    case .nothingFound: "nothing-found"
    case .open: "open"
    case .decided: "decided"
    case .disputed: "disputed"
    }
  }
}

extension Score.Counts {
  /// How much of what was found people have looked at.
  package var reviewedPhrase: Phrase {
    let differ = disputed > 0 ? Phrase("; reviewers differ on \(disputed)", "；\(disputed) 題覆核意見不一") : Phrase("", "")
    return Phrase("\(reviewed) of \(found) items found", "有據 \(found) 題中已覆核 \(reviewed) 題") + differ
  }
}

extension Outcome {
  /// As outputs for programs name it.
  var code: String { kind.rawValue }

  /// The evidence that was found for it, the best first.
  package var evidence: [Sourced<Evidence>] {
    switch self {
    case .gained(_, .evidence(let evidence)), .deducted(_, .evidence(let evidence)), .missed(.otherYears(let evidence)),
      .clear(.otherYears(let evidence)):
      evidence.all
    case .unknown(_, let doubtful): doubtful.found
    case .gained(_, .statement), .gained(_, .supposed), .deducted(_, .statement), .deducted(_, .supposed),
      .missed(.stated), .missed(.notFound), .missed(.inLedger), .missed(.supposed), .clear(.stated), .clear(.notFound),
      .clear(.inLedger), .clear(.supposed), .notApplicable:
      []
    }
  }

  /// Where documents say that they have none.
  package var statements: [Sourced<ItemState.Statement>] {
    switch self {
    case .gained(_, .statement(let statements)), .deducted(_, .statement(let statements)),
      .missed(.stated(let statements)), .clear(.stated(let statements)):
      statements.all
    case .gained(_, .evidence), .gained(_, .supposed), .deducted(_, .evidence), .deducted(_, .supposed),
      .missed(.notFound), .missed(.otherYears), .missed(.inLedger), .missed(.supposed), .clear(.notFound),
      .clear(.otherYears), .clear(.inLedger), .clear(.supposed), .unknown, .notApplicable:
      []
    }
  }
}
