import ReportModel
import Testing

@testable import PageLayout

struct OrderTests {
  private static let left = ["左欄第一行說明公司的永續策略與", "目標，並且交代過去一年的進展，", "以及下一年的計畫與資源。"]
  private static let right = ["右欄第一行說明董事會如何督導氣", "候風險，各委員會如何分工，以及", "每季向董事會報告的內容。"]

  private func columns(_ sheet: inout Sheet) {
    sheet.lines(Self.left, 60, 120)
    sheet.lines(Self.right, 320, 120)
  }

  @Test func theLeftColumnIsReadBeforeTheRight() {
    #expect(Reading(draw: columns).lines() == Self.left + Self.right)
  }

  @Test func aStreamOfLinesAcrossColumnsIsNoExcuse() {
    let reading = Reading {
      for (at, pair) in zip(Self.left, Self.right).enumerated() {
        $0.text(pair.0, 60, 120 + 16 * Float(at))
        $0.text(pair.1, 320, 120 + 16 * Float(at))
      }
    }
    #expect(reading.lines() == Self.left + Self.right)
  }

  @Test func aStreamBackToFrontIsPutInOrder() {
    let reading = Reading {
      columns(&$0)
      $0.reverseStream()
    }
    #expect(reading.lines() == Self.left + Self.right)
  }

  @Test func aTitleOverBothColumnsComesFirst() {
    let reading = Reading {
      columns(&$0)
      $0.text("氣候治理的架構與督導", 60, 90, size: 18)
    }
    #expect(reading.lines().first == "氣候治理的架構與督導")
    #expect(reading.lines().dropFirst() == (Self.left + Self.right)[...])
  }

  @Test func aSpreadIsTwoPages() {
    let body = (1...6).map { "左頁內文第\($0)行講的是公司治理與誠信經營的做法，" }
    let other = (1...6).map { "右頁內文第\($0)行講的是供應鏈管理與採購的原則，" }
    let sheet = Sheet(width: 1190) {
      $0.lines(body, 60, 120)
      $0.lines(other, 655, 120)
    }
    #expect(Reading(sheet).lines() == body + other)
  }

  @Test func aCardIsReadInOneGo() {
    let reading = Reading {
      $0.fill(50, 90, 285, 190, color: 0xE0F0FF)
      $0.fill(305, 90, 540, 190, color: 0xE0F0FF)
      $0.text("政策與承諾", 60, 110, size: 12)
      $0.lines(["遵循國際人權公約，", "每年檢視。"], 60, 135)
      $0.text("行動與成效", 315, 110, size: 12)
      $0.lines(["完成三場訓練，", "涵蓋全體同仁。"], 315, 135)
    }
    #expect(
      reading.lines() == ["政策與承諾", "遵循國際人權公約，", "每年檢視。", "行動與成效", "完成三場訓練，", "涵蓋全體同仁。"])
  }

  @Test func linesOfAParagraphAreOneBlock() {
    let reading = Reading { $0.lines(Self.left, 60, 120) }
    #expect(reading.texts() == [Self.left.joined(separator: "/")])
  }

  @Test func aGapPartsParagraphs() {
    let reading = Reading {
      $0.lines(Self.left, 60, 120)
      $0.lines(Self.right, 60, 220)
    }
    #expect(reading.texts() == [Self.left.joined(separator: "/"), Self.right.joined(separator: "/")])
  }
}
