import Archive
import Pipeline
import ReportModel
import RuleBook

/// `kaozheng place`: says by hand whose document it is, and which.
struct PlaceCommand {
  private let console: Console
  private let place: ArchivePlace
  private let words: [String]
  private let placement: Placement

  init(_ invocation: Invocation, environment: @escaping (String) -> String?, console: Console) throws(WrongUse) {
    self.console = console
    place = try ArchivePlace(invocation, environment: environment)
    words = invocation.operands
    var placement = Placement()
    placement.company = invocation.values["--company"].map { Placement.Fact($0, from: .hand) }
    placement.ticker = invocation.values["--ticker"].map { Placement.Fact($0, from: .hand) }
    placement.year = try Self.value("--year", invocation, Placement.year)
    placement.kind = try Self.value("--kind", invocation, Placement.kind)
    placement.language = try Self.value("--language", invocation, Placement.language)
    placement.uploaded = try Self.value("--uploaded", invocation, Placement.day)
    placement.revision = try Self.value("--revision", invocation) { Int($0).flatMap { $0 < 0 ? nil : $0 } }
    if invocation.has("--industry") {
      let book = try RuleChoice(invocation, environment: environment, console: console).sound()
      let industry = try RuleChoice.industry(invocation, in: book)
      placement.industry = industry.map { Placement.Fact($0, from: .hand) }
    }
    self.placement = placement
  }

  private static func value<Value: Sendable & Equatable>(
    _ option: String, _ invocation: Invocation, _ read: (String) -> Value?
  ) throws(WrongUse) -> Placement.Fact<Value>? {
    guard let text = invocation.values[option] else { return nil }
    guard let value = read(text) else {
      throw WrongUse(
        message: Phrase("\(option) does not take “\(text)”", "\(option) 不接受「\(text)」"), command: invocation.command)
    }
    return Placement.Fact(value, from: .hand)
  }

  func run() -> Int32 {
    do throws(ArchiveFailure) {
      let archive = try place.open()
      let found = try archive.reports(ReportFilter(words: words))
      guard found.count == 1, let report = found.first else {
        let names = found.prefix(10).map(\.document.name).joined(separator: ", ")
        console.complain(
          found.isEmpty
            ? Phrase("no document has these words", "沒有符合的文件")
            : Phrase("\(found.count) documents have these words: \(names)", "符合的文件有 \(found.count) 份：\(names)"))
        return Program.ExitCode.findings
      }
      let known = try archive.placement(of: report.document.id) ?? Placement()
      try archive.place(
        report.document.id, placement.completed(by: known), run: nil, at: UTCTime.now)
      guard let placed = try archive.reports(ReportFilter(words: [report.document.sha256])).first else {
        throw .damaged("a document is gone")
      }
      return console.print(json(of: [(placed, try archive.evidenceCount(of: placed))]))
    } catch {
      console.complain(error.sentence)
      return Program.ExitCode.findings
    }
  }
}
