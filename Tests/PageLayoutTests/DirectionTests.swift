import ReportModel
import Testing

@testable import PageLayout

struct DirectionTests {
  @Test func verticalWritingIsOneLine() {
    #expect(Reading { $0.down("氣候風險管理", 560, 200) }.lines() == ["氣候風險管理"])
  }

  @Test func verticalColumnsAreReadFromTheRight() {
    let reading = Reading {
      $0.down("右邊的一行先讀完", 300, 200)
      $0.down("左邊的一行接著讀", 284, 200)
    }
    #expect(reading.lines() == ["右邊的一行先讀完", "左邊的一行接著讀"])
  }

  @Test func uprightCharactersUnderOneAnotherAreOneLine() {
    let reading = Reading {
      $0.text("這一段是橫排的內文，站在旁邊。", 72, 100)
      for (at, scalar) in "永續經營".enumerated() { $0.text(String(scalar), 560, 200 + 13 * Float(at)) }
    }
    #expect(reading.lines().map { $0.filter { $0 != " " } }.contains("永續經營"))
  }

  @Test func linesUnderOneAnotherAreNotStacked() {
    let reading = Reading { $0.lines(["政策", "目標", "成效"], 72, 100, leading: 1.4) }
    #expect(reading.lines() == ["政策", "目標", "成效"])
  }
}
