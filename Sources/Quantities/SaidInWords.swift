/// A word that says none or all without a number.
package struct WordOfExtent: Sendable, Equatable {
  package var range: Range<Int>
  package var meaning: Meaning

  package enum Meaning: Sendable, Equatable { case none, all }

  package init(range: Range<Int>, meaning: Meaning) {
    self.range = range
    self.meaning = meaning
  }
}

/// Words that say none (未發生, 無, 零, 0) or all (皆, 全數, 百分之百), in order, the longest first.
///
/// Words that only contain one of them (無法, 平均, 零件) are passed over.
package func saidInWords(in text: [Unicode.Scalar], range: Range<Int>) -> [WordOfExtent] {
  let window = Window(text, range)
  var found: [WordOfExtent] = []
  var index = window.start
  while index < window.end {
    guard let (word, end) = ExtentWords.trie.longest(in: window, at: index) else {
      index += 1
      continue
    }
    if let meaning = ExtentWords.meanings[word], !ExtentWords.isInNumber(window, index, end) {
      found.append(WordOfExtent(range: index..<end, meaning: meaning))
    }
    index = end
  }
  return found
}

private enum ExtentWords {
  private static let rows: [(WordOfExtent.Meaning?, String)] = [
    (
      WordOfExtent.Meaning.none,
      """
      未發生 無發生 並未發生 均未發生 皆未發生 從未發生 尚未發生 無 沒有 並無 均無 皆無 未有 未曾 從未 尚無 從無 零 0 ０ 並未 無任何 未有任何 沒有任何 並無任何 \
      未發現 未接獲 未接到 未涉及 未受 未遭 毫無 查無
      """
    ),
    (.all, "皆 均 全數 全部 全體 全面 百分之百 100% １００％ 悉數 一律"),
    (
      nil,
      """
      無法 無線 無障礙 無關 無形 無論 無限 無須 無需 無效 無虞 無疑 無誤 無益 無縫 無菌 無塵 無紙 無人機 無人 無毒 無害 無鉛 無給 無擔保 無息 無償 無奈 無異議 \
      無時無刻 無所 無不 無非 無可 無力 無辜 無聊 無從 無序 無政策 無國界 無意 無名 無窮 無價 無條件 無痕 無鹵 無負 無煙 無氧 無缺 無遺 無間 無感 無盡 \
      零件 零售 零碳 零組件 零星 零時差 零用 零錢 零散 零食 零廢 零排放 零淨 零信任 零接觸 零距離 零售業 淨零 歸零 零碎 零頭 零工 零耗能 零足跡 零基 零股 \
      平均 均衡 均勻 均等 均值 均質 人均 年均 月均 日均 週均 均一 均溫 均線 均化 均富 均權 戶均 均攤 均分 全面性 全部門 全體會議 全體大會
      """
    ),
  ]
  private static let words = rows.flatMap { meaning, names in names.tableWords.map { ($0, meaning) } }
  static let trie = ScalarTrie(words.map(\.0))
  static let meanings = words.map(\.1)

  /// The 0 of 10, 0.5 or CO0 is no word, nor the 零 of 一百零五.
  static func isInNumber(_ window: Window, _ start: Int, _ end: Int) -> Bool {
    let first = window.value(start)
    if first == 0x96F6 {
      return NumeralSign.of(window.value(start - 1)) != nil || NumeralSign.of(window.value(end)) != nil
    }
    guard Window.digit(first) != nil else { return false }
    return joins(window, start - 1) || joins(window, end)
  }

  private static func joins(_ window: Window, _ place: Int) -> Bool {
    let value = window.value(place)
    if window.isLatin(place) || window.digit(place) != nil { return true }
    return [0x2E, 0xFF0E, 0x2C, 0x2D, 0x2F, 0x3A].contains(value)
  }
}
