import Archive
import Pipeline
import ReportModel

/// `kaozheng review queue`: what there is to review, the weightiest first.
struct ReviewQueueCommand {
  private let console: Console
  private let invocation: Invocation
  private let choice: ArchiveChoice
  private let options: QueueReader.Options
  private let most: Int?
  private let kinds: Set<QueueEntry.Kind>

  /// As many as a person looks at on one screen.
  private static let usual = 20

  init(_ invocation: Invocation, environment: (String) -> String?, console: Console) throws(WrongUse) {
    self.console = console
    self.invocation = invocation
    choice = try ArchiveChoice(invocation, environment: environment, console: console)
    var options = QueueReader.Options()
    options.since = try choice.number("--since").map { RunID($0) }
    if let size = try choice.number("--sample") { options.sampleSize = size }
    self.options = options
    let limit = try choice.number("--limit")
    most = limit ?? (ReportFormat(invocation) == .text ? Self.usual : nil)
    kinds = Set(invocation.values["--kind"].flatMap(QueueEntry.Kind.init(rawValue:)).map { [$0] } ?? [])
  }

  func run() throws(WrongUse) -> Int32 {
    try choice.run { opened throws(ArchiveChoice.Trouble) in
      let company = try choice.company(opened)?.id
      let item = try choice.item(opened)
      let rules = opened.rules
      let reader = QueueReader(rules.archive, at: rules.moment, pack: rules.pack, in: rules.book, options)
      let report = try ArchiveChoice.Trouble.comparing { () throws(ComparisonFailure) in
        try QueueReport(
          try reader.queue(), pack: rules.pack, names: opened.scorer.names,
          QueueReport.Choice(
            kinds: kinds, company: company, item: item, most: most, tellsSamples: invocation.has("--samples"))
        ).explained(by: reader)
      }
      switch ReportFormat(invocation) {
      case .json: return console.print(json(of: report))
      case .text, .csv: return console.print(text(of: report, in: console.language))
      }
    }
  }
}
