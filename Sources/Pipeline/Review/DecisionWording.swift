import ReportModel
import Review

extension Verdict {
  /// As a person reads it.
  package var phrase: Phrase {
    switch self {
    case .accept: Phrase("accepted", "接受")
    case .reject: Phrase("rejected", "退回")
    case .correct(let correction): Phrase("corrected", "更正") + correction.phrase
    case .postpone: Phrase("postponed", "暫緩")
    }
  }
}

extension Correction {
  /// What is put in: ` (value 12, year 2024)`.
  package var phrase: Phrase {
    let parts: [Phrase?] = [
      value.map { Phrase("value \($0)", "數值 \($0)") }, unit.map { Phrase("unit \($0)", "單位 \($0)") },
      year.map { Phrase("year \($0)", "年度 \($0)") }, page.map { Phrase("page \($0)", "第 \($0) 頁") },
      level.map { Phrase("level \($0)", "層級 \($0)") },
    ]
    let told = parts.compactMap(\.self)
    return Phrase(
      " (\(told.map(\.english).joined(separator: ", ")))", "（\(told.map(\.chinese).joined(separator: "、"))）")
  }
}

extension Judgement {
  /// As a person reads it.
  package var phrase: Phrase {
    switch self {
    case .open: Phrase("-", "-")
    case .postponed: Verdict.postpone.phrase
    case .agreed(let verdict, _): verdict.phrase
    case .disputed(let opinions):
      opinions.all.enumerated().reduce(Phrase("disputed: ", "意見不一：")) { all, next in
        let (who, said) = (next.element.who.text, next.element.verdict.phrase)
        let comma = next.offset == 0 ? Phrase("", "") : Phrase(", ", "、")
        return all + comma + Phrase("\(who) \(said.english)", "\(who) \(said.chinese)")
      }
    }
  }
}

extension LookAlike.Likeness {
  /// As a person reads it.
  package var phrase: Phrase {
    switch self {
    case .repeated: Phrase("the same words, more than once", "相同文字不只一處")
    case .moved: Phrase("the same words elsewhere", "相同文字在別處")
    case .restated: Phrase("the same but for its number", "僅數字不同")
    }
  }
}

extension DecisionEntry.What {
  /// As a person reads it.
  package var phrase: Phrase {
    switch self {
    case .accept: Phrase("accept", "接受")
    case .reject: Phrase("reject", "退回")
    case .correct: Phrase("correct", "更正")
    case .postpone: Phrase("postpone", "暫緩")
    case .add: Phrase("add", "新增")
    case .carry: Phrase("carry", "沿用")
    case .release: Phrase("release", "不再沿用")
    case .undo: Phrase("undo", "復原")
    }
  }
}
