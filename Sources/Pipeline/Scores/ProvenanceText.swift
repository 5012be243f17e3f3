import Archive
import ReportModel
import RuleBook
import Scoring

/// What a person is told of the archive behind a score.
package struct ProvenanceText {
  let provenance: ScoreProvenance
  let pack: Pack
  let language: Language

  package init(provenance: ScoreProvenance, pack: Pack, language: Language) {
    self.provenance = provenance
    self.pack = pack
    self.language = language
  }

  package var lines: [String] {
    [company, moment, industry]
      + provenance.grounds.otherwise.map { otherwise in
        let (name, other) = (otherwise.document.onOneLine, industryName(otherwise.industry))
        return Phrase("  but \(name) is placed in \(other)", "  但 \(name) 歸為\(other)")(language)
      }
  }

  private var company: String {
    let (id, name) = (provenance.company.text.onOneLine, provenance.name.onOneLine)
    return "\(id == name ? id : "\(id) \(name)") · \(scope)"
  }

  private var scope: String {
    let year = provenance.scope.window.reportYear
    switch provenance.scope {
    case .year:
      return Phrase("reports about \(year), all that have been seen", "\(year) 年度報告，計入所有已收文件")(language)
    case .round(let round):
      let day = round.cutOff.text
      return "\(round.id.text) \(round.names(language)) · "
        + Phrase("reports about \(year) uploaded by \(day)", "\(year) 年度報告，\(day) 以前上傳者")(language)
    }
  }

  private var moment: String {
    let (day, run) = (provenance.moment.day.text, provenance.moment.run)
    let rules = run.rules.prefix(12)
    return Phrase(
      "as of the end of \(day) UTC: run \(run.id.number), rules \(rules)",
      "截至 \(day)（UTC）：第 \(run.id.number) 次執行，規則 \(rules)")(language)
  }

  private var industry: String {
    switch provenance.grounds.industry {
    case .document(let name, let source):
      let (file, from) = (name.onOneLine, source.names)
      return Phrase("industry: told by \(from.english) (\(file))", "產業依據：\(from.chinese)（\(file)）")(language)
    case .companies: return Phrase("industry: told by the table of companies", "產業依據：公司名單")(language)
    case .asked: return Phrase("industry: as asked for", "產業依據：指令指定")(language)
    }
  }

  private func industryName(_ id: String) -> String {
    pack.industries.first { $0.id == id }?.names(language) ?? id
  }

  /// What stands behind each document that counts.
  package var documentNotes: [String] {
    provenance.documents.map { document in
      let kind = document.report.placement.kind.map { "; " + $0.value.names(language) } ?? ""
      let notes = kind + "; " + text(of: document.upload)
      guard document.notAsked > 0 else { return notes }
      let open = document.notAsked
      return notes
        + Phrase(
          "; was not asked \(open) items as a company of this industry by these rules (kaozheng place and ingest ask them)",
          "；有 \(open) 題未以此產業與規則詢問過（以 kaozheng place 與 ingest 補問）")(language)
    }
  }

  private func text(of upload: WindowDocuments.Upload) -> String {
    let day = upload.day.text
    switch upload.source {
    case .told(let source):
      return Phrase("uploaded \(day) (\(source.names.english))", "上傳 \(day)（\(source.names.chinese)）")(language)
    case .firstSeen:
      return Phrase("first seen \(day), upload not known", "首次收到 \(day)，上傳日不明")(language)
    }
  }

  package var leftOut: [String] {
    provenance.leftOut.map { document in
      let name = document.report.document.name.onOneLine
      return "  " + Phrase("left out: \(name): ", "未計入：\(name)：")(language) + document.reason.phrase(language)
    }
  }
}

extension WindowDocuments.Reason {
  /// As a person reads it.
  package var phrase: Phrase {
    switch self {
    case .unplaced(let open):
      let list = open.map(\.rawValue).joined(separator: ", ")
      return Phrase("not placed (\(list) not known)", "尚未歸屬（\(open.map(\.chinese).joined(separator: "、"))不明）")
    case .otherYear(let year): return Phrase("about \(year)", "屬 \(year) 年度")
    case .late(let upload):
      let day = upload.day.text
      switch upload.source {
      case .told: return Phrase("uploaded on \(day), after the last day", "\(day) 上傳，已逾截止日")
      case .firstSeen:
        return Phrase(
          "first seen on \(day), after the last day; its upload is not known", "\(day) 首次收到，已逾截止日（上傳日不明）")
      }
    case .superseded(let current):
      return Phrase("superseded by \(current.name)", "已由 \(current.name) 取代")
    }
  }

  /// As outputs for programs name it.
  var code: String {
    switch self {
    case .unplaced: "unplaced"
    case .otherYear: "other-year"
    case .late: "late"
    case .superseded: "superseded"
    }
  }
}

extension ScoreScope {
  /// `2025-1`; empty where it is no round.
  var code: String {
    switch self {
    case .year: ""
    case .round(let round): round.id.text
    }
  }
}

extension Placement.Question {
  fileprivate var chinese: String {
    switch self {
    case .company: "公司"
    case .year: "年度"
    case .kind: "種類"
    }
  }
}

extension Placement.Source {
  fileprivate var names: Phrase {
    switch self {
    case .hand: Phrase("hand", "人工指定")
    case .manifest: Phrase("the manifest", "清單")
    case .name: Phrase("the file's name", "檔名")
    case .document: Phrase("the document", "文件內容")
    }
  }
}

extension DocumentKind {
  fileprivate var names: Phrase {
    switch self {
    case .sustainability: Phrase("sustainability report", "永續報告書")
    case .tcfd: Phrase("TCFD report", "TCFD 報告書")
    case .annual: Phrase("annual report", "年報")
    case .web: Phrase("web page", "網頁")
    }
  }
}
