import ReportModel
import RuleBook
import Sheets

/// A table that says of files whose they are: by hand, and so surer than what a name or a text tells.
package struct Manifest: Sendable {
  /// By the whole path, by the name, or by the SHA-256, as its first column has it.
  private var rows: [String: Placement] = [:]
  private var folder: String

  /// What is wrong with a manifest, and where; the rest of it counts.
  package struct Finding: Sendable, Equatable {
    package var line: Int
    package var column: String
    package var message: Phrase
  }

  private enum Column: CaseIterable {
    case file, company, ticker, year, kind, language, uploaded, revision, industry

    var names: [String] {
      switch self {
      case .file: ["file", "檔案", "檔名", "sha256"]
      case .company: ["company", "公司", "公司名稱"]
      case .ticker: ["ticker", "代號", "股票代號"]
      case .year: ["year", "年度"]
      case .kind: ["kind", "種類"]
      case .language: ["language", "語言"]
      case .uploaded: ["uploaded", "上傳日", "上傳日期"]
      case .revision: ["revision", "版本"]
      case .industry: ["industry", "產業"]
      }
    }
  }

  package init() { folder = "" }

  /// Reads csv bytes; industries are those that the rules know.
  package init(
    _ bytes: [UInt8], path: String, industries: Set<String>, findings: inout [Finding]
  ) throws(SheetFailure) {
    folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    let sheet = try sheet(fromCSV: bytes, name: path)
    var columns: [Column: Int] = [:]
    for (place, head) in sheet.header.enumerated() where !head.isEmpty {
      let wanted = head.lowercased()
      if let column = Column.allCases.first(where: { $0.names.contains(wanted) }) {
        columns[column] = place
      } else {
        findings.append(Finding(line: 1, column: head, message: Phrase("no such column", "沒有這個欄位")))
      }
    }
    guard columns[.file] != nil else {
      findings.append(Finding(line: 1, column: "file", message: Phrase("there is no such column", "缺少這個欄位")))
      return
    }
    for row in sheet.rows.indices {
      var reader = RowReader(sheet: sheet, columns: columns.mapValues { $0 }, row: row, industries: industries)
      let placement = reader.placement()
      findings += reader.findings
      guard let file = reader.text(.file) else { continue }
      if rows[file] != nil {
        findings.append(
          Finding(line: row + 2, column: "file", message: Phrase("“\(file)” stands twice", "「\(file)」重複")))
      } else {
        rows[file] = placement
      }
    }
  }

  package func placement(path: String, sha256: String) -> Placement? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let inner = !folder.isEmpty && path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : path
    return rows[inner] ?? rows[path] ?? rows[name] ?? rows[sha256]
  }

  /// The files that are named in it and not among these.
  package func unused(paths: [(path: String, sha256: String)]) -> [String] {
    let used = paths.flatMap { entry -> [String] in
      let name = entry.path.split(separator: "/").last.map(String.init) ?? entry.path
      let inner = !folder.isEmpty && entry.path.hasPrefix(folder + "/") ? entry.path.dropFirst(folder.count + 1) : ""
      return [entry.path, name, String(inner), entry.sha256]
    }
    return Set(rows.keys).subtracting(used).sorted()
  }

  private struct RowReader {
    let sheet: Sheet
    let columns: [Column: Int]
    let row: Int
    let industries: Set<String>
    var findings: [Finding] = []

    func text(_ column: Column) -> String? {
      guard let place = columns[column] else { return nil }
      let text = sheet.cell(row: row, column: place).text
      return text.isEmpty ? nil : text
    }

    mutating func placement() -> Placement {
      var placement = Placement()
      placement.company = text(.company).map { Placement.Fact($0, from: .manifest) }
      placement.ticker = text(.ticker).map { Placement.Fact($0, from: .manifest) }
      placement.year = value(.year, Phrase("a year, as 2023 or 112", "年度，例如 2023 或 112"), Placement.year)
      placement.kind = value(.kind, Phrase(Placement.kindNames, Placement.kindNames), Placement.kind)
      placement.language = value(.language, Phrase("zh or en", "zh 或 en"), Placement.language)
      placement.uploaded = value(.uploaded, Phrase("a day, as 2024-08-31", "日期，例如 2024-08-31"), Placement.day)
      placement.revision = value(.revision, Phrase("a number from 0 on", "0 以上的數字")) {
        Int($0).flatMap { $0 < 0 ? nil : $0 }
      }
      let known = industries.sorted().joined(separator: ", ")
      placement.industry = value(.industry, Phrase("one of \(known)", "\(known) 之一")) { [industries] in
        industries.contains($0) ? $0 : nil
      }
      return placement
    }

    private mutating func value<Value: Sendable & Equatable>(
      _ column: Column, _ wanted: Phrase, _ read: (String) -> Value?
    ) -> Placement.Fact<Value>? {
      guard let text = text(column) else { return nil }
      if let value = read(text) { return Placement.Fact(value, from: .manifest) }
      findings.append(
        Finding(
          line: row + 2, column: column.names[0],
          message: Phrase("“\(text)” is not \(wanted.english)", "「\(text)」應為\(wanted.chinese)")))
      return nil
    }
  }
}

/// How a person writes the facts of a placement, in a table or on the command line.
extension Placement {
  package static let kindNames = DocumentKind.allCases.map(\.rawValue).joined(separator: ", ")

  /// Gregorian, or of the Republic.
  package static func year(_ text: String) -> Int? {
    guard let number = Int(text) else { return nil }
    if (60...200).contains(number) { return number + 1911 }
    return (1990...2100).contains(number) ? number : nil
  }

  package static func kind(_ text: String) -> DocumentKind? { DocumentKind(rawValue: text.lowercased()) }

  package static func language(_ text: String) -> DocumentLanguage? { DocumentLanguage(rawValue: text.lowercased()) }

  /// YYYY-MM-DD, also with slashes or nothing between.
  package static func day(_ text: String) -> String? {
    let parts = text.split { $0 == "-" || $0 == "/" }.map(String.init)
    let joined =
      parts.count == 3
      ? parts
      : text.count == 8
        ? [
          String(text.prefix(4)), String(text.dropFirst(4).prefix(2)), String(text.suffix(2)),
        ] : []
    guard joined.count == 3, let year = Int(joined[0]), let month = Int(joined[1]), let day = Int(joined[2]),
      (1990...2100).contains(year), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
