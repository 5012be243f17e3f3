import ReportModel
import Testing

@testable import PageLayout

struct LineTests {
  @Test func letterSpacedCharactersAreOneLine() {
    let reading = Reading { $0.text("重視的利害關係人有5類", 72, 100, spacing: 0.9) }
    #expect(reading.lines().count == 1)
    #expect(reading.lines()[0].filter { $0 != " " } == "重視的利害關係人有5類")
  }

  @Test func aTitleWithAFullWidthSpaceIsOneLine() {
    let reading = Reading {
      $0.text("目　錄", 72, 100, size: 20)
      $0.text("本公司依循準則編製。", 72, 160)
    }
    #expect(reading.lines() == ["目 錄", "本公司依循準則編製。"])
    #expect(reading.dropped(.space) == 1)
  }

  @Test func aFootnoteMarkStandsApartFromItsNumber() {
    let reading = Reading {
      $0.text("回收率達81.25%", 72, 100)
      $0.raised("2", 100, size: 6)
      $0.text("，較前一年增加。", $0.lastX, 100)
    }
    #expect(reading.lines() == ["回收率達81.25%^2，較前一年增加。"])
  }

  @Test func aLoweredFigureIsMarked() {
    let reading = Reading {
      $0.text("排放CO", 72, 100)
      $0.raised("2", 100, size: 6, by: -0.25)
      $0.text("當量", $0.lastX, 100)
    }
    #expect(reading.lines() == ["排放CO_2當量"])
  }

  @Test func fakeBoldIsSetOnce() {
    let reading = Reading {
      $0.text("董事長的話", 72, 100)
      $0.text("董事長的話", 72.3, 100)
    }
    #expect(reading.lines() == ["董事長的話"])
    #expect(reading.dropped(.duplicate) == 5)
  }

  @Test func doubledCharactersAreNoFakeBold() {
    #expect(Reading { $0.text("人人參與，1122", 72, 100) }.lines() == ["人人參與，1122"])
  }

  @Test func wordsApartWithoutASpaceGlyph() {
    let reading = Reading {
      $0.text("Climate", 72, 100)
      $0.text("Change", $0.lastX + 3, 100)
    }
    #expect(reading.lines() == ["Climate Change"])
  }

  @Test func drawnSpacesAreDroppedAndSeen() {
    let reading = Reading { $0.text("Climate Related Disclosures", 72, 100) }
    #expect(reading.lines() == ["Climate Related Disclosures"])
    #expect(reading.dropped(.space) == 2)
  }

  @Test func chineseAndFiguresCloseTogetherHaveNoGap() {
    #expect(Reading { $0.text("於2022年減少5.3%", 72, 100) }.lines() == ["於2022年減少5.3%"])
  }

  @Test func aHiddenLayerUnderRealTextIsLeftOut() {
    let reading = Reading {
      $0.text("永續發展委員會", 72, 100)
      $0.text("永續發晨委員會", 72, 101, traits: .invisible)
    }
    #expect(reading.lines() == ["永續發展委員會"])
    #expect(reading.dropped(.hiddenLayer) == 7)
  }

  @Test func aHiddenLayerAloneIsTheText() {
    let reading = Reading { $0.text("會計師查核報告", 72, 100, traits: .invisible) }
    #expect(reading.lines() == ["會計師查核報告"])
  }

  @Test func whatStandsBesideThePageIsLeftOut() {
    let reading = Reading {
      $0.text("頁內", 72, 100)
      $0.text("頁外", 700, 100)
    }
    #expect(reading.lines() == ["頁內"])
    #expect(reading.dropped(.outsidePage) == 2)
  }

  @Test func clippedTextIsLeftOut() {
    let reading = Reading { $0.text("看不見", 72, 100, traits: .clipped) }
    #expect(reading.lines().isEmpty)
    #expect(reading.dropped(.clipped) == 3)
  }
}
