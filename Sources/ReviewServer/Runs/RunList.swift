import Archive
import ReportModel

extension RouteTable {
  static let runs: [Route] = [
    .get("runs") { visit throws(ArchiveFailure) in .page(try RunList(visit).page) }
  ]
}

/// What was done to the archive: every run with the engines and rules that it went by.
struct RunList {
  private let visit: Visit
  private let runs: [RunRecord]

  init(_ visit: Visit) throws(ArchiveFailure) {
    self.visit = visit
    runs = try visit.archive.runs().sorted { $0.id > $1.id }
  }

  var page: Page {
    let paging = Paging(visit, count: runs.count)
    return Page(visit.say("Runs", "執行"), in: .runs, keys: Paging.keys) {
      HTML(.h1) { visit.say("Runs", "執行") }
      HTML(.p, .class("lead")) {
        visit.say(
          "Every run keeps what it found; kaozheng diff lays any two side by side.", "每次執行的結果都保留；kaozheng diff 可比較任意兩次。"
        )
      }
      HTML.sheet {
        visit.heads([
          (Phrase("run", "執行"), .number), (Phrase("command", "指令"), .text), (Phrase("began", "開始"), .text),
          (Phrase("ended", "結束"), .text), (Phrase("reports", "報告書"), .number), (Phrase("problems", "問題"), .number),
          (Phrase("rules", "規則"), .text),
        ])
        HTML(.tbody) {
          for run in paging.part(runs) { row(run) }
        }
      }
      paging.html(visit)
    }
  }

  private func row(_ run: RunRecord) -> HTML {
    HTML(.tr) {
      HTML.figure(String(run.id.number))
      HTML.cell(run.command)
      HTML.cell(run.started)
      HTML.cell(run.ended ?? visit.say("at work", "進行中"))
      HTML.figure(String(run.documents))
      HTML.figure(String(run.problems))
      HTML(.td) { HTML(.code) { String(run.rules.prefix(12)) } }
    }
  }
}
