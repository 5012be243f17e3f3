import ReportModel

// What factors and differences are called, wherever they are shown.

extension Factor {
  package var words: Phrase {
    switch self {
    case .document: Phrase("corrected upload", "更正版報告")
    case .placement: Phrase("placement", "文件歸屬")
    case .reading: Phrase("text engine", "文字引擎")
    case .matching: Phrase("matching engine", "比對引擎")
    case .rules: Phrase("rule", "規則")
    case .rubric: Phrase("rubric", "題項")
    }
  }
}

extension Difference {
  package var words: Phrase {
    switch self {
    case .rounding: Phrase("rounding", "進位")
    case .unit: Phrase("unit", "單位")
    case .powerOfTen: Phrase("power of ten", "十的次方")
    case .value: Phrase("value", "數值")
    case .qualifier: Phrase("qualifier", "限定詞")
    case .name: Phrase("name", "名稱")
    case .year: Phrase("year", "年度")
    case .boundary: Phrase("boundary", "邊界")
    case .level: Phrase("level", "題項屬性")
    case .quote: Phrase("quote", "引文")
    case .page: Phrase("page", "頁次")
    }
  }
}

extension Cause {
  /// `rule`, `rule + text engine`, `rule, or text engine`; where it is not told, what it may be.
  package var words: Phrase {
    switch self {
    case .told(let sets):
      Phrase(
        sets.all.map { Self.joined($0, \.english) }.joined(separator: ", or "),
        sets.all.map { Self.joined($0, \.chinese) }.joined(separator: "，或"))
    case .among(let factors, let needed):
      needed.isEmpty
        ? Phrase(
          "one or more of: " + factors.sorted().map(\.words.english).joined(separator: ", "),
          "下列一項或多項：" + factors.sorted().map(\.words.chinese).joined(separator: "、"))
        : Phrase(
          Self.joined(needed, \.english) + " (perhaps with "
            + factors.subtracting(needed).sorted().map(\.words.english).joined(separator: ", ") + ")",
          Self.joined(needed, \.chinese) + "（或併同"
            + factors.subtracting(needed).sorted().map(\.words.chinese).joined(separator: "、") + "）")
    }
  }

  private static func joined(_ factors: Set<Factor>, _ language: (Phrase) -> String) -> String {
    factors.sorted().map { language($0.words) }.joined(separator: " + ")
  }
}

extension Evidence {
  /// What it says in one respect, to be laid beside what it said before.
  package func account(of difference: Difference) -> String {
    switch difference {
    case .rounding, .powerOfTen, .value: number
    case .unit: value?.unit ?? ""
    case .qualifier: value?.qualifier?.rawValue ?? ""
    case .name: name
    case .year: year
    case .boundary: boundary
    case .level: level
    case .quote: quote
    case .page: String(page)
    }
  }

  private var number: String {
    guard let value else { return "" }
    let ends = [value.plain, value.high].filter { !$0.isEmpty }
    return ends.isEmpty ? value.printed : ends.joined(separator: "–")
  }
}
