import Quantities
import ReportModel
import Testing

@Suite("Unit names")
struct UnitTableTests {
  static let known: [(String, String)] = [
    ("%", "share % 0"), ("‰", "share % -1"), ("百分點", "share pp 0"), ("基點", "share pp -2"), ("仟元", "money TWD 3"),
    ("千元", "money TWD 3"), ("百萬元", "money TWD 6"), ("佰萬元", "money TWD 6"), ("億元", "money TWD 8"),
    ("兆元", "money TWD 12"),
    ("新台幣仟元", "money TWD 3"), ("NT$", "money TWD 0"), ("TWD MM", "money TWD 6"), ("美元", "money USD 0"),
    ("萬美元", "money USD 4"), ("kWh", "energy kWh 0"), ("MWh", "energy kWh 3"), ("瓩時", "energy kWh 0"),
    ("度", "energy|volume|temperature kWh 0"), ("萬度", "energy|volume|temperature kWh 4"), ("GJ", "energy GJ 0"),
    ("TJ", "energy GJ 3"), ("百萬焦耳", "energy GJ -3"), ("千卡", "energy kcal 0"), ("瓩", "power kW 0"), ("MW", "power kW 3"),
    ("公斤", "mass kg 0"), ("公噸", "mass|emissions kg 3"), ("噸", "mass|emissions kg 3"), ("tCO2e", "emissions tCO2e 0"),
    ("公噸CO2e", "emissions tCO2e 0"), ("kgCO2e", "emissions tCO2e -3"), ("萬公噸二氧化碳當量", "emissions tCO2e 4"),
    ("ktCO2e", "emissions tCO2e 3"), ("公噸二氧化碳約當量(tCO2e)", "emissions tCO2e 0"), ("立方公尺", "volume m3 0"),
    ("m³", "volume m3 0"), ("公升", "volume m3 -3"), ("百萬公升", "volume m3 3"), ("ML", "volume m3 3"),
    ("tCO2e/百萬元", "intensity tCO2e/TWD -6"), ("公噸CO2e/新臺幣佰萬元營收", "intensity tCO2e/TWD -6"),
    ("tCO2e/TWD MM", "intensity tCO2e/TWD -6"), ("公噸/每百萬元", "intensity kg/TWD -3"), ("公噸CO2e/人", "intensity tCO2e/人 0"),
    ("kWh/m2", "intensity kWh/m2 0"), ("小時/人", "hours|intensity h/人 0"), ("元/公噸", "money|intensity TWD/kg -3"),
    ("起", "count 起 0"), ("包", "count 包 0"), ("次/年", "count 次 0"), ("小時", "hours h 0"), ("分鐘", "hours min 0"),
    ("人", "persons 人 0"),
    ("名", "persons 人 0"),
    ("人次", "count|persons 人次 0"), ("家", "count 家 0"), ("據點", "count 據點 0"), ("張", "count 張 0"), ("千人", "persons 人 3"),
    ("m2", "area m2 0"), ("公頃", "area m2 4"), ("坪", "area 坪 0"), ("公里", "length m 3"), ("公厘", "length m -3"),
    ("°C", "temperature °C 0"), ("倍", "multiple 倍 0"), ("分", "score 分 0"), ("年", "count 年 0"),
  ]

  @Test("Kinds, canonical unit, power of ten", arguments: known)
  func meaning(_ name: String, _ meaning: String) throws {
    let found = try #require(UnitTable.meaning(of: name))
    let kinds = found.kinds.map(\.rawValue).joined(separator: "|")
    #expect("\(kinds) \(found.canonical) \(found.power)" == meaning)
  }

  @Test(
    "No units",
    arguments: ["", "foo", "級", "樓", "人才", "家庭", "百萬", "民國", "kWhx", "仟元整數", "公噸/", "5元", "元 元", " 元"])
  func unknown(_ name: String) {
    #expect(UnitTable.meaning(of: name) == nil)
  }
}
