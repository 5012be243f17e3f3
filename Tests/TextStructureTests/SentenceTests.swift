import ReportModel
import Testing

@testable import TextStructure

@Suite("Sentences")
struct SentenceTests {
  static let cases: [[String]] = [
    ["甲完成。", "乙開始！", "丙呢？", "丁；", "戊"],
    ["他說「好。」", "然後走。"],
    ["「一。二。」", "是引文。"],
    ["依準則（含附錄。），編製。"],
    ["減少2.5%。", "達3.0"],
    ["See Fig. 3 and No. 5.", "Then go.", "It grew 2.5 times."],
    ["ABC Co., Ltd. is here.", "Next"],
    ["真的嗎？！", "好"],
    ["www.a.com.tw 網站。"],
  ]

  @Test(arguments: cases) func cuts(_ sentences: [String]) {
    let whole = sentences.reduce("") { text, sentence in
      let needsSpace = text.unicodeScalars.last.map { $0.value < 0x80 } == true
      return text + (needsSpace ? " " : "") + sentence
    }
    let text = Array(whole.unicodeScalars)
    let found = SentenceFinder(text: text, range: 0..<text.count).sentences()
    #expect(found.map { String(String.UnicodeScalarView(text[$0])) } == sentences)
  }
}
