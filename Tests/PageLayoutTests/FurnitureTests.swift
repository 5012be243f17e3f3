import ReportModel
import Testing

@testable import PageLayout

struct FurnitureTests {
  private static let topics = ["治理", "環境", "社會", "供應鏈", "員工", "客戶", "風險", "附錄"]

  /// Pages of one report: running header, chapter strip, page number, watermark, and a body of their own.
  private func report(draw: (inout Sheet, Int) -> Void) -> Reading {
    Reading(
      (1...8).map { number in
        Sheet(number: number) {
          let topic = Self.topics[number - 1]
          $0.text("\(topic)方面的做法", 72, 120, size: 16)
          $0.lines(
            ["\(topic)的第一段內文說明公司在這一年所做的事，", "包括目標、行動與成效，並且交代還沒有做到的", "部分以及\(topic)的下一步。"],
            72, 160)
          draw(&$0, number)
        }
      })
  }

  @Test func aLineOnTopOfEveryPageIsARunningHeader() {
    let reading = report { sheet, _ in sheet.text("範例公司永續報告書", 72, 40, size: 8) }
    for page in 0..<8 { #expect(reading.role("範例公司永續報告書", page: page) == .runningHeader) }
    #expect(reading.role("治理的第一段") == .paragraph)
  }

  @Test func numbersThatCountThePagesArePageNumbers() {
    let reading = report { sheet, number in sheet.text("\(number + 4)", 290, 815, size: 8) }
    for page in 0..<8 { #expect(reading.role("\(page + 5)", page: page) == .pageNumber) }
  }

  @Test func aNumberThatDoesNotCountIsNone() {
    let reading = report { sheet, number in sheet.text("\((number * 37) % 100 + 100)", 290, 500, size: 10) }
    for page in 0..<8 { #expect(reading.laid[page].blocks.allSatisfy { $0.role != .pageNumber }) }
  }

  @Test func aStripOfChaptersIsNavigation() {
    let reading = report { sheet, _ in
      for (at, topic) in Self.topics.enumerated() { sheet.text(topic, 72 + 55 * Float(at), 30, size: 8) }
    }
    for page in 0..<8 {
      let strip = reading.laid[page].blocks.filter { $0.box.y0 < 35 }
      #expect(!strip.isEmpty)
      #expect(strip.allSatisfy { $0.role.isFurniture })
    }
    #expect(reading.texts().first == "治理方面的做法")
  }

  @Test func textThatDiffersIsNoFurniture() {
    let reading = report { _, _ in }
    for page in 0..<8 { #expect(reading.laid[page].blocks.allSatisfy { !$0.role.isFurniture }) }
  }
}
