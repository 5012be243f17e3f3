import ReportModel
import RuleBook
import Sheets

/// A table that says of files whose they are: by hand, and so surer than what a name or a text tells.
///
/// Its first row names the columns, in English or Chinese. A file is named by its path from the manifest's folder, by
/// its base name, or by its SHA-256; a row that cannot be understood is a finding, and the others count.
package struct Manifest: Sendable {
  private var rows: [Row] = []
  /// Rows by what they call their file; of several the first counts.
  private var places: [String: Int] = [:]
  /// Names that several different files of a batch have.
  private var sharedNames: Set<String> = []
  private let folder: String
  private var fileColumn = 0

  private struct Row {
    /// As a spreadsheet counts: the header is row 1.
    var number: Int
    var file: String
    var placement: Placement
  }

  package init() { folder = "" }

  /// - Parameter path: where the table was read from.
  package init(_ sheet: Sheet, path: String, words: ManifestWords, findings: inout [TableFinding]) {
    let own = Self.ordinary(path)
    folder = own.lastIndex(of: "/").map { String(own[..<$0]) } ?? ""
    let columns = TableColumns<ManifestColumn>(sheet.header, findings: &findings)
    guard let file = columns.places[.file] else {
      findings.append(
        TableFinding(row: 1, column: 1, message: Phrase("there is no column “file”", "缺少「檔案」欄位")))
      return
    }
    fileColumn = file + 1
    for row in sheet.rows.indices {
      var reader = TableRow(row, of: sheet, columns: columns)
      let placement = reader.placement(words)
      if reader.isEmpty { continue }
      findings += reader.findings
      guard let name = reader.text(.file) else {
        findings.append(
          TableFinding(row: reader.number, column: fileColumn, message: Phrase("the row names no file", "此列沒有檔案")))
        continue
      }
      add(Row(number: reader.number, file: Self.ordinary(name), placement: placement), &findings)
    }
  }

  private mutating func add(_ row: Row, _ findings: inout [TableFinding]) {
    if let first = places[row.file] {
      findings.append(twice(row, as: rows[first]))
    } else {
      places[row.file] = rows.count
      rows.append(row)
    }
  }

  private func twice(_ row: Row, as first: Row) -> TableFinding {
    TableFinding(
      row: row.number, column: fileColumn,
      message: Phrase(
        "“\(row.file)” is the file of row \(first.number) already; this row does not count",
        "「\(row.file)」已在第 \(first.number) 列，此列不採用"))
  }

  /// With slashes as here, without a leading ./, digests in small letters.
  private static func ordinary(_ file: String) -> String {
    var path = String(file.map { $0 == "\\" ? "/" : $0 })
    while path.hasPrefix("./") { path.removeFirst(2) }
    return path.utf8.count == 64 && path.allSatisfy(\.isHexDigit) ? path.lowercased() : path
  }

  // MARK: Files

  /// A file of a batch.
  package struct File: Sendable {
    package var path: String
    package var sha256: String

    package init(path: String, sha256: String) {
      self.path = path
      self.sha256 = sha256
    }
  }

  package func placement(path: String, sha256: String) -> Placement? {
    rowNumbers(of: File(path: path, sha256: sha256)).first.map { rows[$0].placement }
  }

  /// Looks at all files of a batch: files with two rows, and names that several files have, which from then on tell of
  /// none of them; of a whole folder also rows without a file.
  package mutating func compare(with files: [File], isWhole: Bool) -> [TableFinding] {
    var findings = leaveOutSharedNames(files)
    var used: Set<Int> = []
    var isSecond: Set<Int> = []
    for file in files {
      let found = rowNumbers(of: file)
      for other in found.dropFirst() where isSecond.insert(other).inserted {
        findings.append(twice(rows[other], as: rows[found[0]]))
      }
      used.formUnion(found)
    }
    for (place, row) in rows.enumerated() where isWhole && !used.contains(place) && !sharedNames.contains(row.file) {
      findings.append(
        TableFinding(
          row: row.number, column: fileColumn, message: Phrase("there is no file “\(row.file)”", "沒有檔案「\(row.file)」")))
    }
    return findings.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
  }

  private mutating func leaveOutSharedNames(_ files: [File]) -> [TableFinding] {
    var sharing: [String: [File]] = [:]
    for file in files where whole(file).allSatisfy({ places[$0] == nil }) {
      for end in Self.ends(of: file.path) where places[end] != nil { sharing[end, default: []].append(file) }
    }
    var findings: [TableFinding] = []
    for (name, files) in sharing where Set(files.map(\.sha256)).count > 1 {
      guard let place = places[name], sharedNames.insert(name).inserted else { continue }
      findings.append(
        TableFinding(
          row: rows[place].number, column: fileColumn,
          message: Phrase(
            "“\(name)” is the name of \(files.count) files; name them by their paths",
            "有 \(files.count) 個檔案名為「\(name)」，請以路徑指明")))
    }
    return findings
  }

  /// The rows that mean a file, the surest first.
  private func rowNumbers(of file: File) -> [Int] {
    var seen: Set<Int> = []
    return (whole(file) + Self.ends(of: file.path).filter { !sharedNames.contains($0) })
      .compactMap { places[$0] }.filter { seen.insert($0).inserted }
  }

  /// What can mean this file only: its path from the manifest's folder, and its digest.
  private func whole(_ file: File) -> [String] {
    let path = Self.ordinary(file.path)
    let inner = path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : nil
    return [inner ?? (folder.isEmpty ? path : nil), file.sha256.lowercased()].compactMap { $0 }
  }

  /// a/b/c.pdf, b/c.pdf, c.pdf.
  private static func ends(of path: String) -> [String] {
    let parts = ordinary(path).split(separator: "/", omittingEmptySubsequences: true)
    return parts.indices.map { parts[$0...].joined(separator: "/") }
  }
}
