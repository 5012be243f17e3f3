import Archive
import Pipeline
import ReportModel
import Scoring
import Sheets

/// `kaozheng export`: scores, items, evidence and decisions for others.
struct ExportCommand {
  private let console: Console
  private let invocation: Invocation
  private let choice: ArchiveChoice
  private let format: Format
  private let output: String?
  private let archivePath: String

  private enum Format: String { case xlsx, csv, jsonl, html }

  init(_ invocation: Invocation, environment: (String) -> String?, console: Console) throws(WrongUse) {
    self.console = console
    self.invocation = invocation
    choice = try ArchiveChoice(invocation, environment: environment, console: console)
    archivePath = try ArchivePlace(invocation, environment: environment).path
    guard let format = invocation.values["--format"].flatMap(Format.init(rawValue:)) else {
      throw WrongUse(
        message: Phrase("export needs --format: xlsx, csv, jsonl or html", "export 須指定 --format：xlsx、csv、jsonl 或 html"),
        command: invocation.command)
    }
    self.format = format
    output = invocation.values["--output"]
    switch format {
    case .xlsx where output == nil:
      throw WrongUse(
        message: Phrase("a workbook is a file: name it with --output", "活頁簿須以 --output 指定檔案"),
        command: invocation.command)
    case .html where !invocation.has("--company"):
      throw WrongUse(
        message: Phrase("a report is of one company: name it with --company", "報告以一家公司為限，請以 --company 指定"),
        command: invocation.command)
    case .csv where output == nil && !invocation.has("--table"):
      throw WrongUse(
        message: Phrase(
          "four tables are four files: name a folder with --output, or one table with --table",
          "四個表為四個檔案，請以 --output 指定資料夾，或以 --table 指定其一"),
        command: invocation.command)
    case .xlsx, .html, .csv, .jsonl: break
    }
  }

  func run() throws(WrongUse) -> Int32 {
    try choice.run { opened throws(ArchiveChoice.Trouble) in
      let company = try choice.company(opened)
      let exporter = try exporter(opened, company)
      if case .html = format, let company { return try page(exporter, company) }
      return try tables(exporter)
    }
  }

  private func exporter(
    _ opened: ArchiveChoice.Opened, _ company: ArchivedCompany?
  ) throws(ArchiveChoice.Trouble) -> Exporter {
    let scope = try ArchiveChoice.Trouble.using { () throws(WrongUse) in
      ExportScope(
        company: company?.id, scope: try ScoreChoice.scope(invocation, opened.rules.pack), site: try site(),
        archivePath: archivePath)
    }
    return try ArchiveChoice.Trouble.scoring { () throws(ArchiveScoringFailure) in
      try Exporter(opened.rules.archive, opened.scorer, scope)
    }
  }

  /// Without the stroke at its end.
  private func site() throws(WrongUse) -> String? {
    guard let text = invocation.values["--site"] else { return nil }
    let isAddress = ["http://", "https://"].contains { text.hasPrefix($0) }
    guard isAddress,
      text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F && !"\"'<>\\".unicodeScalars.contains($0) })
    else {
      throw WrongUse(
        message: Phrase(
          "--site takes an address, as http://127.0.0.1:8080, not “\(text)”",
          "--site 須為網址，例如 http://127.0.0.1:8080，而非「\(text)」"),
        command: invocation.command)
    }
    return text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  private func page(_ exporter: Exporter, _ company: ArchivedCompany) throws(ArchiveChoice.Trouble) -> Int32 {
    let page = try ArchiveChoice.Trouble.scoring { () throws(ArchiveScoringFailure) in
      try exporter.html(of: company, in: console.language)
    }
    guard let page else {
      console.complain(
        Phrase("no document of \(company.label) is placed", "\(company.label) 沒有已歸屬的文件"))
      return Program.ExitCode.findings
    }
    return write(page, to: output)
  }

  private func tables(_ exporter: Exporter) throws(ArchiveChoice.Trouble) -> Int32 {
    let wanted = invocation.values["--table"].flatMap(ExportTable.init(rawValue:)).map { Set([$0]) }
    let (sheets, unscored) = try ArchiveChoice.Trouble.scoring { () throws(ArchiveScoringFailure) in
      try exporter.tables(wanted ?? Set(ExportTable.allCases))
    }
    for (_, failure) in unscored { console.complain(failure.sentence) }
    let written = write(sheets)
    return written == Program.ExitCode.done && !unscored.isEmpty ? Program.ExitCode.findings : written
  }

  private func write(_ sheets: [Sheet]) -> Int32 {
    switch format {
    case .xlsx:
      do throws(SheetFailure) {
        try writeXLSX(sheets, to: output ?? "")
        return Program.ExitCode.done
      } catch {
        console.complain(Phrase("\(output ?? ""): \(error.message)", "\(output ?? "")：\(error.message)"))
        return Program.ExitCode.findings
      }
    case .csv: return writeTables(sheets)
    case .jsonl, .html: return write(jsonLines(of: sheets), to: output)
    }
  }

  /// One to where it is wanted, several into a folder.
  private func writeTables(_ sheets: [Sheet]) -> Int32 {
    if invocation.has("--table"), let only = sheets.first { return write(buffer(csv(of: only)), to: output) }
    guard let output else { return Program.ExitCode.wrongUse }
    makeFolders(above: output + "/x")
    for sheet in sheets {
      let code = write(buffer(csv(of: sheet)), to: "\(output)/\(sheet.name).csv")
      guard code == Program.ExitCode.done else { return code }
    }
    return Program.ExitCode.done
  }

  private func buffer(_ bytes: [UInt8]) -> ByteBuffer {
    var buffer = ByteBuffer()
    buffer.append(bytes: bytes)
    return buffer
  }

  private func write(_ buffer: ByteBuffer, to path: String?) -> Int32 {
    guard let path else { return console.print(buffer) }
    do throws(OutputFailure) {
      let file = try OutputFile(path: path)
      try file.write(buffer)
      try file.finish()
      return Program.ExitCode.done
    } catch {
      console.complain(error)
      return Program.ExitCode.findings
    }
  }
}
