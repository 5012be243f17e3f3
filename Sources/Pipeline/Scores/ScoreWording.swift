import ReportModel
import RuleBook
import Scoring

/// Why items are not known, or do not apply, in words that every output of scores shares.
package struct ScoreWording {
  let pack: Pack
  let language: Language

  package init(pack: Pack, language: Language) {
    self.pack = pack
    self.language = language
  }

  package func reason(_ doubt: DocumentAnswer.Doubt) -> String {
    switch doubt {
    case .document(let failure):
      return Phrase("not read: ", "無法讀取：")(language) + failure.sentence(in: language).onOneLine
    case .pages(let pages):
      let list = pageList(pages)
      return Phrase("may stand on pages \(list), which have no usable text", "可能在第 \(list) 頁，該頁沒有可用文字")(language)
    case .unreadPages(let pages):
      let list = pageList(pages)
      return Phrase("pages \(list) were not read", "第 \(list) 頁未讀取")(language)
    case .abandonedRules(let rules):
      let list = rules.joined(separator: ", ")
      return Phrase("these rules had to be stopped: \(list)", "下列規則中止：\(list)")(language)
    case .notAsked:
      return Phrase("no rule looks for it, or the document was not asked", "沒有規則尋找此題，或此文件未經詢問")(language)
    }
  }

  package func reason(_ exemption: Outcome.Exemption) -> String {
    switch exemption {
    case .industry: return Phrase("not asked of this industry", "此產業不適用")(language)
    case .activities(let missing):
      let names = missing.map { id in pack.activities.first { $0.id == id }?.names(language) ?? id }
      let list = names.joined(separator: Phrase(", ", "、")(language))
      return Phrase("only asked of companies with: \(list)", "僅適用於：\(list)")(language)
    }
  }
}
