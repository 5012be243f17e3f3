import ReportModel
import Testing

@testable import PageLayout

/// Tables as designers draw them who leave borders out.
@Suite("Tables with open ends")
struct OpenTableTests {
  private static let cells = [
    ["項目", "2021", "2022"], ["用電量", "1,234", "1,100"], ["用水量", "560", "530"], ["用油量", "70", "64"],
  ]
  private static let columns: [Float] = [70, 190, 290]
  private static let rows: [Float] = [100, 122, 144, 166, 188]

  private func fill(_ sheet: inout Sheet, _ rows: [[String]] = cells, columns: [Float] = columns, y: [Float] = rows) {
    for (r, row) in rows.enumerated() {
      for (c, text) in row.enumerated() where !text.isEmpty { sheet.text(text, columns[c] + 5, y[r] + 14) }
    }
  }

  /// Which of the five level borders are drawn.
  static let drawn: [(String, [Int])] = [
    ("all", [0, 1, 2, 3, 4]), ("none above the header", [1, 2, 3, 4]), ("none at the ends", [1, 2, 3]),
    ("above, below, and under the header", [0, 1, 4]),
  ]

  @Test("The same rows come out whichever rules are drawn", arguments: drawn)
  func rulesLeftOut(_ name: String, _ drawn: [Int]) {
    let reading = Reading {
      $0.text("各項用量如下，單位依各欄所示。", 70, 60)
      for rule in drawn { $0.ruling(70, Self.rows[rule], 390, Self.rows[rule]) }
      fill(&$0)
      $0.text("註：用量包括各據點，不含承租人使用之部分。", 70, 222)
    }
    #expect(reading.rows() == Self.cells)
    #expect(reading.texts().count == 3)
  }

  @Test func manyRowsBetweenTwoRules() {
    let rows = [["項目", "2021", "2022"]] + (1...9).map { ["項目第\($0)類", "\($0)00", "\($0)50"] }
    let y = (0...rows.count).map { 100 + 22 * Float($0) }
    let reading = Reading {
      for rule in [y[0], y[1], y[rows.count]] { $0.ruling(70, rule, 390, rule) }
      fill(&$0, rows, y: y)
    }
    #expect(reading.rows() == rows)
  }

  @Test func uprightBordersSayHowFarATableGoes() {
    let reading = Reading {
      $0.fill(70, 100, 390, 122)
      for x in [70, 190, 290, 390] as [Float] { $0.ruling(x, 100, x, 188) }
      fill(&$0)
    }
    #expect(reading.rows() == Self.cells)
  }

  @Test func everyOtherRowIsShaded() {
    let reading = Reading {
      $0.fill(70, 100, 390, 122, color: 0x1F4E79)
      $0.fill(70, 144, 390, 166, color: 0xEEF3F6)
      fill(&$0)
    }
    #expect(reading.rows() == Self.cells)
  }

  /// White lines part the header's cells, shades part the rows.
  @Test func aShadedRowUnderACutHeaderIsOneOfItsRows() {
    let reading = Reading {
      for (left, right) in zip(Self.columns, Self.columns.dropFirst() + [390]) {
        $0.fill(left, 100, right - 1.2, 122, color: 0x1F4E79)
      }
      for y in Self.rows[1...] { $0.ruling(70, y, 390, y) }
      $0.fill(70, 144, 390, 166, color: 0xEEF3F6)
      fill(&$0)
    }
    #expect(reading.rows() == Self.cells)
  }

  /// Nothing but a short rule under the name says what it is the name of.
  @Test func aRuleUnderANamePartsStoreysOfHeaders() {
    let y: [Float] = [140, 162, 184, 206, 228]
    let rows = [
      ["企業放款", "1,083", "1,036", "3.6"], ["公司債", "287", "262", "2.4"], ["房屋貸款", "68", "70", "4.0"],
      ["合計", "1,438", "1,368", "－"],
    ]
    let columns: [Float] = [70, 215, 278, 335]
    let reading = Reading {
      for rule in [100, 140] + y { $0.ruling(70, rule, 390, rule) }
      $0.ruling(195, 120, 315, 120)
      $0.text("資產類別", 75, 134)
      $0.text("全年排放量", 228, 113)
      $0.text("2021年", 215, 134)
      $0.text("2022年", 278, 134)
      $0.text("品質", 340, 118)
      $0.text("（1~5）", 340, 132)
      fill(&$0, rows, columns: columns, y: y)
    }
    let table = reading.table()
    #expect(table?.cells.first { $0.columns == 1..<3 }?.rows == 0..<1)
    #expect(table?.cells.first { $0.columns == 0..<1 }?.rows == 0..<2)
    #expect(reading.rows().suffix(4).map { Array($0) } == rows)
  }

  /// Heads of columns and figures that are drawn one after the other, an em or two apart.
  @Test func figuresAndLikeYearsAnEmApartAreCells() {
    let rows = [
      ["等級", "2021年件數", "2022年件數"], ["低", "5,982", "6,815"], ["中", "－", "1,494"], ["占比", "0.46%", "0.65%"],
    ]
    let reading = Reading {
      for y in Self.rows { $0.ruling(70, y, 260, y) }
      for (row, y) in zip(rows, Self.rows) {
        $0.text(row[0], 75, y + 14)
        // Right-aligned, as figures are.
        for (text, right) in zip(row[1...], [180, 250] as [Float]) {
          let width = text.unicodeScalars.reduce(Float(0)) { $0 + ($1.value < 0x2E80 ? 5 : 10) }
          $0.text(text, right - width, y + 14)
        }
      }
    }
    #expect(reading.rows() == rows)
  }

  @Test func rulesLeaveOutTheColumnThatSpansRows() {
    let rows = [
      ["範疇", "地區", "2021", "2022"], ["", "國內", "1,870", "1,806"], ["範疇一", "海外", "133", "121"],
      ["", "小計", "2,003", "1,927"],
    ]
    let reading = Reading {
      for y in [122, 188] as [Float] { $0.ruling(70, y, 490, y) }
      for y in [144, 166] as [Float] { $0.ruling(160, y, 490, y) }
      fill(&$0, rows, columns: [70, 190, 290, 390], y: Self.rows)
    }
    let expected = [rows[0]] + rows[1...].map { ["範疇一"] + $0[1...] }
    let table = reading.table()
    #expect(table?.cells.first { $0.columns == 0..<1 && $0.rows.contains(2) }?.rows == 1..<4)
    #expect(reading.rows().map { Array($0[1...]) } == expected.map { Array($0[1...]) })
  }

  @Test func figuresWithOneDecimalAreNoSectionNumbers() {
    let rows = [["節電（萬度）", "銀行", "人壽"], ["空調", "41.2", "28.8"], ["照明", "15.6", "9.1"], ["機房", "22.7", "6.6"]]
    let reading = Reading {
      for y in Self.rows[1...] { $0.ruling(70, y, 290, y) }
      fill(&$0, rows, columns: [70, 170, 230])
    }
    #expect(reading.rows() == rows)
  }

  @Test func aPassageAboveARuledTableIsNoHeader() {
    let reading = Reading {
      $0.text("本行依循盤查準則計算各項用量，結果經查證。", 70, 92)
      for y in Self.rows { $0.ruling(70, y, 390, y) }
      fill(&$0)
    }
    #expect(reading.rows() == Self.cells)
    #expect(reading.texts().first == "本行依循盤查準則計算各項用量，結果經查證。")
  }

  @Test func rulesUnderTheFiguresOfASumAreNoTable() {
    let rows = [["土地", "32,585"], ["房屋", "83,167"], ["機器", "31,566"], ["合計", "147,318"]]
    let reading = Reading {
      $0.ruling(190, 98, 290, 98)
      $0.ruling(190, 166, 290, 166)
      fill(&$0, rows, columns: [70, 190], y: Self.rows)
    }
    #expect(reading.rows() == rows)
  }

  /// Two tables that only rules tell apart, with a note to the first and some words between them.
  private func expectTwoTables(between draw: (inout Sheet) -> Void) -> Reading {
    let next = [["公司", "用電量"], ["銀行", "800"], ["人壽", "300"]]
    let reading = Reading {
      for y in Self.rows { $0.ruling(70, y, 390, y) }
      fill(&$0)
      $0.text("註：用量包括各據點。", 70, 202)
      draw(&$0)
      let y: [Float] = [226, 248, 270, 292]
      for rule in y { $0.ruling(70, rule, 390, rule) }
      fill(&$0, next, columns: [70, 240], y: y)
    }
    let tables = reading.laid.flatMap(\.blocks).compactMap(\.table)
    #expect(tables.map(\.rowCount) == [4, 3])
    #expect(tables.map(\.columnCount) == [3, 2])
    return reading
  }

  @Test func theTitleOfTheNextTableIsNoRow() {
    let reading = expectTwoTables { $0.text("表2 各公司用電量", 70, 218) }
    #expect(reading.texts().contains("表2 各公司用電量") || reading.texts().contains("表2各公司用電量"))
  }

  @Test func aNoteBetweenTwoTablesIsNoRow() {
    _ = expectTwoTables {
      $0.text("各公司用電量（依公司別）", 70, 218)
      $0.text("單位：度", 350, 218)
    }
  }

  /// One shaded band holds a name over two columns and the name of each.
  @Test func aBandMayHoldTwoStoreysOfHeaders() {
    let reading = Reading {
      $0.fill(70, 100, 390, 140, color: 0x1F4E79)
      let y: [Float] = [140, 162, 184, 206, 228]
      for rule in y { $0.ruling(70, rule, 390, rule) }
      $0.text("對象", 75, 124)
      $0.text("永續項目於考核中所占權重", 215, 114)
      $0.text("2021年", 205, 132)
      $0.text("2022年", 315, 132)
      let rows = [["總經理", "10%", "15%"], ["副總經理", "8%", "12%"], ["協理", "5%", "9%"], ["經理", "3%", "6%"]]
      fill(&$0, rows, columns: [70, 200, 310], y: y)
    }
    let table = reading.table()
    let name = table?.cells.first { $0.columns == 1..<3 }
    #expect(name?.rows == 0..<1)
    #expect(table?.cells.filter { $0.rows == 1..<2 && $0.columns.lowerBound > 0 }.count == 2)
    #expect(table?.cells.first { $0.columns == 0..<1 }?.rows == 0..<2)
  }

  /// Rules run on under the names, which are narrower than the white between their columns.
  @Test func aNameStandsOverTheColumnsThatItIsInTheMiddleOf() {
    let rows = [
      ["低", "24.6", "20.8", "30.2", "26.9"], ["中", "12.5", "13.4", "9.3", "10.1"], ["高", "6.2", "7.1", "4.2", "4.7"],
    ]
    let columns: [Float] = [70, 170, 240, 310, 380]
    let y: [Float] = [140, 162, 184, 206]
    let reading = Reading {
      for rule in [100, 140] + y[1...] { $0.ruling(70, rule, 440, rule) }
      $0.ruling(160, 120, 440, 120)
      $0.text("等級", 75, 134)
      $0.text("授信", 205, 114)
      $0.text("房貸", 345, 114)
      for (year, x) in zip(["2030", "2050", "2030", "2050"], columns[1...]) { $0.text(year, x + 5, 134) }
      fill(&$0, rows, columns: columns, y: y)
    }
    let names = reading.table()?.cells.filter { $0.rows.lowerBound == 0 && $0.columns.lowerBound > 0 }
    #expect(names?.map(\.columns) == [1..<3, 3..<5])
    #expect(reading.rows().suffix(3).map { Array($0) } == rows)
  }

  /// Rules of one width that do not part rows, with text in two columns between two of them.
  @Test func columnsOfTextBetweenTwoRulesAreNoRow() {
    let words = "本行依循準則盤查各據點並揭露結果"
    let reading = Reading {
      $0.ruling(70, 40, 500, 40)
      for line in 0..<6 {
        $0.text(words, 70, 70 + 18 * Float(line))
        $0.text(words, 300, 70 + 18 * Float(line))
      }
      for y in Self.rows { $0.ruling(70, y + 100, 500, y + 100) }
      fill(&$0, y: Self.rows.map { $0 + 100 })
    }
    #expect(reading.rows() == Self.cells)
  }

  /// The shade of every other row begins where the column ends that spans them.
  @Test func aNameSpansRowsOfWhichSomeAreShaded() {
    let rows = [
      ["面向", "指標", "2021", "2022"], ["", "用電量", "1,870", "1,806"], ["", "用水量", "133", "121"],
      ["", "用油量", "203", "197"], ["", "用紙量", "90", "85"],
    ]
    let columns: [Float] = [70, 160, 290, 390]
    let y: [Float] = [100, 122, 144, 166, 188, 210]
    let reading = Reading {
      for x in columns + [490] { $0.ruling(x, 100, x, 122) }
      for rule in [y[0], y[1], y[5]] { $0.ruling(70, rule, 490, rule) }
      for rule in y[2...4] { $0.ruling(160, rule, 490, rule) }
      for row in [2, 4] { $0.fill(160, y[row], 490, y[row + 1], color: 0xEEF3F6) }
      fill(&$0, rows, columns: columns, y: y)
      $0.text("營運", 75, 170)
    }
    #expect(reading.table()?.cells.first { $0.columns == 0..<1 && $0.rows.contains(2) }?.rows == 1..<5)
    #expect(reading.rows().map { Array($0[1...]) } == rows.map { Array($0[1...]) })
  }
}
