import Archive
import Pipeline
import ReportModel

/// What an ingest says while it works and when it is done: to a person, or as events, one a line.
struct IngestReport {
  let console: Console
  let asJSON: Bool
  let showsProgress: Bool
  let manifest: ManifestChoice

  func tell(_ event: IngestEvent) {
    switch event {
    case .found(let files):
      if asJSON { emit("found") { json in json.number("files", files) } }
    case .manifest(let findings): manifest.complain(findings, on: console)
    case .hashed(let done, let all):
      progress(Phrase("looking at files: \(done)/\(all)", "檢視檔案：\(done)/\(all)"))
    case .planned(let counts):
      guard asJSON else { return }
      emit("planned") { json in
        json.number("read", counts.read)
        json.number("rematch", counts.rematch)
        json.number("known", counts.known)
      }
    case .document(let document): if asJSON { print(json(of: document)) }
    case .problem(let problem): if asJSON { print(json(of: problem)) }
    case .progress(let state): progress(line(state))
    case .waiting(let documents):
      progress(Phrase("waiting for \(documents) documents of another run", "等待另一次執行處理 \(documents) 份文件"))
    }
  }

  private func progress(_ text: Phrase) {
    if showsProgress { console.progress(text) }
  }

  private func line(_ state: IngestProgress) -> Phrase {
    let seconds = Double(state.elapsed.components.seconds) + 0.001
    let rate = Int(Double(state.pages) / seconds)
    let left = state.done == 0 ? 0 : Int(seconds * Double(state.of - state.done) / Double(state.done))
    let time = left >= 120 ? Phrase("\(left / 60) min", "\(left / 60) 分") : Phrase("\(left) s", "\(left) 秒")
    return Phrase(
      "\(state.done)/\(state.of) reports, \(state.pages) pages, \(rate) pages/s, ",
      "\(state.done)/\(state.of) 份報告，\(state.pages) 頁，每秒 \(rate) 頁，還需")
      + time + Phrase(" left, \(state.failed) failed", "，\(state.failed) 份失敗")
  }

  // MARK: The end

  func end(_ summary: IngestSummary) {
    if showsProgress { console.clearProgress() }
    guard !asJSON else { return emit("end") { json in json.summary(summary) } }
    var lines = table(summary)
    for document in summary.documents where document.status != .ok {
      guard let failure = document.failure else { continue }
      lines.append("  \(document.path): \(failure.sentence(in: console.language))")
    }
    for problem in summary.problems {
      lines.append("  \(problem.path): \(problem.failure.sentence(in: console.language))")
    }
    print(lines.joined(separator: "\n") + "\n")
  }

  private func table(_ summary: IngestSummary) -> [String] {
    let count = { (outcome: Outcome) in summary.documents.filter { $0.outcome == outcome && $0.status == .ok }.count }
    let status = { (status: ReadingStatus) in summary.documents.filter { $0.status == status }.count }
    let rows: [(Phrase, Int)] = [
      (Phrase("read", "新讀取"), count(.read)), (Phrase("asked again", "重新比對"), count(.rematched)),
      (Phrase("known already", "先前已讀"), count(.unchanged)),
      (Phrase("same contents again", "內容重複"), summary.duplicates),
      (Phrase("read in part", "部分讀取"), status(.partial)), (Phrase("failed", "失敗"), status(.failed)),
      (Phrase("not to be opened", "無法開啟"), summary.problems.count),
    ]
    let pages = summary.documents.reduce(0) { $0 + $1.pages }
    let seconds = summary.elapsed.components.seconds
    let number = summary.run.number
    let size = Phrase(
      "run \(number): \(summary.documents.count) reports, \(pages) pages, \(seconds) s",
      "第 \(number) 次執行：\(summary.documents.count) 份報告，\(pages) 頁，\(seconds) 秒")
    let ending: Phrase =
      switch summary.ending {
      case .done: Phrase("", "")
      case .stopped, .failed, .killed:
        Phrase(
          "; stopped: what is listed is stored, the rest is for the next run", "；已中止：列出者均已存入，其餘留待下次執行")
      }
    return [(size + ending)(console.language)]
      + rows.filter { $0.1 > 0 }.map { "  " + $0.0(console.language).padded(to: 22) + String($0.1) }
  }

  // MARK: Events

  private func emit(_ event: String, _ body: (inout JSONWriter) -> Void) {
    var json = JSONWriter()
    json.object { json in
      json.text("event", event)
      body(&json)
    }
    json.endLine()
    _ = console.print(json.buffer)
  }

  private func print(_ text: String) { _ = console.print(text) }
  private func print(_ buffer: ByteBuffer) { _ = console.print(buffer) }

  private func json(of document: IngestedDocument) -> ByteBuffer {
    var json = JSONWriter()
    json.object { json in
      json.text("event", "document")
      json.text("path", document.path)
      json.text("sha256", document.sha256)
      json.text("outcome", document.outcome.rawValue)
      json.text("status", document.status.rawValue)
      json.number("pages", document.pages)
      json.failureIfAny(document.failure)
    }
    json.endLine()
    return json.buffer
  }

  private func json(of problem: IngestProblem) -> ByteBuffer {
    var json = JSONWriter()
    json.object { json in
      json.text("event", "problem")
      json.text("path", problem.path)
      json.failureIfAny(problem.failure)
    }
    json.endLine()
    return json.buffer
  }
}

extension JSONWriter {
  fileprivate mutating func summary(_ summary: IngestSummary) {
    number("run", summary.run.number)
    text("ending", summary.ending.rawValue)
    number("documents", summary.documents.count)
    number("duplicates", summary.duplicates)
    for status in ReadingStatus.allCases {
      key(status.key)
      value(summary.documents.filter { $0.status == status }.count)
    }
    number("problems", summary.problems.count)
  }
}

extension ReadingStatus {
  fileprivate var key: StaticString {
    switch self {
    case .ok: "ok"
    case .partial: "partial"
    case .failed: "failed"
    }
  }
}
