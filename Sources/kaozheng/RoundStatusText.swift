import Archive
import Pipeline
import ReportModel
import Scoring

/// How far a round has come, for a person: its days, its counts, a line for each company.
struct RoundStatusText {
  let status: RoundStatus
  let only: RoundStatus.Only?
  let language: Language

  private let counts: RoundStatus.Counts

  init(status: RoundStatus, only: RoundStatus.Only?, language: Language) {
    self.status = status
    self.only = only
    self.language = language
    counts = status.counts
  }

  var text: String {
    ([notice, head, days, ""] + sums + [""]).map { $0 + "\n" }.joined() + table + rest
  }

  private var notice: String { "\(ScoreReport.notice.chinese)  \(ScoreReport.notice.english)" }

  private var round: Round { status.round }

  private var head: String {
    let (id, year) = (round.id.text, String(round.reportYear))
    return "\(id) \(round.names(language)) · "
      + Phrase("reports about \(year)", "\(year) 年度報告")(language) + " · "
      + Phrase("as of \(status.day.text)", "截至 \(status.day.text)")(language)
  }

  // MARK: Days

  private var days: String {
    let cutOff = Phrase("uploads until \(round.cutOff.text)", "收件至 \(round.cutOff.text)")(language)
    let uploads = cutOff + distance(to: round.cutOff)
    guard let completion = round.completion.day else {
      return uploads + " · " + (round.completion.trouble ?? Phrase("", ""))(language)
    }
    return uploads + " · " + Phrase("done on \(completion.text)", "\(completion.text) 完成")(language)
      + distance(to: completion)
  }

  private func distance(to day: Day) -> String {
    let count = day.number - status.day.number
    let words =
      switch count {
      case 0: Phrase("today", "今日")
      case 1...: Phrase("\(count) days to go", "尚餘 \(count) 天")
      default: Phrase("over for \(-count) days", "已過 \(-count) 天")
      }
    return Phrase(" (\(words.english))", "（\(words.chinese)）")(language)
  }

  // MARK: Sums

  private var sums: [String] {
    func count(_ state: RoundStatus.State) -> Int { counts.states[state] ?? 0 }
    let (next, late) = (status.next?.id.text, counts.late)
    let fate = next.map { Phrase("count for \($0)", "計入 \($0)") } ?? Phrase("count for no round", "不計入任何輪次")
    return [
      Phrase(
        "Companies expected: \(counts.expected): in \(count(.complete)), partial \(count(.partial)), failed \(count(.failed)), missing \(count(.missing)). Not expected, but with documents: \(counts.unexpected)",
        "受評公司：\(counts.expected)：已收 \(count(.complete))、部分可讀 \(count(.partial))、讀取失敗 \(count(.failed))、未收 \(count(.missing))。非受評而有文件：\(counts.unexpected)"
      ),
      Phrase(
        "Documents that count: \(counts.counted). Superseded: \(counts.superseded). Too late: \(late) (\(fate.english)). Unplaced: \(counts.unplaced)",
        "計入文件：\(counts.counted)。已被取代：\(counts.superseded)。逾期：\(late)（\(fate.chinese)）。未歸屬：\(counts.unplaced)"),
      Phrase(
        "Upload day not known, taken to be the day on which it came in (*): \(counts.assumedDays)",
        "上傳日不明，以收到日視為上傳日（*）：\(counts.assumedDays)"),
      Phrase(
        "Reviewed: \(counts.counted - counts.unreviewed) documents begun (\(counts.itemsReviewed) of \(counts.itemsFound) items found in them, \(counts.itemsDisputed) disputed); unreviewed: \(counts.unreviewed)",
        "已覆核：\(counts.counted - counts.unreviewed) 份已開始（其有據 \(counts.itemsFound) 題中已覆核 \(counts.itemsReviewed) 題，意見不一 \(counts.itemsDisputed) 題）；未覆核：\(counts.unreviewed)"
      ),
    ].map { $0(language) }
  }

  // MARK: Companies

  private var table: String {
    let companies = status.only(only)
    if companies.isEmpty { return Phrase("no company\n", "沒有公司\n")(language) }
    let head = [Phrase("company", "公司"), Phrase("name", "名稱"), Phrase("state", "狀態"), Phrase("documents", "文件")]
    let rows = companies.map { company in
      [
        company.id.text.shortened(to: 24), company.name.shortened(to: 40), state(of: company),
        documents(of: company),
      ]
    }
    return TextTableFormat.lines([head.map { $0(language) }] + rows)
  }

  private func state(of company: RoundStatus.Company) -> String {
    let word = company.state.names(language)
    return company.isExpected ? word : word + Phrase(", not expected", "，非受評")(language)
  }

  private func documents(of company: RoundStatus.Company) -> String {
    var parts = company.counted.map(counted)
    parts += company.late.map { late in
      let (name, day) = (late.report.document.name, late.upload.day.text)
      return Phrase("too late: \(name) \(day)", "逾期：\(name) \(day)")(language) + mark(late.upload)
    }
    parts += company.superseded.map { superseded in
      let name = superseded.report.document.name
      return Phrase("superseded: \(name)", "已被取代：\(name)")(language)
    }
    parts += company.unplaced.map { report in
      Phrase("unplaced: \(report.document.name)", "未歸屬：\(report.document.name)")(language)
    }
    return parts.joined(separator: Phrase("; ", "；")(language))
  }

  private func counted(_ counted: WindowDocuments.Counted) -> String {
    let report = counted.report
    let text = "\(report.document.name) \(counted.upload.day.text)\(mark(counted.upload))"
    guard let failure = report.failure, report.status != .ok else { return text }
    let word = report.status == .failed ? Phrase("failed", "失敗") : Phrase("partial", "部分")
    return text + " (\(word(language)): \(failure.code.rawValue))"
  }

  private func mark(_ upload: WindowDocuments.Upload) -> String { upload.source == .firstSeen ? "*" : "" }

  // MARK: Documents of nobody

  private var rest: String {
    let reports = status.ownerless(only)
    if reports.isEmpty { return "" }
    let head = Phrase(
      "\nUnplaced, of no known company (say whose they are with kaozheng place):\n",
      "\n公司不明的文件（請以 kaozheng place 指明）：\n")
    return head(language) + reports.map { "  \($0.document.name)  \($0.firstSeen.text)*\n" }.joined()
  }
}
