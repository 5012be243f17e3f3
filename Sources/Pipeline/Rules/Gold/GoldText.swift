import ReportModel
import RuleBook

extension Evidence {
  var hasNumber: Bool { GoldText(value?.plain ?? "").number != nil }

  /// Whether its value is the one of the fact.
  func bears(_ fact: GoldFact) -> Bool {
    guard let number = GoldText(value?.plain ?? "").number else { return false }
    return number == GoldText(fact.value).number || number == GoldText(fact.valueHigh).number
  }

  func hasUnit(of fact: GoldFact) -> Bool { GoldText(value?.unit ?? "").unit == GoldText(fact.unit).unit }
}

/// Text as `eval/evidence.py` compares it: without spaces, wide and raised characters as ordinary ones.
struct GoldText {
  private let scalars: [Unicode.Scalar]

  init(_ text: String) {
    scalars = text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{200B}" }.flatMap(Self.plain)
  }

  private var text: String { String(String.UnicodeScalarView(scalars)) }

  /// The part of Unicode's compatibility forms that is met in facts.
  private static func plain(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).map { [$0] } ?? [scalar]
    case 0x2080...0x2089: Unicode.Scalar(scalar.value - 0x2080 + 0x30).map { [$0] } ?? [scalar]
    case 0xB2, 0xB3: scalar.value == 0xB2 ? ["2"] : ["3"]
    case 0x33A1: ["m", "2"]
    case 0x33A5: ["m", "3"]
    default: [scalar]
    }
  }

  /// The first number in it: a fact may say more beside it.
  var number: Figure? {
    let plain = text.filter { $0 != "," }
    return plain.firstMatch(of: /-?[0-9]+(\.[0-9]+)?/).flatMap { Figure(plain: $0.output.0) }
  }

  /// The unit by what it means, in a rough table that is only for scoring; else as it is written.
  var unit: String {
    let unit = text.lowercased()
    func isAll(_ pattern: some RegexComponent) -> Bool { unit.wholeMatch(of: pattern) != nil }
    if isAll(/(公?噸|t|tonnes?)?\W*(co2|二氧化碳)[^0-9]*/) { return "tCO2e" }
    if isAll(/%|個百分點|百分比/) { return "%" }
    if isAll(/度|kwh|千瓦小?時/) { return "kWh" }
    if isAll(/(新[臺台]幣)?(百萬元?|佰萬元?|mm)/) { return "10⁶ TWD" }
    if isAll(/(新[臺台]幣)?億元?/) { return "10⁸ TWD" }
    if isAll(/(新[臺台]幣)?[千仟]元/) { return "10³ TWD" }
    if isAll(/小?時|hours?/) { return "hour" }
    if isAll(/人次|人|名|位/) { return "person" }
    if isAll(/次|場次?|堂|回/) { return "time" }
    if isAll(/件|家|戶|案|檔|筆|項|間/) { return "case" }
    return unit
  }

  private static let sharedRun = 10

  /// Whether both have ten characters in a row in common, or all that the shorter one has.
  func shares(_ other: GoldText) -> Bool {
    let length = min(Self.sharedRun, scalars.count, other.scalars.count)
    guard length > 3 else { return false }
    return !runs(of: length).isDisjoint(with: other.runs(of: length))
  }

  private func runs(of length: Int) -> Set<ArraySlice<Unicode.Scalar>> {
    Set((0...scalars.count - length).map { scalars[$0..<$0 + length] })
  }
}
