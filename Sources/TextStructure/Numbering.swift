/// The number that a heading starts with: 第一章, 壹、, 一、, (一), 2.1.3, (1), Chapter 2 …
struct Numbering: Equatable {
  var style: Style
  /// The last figure: 3 for 2.1.3; nil where it has no order (附錄).
  var ordinal: Int?
  /// How many scalars it takes, separators after it included.
  var length: Int

  /// Headings of one style are of one level.
  enum Style: Hashable {
    case chapter, section
    /// 壹、
    case formal
    /// 一、
    case chinese
    /// (一)
    case bracketedChinese
    /// 1 is "7.", 2 is "2.1" …
    case decimal(Int)
    /// (1)
    case bracketedArabic
    case circled
    case letter
  }

  /// The number at the start of a title; nil where it has none.
  init?(_ title: ArraySlice<Unicode.Scalar>) {
    var reader = NumberReader(title)
    let parsers: [(inout NumberReader) -> (Style, Int?)?] = [
      Self.chapter, Self.latinChapter, Self.bracketed, Self.chineseList, Self.circled, Self.decimal, Self.letter,
    ]
    for parse in parsers {
      reader.index = title.startIndex
      guard let (style, ordinal) = parse(&reader) else { continue }
      reader.skip { $0 == 0x20 || $0 == 0x3001 || $0 == 0x2E || $0 == 0xFF0E || $0 == 0xFF1A || $0 == 0x3A }
      guard reader.index < title.endIndex else { continue }
      self.style = style
      self.ordinal = ordinal
      length = reader.index - title.startIndex
      return
    }
    return nil
  }

  /// 第二章, 第3節, 附錄一.
  private static func chapter(_ reader: inout NumberReader) -> (Style, Int?)? {
    if reader.take("附錄") || reader.take("附件") {
      let ordinal = reader.chineseNumber() ?? reader.number()
      return (.chapter, ordinal)
    }
    guard reader.take("第"), let ordinal = reader.chineseNumber() ?? reader.number() else { return nil }
    if ["章", "篇", "部分", "單元"].contains(where: { reader.take($0) }) { return (.chapter, ordinal) }
    return reader.take("節") ? (.section, ordinal) : nil
  }

  private static func latinChapter(_ reader: inout NumberReader) -> (Style, Int?)? {
    guard ["chapter", "part", "appendix", "section"].contains(where: { reader.takeWord($0) }) else { return nil }
    reader.skip { $0 == 0x20 || $0 == 0x2E }
    guard let ordinal = reader.number() ?? reader.capital() else { return nil }
    return (.chapter, ordinal)
  }

  /// (一) and (1), in brackets of either width.
  private static func bracketed(_ reader: inout NumberReader) -> (Style, Int?)? {
    guard reader.take("(") || reader.take("（") else { return nil }
    reader.skip { $0 == 0x20 }
    let chinese = reader.chineseNumber()
    guard let ordinal = chinese ?? reader.number() else { return nil }
    guard reader.take(")") || reader.take("）") else { return nil }
    return (chinese == nil ? .bracketedArabic : .bracketedChinese, ordinal)
  }

  /// 一、 and 壹、
  private static func chineseList(_ reader: inout NumberReader) -> (Style, Int?)? {
    let isFormal = reader.value.map { NumberReader.formalDigits[$0] != nil } ?? false
    guard let ordinal = reader.chineseNumber(), ["、", "，", ".", "．", "："].contains(where: { reader.take($0) })
    else { return nil }
    return (isFormal ? .formal : .chinese, ordinal)
  }

  private static func circled(_ reader: inout NumberReader) -> (Style, Int?)? {
    guard let value = reader.value else { return nil }
    for first: UInt32 in [0x2460, 0x2776, 0x2780, 0x278A] where (first..<first + 10).contains(value) {
      reader.index += 1
      return (.circled, Int(value - first) + 1)
    }
    return nil
  }

  /// 2.1.3, 7., 03: figures joined by dots or hyphens, not a quantity or a year.
  private static func decimal(_ reader: inout NumberReader) -> (Style, Int?)? {
    guard var ordinal = reader.number(), ordinal < 100 else { return nil }
    var depth = 1
    while true {
      let mark = reader.index
      guard reader.take(".") || reader.take("-") || reader.take("．"), let next = reader.number() else {
        reader.index = mark
        break
      }
      ordinal = next
      depth += 1
    }
    let hasDot = reader.take(".") || reader.take("、") || reader.take("．")
    guard ordinal < 100, hasDot || !reader.isBeforeUnit(depth: depth) else { return nil }
    return (.decimal(depth), ordinal)
  }

  /// A. and B.
  private static func letter(_ reader: inout NumberReader) -> (Style, Int?)? {
    guard let ordinal = reader.capital(), reader.take(".") || reader.take("、") else { return nil }
    return (.letter, ordinal)
  }
}

/// Reads figures off the start of a title.
struct NumberReader {
  private let title: ArraySlice<Unicode.Scalar>
  var index: Int

  init(_ title: ArraySlice<Unicode.Scalar>) {
    self.title = title
    index = title.startIndex
  }

  var value: UInt32? { index < title.endIndex ? title[index].value : nil }

  mutating func skip(_ matches: (UInt32) -> Bool) {
    while let value, matches(value) { index += 1 }
  }

  mutating func take(_ word: String) -> Bool {
    let scalars = word.unicodeScalars
    guard title[index...].starts(with: scalars) else { return false }
    index += scalars.count
    return true
  }

  /// A Latin word in any case.
  mutating func takeWord(_ word: String) -> Bool {
    let scalars = word.unicodeScalars
    guard title[index...].prefix(scalars.count).compactMap({ WordEvidence.lowerCase($0.value) }) == scalars.map(\.value)
    else { return false }
    index += scalars.count
    return true
  }

  mutating func number() -> Int? {
    var number: Int?
    while let value, (0x30...0x39).contains(value), (number ?? 0) < 10_000 {
      number = (number ?? 0) * 10 + Int(value - 0x30)
      index += 1
    }
    return number
  }

  mutating func capital() -> Int? {
    guard let value, (0x41...0x5A).contains(value) else { return nil }
    index += 1
    return Int(value - 0x41) + 1
  }

  /// 一 … 九十九, 壹 …
  mutating func chineseNumber() -> Int? {
    let start = index
    var number = 0
    var digit: Int?
    while let value {
      if let figure = Self.digits[value] ?? Self.formalDigits[value] {
        if figure < 10 {
          guard digit == nil else { break }
          digit = figure
        } else {
          number += (digit ?? 1) * 10
          digit = nil
        }
        index += 1
      } else {
        break
      }
    }
    return index == start ? nil : number + (digit ?? 0)
  }

  /// Whether a unit or a classifier follows, so that the figure is a quantity; after a decimal only a unit.
  func isBeforeUnit(depth: Int) -> Bool {
    let rest = title[index...].drop { $0 == " " }
    guard let first = rest.first else { return true }
    let next = rest.dropFirst().first
    if first == "公" { return next.map { Self.metricUnits.contains($0) } ?? false }
    if let words = Self.wordStarts[first], let next, words.unicodeScalars.contains(next) { return false }
    return Self.units.contains(first) || depth == 1 && Self.classifiers.contains(first)
  }

  static func table(_ characters: String) -> [UInt32: Int] {
    Dictionary(
      characters.unicodeScalars.enumerated().map { ($1.value, $0 + 1) }, uniquingKeysWith: { first, _ in first })
  }

  static let digits = table("一二三四五六七八九十")
  static let formalDigits = table("壹貳參肆伍陸柒捌玖拾")
  private static let units = Set("億萬千仟百倍度噸元℃°%％‰,，~～-/".unicodeScalars)
  private static let classifiers = Set("年月日個家項大件次人位場種類級成分季期小間戶筆名棟座台臺處點天週歲、".unicodeScalars)
  private static let metricUnits = Set("噸斤升頃里尺克分".unicodeScalars)

  /// Words that start with a classifier: 3人 is a quantity, 3人才 a chapter.
  private static let wordStarts: [Unicode.Scalar: String] = [
    "人": "才力權資員文本", "成": "果長立效", "年": "度報", "大": "事", "分": "析配", "小": "結", "家": "庭族", "日": "常",
    "期": "待望許", "項": "目", "種": "子", "場": "域所址", "名": "詞稱", "台": "灣積", "臺": "灣", "處": "理", "座": "談",
    "個": "人資案", "類": "別型", "位": "置", "次": "要", "件": "數", "級": "距別", "點": "檢", "元": "件", "度": "量",
    "倍": "增", "百": "年", "千": "里",
  ]
}
