import ReportModel
import Testing

struct TableHeadersTests {
  @Test func aRowFromEdgeToEdgeHeadsTheRowsUnderIt() throws {
    var sample = SampleReport()
    sample.addTable([["項目", "數值"], ["環境", "←"], ["用水", "3"], ["社會", "←"], ["工時", "8"]])
    let table = try #require(sample.report.blocks[0].table)
    let headers = TableHeaders(table)
    let paths = [(2, 1), (4, 1)].map { row, column in
      headers.cell(row: row, column: column).map { headers.rowHeaders(of: $0).map { sample.report.string($0.range) } }
    }
    #expect(paths == [["環境", "用水"], ["社會", "工時"]])
  }

  @Test func headersHaveNoHeadersAndEmptyPlacesNoCell() throws {
    var sample = SampleReport()
    sample.addTable([["", "甲"], ["乙", "1"]])
    var table = try #require(sample.report.blocks[0].table)
    let corner = table.cells[0]
    #expect(TableHeaders(table).columnHeaders(of: corner).isEmpty)
    #expect(TableHeaders(table).rowHeaders(of: corner).isEmpty)
    table.cells.removeLast()
    #expect(TableHeaders(table).cell(row: 1, column: 1) == nil)
  }

  @Test func aGridThatDoesNotHoldItsCellsIsSurvived() {
    let cell = TextTable.Cell(
      rows: 3..<9, columns: 2..<7, range: 0..<1, page: 1, box: Box(x0: 0, y0: 0, x1: 1, y1: 1))
    let table = TextTable(rowCount: 2, columnCount: 2, headerRows: 5, headerColumns: 5, cells: [cell])
    let headers = TableHeaders(table)
    #expect(headers.rowHeaders(of: cell).isEmpty)
    #expect(headers.columnHeaders(of: cell).isEmpty)
  }
}
