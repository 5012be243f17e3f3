import ReportModel
import Testing

@testable import PageLayout

struct TableTests {
  private func fill(_ sheet: inout Sheet, _ rows: [[String]], columns: [Float], rows y: [Float]) {
    for (r, row) in rows.enumerated() {
      for (c, text) in row.enumerated() where !text.isEmpty { sheet.text(text, columns[c] + 5, y[r] + 14) }
    }
  }

  private static let cells = [["項目", "2021", "2022"], ["用電量", "1,234", "1,100"], ["用水量", "560", "530"]]
  private static let columns: [Float] = [70, 190, 290, 390]
  private static let rows: [Float] = [100, 122, 144, 166]

  @Test func aRuledTable() {
    let reading = Reading {
      $0.grid(columns: Self.columns, rows: Self.rows)
      fill(&$0, Self.cells, columns: Self.columns, rows: Self.rows)
    }
    #expect(reading.rows() == Self.cells)
    #expect(reading.table()?.headerRows == 1)
  }

  @Test func theStreamDoesNotMatterInATable() {
    let reading = Reading {
      $0.grid(columns: Self.columns, rows: Self.rows)
      fill(&$0, Self.cells, columns: Self.columns, rows: Self.rows)
      $0.reverseStream()
    }
    #expect(reading.rows() == Self.cells)
  }

  @Test func aHeaderThatSpansColumnsIsOneCell() {
    let reading = Reading {
      for y in [100, 144, 166] as [Float] { $0.ruling(70, y, 390, y) }
      $0.ruling(190, 122, 390, 122)
      for x in [70, 190, 390] as [Float] { $0.ruling(x, 100, x, 166) }
      $0.ruling(290, 122, 290, 166)
      fill(
        &$0, [["類別", "排放量"], ["", "2021", "2022"], ["範疇一", "12", "10"]], columns: Self.columns, rows: Self.rows)
    }
    #expect(reading.rows() == [["類別", "排放量", ""], ["", "2021", "2022"], ["範疇一", "12", "10"]])
    let table = reading.table()
    #expect(table?.cells.first { $0.columns == 1..<3 }?.rows == 0..<1)
    #expect(table?.cells.first { $0.columns == 0..<1 }?.rows == 0..<2)
    #expect(table?.headerRows == 2)
  }

  @Test func linesOfACellStayTogether() {
    let reading = Reading {
      $0.grid(columns: [70, 190, 390], rows: [100, 150, 200])
      $0.lines(["轉型", "風險"], 75, 118)
      $0.lines(["碳費徵收使營運成本增加，", "影響獲利。"], 195, 118)
      $0.text("實體風險", 75, 168)
      $0.text("颱風與淹水", 195, 168)
    }
    #expect(reading.rows() == [["轉型/風險", "碳費徵收使營運成本增加，/影響獲利。"], ["實體風險", "颱風與淹水"]])
  }

  @Test func aShadedTable() {
    let reading = Reading {
      for (r, y) in Self.rows.dropLast().enumerated() {
        for (c, x) in Self.columns.dropLast().enumerated() {
          let color: UInt32 = r == 0 ? 0x006699 : r == 1 ? 0xE0E0E0 : 0xF4F4F4
          $0.fill(x, y, Self.columns[c + 1] - 1, Self.rows[r + 1] - 1, color: color)
        }
      }
      fill(&$0, Self.cells, columns: Self.columns, rows: Self.rows)
    }
    #expect(reading.rows() == Self.cells)
  }

  @Test func rulesAloneMakeATable() {
    let reading = Reading {
      for y in Self.rows { $0.ruling(70, y, 390, y) }
      fill(&$0, Self.cells, columns: Self.columns, rows: Self.rows)
    }
    #expect(reading.rows() == Self.cells)
  }

  @Test func twoTablesOnAPage() {
    let reading = Reading {
      $0.grid(columns: Self.columns, rows: Self.rows)
      fill(&$0, Self.cells, columns: Self.columns, rows: Self.rows)
      let lower = Self.rows.map { $0 + 200 }
      $0.grid(columns: Self.columns, rows: lower)
      fill(&$0, Self.cells.reversed(), columns: Self.columns, rows: lower)
    }
    #expect(reading.rows(table: 0) == Self.cells)
    #expect(reading.rows(table: 1) == Self.cells.reversed())
  }

  @Test func aFrameAroundTextIsNoTable() {
    let reading = Reading {
      $0.grid(columns: [60, 500], rows: [90, 170])
      $0.lines(["本章說明公司如何辨識重大主題，並且", "回應利害關係人的期待。"], 70, 120)
    }
    #expect(reading.table() == nil)
  }

  @Test func textAroundATableIsReadBeforeAndAfter() {
    let reading = Reading {
      $0.text("表前的說明文字在這裡。", 70, 80)
      $0.grid(columns: Self.columns, rows: Self.rows)
      fill(&$0, Self.cells, columns: Self.columns, rows: Self.rows)
      $0.text("表後的說明文字在這裡。", 70, 210)
    }
    #expect(reading.texts().first == "表前的說明文字在這裡。")
    #expect(reading.texts().last == "表後的說明文字在這裡。")
    #expect(reading.rows() == Self.cells)
  }
}
