import Quantities
import Testing

/// A sentence, and the words in it that say none or all.
struct WordCase: CustomTestStringConvertible, Sendable {
  var text: String
  var words: [String]

  init(_ text: String, _ words: String...) {
    self.text = text
    self.words = words
  }

  var testDescription: String { text }
}

@Suite("None and all, said in words")
struct WordTests {
  static let cases: [WordCase] = [
    WordCase("本年度未發生違規事件", "未發生 none"), WordCase("無重大違規", "無 none"), WordCase("2022 年無發生任何事件", "無發生 none"),
    WordCase("並無此情事", "並無 none"), WordCase("沒有裁罰", "沒有 none"), WordCase("未有申訴", "未有 none"), WordCase("未曾停工", "未曾 none"),
    WordCase("零事故", "零 none"), WordCase("0件", "0 none"), WordCase("0 件", "0 none"), WordCase("均無違反", "均無 none"),
    WordCase("皆已完成", "皆 all"), WordCase("均達標", "均 all"), WordCase("全數通過", "全數 all"), WordCase("全部員工", "全部 all"),
    WordCase("全體董事", "全體 all"), WordCase("全面導入", "全面 all"), WordCase("涵蓋率百分之百", "百分之百 all"),
    WordCase("100%", "100% all"),
    WordCase("皆未發生，全數合格", "皆未發生 none", "全數 all"),
    // Words that only contain one.
    WordCase("無法取得無線網路、無障礙、無關、無形資產"), WordCase("平均與均衡、人均"), WordCase("零件、零售、零組件、零碳、淨零"), WordCase("10件、0.5%、305、CO0"),
    WordCase("一百零五"), WordCase("全面性、全部門"), WordCase("無紙化與無毒"), WordCase(""),
  ]

  @Test(arguments: cases) func said(_ example: WordCase) {
    let scalars = Array(example.text.unicodeScalars)
    let found = saidInWords(in: scalars, range: 0..<scalars.count).map { word in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[word.range])
      return "\(String(view)) \(word.meaning == .none ? "none" : "all")"
    }
    #expect(found == example.words)
  }
}
