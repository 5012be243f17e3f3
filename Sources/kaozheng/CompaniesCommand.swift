import Archive
import Pipeline
import ReportModel
import RuleBook
import Sheets

/// `kaozheng companies`: which companies are expected, and what is known of them.
struct CompaniesCommand {
  private enum Task {
    case list(asOf: Day?)
    case takeIn(CompanyTable, path: String)
  }

  private let console: Console
  private let place: ArchivePlace
  private let task: Task
  private let format: ReportFormat

  init(_ invocation: Invocation, environment: @escaping (String) -> String?, console: Console) throws(WrongUse) {
    self.console = console
    place = try ArchivePlace(invocation, environment: environment)
    format = ReportFormat(invocation)
    let day = try invocation.day("--as-of")
    guard let path = invocation.operands.first else {
      task = .list(asOf: day)
      return
    }
    if day != nil {
      throw WrongUse(
        message: Phrase("--as-of is for lists; a FILE counts from now on", "--as-of 只用於列出；FILE 自匯入時起算"),
        command: invocation.command)
    }
    let book = try RuleChoice(invocation, environment: environment, console: console).sound()
    task = .takeIn(
      CompanyTable(try Self.sheet(path, invocation), pack: try RuleChoice.onlyPack(invocation, in: book)), path: path)
  }

  private static func sheet(_ path: String, _ invocation: Invocation) throws(WrongUse) -> Sheet {
    do {
      return try tableSheet(path: path)
    } catch {
      throw WrongUse(
        message: Phrase("\(path): \(error.sentence)", "\(path)：\(error.sentence)"), command: invocation.command)
    }
  }

  func run() -> Int32 {
    do throws(ArchiveFailure) {
      switch task {
      case .list(let day): return print(try place.open().companies(asOf: day))
      case .takeIn(let table, let path): return try takeIn(table, path)
      }
    } catch {
      console.complain(error.sentence)
      return Program.ExitCode.findings
    }
  }

  // MARK: Taking in

  /// All of the table, or nothing of it.
  private func takeIn(_ table: CompanyTable, _ path: String) throws(ArchiveFailure) -> Int32 {
    guard table.findings.isEmpty else {
      for finding in table.findings {
        let place = "\(path):\(finding.row):\(finding.column): "
        console.complain(Phrase(place, place) + finding.message)
      }
      console.complain(
        Phrase("\(path): nothing was taken in; correct the table and try again", "\(path)：未匯入任何公司，請修正後再試"))
      return Program.ExitCode.findings
    }
    place.makeFolder()
    let archive = try ArchiveFile(path: place.path, .orNew)
    let changed = try archive.add(table.companies, at: UTCTime.now)
    let said = Phrase(
      "\(table.companies.count) companies, \(changed.count) of them new or changed\n",
      "\(table.companies.count) 家公司，其中 \(changed.count) 家為新增或變更\n")
    return console.print(said(console.language))
  }

  // MARK: Listing

  private func print(_ companies: [CompanyRecord]) -> Int32 {
    switch format {
    case .json: console.print(json(of: companies))
    case .csv: console.print(csv(of: companies))
    case .text: console.print(text(of: companies))
    }
  }

  private func text(of companies: [CompanyRecord]) -> String {
    let head = [
      Phrase("ticker", "代號"), Phrase("company", "公司"), Phrase("industry", "產業"), Phrase("expected", "受評"),
      Phrase("activities", "營運活動"),
    ]
    let (yes, no) = (Phrase("yes", "是"), Phrase("no", "否"))
    let rows = companies.map { company in
      [
        company.ticker, company.name.shortened(to: 40), company.industry ?? "?",
        (company.isExpected ? yes : no)(console.language),
        company.activities.map { $0.isEmpty ? Phrase("none", "無")(console.language) : $0.joined(separator: ", ") }
          ?? "?",
      ]
    }
    return TextTableFormat.lines([head.map { $0(console.language) }] + rows)
  }
}
