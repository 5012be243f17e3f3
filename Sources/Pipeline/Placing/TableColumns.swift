import ReportModel

/// Something that a table of the user's says, in a column of its own.
protocol TableColumn: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {
  /// What its header may be called, in small letters and without blanks.
  var names: [String] { get }
}

/// What is wrong with a table of the user's, and where.
package struct TableFinding: Sendable, Equatable {
  /// As a spreadsheet counts: the header is row 1.
  package var row: Int
  /// From 1.
  package var column: Int
  package var message: Phrase
}

/// The columns of a table, by what its header calls them.
struct TableColumns<Column: TableColumn> {
  private(set) var places: [Column: Int] = [:]

  init(_ header: [String], findings: inout [TableFinding]) {
    for (place, head) in header.enumerated() {
      let wanted = head.lowercased().filter { !$0.isWhitespace }
      if wanted.isEmpty { continue }
      guard let column = Column.allCases.first(where: { $0.names.contains(wanted) }) else {
        findings.append(TableFinding(row: 1, column: place + 1, message: Self.unknown(head)))
        continue
      }
      if let first = places[column] {
        findings.append(
          TableFinding(
            row: 1, column: place + 1,
            message: Phrase(
              "“\(head)” says the same as column \(first + 1); this one does not count",
              "「\(head)」與第 \(first + 1) 欄相同，不採用")))
      } else {
        places[column] = place
      }
    }
  }

  private static func unknown(_ head: String) -> Phrase {
    let known = Column.allCases.map(\.rawValue).joined(separator: ", ")
    let ours = Column.allCases.map(\.chineseName).joined(separator: "、")
    return Phrase("no column is called “\(head)” (there are \(known))", "沒有「\(head)」這個欄位（可用：\(ours)）")
  }
}

extension TableColumn {
  /// The first of its names that is not a Latin one.
  var chineseName: String { names.first { !$0.utf8.allSatisfy { $0 < 0x80 } } ?? rawValue }
}
