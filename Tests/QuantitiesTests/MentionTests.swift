import Quantities
import ReportModel
import Testing

/// A header or caption, and the units it names with their kinds.
struct MentionCase: CustomTestStringConvertible, Sendable {
  var text: String
  var units: [String]

  init(_ text: String, _ units: String...) {
    self.text = text
    self.units = units
  }

  var testDescription: String { text }
}

@Suite("Units named without a number")
struct MentionTests {
  static let cases: [MentionCase] = [
    MentionCase("用電量（kWh）", "kWh energy"), MentionCase("單位：仟元", "仟元 money"), MentionCase("單位:千元", "千元 money"),
    MentionCase("金額(新台幣百萬元)", "新台幣百萬元 money"), MentionCase("佔比 %", "% share"), MentionCase("佔比%", "% share"),
    MentionCase("實際列席率(%)", "% share"), MentionCase("排放量 公噸CO2e", "公噸CO2e emissions"),
    MentionCase("單位：新台幣仟元", "新台幣仟元 money"), MentionCase("單位：每百萬元", "百萬元 money"),
    MentionCase("員工人數（人）", "人 persons"), MentionCase("家數（家）", "家 count"), MentionCase("電力(度)", "度 energy"),
    MentionCase("溫室氣體(範疇一) (t-CO2e)註", "t-CO2e emissions"), MentionCase("廢棄物(噸)", "噸 mass"),
    MentionCase("碳排放強度（公噸CO2e/新臺幣佰萬元營收）", "公噸CO2e/新臺幣佰萬元營收 intensity"),
    MentionCase("單位：公噸CO2e、%", "公噸CO2e emissions", "% share"), MentionCase("仟元", "仟元 money"),
    MentionCase("人", "人 persons"), MentionCase("員工"), MentionCase("排放量註1 tCO2e", "tCO2e emissions"),
    MentionCase("排放量 1 tCO2e"),
    MentionCase("Revenue (NT$ million)", "NT$ million money"),
    MentionCase("Unit: NT$ thousands", "NT$ thousands money"),
    MentionCase("訓練時數（小時/人）", "小時/人 hours"), MentionCase("人均用電（度／人）", "度/人 intensity"),
    MentionCase("溫度 °C", "°C temperature"), MentionCase("單位：件", "件 count"), MentionCase("NTD MM", "NTD MM money"),
    MentionCase("投融資碳排放\t(tCO2e)\n佔比\t(%)", "tCO2e emissions", "% share"),
    // Words, numbers with their own unit, counters in running text.
    MentionCase("員工人數 人"), MentionCase("項目"), MentionCase("占比"), MentionCase("5 仟元"), MentionCase("2022年"),
    MentionCase("公司治理與家庭"), MentionCase("人才（人力）"), MentionCase("元件"), MentionCase(""),
  ]

  @Test("In brackets, behind 單位, as a word of its own", arguments: cases)
  func mention(_ example: MentionCase) {
    let scalars = Array(example.text.unicodeScalars)
    let found = unitsMentioned(in: scalars, range: 0..<scalars.count)
    #expect(found.map { "\($0.unit) \($0.kind.rawValue)" } == example.units)
  }

  @Test("The range is that of the unit alone")
  func place() {
    let scalars = Array("用電量（kWh）".unicodeScalars)
    #expect(unitsMentioned(in: scalars, range: 0..<scalars.count).map(\.range) == [4..<7])
    #expect(unitsMentioned(in: scalars, range: 0..<3).isEmpty)
  }
}
