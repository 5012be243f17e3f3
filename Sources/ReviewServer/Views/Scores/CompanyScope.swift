import Archive
import Pipeline
import ReportModel
import Scoring

/// Of which of its rounds or years a company is shown; the round of the month where nothing else is asked for.
struct CompanyScope {
  struct Option {
    /// As the address has it: `2025-1`, or `2024`.
    let value: String
    let scope: ScoreScope
  }

  /// Those for which a document of it counts, the latest first.
  let options: [Option]
  let chosen: Option

  /// So many years after the one that its reports are about a round may begin.
  private static let mostYearsLater = 3

  init(_ company: ArchivedCompany, asked: String, in month: Month, _ state: ViewState) throws(ViewFailure) {
    let years = Set(
      company.reports.filter { $0.placement.openQuestions.isEmpty }.compactMap { $0.placement.year?.value })
    options = years.sorted(by: >).flatMap { year -> [Option] in
      let rounds = state.plan.rounds(of: year...year + Self.mostYearsLater).filter { $0.reportYear == year }
      return
        (rounds.reversed().map { Option(value: $0.id.text, scope: .round($0)) }
        + [Option(value: String(year), scope: .year(year))])
        .filter { !WindowDocuments(company.reports, $0.scope.window).counted.isEmpty }
    }
    let inForce = state.plan.inForce(in: month)?.id.text
    let found = options.first { $0.value == asked } ?? options.first { $0.value == inForce } ?? options.first
    guard let found else {
      throw .notFound(
        Phrase(
          "No document of \(company.id.text) counts for any year: whose it is, of which year and of which kind is not known.",
          "\(company.id.text) 沒有可計入的文件：歸屬、年度或種類不明。"))
    }
    chosen = found
  }

  /// The years, the earliest first.
  var years: [Int] {
    options.compactMap { option in
      guard case .year(let year) = option.scope else { return nil }
      return year
    }.reversed()
  }

  func words(_ option: Option, _ visit: Visit) -> String {
    switch option.scope {
    case .year(let year): visit.say("all reports of \(year)", "\(year) 年度全部報告")
    case .round(let round): "\(round.id.text) \(round.names(visit.language))"
    }
  }

  var query: [(name: String, value: String)] { [(name: "of", value: chosen.value)] }
}

/// A company with what every page of it needs.
struct ShownCompany {
  let company: ArchivedCompany
  let name: String
  let scope: CompanyScope
  let report: ScoreReport
  let month: Month

  init(_ visit: Visit, _ reader: ViewReader, _ state: ViewState) throws(ViewFailure) {
    let id = CompanyID(visit.place("company"))
    guard let company = state.company(id) else {
      let text = id.text
      throw .notFound(Phrase("The archive has no company “\(text)”.", "封存檔沒有公司「\(text)」。"))
    }
    self.company = company
    name = state.name(of: id)
    month = MonthChoice(visit, state).month
    scope = try CompanyScope(company, asked: visit.asked("of"), in: month, state)
    report = try reader.score(of: company, scope.chosen.scope, in: month, state)
  }

  var id: CompanyID { company.id }

  var title: String { id.text == name || CompanyID(name: name) == id ? name : "\(id.text) \(name)" }

  func link(_ place: String? = nil) -> Link {
    Link(path: ["companies", id.text] + (place.map { [$0] } ?? []), query: scope.query)
  }

  /// To the page of a document on which something was found.
  func link(to document: Int, page: Int, item: String) -> Link {
    Link.report(report.card.documents[document].sha256, page: page, item: item)
  }
}
