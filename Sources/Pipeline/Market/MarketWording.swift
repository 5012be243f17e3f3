import ReportModel
import RuleBook
import Scoring

/// What the outputs of ranks and lists say alike.
package struct MarketWording {
  let basis: MarketBasis
  let language: Language

  package init(basis: MarketBasis, language: Language) {
    self.basis = basis
    self.language = language
  }

  static let mark = "\(ScoreReport.mark.chinese) \(ScoreReport.mark.english)"

  /// Above everything: that it is unofficial, of when, and what it rests on.
  func heading(rated: Int, unrated: [UnratedCompany]) -> [String] {
    [
      "\(ScoreReport.notice.chinese)  \(ScoreReport.notice.english)",
      "\(basis.pack.names(language)) (\(basis.pack.id)) · \(scope)",
      Phrase(
        "as of \(basis.moment.day.text) (UTC), run \(basis.moment.run.id.number), rules \(basis.moment.run.rules.prefix(12)) · ",
        "截至 \(basis.moment.day.text)（UTC），第 \(basis.moment.run.id.number) 次執行，規則 \(basis.moment.run.rules.prefix(12)) · "
      )(language) + counts(rated, unrated),
    ]
  }

  /// How many are rated, and why others are not.
  package func counts(_ rated: Int, _ unrated: [UnratedCompany]) -> String {
    let head = Phrase("\(rated) companies rated", "\(rated) 家公司受評")(language)
    let reasons = UnratedCompany.Reason.allCases.compactMap { reason in
      let count = unrated.filter { $0.reason == reason }.count
      return count == 0 ? nil : reason.phrase(count)(language)
    }
    guard !reasons.isEmpty else { return head }
    let list = reasons.joined(separator: Phrase(", ", "、")(language))
    return head + Phrase(", not rated: \(list)", "，未受評：\(list)")(language)
  }

  /// Which month or round it is about.
  package var scope: String {
    switch basis.scope {
    case .month(let month, let round?):
      month.text + " · " + text(of: round) + Phrase(", less what events take", "，扣除重大性事件")(language)
    case .month(let month, nil): month.text + " · " + Phrase("before the first round", "尚無任何一次評鑑")(language)
    case .round(let round): text(of: round) + Phrase(", without events", "，未計重大性事件")(language)
    }
  }

  private func text(of round: Round) -> String {
    let name = round.names(language)
    return Phrase(
      "round \(round.id.text) (\(name), reports of \(round.reportYear) uploaded by \(round.cutOff.text))",
      "\(round.id.text)（\(name)，\(round.reportYear) 年度報告，\(round.cutOff.text) 前上傳）")(language)
  }

  /// `1234 名稱`, or the name alone where the company has no number.
  package func label(_ company: CompanyID) -> String { company.label(in: basis.names).onOneLine }

  /// On which lists.
  package func text(_ standing: ListChange.Standing) -> String { standing.text(in: language) }

  package func name(_ company: CompanyID) -> String { basis.names[company] ?? company.text }

  package func industry(_ id: String) -> String {
    basis.pack.industries.first { $0.id == id }?.names(language) ?? id
  }

  package func name(of measure: Measure) -> String { names(of: measure)(language) }

  package func names(of measure: Measure) -> Phrase {
    switch measure {
    case .total: Phrase("Total", "總分")
    case .dimension(let id): basis.pack.dimensions.first { $0.id == id }?.names ?? Phrase(id, id)
    }
  }

  package static func text(_ rates: RateRange?) -> String {
    guard let rates else { return "-" }
    let (low, high) = (rates.lowerBound, rates.upperBound)
    return low == high ? low.percentText : "\(low.percentText)–\(high.percentText)"
  }

  package static func text(_ line: IndustryLine) -> String {
    let (low, high) = (line.lowest.percentText, line.highest.percentText)
    return low == high ? low : "\(low)–\(high)"
  }
}

extension ListChange.Standing {
  /// On which lists.
  func text(in language: Language) -> String {
    guard isRated else { return Phrase("not rated", "未受評")(language) }
    let lists = [(black, Phrase("black list", "黑名單")), (watch, Phrase("watch list", "觀察名單"))]
    let texts = lists.compactMap { certainty, name in
      certainty.map { name(language) + ($0 == .certain ? "" : Phrase(" (provisional)", "（暫列）")(language)) }
    }
    return texts.isEmpty ? Phrase("no list", "不在名單")(language) : texts.joined(separator: " + ")
  }
}

extension UnratedCompany.Reason {
  fileprivate func phrase(_ count: Int) -> Phrase {
    switch self {
    case .noDocument: Phrase("\(count) without a document that counts", "無可計入文件 \(count) 家")
    case .noIndustry: Phrase("\(count) of no known industry", "產業不明 \(count) 家")
    case .unknownIndustry: Phrase("\(count) of an industry that the rules do not have", "產業不在規則中 \(count) 家")
    }
  }
}

extension Measure {
  /// As outputs for programs name it; dimensions have the pack's ids, of which none is `total`.
  package var code: String {
    switch self {
    case .total: "total"
    case .dimension(let id): id
    }
  }
}

/// Rows of cells as columns of a terminal; the last one stands as it is, since terminals differ in how wide signs are.
enum MarketTable {
  enum Side { case left, right }

  static func lines(_ rows: [[String]], _ sides: [Side]) -> [String] {
    let widths = sides.indices.map { column in
      rows.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      zip(row, zip(widths, sides)).map { cell, place in
        switch place.1 {
        case .left: cell.rightPadded(to: place.0)
        case .right: cell.leftPadded(to: place.0)
        }
      }.joined(separator: "  ").trimmedEnd
    }
  }
}
