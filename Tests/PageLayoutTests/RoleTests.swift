import ReportModel
import Testing

@testable import PageLayout

struct RoleTests {
  private static let body = [
    "公司依據國際準則揭露氣候相關的風險與機會，並由董事會", "督導各單位執行，每年檢討一次成效，必要時調整目標與期程，", "並且把結果寫進報告。",
  ]

  private func page(draw: (inout Sheet) -> Void) -> Reading {
    Reading {
      $0.lines(Self.body, 72, 200)
      $0.lines(Self.body, 72, 300)
      $0.lines(Self.body, 72, 400)
      draw(&$0)
    }
  }

  @Test func largeTypeAloneIsAHeading() {
    let reading = page { $0.text("第三章 環境永續", 72, 160, size: 20, font: Sheet.bold) }
    #expect(reading.role("第三章 環境永續") == .heading)
    #expect(reading.role("公司依據") == .paragraph)
  }

  @Test func largerTypeIsAHigherHeading() {
    let reading = page {
      $0.text("氣候策略", 72, 110, size: 24, font: Sheet.bold)
      $0.text("風險鑑別", 72, 170, size: 15, font: Sheet.bold)
    }
    let levels = reading.laid[0].blocks.compactMap(\.level)
    #expect(levels == [1, 2])
  }

  @Test func aBookmarkNamesAHeading() {
    let facts = DocumentFacts(pageCount: 1, outline: [OutlineEntry(level: 1, title: "治理架構", page: 1)])
    let sheet = Sheet {
      $0.text("治理架構", 72, 160, font: Sheet.bold)
      $0.lines(Self.body, 72, 200)
      $0.lines(Self.body, 72, 300)
    }
    #expect(Reading([sheet], facts: facts).role("治理架構") == .heading)
  }

  @Test(arguments: ["圖1 溫室氣體排放趨勢", "表 2 能源使用量", "圖三 治理架構"])
  func aNumberedFigureTitleIsACaption(_ title: String) {
    #expect(page { $0.text(title, 220, 520, size: 9) }.laid[0].blocks.contains { $0.role == .caption })
  }

  @Test func aSmallNoteIsAFootnote() {
    let reading = page { $0.text("註1：排放係數依據主管機關公告。", 72, 780, size: 7) }
    #expect(reading.role("註1") == .footnote)
  }

  @Test(arguments: ["• 減少用紙", "（1）減少用紙", "1. 減少用紙", "一、減少用紙", "①減少用紙"])
  func aCountedLineIsAListItem(_ item: String) {
    #expect(page { $0.text(item, 72, 520) }.laid[0].blocks.contains { $0.role == .listItem })
  }

  @Test func leadersMakeContents() {
    let titles = ["經營者的話", "公司治理", "環境永續", "員工關懷", "社會參與"]
    let reading = Reading {
      for (at, title) in titles.enumerated() {
        $0.text("\(title)\(String(repeating: ".", count: 60 - 2 * title.count))\(at * 7 + 3)", 72, 120 + 24 * Float(at))
      }
    }
    #expect(reading.laid[0].blocks.filter { $0.role == .tocEntry }.count == titles.count)
  }

  @Test func aLabelOnAPictureIsFigureText() {
    let reading = page {
      $0.picture(72, 500, 400, 700)
      $0.text("董事會", 200, 560, size: 9)
    }
    #expect(reading.role("董事會") == .figureText)
  }

  /// Behind the chapters the tables are listed, from the first page on.
  @Test func entriesThatRulesPartAreContents() {
    let titles = ["董事長的話", "氣候治理", "氣候策略", "風險管理", "指標與目標", "未來展望", "附錄"]
    let reading = Reading(
      [
        Sheet { sheet in
          sheet.text("目錄", 70, 60, size: 20)
          sheet.ruling(70, 84, 500, 84)
          for (index, title) in titles.enumerated() {
            let y = 100 + 24 * Float(index)
            sheet.text(title, 72, y)
            sheet.text("\(index * 3 + 2)", 484, y)
            sheet.ruling(70, y + 8, 500, y + 8)
          }
        }
      ], facts: DocumentFacts(pageCount: 30))
    #expect(reading.table() == nil)
    #expect(reading.laid[0].blocks.filter { $0.role == .tocEntry }.count == titles.count)
  }

  @Test func aTableOfTwoColumnsOfGrowingFiguresOverSomePartsIsNoContents() {
    let reading = Reading {
      for row in 0...4 { $0.ruling(70, 100 + 24 * Float(row), 300, 100 + 24 * Float(row)) }
      for (row, cells) in [("北區", "12"), ("中區", "18"), ("南區", "25"), ("合計", "55")].enumerated() {
        $0.text(cells.0, 75, 116 + 24 * Float(row))
        $0.text(cells.1, 280, 116 + 24 * Float(row))
      }
    }
    #expect(reading.table()?.rowCount == 4)
  }

  @Test func contentsMayListTablesBehindChapters() {
    let entries = [1, 2, 5, 6, 9, 11, 15, 16, 2, 3, 7, 8, 12, 13].enumerated().map { ("第\($0)項的名稱", $1) }
    let reading = Reading(
      [
        Sheet { sheet in
          for (at, entry) in entries.enumerated() {
            sheet.text(entry.0, 72, 120 + 20 * Float(at))
            sheet.text(String(entry.1), 480, 120 + 20 * Float(at))
          }
        }
      ], facts: DocumentFacts(pageCount: 30))
    #expect(reading.table() == nil)
    #expect(reading.laid[0].blocks.filter { $0.role == .tocEntry }.count == entries.count)
  }
}
