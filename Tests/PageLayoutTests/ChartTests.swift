import ReportModel
import Testing

@testable import PageLayout

struct ChartTests {
  private static let years = ["2019", "2020", "2021", "2022"]

  private func axis(_ sheet: inout Sheet, _ years: [String] = ChartTests.years, y: Float = 300) {
    for (at, year) in years.enumerated() {
      sheet.text(year, 150 + 80 * Float(at) - 2.5 * Float(year.unicodeScalars.count), y)
    }
  }

  /// A bar from the axis up, with its value over it.
  private func bar(
    _ sheet: inout Sheet, _ at: Int, _ value: String, height: Float, shift: Float = 0, color: UInt32 = 0x0066AA
  ) {
    let x = 150 + 80 * Float(at) + shift
    sheet.fill(x - 9, 288 - height, x + 9, 288, color: color)
    sheet.text(value, x - 2.5 * Float(value.count), 288 - height - 4)
  }

  @Test func barsStandOverTheirYears() {
    let values = ["120", "98", "1,043", "87.5"]
    let reading = Reading {
      axis(&$0)
      for (at, value) in values.enumerated() { bar(&$0, at, value, height: 30 + 25 * Float(at)) }
    }
    #expect(reading.rows() == [[""] + Self.years, [""] + values])
    #expect(reading.laid[0].blocks.first { $0.table != nil }?.role == .figureText)
  }

  @Test func theColourOfTheBarsTellsSeriesApartAndTheLegendNamesThem() {
    let reading = Reading {
      $0.fill(150, 120, 158, 128, color: 0x0066AA)
      $0.text("範疇一", 162, 128)
      $0.fill(220, 120, 228, 128, color: 0xEE8800)
      $0.text("範疇二", 232, 128)
      axis(&$0)
      for at in 0..<4 {
        bar(&$0, at, "1\(at)", height: 40 + 10 * Float(at), shift: -16)
        bar(&$0, at, "5\(at)", height: 90 - 15 * Float(at), shift: 16, color: 0xEE8800)
      }
    }
    #expect(
      reading.rows() == [[""] + Self.years, ["範疇一", "10", "11", "12", "13"], ["範疇二", "50", "51", "52", "53"]])
  }

  @Test func valuesAtHeightsOfTheirOwnAreALine() {
    let reading = Reading {
      axis(&$0)
      for (at, value) in ["2.1%", "3.4%", "2.8%", "5.0%"].enumerated() {
        $0.text(value, 140 + 80 * Float(at), [200, 150, 180, 120][at])
      }
    }
    #expect(reading.rows() == [[""] + Self.years, ["", "2.1%", "3.4%", "2.8%", "5.0%"]])
  }

  @Test func aScaleIsNoSeries() {
    let reading = Reading {
      axis(&$0)
      for mark in 0...4 { $0.text("\(mark * 50)", 116, 290 - 40 * Float(mark)) }
      for (at, value) in ["120", "98", "104", "87"].enumerated() { bar(&$0, at, value, height: 60 + 20 * Float(at)) }
    }
    #expect(reading.rows() == [[""] + Self.years, ["", "120", "98", "104", "87"]])
    #expect(reading.lines().contains("200"))
  }

  @Test(arguments: [
    ["民國109年", "民國110年", "民國111年"], ["FY20", "FY21", "FY22"], ["109", "110", "111"], ["2020年", "2021年", "2022年"],
  ])
  func yearsAreWrittenInManyWays(_ years: [String]) {
    let reading = Reading {
      axis(&$0, years)
      for at in 0..<3 { bar(&$0, at, "\(at + 1)5", height: 40 + 30 * Float(at)) }
    }
    #expect(reading.rows() == [[""] + years, ["", "15", "25", "35"]])
  }

  @Test func figuresOnOneLineOverYearsAreNoChart() {
    let reading = Reading {
      axis(&$0)
      for at in 0..<4 { $0.text("30\(at)", 142 + 80 * Float(at), 280) }
    }
    #expect(reading.laid[0].blocks.allSatisfy { $0.role != .figureText || $0.table == nil })
  }

  @Test func aYearWithoutAValueLeavesTheLabelsAlone() {
    let reading = Reading {
      axis(&$0, ["2020", "2021", "2022"])
      bar(&$0, 0, "15", height: 40)
    }
    #expect(reading.table() == nil)
  }

  @Test func aSentenceWithYearsIsNoAxis() {
    let reading = Reading {
      $0.text("由2019年到2022年", 72, 300)
      for at in 0..<4 { bar(&$0, at, "1\(at)", height: 40 + 10 * Float(at)) }
    }
    #expect(reading.table() == nil)
    #expect(reading.lines().contains("由2019年到2022年"))
  }

  @Test(arguments: [
    ("1,234.5", 1234.5), ("81.25%", 81.25), ("-3", -3), ("▼3.5%", -3.5), ("12公噸", 12), ("約30", 30),
  ]) func valuesAreRead(_ text: String, _ value: Double) {
    #expect(ChartReading(text.unicodeScalars.map(\.value)).value == value)
  }

  @Test(arguments: ["1.2.3", "註1", "10、20", "A", "", "2020-2021"]) func otherTextIsNoValue(_ text: String) {
    #expect(ChartReading(text.unicodeScalars.map(\.value)).value == nil)
  }
}
