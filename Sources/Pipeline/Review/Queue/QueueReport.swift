import Archive
import ReportModel
import Review
import RuleBook
import Scoring

/// A queue, or a part of it, to be printed.
package struct QueueReport {
  package let queue: ReviewQueue
  let pack: Pack
  let names: [CompanyID: String]
  private let choice: Choice

  /// What is not said is not asked.
  package struct Choice: Sendable {
    package var kinds: Set<QueueEntry.Kind>
    package var company: CompanyID?
    package var item: String?
    package var most: Int?
    /// Whether each item's sample is told.
    package var tellsSamples: Bool

    package init(
      kinds: Set<QueueEntry.Kind> = [], company: CompanyID? = nil, item: String? = nil, most: Int? = nil,
      tellsSamples: Bool = false
    ) {
      self.kinds = kinds
      self.company = company
      self.item = item
      self.most = most
      self.tellsSamples = tellsSamples
    }
  }

  package init(_ queue: ReviewQueue, pack: Pack, names: [CompanyID: String], _ choice: Choice) {
    self.queue = queue
    self.pack = pack
    self.names = names
    self.choice = choice
  }

  /// The same with the causes of what is shown.
  package func explained(by reader: QueueReader) throws(ComparisonFailure) -> QueueReport {
    var report = self
    report.told = try reader.explained(shown, of: queue)
    return report
  }

  private var told: [QueueEntry]?

  var chosen: [QueueEntry] {
    queue.entries.filter { entry in
      (choice.kinds.isEmpty || choice.kinds.contains(entry.reason.kind))
        && (choice.company == nil || choice.company == entry.company)
        && (choice.item == nil || choice.item == entry.item)
    }
  }

  var shown: [QueueEntry] { told ?? choice.most.map { Array(chosen.prefix($0)) } ?? chosen }

  var samples: [SampledItem] {
    choice.tellsSamples ? queue.samples.filter { choice.item == nil || choice.item == $0.item } : []
  }
}

/// A queue for a person: what is first, why, and what hangs on it.
package func text(of report: QueueReport, in language: Language) -> ByteBuffer {
  let wording = QueueWording(report.pack, in: language)
  let queue = report.queue
  let compared =
    queue.earlier.map {
      Phrase(", compared with run \($0.number)", "，與第 \($0.number) 次相比")
    } ?? Phrase(", the first of all", "，為首次執行")
  var lines = [
    "\(ScoreReport.notice.chinese)  \(ScoreReport.notice.english)",
    "\(report.pack.names(language)) (\(report.pack.id)) · "
      + (Phrase("run \(queue.run.number)", "第 \(queue.run.number) 次執行") + compared)(language),
    progress(queue.progress, wording, language), "",
  ]
  for entry in report.shown {
    let company = entry.company?.label(in: report.names)
    let page = entry.after ?? entry.before
    let place = [company, entry.document.name, page.map { Phrase("p. \($0.page)", "第 \($0.page) 頁")(language) }]
    lines.append(
      "\(entry.id.text)  \(place.compactMap { $0 }.joined(separator: " · ").onOneLine)  \(entry.item) \(wording.name(ofItem: entry.item))"
    )
    let later = entry.isPostponed ? Phrase(" · put off", " · 已延後")(language) : ""
    lines.append("    \(wording.text(entry.reason).onOneLine) · \(wording.text(entry.effect))\(later)")
    lines += quotes(entry.reason)
  }
  let rest = report.chosen.count - report.shown.count
  if rest > 0 { lines += ["", Phrase("and \(rest) more (--limit)", "另有 \(rest) 件（--limit）")(language)] }
  if !queue.newYears.isEmpty {
    let names = queue.newYears.map(\.document.name).joined(separator: ", ")
    lines += ["", Phrase("reports of a new year, no changes: \(names)", "新年度報告（非變動）：\(names)")(language).onOneLine]
  }
  for sample in report.samples {
    lines.append("\(sample.item) \(wording.name(ofItem: sample.item)): \(wording.text(sample))")
  }
  return ByteBuffer(lines: lines)
}

private func progress(_ progress: ReviewQueue.Progress, _ wording: QueueWording, _ language: Language) -> String {
  let parts = QueueEntry.Kind.allCases.compactMap { kind -> String? in
    guard let open = progress.open[kind], open > 0 else { return nil }
    return "\(wording.text(kind)) \(open)"
  }
  let head = Phrase(
    "\(progress.allDecided) of \(progress.all) decided", "已決定 \(progress.allDecided) 件，共 \(progress.all) 件")
  return ([head(language)] + parts).joined(separator: " · ")
}

/// The words themselves, where there are two of them to compare.
private func quotes(_ reason: QueueEntry.Reason) -> [String] {
  guard case .change(let change, _) = reason else { return [] }
  func line(_ sign: String, _ placed: PlacedEvidence?) -> [String] {
    guard let evidence = placed?.evidence else { return [] }
    let value = evidence.value.map { "[\($0.plain)\($0.unit)] " } ?? ""
    return ["    \(sign) \(value)\(evidence.quote.onOneLine)"]
  }
  return line("-", change.before) + line("+", change.after)
}

/// A queue for a program.
package func json(of report: QueueReport) -> ByteBuffer {
  var json = JSONWriter()
  let queue = report.queue
  json.object { json in
    json.key("official")
    json.value(false)
    json.names("notice", ScoreReport.notice)
    json.text("engine", engineVersion)
    json.text("pack", report.pack.id)
    json.number("run", queue.run.number)
    if let earlier = queue.earlier { json.number("since", earlier.number) }
    json.number("decided", queue.progress.allDecided)
    json.number("all", queue.progress.all)
    json.key("entries")
    json.list { json in
      for entry in report.shown { json.object { $0.entry(entry, report.names) } }
    }
    json.key("newYears")
    json.list { json in
      for new in queue.newYears {
        json.object { json in
          json.text("document", new.document.sha256)
          json.text("name", new.document.name)
          json.text("company", new.company?.text ?? "")
          json.number("after", new.after)
        }
      }
    }
    json.key("samples")
    json.list { json in
      for sample in queue.samples { json.object { $0.sample(sample) } }
    }
  }
  json.endLine()
  return json.buffer
}

extension JSONWriter {
  fileprivate mutating func entry(_ entry: QueueEntry, _ names: [CompanyID: String]) {
    text("id", entry.id.text)
    text("kind", entry.reason.kind.rawValue)
    text("document", entry.document.sha256)
    text("name", entry.document.name)
    text("company", entry.company?.text ?? "")
    text("companyName", entry.company.flatMap { names[$0] } ?? "")
    text("item", entry.item)
    if let page = entry.after?.page { number("page", page) }
    if let page = entry.before?.page { number("pageBefore", page) }
    reason(entry.reason)
    key("effect")
    object { json in
      json.range("before", entry.effect.before)
      json.range("after", entry.effect.after)
      json.text("rateBefore", entry.effect.rateBefore.text)
      json.text("rateAfter", entry.effect.rateAfter.text)
      json.texts("moves", entry.effect.moves.map { "\($0.direction.rawValue) \($0.list.rawValue)" })
    }
    if entry.isPostponed {
      key("postponed")
      value(true)
    }
  }

  private mutating func reason(_ reason: QueueEntry.Reason) {
    switch reason {
    case .change(let change, let cause): self.change(change, cause)
    case .dispute(let steps): numbers("steps", steps)
    case .confirmation(let step): number("step", step)
    case .sample(let place, let count):
      number("place", place)
      number("of", count)
    case .ambiguous(let doubts):
      for doubt in doubts.all {
        switch doubt {
        case .kinds(let kinds): texts("kinds", kinds.map(\.rawValue))
        case .rivals(let values): texts("rivals", values)
        }
      }
    case .unreadable(let pages): numbers("pages", pages)
    case .edge(let edge):
      text("by", edge.measure.code)
      text("side", edge.side.rawValue)
      text("points", edge.distance.figure.plain)
    }
  }

  private mutating func change(_ change: Change, _ cause: Cause) {
    switch change {
    case .appeared: text("change", "appeared")
    case .vanished: text("change", "vanished")
    case .altered(_, _, let differences):
      text("change", "altered")
      texts("differences", differences.sorted().map(\.rawValue))
    case .state(let from, let to):
      text("change", "state")
      text("from", from?.rawValue ?? "")
      text("to", to?.rawValue ?? "")
    }
    texts("causes", cause.factors.sorted().map(\.rawValue))
    key("causeIsTold")
    value(cause.isTold)
    if let before = change.before?.evidence { told("was", before) }
    if let after = change.after?.evidence { told("is", after) }
  }

  private mutating func told(_ name: StaticString, _ evidence: Evidence) {
    key(name)
    object { json in
      json.text("quote", evidence.quote)
      json.text("value", evidence.value?.plain ?? "")
      json.text("unit", evidence.value?.unit ?? "")
      json.text("year", evidence.year)
    }
  }

  fileprivate mutating func sample(_ sample: SampledItem) {
    text("item", sample.item)
    number("found", sample.population)
    number("drawn", sample.drawn)
    number("reviewed", sample.reviewed)
    number("right", sample.right)
    number("leastRight", sample.leastRight)
  }

  private mutating func numbers(_ name: StaticString, _ numbers: [Int]) {
    key(name)
    list { json in
      for number in numbers { json.value(number) }
    }
  }
}
