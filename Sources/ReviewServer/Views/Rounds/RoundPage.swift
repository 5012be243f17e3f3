import Archive
import Pipeline
import ReportModel
import Scoring

/// The board of a round: who is expected, who is in, what could not be read, what came too late or was corrected.
struct RoundPage {
  private let visit: Visit
  private let state: ViewState
  private let round: Round
  private let status: RoundStatus
  private let counts: RoundStatus.Counts
  private let only: RoundStatus.Only?
  private let companies: [RoundStatus.Company]

  init(_ visit: Visit, _ reader: ViewReader) throws(ViewFailure) {
    self.visit = visit
    let state = try reader.state()
    let named = visit.place("round")
    guard let round = RoundID(named).flatMap(state.plan.round) else {
      let list = state.plan.ids.map { "YEAR-\($0)" }.joined(separator: ", ")
      throw .notFound(
        Phrase("There is no round “\(named)” (they are called \(list)).", "沒有輪次「\(named)」（格式：\(list)）。"))
    }
    let status = try reader.status(of: round, state)
    let only = RoundStatus.Only(rawValue: visit.asked("only"))
    (self.state, self.round, self.status, self.only) = (state, round, status, only)
    counts = status.counts
    let words = visit.asked("q").comparable
    companies = status.only(only).filter { company in
      words.isEmpty || company.id.text.comparable.contains(words) || company.name.comparable.contains(words)
    }
  }

  /// The round that one looks at first: the one that is running, or the last one that any document is for.
  static func first(_ state: ViewState) -> Round? {
    let years = Set(state.companies.flatMap(\.reports).compactMap { $0.placement.year?.value })
    let running = state.plan.running(on: state.moment.day)
    if let running, years.contains(running.reportYear) { return running }
    return state.months.first.flatMap(state.plan.inForce) ?? running
  }

  var page: Page {
    Page("\(round.id.text) \(round.names(visit.language))", in: .rounds, keys: Paging.keys) {
      HTML(.h1) { "\(round.id.text) \(round.names(visit.language))" }
      visit.notice
      HTML(.p, .class("lead")) { days }
      neighbours
      progress
      tiles
      visit.choosing(here, keeping: [(name: "only", value: visit.asked("only"))]) {
        visit.search("q", Phrase("number or name", "代號或名稱"))
      }
      table
      rest
    }
  }

  private var here: Link { Link("rounds", round.id.text) }

  // MARK: Days

  private var days: String {
    let year = String(round.reportYear)
    let parts = [
      visit.say("reports about \(year)", "\(year) 年度報告"),
      visit.say("uploads until \(round.cutOff.text)", "收件至 \(round.cutOff.text)") + distance(to: round.cutOff),
      round.completion.day.map { day in
        visit.say("done on \(day.text)", "\(day.text) 完成") + distance(to: day)
      } ?? round.completion.trouble.map(visit.say) ?? "",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func distance(to day: Day) -> String {
    let count = day.number - status.day.number
    return switch count {
    case 0: visit.say(" (today)", "（今日）")
    case 1...: visit.say(" (\(count) days to go)", "（尚餘 \(count) 天）")
    default: visit.say(" (over for \(-count) days)", "（已過 \(-count) 天）")
    }
  }

  private var neighbours: HTML {
    let all = state.plan.rounds(of: (round.id.year - 1)...(round.id.year + 1))
    return visit.tabs(
      all.map { other in
        (
          name: Phrase(other.id.text, other.id.text), link: Link("rounds", other.id.text),
          isCurrent: other.id == round.id
        )
      })
  }

  // MARK: Counts

  private func count(_ state: RoundStatus.State) -> Int { counts.states[state] ?? 0 }

  @HTMLBuilder private var progress: HTML {
    if counts.expected == 0 {
      HTML(.p, .class("soft", "small")) {
        visit.say(
          "Nobody has said which companies are expected: kaozheng companies takes in their table.",
          "尚未指定受評公司，可用 kaozheng companies 匯入名單。")
      }
    } else {
      PartsBar(parts: [
        PartsBar.Part(name: "in", count: count(.complete)), PartsBar.Part(name: "partial", count: count(.partial)),
        PartsBar.Part(name: "failed", count: count(.failed)), PartsBar.Part(name: "missing", count: count(.missing)),
      ]).html
    }
  }

  private var tiles: HTML {
    let tiles: [(RoundStatus.Only?, Int, Phrase)] = [
      counts.expected > 0
        ? (nil, counts.expected, Phrase("expected", "受評公司"))
        : (nil, status.companies.count, Phrase("companies", "公司")), (.complete, count(.complete), Phrase("in", "已收")),
      (.partial, count(.partial), Phrase("partial", "部分可讀")), (.failed, count(.failed), Phrase("failed", "讀取失敗")),
      (.missing, count(.missing), Phrase("missing", "未收")),
      (.unreviewed, counts.unreviewed, Phrase("documents not reviewed", "未覆核文件")),
      (.superseded, counts.superseded, Phrase("superseded", "已被取代")), (.late, counts.late, Phrase("too late", "逾期")),
      (.unplaced, counts.unplaced, Phrase("unplaced", "未歸屬")),
      (.assumedDay, counts.assumedDays, Phrase("upload day not known", "上傳日不明")),
      (.unexpected, counts.unexpected, Phrase("not expected", "非受評而有文件")),
    ]
    return HTML(.nav, .class("tiles"), .label(visit.say("Show only", "只顯示"))) {
      for (filter, count, name) in tiles { tile(filter, count, name) }
    }
  }

  private func tile(_ filter: RoundStatus.Only?, _ count: Int, _ name: Phrase) -> HTML {
    let link = here.with("only", filter?.rawValue)
    let isChosen = filter == only
    return HTML(
      .a, [.classes(["tile", isChosen ? "current" : nil]), .href(link), .data("row")] + (isChosen ? [.isCurrent] : [])
    ) {
      HTML(.strong) { String(count) }
      HTML(.span) { visit.say(name) }
    }
  }

  // MARK: Companies

  @HTMLBuilder private var table: HTML {
    if companies.isEmpty {
      HTML(.p, .class("empty")) { visit.say("No company.", "沒有公司。") }
    } else {
      let paging = Paging(visit, count: companies.count)
      HTML.sheet {
        visit.heads([
          (Phrase("Company", "公司"), .text), (Phrase("State", "狀態"), .text), (Phrase("Documents", "文件"), .text),
          (Phrase("Uploaded", "上傳"), .text),
        ])
        HTML(.tbody) { for company in paging.part(companies) { line(company) } }
      }
      paging.html(visit)
      if counts.assumedDays > 0 {
        HTML(.p, .class("soft", "small")) {
          visit.say(
            "* upload day not known: the day on which the archive first saw it.", "* 上傳日不明，以首次收到日計。")
        }
      }
    }
  }

  private func line(_ company: RoundStatus.Company) -> HTML {
    HTML(.tr) {
      HTML(.td, .class("name")) { visit.link(to: company.id, company.name, [(name: "of", value: round.id.text)]) }
      HTML(.td, .class("nowrap")) {
        chip(company.state)
        if !company.isExpected {
          " "
          HTML(.span, .class("chip", "dashed")) { visit.say("not expected", "非受評") }
        }
      }
      HTML(.td, .class("wide")) {
        for (place, counted) in company.counted.enumerated() {
          if place > 0 { HTML(.br) }
          document(counted.report)
        }
        for late in company.late { left(late.report, visit.say("too late", "逾期")) }
        for superseded in company.superseded {
          left(
            superseded.report, visit.say("superseded by \(superseded.current.name)", "已由 \(superseded.current.name) 取代")
          )
        }
        for report in company.unplaced { left(report, visit.say("unplaced", "未歸屬")) }
      }
      HTML(.td, .class("nowrap")) {
        company.counted.map { day($0.upload) }.joined(separator: ", ")
      }
    }
  }

  private func chip(_ state: RoundStatus.State) -> HTML {
    let style: StaticString? =
      switch state {
      case .complete: "good"
      case .partial: "doubt"
      case .failed: "bad"
      case .missing: nil
      }
    return HTML(.span, .classes(["chip", style])) { visit.say(state.names) }
  }

  private func day(_ upload: WindowDocuments.Upload) -> String {
    upload.day.text + (upload.source == .firstSeen ? "*" : "")
  }

  private func document(_ report: ReportRecord) -> HTML {
    HTML(.a, .href(.report(report.document.sha256))) { report.document.name }.followed(
      by: report.failure.map { failure in
        HTML(.span, .class("bad", "small")) { " " + failure.sentence(in: visit.language) }
      } ?? HTML())
  }

  private func left(_ report: ReportRecord, _ why: String) -> HTML {
    HTML(.div, .class("small", "soft")) {
      HTML(.a, .href(.report(report.document.sha256))) { report.document.name }
      " · " + why
    }
  }

  // MARK: Documents of nobody

  @HTMLBuilder private var rest: HTML {
    let reports = status.ownerless(only)
    if !reports.isEmpty {
      HTML(.h2) { visit.say("Of no known company", "公司不明的文件") }
      HTML(.p, .class("soft", "small")) {
        visit.say("Say whose they are with kaozheng place.", "請以 kaozheng place 指明歸屬。")
      }
      HTML.sheet {
        HTML(.tbody) {
          for report in reports.prefix(Paging.size) {
            HTML(.tr) {
              HTML(.td) { document(report) }
              HTML(.td, .class("wide")) { report.firstSeen.text }
            }
          }
        }
      }
    }
  }
}
