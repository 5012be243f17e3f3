import ReportModel
import RuleMatching

extension Refusal {
  /// Why what was found does not count.
  package var words: Phrase {
    switch self {
    case .role(let role):
      Phrase("the rule does not read \(role.rawValue)", "規則不讀 \(role.rawValue)")
    case .pointer: Phrase("only points to another page", "只是指向其他頁")
    case .headings: Phrase("the headings above do not say it", "上層標題不符 under")
    case .surroundings: Phrase("the paragraph, headings and headers do not say it", "段落、標題與表頭不符 with")
    case .excluded: Phrase("excluded", "被 not 排除")
    case .negated: Phrase("negated", "否定句")
    case .goal: Phrase("a goal, where a fact is wanted", "是目標，不是事實")
    case .noGoal: Phrase("a fact, where a goal is wanted", "是事實，不是目標")
    case .noValue: Phrase("no number of the wanted kind is near", "附近沒有所需的數字")
    case .outOfRange: Phrase("the number is too small or too large", "數字超出合理範圍")
    case .across: Phrase("the headers across do not say it", "交叉表頭不符")
    case .notTold: Phrase("no other rule has found the item", "此題項沒有其他規則找到")
    case .told: Phrase("other rules have found the item's number", "其他規則已找到此題項的數字")
    case .caption: Phrase("caption and headings do not say it", "表名與標題不符 caption")
    }
  }
}
