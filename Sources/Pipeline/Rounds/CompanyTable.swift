import Archive
import ReportModel
import RuleBook
import Sheets

/// A table of companies, by hand: which are expected, and what they are. A row is all that is known of its company
/// from then on; companies without a row stay what they were.
package struct CompanyTable: Sendable {
  /// In the order of the table; nothing of it is to be used where anything is wrong with it.
  package private(set) var companies: [CompanyRecord] = []
  package private(set) var findings: [TableFinding] = []

  package init(_ sheet: Sheet, pack: Pack) {
    let columns = TableColumns<CompanyColumn>(sheet.header, findings: &findings)
    for column in [CompanyColumn.ticker, .company] where columns.places[column] == nil {
      findings.append(
        TableFinding(
          row: 1, column: 1,
          message: Phrase("there is no column “\(column.rawValue)”", "缺少「\(column.chineseName)」欄位")))
    }
    // Each row would lack it again.
    guard findings.isEmpty else { return }
    let words = CompanyWords(pack)
    var rows: [String: Int] = [:]
    for row in sheet.rows.indices {
      var reader = TableRow(row, of: sheet, columns: columns)
      if reader.isEmpty { continue }
      let company = reader.company(words)
      if let company, let first = rows.updateValue(reader.number, forKey: company.ticker) {
        reader.add(
          .ticker,
          Phrase(
            "“\(company.ticker)” is the company of row \(first) already", "「\(company.ticker)」已在第 \(first) 列"))
      }
      findings += reader.findings
      if let company { companies.append(company) }
    }
    if companies.isEmpty, findings.isEmpty {
      findings.append(TableFinding(row: 2, column: 1, message: Phrase("there is no company", "沒有任何公司")))
    }
  }
}

/// What the cells of a table of companies may say.
private struct CompanyWords {
  let industries: [String: String]
  let activities: [String: String]
  let industryNames: Phrase
  let activityNames: Phrase

  init(_ pack: Pack) {
    industries = pack.industries.idsByName
    activities = pack.activities.idsByName
    industryNames = Self.choice(pack.industries.map(\.id))
    activityNames = Self.list(pack.activities.map(\.id))
  }

  private static func choice(_ ids: [String]) -> Phrase {
    let list = ids.joined(separator: ", ")
    return Phrase("one of \(list)", "\(list) 之一")
  }

  private static func list(_ ids: [String]) -> Phrase {
    let list = ids.joined(separator: ", ")
    return Phrase("none, or any of \(list) with commas between", "none，或以逗號分隔的 \(list)")
  }

  static let yes: Set<String> = ["yes", "y", "true", "1", "是", "v", "✓"]
  static let no: Set<String> = ["no", "n", "false", "0", "否"]
  static let none: Set<String> = ["none", "無"]
  private static let separators: Set<Character> = [",", "、", "，", ";", "；"]

  func activities(_ text: String) -> [String]? {
    if Self.none.contains(text.lowercased()) { return [] }
    let words = text.split(whereSeparator: Self.separators.contains).map { word in
      String(word.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()).lowercased()
    }
    let ids = words.compactMap { activities[$0] }
    return ids.count == words.count && !ids.isEmpty ? Set(ids).sorted() : nil
  }

  func truth(_ text: String) -> Bool? {
    let word = text.lowercased()
    return Self.yes.contains(word) ? true : Self.no.contains(word) ? false : nil
  }
}

extension TableRow<CompanyColumn> {
  /// Nil where the row does not say of which company it is.
  fileprivate mutating func company(_ words: CompanyWords) -> CompanyRecord? {
    let ticker = value(.ticker, Placement.tickerWanted, Placement.ticker)
    let name = text(.company)
    if text(.ticker) == nil { add(.ticker, Phrase("the row has no ticker", "此列沒有代號")) }
    if name == nil { add(.company, Phrase("the row names no company", "此列沒有公司名稱")) }
    let industry = value(.industry, words.industryNames) { words.industries[$0.lowercased()] }
    let activities = value(.activities, words.activityNames, words.activities)
    let isExpected = value(.expected, Phrase("yes or no", "是或否"), words.truth)
    guard let ticker, let name else { return nil }
    return CompanyRecord(
      ticker: ticker, name: name, industry: industry, activities: activities, isExpected: isExpected ?? true)
  }
}
