import ReportModel
import RuleBook
import Sheets

/// Which industry each report's company is of, as a user says it: one for all reports, or a csv table with the columns
/// `report` (the file's name) and `industry`.
package struct IndustryTable: Sendable, Equatable {
  private let all: String?
  private let byReport: [String: String]

  /// The same for every report; nil where that is not known.
  package init(all: String?) {
    self.all = all
    byReport = [:]
  }

  package struct Fault: Error, Equatable {
    package var message: Phrase
  }

  /// Reads the table from a file.
  package init(path: String, known: [String]) throws(Fault) {
    let bytes: [UInt8]
    do throws(ReadFailure) {
      bytes = try InputFile(path: path).contents()
    } catch {
      throw Fault(message: Phrase(error.sentence(in: .english), error.sentence(in: .chinese)))
    }
    try self.init(csv: bytes, known: known)
  }

  /// Reports that the table does not name are of no known industry.
  package init(csv bytes: [UInt8], known: [String]) throws(Fault) {
    let sheet: Sheet
    do throws(SheetFailure) {
      sheet = try Sheets.sheet(fromCSV: bytes, name: "industries")
    } catch {
      throw Fault(message: Phrase(error.sentence, error.sentence))
    }
    guard let report = sheet.header.firstIndex(of: "report"), let industry = sheet.header.firstIndex(of: "industry")
    else { throw Fault(message: Phrase("it needs the columns report and industry", "須有 report 與 industry 兩欄")) }
    all = nil
    byReport = try Self.rows(of: sheet, report, industry, known)
  }

  private static func rows(
    of sheet: Sheet, _ report: Int, _ industry: Int, _ known: [String]
  ) throws(Fault) -> [String: String] {
    var rows: [String: String] = [:]
    for row in sheet.rows.indices where !sheet.rows[row].isEmpty {
      let (name, id) = (sheet.cell(row: row, column: report).text, sheet.cell(row: row, column: industry).text)
      guard known.contains(id) else {
        let list = known.joined(separator: ", ")
        throw Fault(
          message: Phrase(
            "row \(row + 2): unknown industry “\(id)” (one of \(list))", "第 \(row + 2) 列：沒有產業「\(id)」（可用：\(list)）"))
      }
      guard rows.updateValue(id, forKey: name) == nil else {
        throw Fault(message: Phrase("row \(row + 2): “\(name)” stands twice", "第 \(row + 2) 列：「\(name)」重複"))
      }
    }
    return rows
  }

  /// The industry of a report, by its path.
  package func industry(of path: String) -> String? {
    if let all { return all }
    return path.split(separator: "/").last.flatMap { byReport[String($0)] }
  }
}

/// Extractors by industry; each is made when the first report of its industry comes.
package struct Extractors {
  private let book: RuleBook
  private var made: [String?: Extractor] = [:]

  package init(_ book: RuleBook) { self.book = book }

  package mutating func extractor(for industry: String?) -> Extractor {
    if let extractor = made[industry] { return extractor }
    let extractor = Extractor(book, industry: industry)
    made[industry] = extractor
    return extractor
  }
}
