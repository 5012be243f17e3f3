import Support

/// Random text out of the pieces that quantities are made of, with accidents: for the properties and for fuzzing.
package struct QuantityText {
  private var random: SeededRandom

  package init(seed: UInt64) { random = SeededRandom(state: seed) }

  /// A text of some pieces, mutated now and then.
  package mutating func text(pieces most: Int = 30) -> [Unicode.Scalar] {
    var text: [Unicode.Scalar] = []
    for _ in 0..<Int.random(in: 0...most, using: &random) { text += piece() }
    if Int.random(in: 0..<3, using: &random) == 0 { mutate(&text) }
    return text
  }

  /// A few pieces over and over: what is slow on it is slower than linear.
  package mutating func monotonous(length: Int) -> [Unicode.Scalar] {
    var unit: [Unicode.Scalar] = []
    for _ in 0..<Int.random(in: 1...4, using: &random) { unit += piece() }
    if unit.isEmpty { unit = ["1"] }
    var text: [Unicode.Scalar] = []
    text.reserveCapacity(length + unit.count)
    while text.count < length { text += unit }
    return text
  }

  private mutating func piece() -> [Unicode.Scalar] {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: [pick(Self.alphabet)]
    case 1: [Unicode.Scalar(UInt32.random(in: 0...0x3FFFF, using: &random)) ?? "x"]
    case 2, 3, 4: Array(String(number()).unicodeScalars)
    default: pick(Self.fragments)
    }
  }

  private mutating func number() -> String {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: "\(Int.random(in: 1900...2100, using: &random))"
    case 1: grouped(Int.random(in: 0...9_999_999, using: &random), with: ",")
    case 2: "\(Int.random(in: 0...999, using: &random)).\(Int.random(in: 0...99, using: &random))"
    case 3: String(repeating: "9", count: Int.random(in: 1...40, using: &random))
    default: "\(Int.random(in: 0...130, using: &random))"
    }
  }

  /// 1234567 as 1,234,567.
  package func grouped(_ number: Int, with comma: String) -> String {
    var digits = String(number)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + groups).joined(separator: comma)
  }

  private mutating func mutate(_ text: inout [Unicode.Scalar]) {
    guard !text.isEmpty else { return }
    for _ in 0..<Int.random(in: 1...4, using: &random) where !text.isEmpty {
      let place = Int.random(in: 0..<text.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: text.remove(at: place)
      case 1: text.insert(pick(Self.alphabet), at: place)
      case 2: text[place] = pick(Self.alphabet)
      default: text.insert(contentsOf: text[place..<min(place + 6, text.count)], at: place)
      }
    }
  }

  private mutating func pick<Element>(_ all: [Element]) -> Element {
    all[Int.random(in: 0..<all.count, using: &random)]
  }

  private static let alphabet = Array(
    ("0123456789０９.,，．%％-–~～/:：()（）［］ \t\n一二三四五六七八九十百千萬億兆零〇兩廿半每第約近逾成分之點年月日度元家人次個件多餘以上負"
      + "ABCeghkmtwGHMNQRTUWx$€°℃²³¹⁰½年度至到公噸小時△▼+*註\u{3000}\u{200B}").unicodeScalars)

  private static let fragments: [[Unicode.Scalar]] = [
    "億", "仟萬", "百萬", "萬", "元", "仟元", "億元", "新台幣", "新臺幣", "NT$", "US$", "USD ", "TWD MM", " million", " billion",
    "%", "％", "成", "分之", "百分之", "三分之一", "九成", "七成五", "過半", "半數", "一半", "公噸CO2e", "tCO2e", "噸", "公噸", "kgCO2e",
    "公噸二氧化碳約當量(tCO2e)", "/新臺幣佰萬元營收", "/人", "/每百萬元", "每百萬元營收", "每人", "kWh", "度", "度電", "MWh", "GJ", "千瓦", "瓩", "m2",
    "m³", "公升", "百萬公升", "小時", "分鐘", "人時", "家", "間", "件", "人", "人次", "個月", "個", "項", "次", "場", "歲以上", "分", "倍",
    "°C", "公里", "年", "年度", "月", "日", "民國", "西元", "FY", "Q1 ", "第", "屆", "範疇", "ISO ", "GRI ", "Scope ", "RCP", "SDG ",
    "類別",
    "、", "，", "。", "；", " ", "-", "–", "~", "～", "至", "到", "/", ".", ",", ", ", ": ", "\n", "\t", "約", "近", "逾", "超過",
    "至少", "不超過", "以上", "以下", "左右", "多", "餘", "皆為", "均", "全數", "≥", "±", "負", "-", "(", ")", "（", "）", "［1］", "註2", "⁹",
    "一百二十", "兩千零五", "十五", "二〇二二", "三四", "兩三", "五萬", "三億五千", "未發生", "無", "無法", "零件", "零", "平均", "單位：", "Unit: ",
    "about ",
    "more than ", "employees", " tonnes", "2022年9月15日", "2022/09/15", "111/12/31", "1/3", "9:30", "02-8729-9000", "hr",
  ].map { Array($0.unicodeScalars) }
}
