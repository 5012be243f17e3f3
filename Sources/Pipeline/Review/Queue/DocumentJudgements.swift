import Archive
import ReportModel
import Review

/// What reviewers made of a document, in short.
struct DocumentJudgements: Equatable {
  /// Evidence and states of which somebody said anything.
  var marks: [Mark] = []
  /// Items on which reviewers differ, with their steps.
  var disputes: [Dispute] = []
  /// Decisions of earlier texts of which somebody has to say where they hold.
  var asking: [Asking] = []

  static let none = DocumentJudgements()

  struct Mark: Equatable {
    let item: String
    let matter: Matter
    let kind: Kind
    /// The last step that says so.
    let step: Int
  }

  enum Matter: Hashable {
    /// The place among what the rules found, and by what the words are known again.
    case found(rank: Int, words: String)
    /// What only people hold to, by its words.
    case held(words: String)
    case state
  }

  enum Kind: String, CaseIterable {
    case postponed, accepted, rejected, corrected, disputed
  }

  struct Dispute: Equatable {
    let item: String
    let steps: [Int]
  }

  struct Asking: Equatable {
    let item: String
    let step: Int
  }

  init() {}

  init(_ report: ReviewedReport) {
    for item in report.items {
      var steps: [Int] = []
      add(item.judgement, of: item.state.item, .state, &steps)
      var rank = 0
      for line in item.evidence {
        let words = Self.words(line.entry)
        switch line.entry.origin {
        case .found:
          add(line.entry.judgement, of: line.entry.item, .found(rank: rank, words: words), &steps)
          rank += 1
        case .kept, .added: add(line.entry.judgement, of: line.entry.item, .held(words: words), &steps)
        }
      }
      if !steps.isEmpty { disputes.append(Dispute(item: item.state.item, steps: steps.sorted())) }
    }
    asking = report.asking.filter { !$0.isOrphaned }.map {
      Asking(item: $0.decision.item, step: $0.decision.opinion.step)
    }
  }

  private mutating func add(_ judgement: Judgement, of item: String, _ matter: Matter, _ disputed: inout [Int]) {
    guard let step = judgement.opinions.map(\.step).max(), let kind = Kind(judgement) else { return }
    marks.append(Mark(item: item, matter: matter, kind: kind, step: step))
    if kind == .disputed { disputed += judgement.opinions.map(\.step) }
  }

  private static func words(_ entry: ReportReview.Entry) -> String {
    switch entry.origin {
    case .found(let placed): words(of: placed.evidence)
    case .kept(let words, let key, _): "\(key.lowerBound) \(words.printed)"
    case .added(_, let step): "\(step)"
    }
  }

  /// By what words are known again in one text.
  static func words(of evidence: Evidence) -> String {
    "\(evidence.quoteRanges.first?.lowerBound ?? 0) \(evidence.printed)"
  }
}

extension DocumentJudgements.Kind {
  fileprivate init?(_ judgement: Judgement) {
    switch judgement {
    case .open: return nil
    case .postponed: self = .postponed
    case .disputed: self = .disputed
    case .agreed(.accept, _): self = .accepted
    case .agreed(.reject, _): self = .rejected
    case .agreed(.correct, _): self = .corrected
    case .agreed(.postpone, _): self = .postponed
    }
  }

  /// Whether somebody has decided.
  var isDecided: Bool {
    switch self {
    case .postponed: false
    case .accepted, .rejected, .corrected, .disputed: true
    }
  }
}

/// Reads what reviewers made of documents; told once for all that was decided of each.
struct JudgementMemory {
  private let archive: ArchiveFile
  private let log: DecisionLog
  private let last: [String: Int]
  private let earlier: [String: [String]]
  private var fresh: [(key: String, body: [UInt8])] = []

  /// - Parameters:
  ///   - last: of each document the last step that is about it.
  ///   - earlier: for each document those that it takes the place of.
  init(_ archive: ArchiveFile, _ log: DecisionLog, last: [String: Int], earlier: [String: [String]]) {
    self.archive = archive
    self.log = log
    self.last = last
    self.earlier = earlier
  }

  mutating func judgements(of report: ReportRecord) throws(ArchiveFailure) -> DocumentJudgements {
    let replaced = earlier[report.document.sha256] ?? []
    let steps = ([report.document.sha256] + replaced).compactMap { document in last[document].map { (document, $0) } }
    guard !steps.isEmpty else { return .none }
    let marks = steps.map { "\($0) \($1)" }.joined(separator: " ")
    let key =
      "judged 1 \(ProgramMark.current) \(report.document.sha256) \(report.basis.number) \(report.sheet.number) \(marks)"
    if let body = try archive.remembered(key), let known = try? DocumentJudgements(bytes: body) { return known }
    let answers = try ReviewedAnswers(
      try archive.answers(of: report), of: report, replacing: replaced, log, in: archive)
    let found = DocumentJudgements(ReviewedReport(report, answers))
    fresh.append((key, found.bytes))
    return found
  }

  /// What is not kept only costs time the next time.
  mutating func keep() {
    try? archive.remember(fresh)
    fresh = []
  }
}

extension DocumentJudgements {
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.putShort(marks.count)
    for mark in marks {
      writer.put(mark.item)
      switch mark.matter {
      case .state: writer.putShort(-2)
      case .held(let words):
        writer.putShort(-1)
        writer.put(words)
      case .found(let rank, let words):
        writer.putShort(rank)
        writer.put(words)
      }
      writer.put(mark.kind.rawValue)
      writer.putShort(mark.step)
    }
    writer.putShort(disputes.count)
    for dispute in disputes {
      writer.put(dispute.item)
      writer.putShorts(dispute.steps)
    }
    writer.putShort(asking.count)
    for asked in asking {
      writer.put(asked.item)
      writer.putShort(asked.step)
    }
    return writer.bytes
  }

  init(bytes: [UInt8]) throws(ByteFault) {
    var reader = ByteReader(bytes)
    for _ in 0..<max(0, try reader.takeShort()) { marks.append(try Self.mark(&reader)) }
    for _ in 0..<max(0, try reader.takeShort()) {
      disputes.append(Dispute(item: try reader.takeString(), steps: try reader.takeShorts()))
    }
    for _ in 0..<max(0, try reader.takeShort()) {
      asking.append(Asking(item: try reader.takeString(), step: try reader.takeShort()))
    }
    guard reader.isAtEnd else { throw ByteFault() }
  }

  private static func mark(_ reader: inout ByteReader) throws(ByteFault) -> Mark {
    let item = try reader.takeString()
    let rank = try reader.takeShort()
    let matter: Matter =
      switch rank {
      case -2: .state
      case -1: .held(words: try reader.takeString())
      default: .found(rank: rank, words: try reader.takeString())
      }
    guard let kind = Kind(rawValue: try reader.takeString()) else { throw ByteFault() }
    return Mark(item: item, matter: matter, kind: kind, step: try reader.takeShort())
  }
}
