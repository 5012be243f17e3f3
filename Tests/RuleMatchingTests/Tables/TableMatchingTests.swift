import ReportModel
import RuleBook
import Testing

@testable import RuleMatching

@Suite("Tables and charts")
struct TableMatchingTests {
  private func bench(_ table: String, _ more: String = "value: {kind: count}") throws -> RuleBench {
    try RuleBench("rules: [{id: x, table: {\(table)}, \(more)}]")
  }

  private func sketch(
    _ rows: [[String]], headerRows: Int = 1, headerColumns: Int = 1, caption: String? = nil,
    role: BlockRole = .table, pages: [Int] = []
  ) -> ReportText {
    var sketch = ReportSketch()
    sketch.heading("第一章")
    if let caption { sketch.add(.caption, caption) }
    sketch.table(rows, role: role, headerRows: headerRows, headerColumns: headerColumns, pages: pages)
    return sketch.text
  }

  private static let wells = [["項目", "2021年", "2022年"], ["水井（座）", "3", "5"], ["水塔（座）", "7", "9"]]

  @Test func aRowIsFoundByItsLabel() throws {
    let reading = try bench("label: 水井").read(sketch(Self.wells))
    #expect(reading.valuesAndYears == ["3 座 2021", "5 座 2022"])
    #expect(reading.evidence.map(\.quote) == ["水井（座） 2022年 5", "水井（座） 2021年 3"])
    #expect(Set(reading.evidence.map(\.place)) == [.table])
  }

  @Test func aColumnIsFoundByItsLabel() throws {
    let rows = [["年度", "水井（座）", "水塔（座）"], ["2021年", "3", "7"], ["2022年", "5", "9"]]
    #expect(try bench("label: 水塔").read(sketch(rows)).valuesAndYears == ["7 座 2021", "9 座 2022"])
  }

  @Test func twoHeaderColumnsLabelARowTogether() throws {
    let rows = [
      ["類別", "項目", "2022年"], ["北區", "水井（座）", "3"], ["↑", "水塔（座）", "7"], ["南區", "水井（座）", "4"],
    ]
    let report = sketch(rows, headerColumns: 2)
    #expect(try bench("label: {all: [北區, 水井]}").read(report).values == ["3 座"])
    #expect(try bench("label: {all: [南區, 水井]}").read(report).values == ["4 座"])
    #expect(try bench("label: 水井").read(report).values == ["3 座", "4 座"])
  }

  @Test func figuresInTheLastColumnAloneHaveAllBeforeThemForLabels() throws {
    let rows = [
      ["類別", "項目", "指標", "2022年"], ["民生", "水井", "數目", "12座"], ["民生", "水井", "深度", "30公尺"], ["灌溉", "水塔", "數目", "9座"],
    ]
    let report = sketch(rows)
    #expect(try bench("label: {all: [水井, 數目]}").read(report).valuesAndYears == ["12 座 2022"])
    #expect(try bench("label: {all: [灌溉, 水塔]}").read(report).valuesAndYears == ["9 座 2022"])
  }

  @Test func twoHeaderRowsLabelAColumnTogether() throws {
    let rows = [["項目", "2021年", "←", "2022年", "←"], ["↑", "北區", "南區", "北區", "南區"], ["水井（座）", "1", "2", "3", "4"]]
    let report = sketch(rows, headerRows: 2)
    #expect(try bench("label: 水井, across: 南區").read(report).valuesAndYears == ["2 座 2021", "4 座 2022"])
    #expect(try bench("label: 水井, not-across: 南區").read(report).valuesAndYears == ["1 座 2021", "3 座 2022"])
    #expect(try bench("label: 水井, across: [東區]").refusals(report).allSatisfy { $0 == .across })
  }

  @Test func aUnitInTheCornerOrInAnotherRowIsThatOfBareRows() throws {
    let asked = try bench("label: 燃煤", "value: {kind: mass}")
    let total = [["項目", "2022年"], ["燃煤", "31"], ["總計（噸）", "92"]]
    #expect(asked.read(sketch(total)).values == ["31 噸"])
    let corner = [["項目（公噸）", "2022年"], ["燃煤", "31"], ["燃油", "61"]]
    #expect(asked.read(sketch(corner)).values == ["31 公噸"])
    // Two units: which one is not told.
    let mixed = [["項目", "2022年"], ["燃煤", "31"], ["燃油（噸）", "92"], ["鐵（公斤）", "7"]]
    #expect(asked.read(sketch(mixed)).values == ["31"])
    let share = [["項目", "2022年"], ["水井", "31"], ["占比（%）", "92"]]
    #expect(try bench("label: 水井", "value: {kind: [count, share, number]}").read(sketch(share)).values == ["31"])
  }

  @Test func aLineOfUnitsIsSeenOverWhatStandsBetween() throws {
    var sketch = ReportSketch()
    sketch.add(.paragraph, "單位：新臺幣億元")
    for words in ["推估未來的成長", "企業排放量", "超出法規目標的排放量"] { sketch.add(.listItem, words) }
    sketch.table([["項目", "2022年"], ["水塔", "7"]])
    let asked = try bench("label: 水塔", "value: {kind: money}")
    #expect(asked.read(sketch.text).values == ["7 新臺幣億元"])
    // Not over another table, which it is the line of.
    sketch.table([["項目", "2022年"], ["水塔", "8"]])
    #expect(asked.read(sketch.text).values == ["7 新臺幣億元", "8"])
  }

  @Test func wordsRightAboveAChartAreItsCaption() throws {
    var sketch = ReportSketch()
    sketch.add(.figureText, "地下水")
    sketch.table([["", "2021年", "2022年"], ["水井", "3", "5"]], role: .figureText)
    #expect(try bench("label: 水井, caption: 地下水").read(sketch.text).evidence.count == 2)
  }

  @Test func theCaptionTheHeadingOrAHeaderNarrowsATable() throws {
    let asked = try bench("label: 水井, caption: 地下水")
    #expect(asked.read(sketch(Self.wells, caption: "表1 地下水設施")).evidence.count == 2)
    #expect(asked.read(sketch(Self.wells, caption: "表1 設施")).evidence.isEmpty)
    #expect(asked.refusals(sketch(Self.wells)) == [.caption])
    #expect(asked.read(rows: Self.wells, under: ["地下水"]).evidence.count == 2)
    var rows = Self.wells
    rows[0][0] = "地下水"
    #expect(asked.read(sketch(rows)).evidence.count == 2)
  }

  /// Where the unit may stand: in the cell, on the row, on the column, in the caption.
  @Test("The unit comes from wherever it stands", arguments: 0..<4)
  func units(_ place: Int) throws {
    func unit(_ here: Int, _ word: String) -> String { place == here ? word : "" }
    let rows = [
      ["項目", "2022年" + unit(2, "（公噸）")], ["廢棄物" + unit(1, "（公噸）"), "12" + unit(0, "公噸")], ["其他", "3"],
    ]
    let report = sketch(rows, caption: "廢棄物表" + unit(3, "（單位：公噸）"))
    #expect(try bench("label: 廢棄物", "value: {kind: mass}").read(report).valuesAndYears == ["12 公噸 2022"])
  }

  @Test func aBareNumberTakesTheRulesUnit() throws {
    let rows = [["項目", "2022年"], ["水井", "12"]]
    #expect(try bench("label: 水井", "value: {kind: count, unit: 座}").read(sketch(rows)).values == ["12 座"])
  }

  @Test func aCellOfAnotherKindIsNotTaken() throws {
    let rows = [["項目", "座數", "比率"], ["水井", "12座", "30%"]]
    #expect(try bench("label: 水井", "value: {kind: share}").read(sketch(rows)).values == ["30 %"])
    #expect(try bench("label: 水井", "value: {kind: share, max: 20}").read(sketch(rows)).values == [])
    let words = [["項目", "2022年"], ["水井", "整修中"]]
    #expect(try bench("label: 水井").refusals(sketch(words)) == [.noValue])
  }

  @Test func aCellThatSpansColumnsIsReadOnce() throws {
    let rows = [["項目", "2021年", "2022年"], ["水井（座）", "8", "←"], ["水塔（座）", "7", "9"]]
    let reading = try bench("label: 水井").read(sketch(rows))
    #expect(reading.values == ["8 座"])
    #expect(reading.evidence.first?.alsoOn == [])
  }

  @Test func aCellThatSpansRowsIsReadForEachOfItsRows() throws {
    let rows = [["項目", "2022年"], ["水井（座）", "8"], ["水塔（座）", "↑"]]
    #expect(try bench("label: 水塔").read(sketch(rows)).values == ["8 座"])
  }

  @Test func aChartIsReadAsATable() throws {
    let report = sketch([["", "2021", "2022"], ["水井", "3座", "5座"]], role: .figureText)
    let reading = try bench("label: 水井").read(report)
    #expect(reading.valuesAndYears == ["3 座 2021", "5 座 2022"])
    #expect(Set(reading.evidence.map(\.place)) == [.chart])
    #expect(try bench("label: 水井", "value: {kind: count}, roles: [table]").read(report).evidence.isEmpty)
  }

  @Test func valuesOnFurtherPagesAreOnThosePages() throws {
    let rows = [["項目", "2022年"], ["水塔（座）", "3"], ["水井（座）", "5"]]
    let reading = try bench("label: 水井").read(sketch(rows, pages: [2]))
    #expect(reading.pages == [2])
  }

  @Test func aGroupsRowAboveLabelsTheRowsBelowIt() throws {
    let rows = [["項目", "2021年", "2022年"], ["北區", "←", "←"], ["水井（座）", "3", "5"]]
    #expect(try bench("label: {all: [北區, 水井]}").read(sketch(rows)).values == ["3 座", "5 座"])
  }

  @Test("What else a rule asks is asked of a table too", arguments: ["with: 地下水", "under: 地下水"])
  func surroundings(_ key: String) throws {
    let asked = try bench("label: 水井", "value: {kind: count}, \(key)")
    #expect(asked.read(rows: Self.wells, under: ["地下水"]).evidence.count == 2)
    #expect(asked.read(rows: Self.wells, under: ["設施"]).evidence.isEmpty)
  }

  @Test func notIsAskedOfTheRowsOwnHeader() throws {
    let rows = [["項目", "2022年"], ["水井（枯竭）", "3座"], ["水井", "5座"]]
    #expect(try bench("label: 水井", "value: {kind: count}, not: 枯竭").read(sketch(rows)).values == ["5 座"])
  }

  @Test func aCellIsShutOutByItsOwnHeadersAndNoOthers() throws {
    let rows = [["地區", "水井（座）"], ["枯竭區", "3"], ["南區", "5"]]
    #expect(try bench("label: 水井", "value: {kind: count}, not: 枯竭").read(sketch(rows)).values == ["5 座"])
    #expect(try bench("label: 水井, not-across: 枯竭").read(sketch(rows)).values == ["5 座"])
    // What else is said may stand in any header across the column.
    #expect(try bench("label: 水井", "value: {kind: count}, with: 枯竭").read(sketch(rows)).values == ["3 座", "5 座"])
    #expect(try bench("label: 水井", "value: {kind: count}, with: 山區").read(sketch(rows)).values == [])
  }

  @Test(
    "A table of nothing but headers has no values and does no harm", arguments: ["with: 水", "not: 枯竭", "tense: any"])
  func onlyHeaders(_ key: String) throws {
    let asked = try bench("label: 水井, across: 甲, caption: 水", "value: {kind: count}, \(key)")
    for report in [
      sketch([["水塔", "水井"]]), sketch([["水井"], ["水塔"]], headerRows: 2, headerColumns: 1),
      sketch([["水井", "水塔"]], headerRows: 1, headerColumns: 2), sketch([[""]]),
      sketch([["水井"]], headerRows: 0, headerColumns: 0),
    ] {
      #expect(asked.read(report).evidence.isEmpty)
    }
  }

  @Test func theSentencesOfACellAreReadLikeOthers() throws {
    let rows = [["議題", "作法"], ["水", "2021年有水井3座。另有水塔。"]]
    let reading = try RuleBench(find: "水井", more: "value: {kind: count}").read(sketch(rows))
    #expect(reading.valuesAndYears.contains("3 座 2021"))
    #expect(reading.evidence.count == 1)
  }

  // MARK: Units and headers

  @Test(arguments: [
    [["項目", "單位", "2021年", "2022年"], ["用水", "噸", "3", "5"], ["用電", "度", "7", "9"]],
    [["項目", "2021年", "2022年", "單位"], ["用水", "3", "5", "噸"], ["用電", "7", "9", "度"]],
  ])
  func aColumnOfUnitsIsThatOfEachRow(_ rows: [[String]]) throws {
    let report = sketch(rows)
    #expect(try bench("label: 用水", "value: {kind: mass}").read(report).valuesAndYears == ["3 噸 2021", "5 噸 2022"])
    #expect(try bench("label: 用電", "value: {kind: energy}").read(report).valuesAndYears == ["7 度 2021", "9 度 2022"])
  }

  @Test func aYearBesideAUnitIsNoNumberOfIt() throws {
    let rows = [["項目", "2021", "2022"], ["↑", "新台幣億元", "新台幣億元"], ["水費", "3", "5"]]
    let reading = try bench("label: 水費", "value: {kind: money}").read(sketch(rows, headerRows: 2))
    #expect(reading.valuesAndYears == ["3 新台幣億元 2021", "5 新台幣億元 2022"])
    #expect(reading.evidence.map(\.quote) == ["水費 2022 新台幣億元 5", "水費 2021 新台幣億元 3"])
  }

  @Test func aHeaderOverMostColumnsIsOneWhereOthersStandBesideIt() throws {
    let rows = [["項目", "水井", "←", "←", "水塔"], ["↑", "北區", "中區", "南區", "全部"], ["數目（座）", "1", "2", "3", "9"]]
    let reading = try bench("label: 數目, across: 水井").read(sketch(rows, headerRows: 2))
    #expect(Set(reading.values) == ["1 座", "2 座", "3 座"])
  }

  @Test func numbersOfCategoriesAreNoFigures() throws {
    let rows = [["類別", "說明", "2022年（噸）"], ["1", "商品", "31"], ["3", "燃料", "57"], ["6", "差旅", "12"]]
    let reading = try bench("label: 燃料", "value: {kind: mass}").read(sketch(rows))
    #expect(reading.valuesAndYears == ["57 噸 2022"])
  }

  @Test func theBaseYearsColumnIsOfThatYear() throws {
    let rows = [["項目", "2019（基準年）", "2022"], ["水井（座）", "3", "5"]]
    #expect(try bench("label: 水井").read(sketch(rows)).valuesAndYears == ["3 座 2019", "5 座 2022"])
  }

  @Test func aColumnMostlyOfDashesIsOneOfFigures() throws {
    let rows = [
      ["項目", "2021年", "2022年"], ["水井（座）", "3", "5"], ["水塔（座）", "—", "9"], ["水車（座）", "—", "2"], ["水門（座）", "—", "4"],
      ["水窖（座）", "—", "6"], ["水渠（座）", "1", "7"], ["水池（座）", "2", "8"],
    ]
    #expect(try bench("label: 水井").read(sketch(rows)).valuesAndYears == ["3 座 2021", "5 座 2022"])
  }

  @Test func aColumnOfYearsSaysTheYearOfTheValueBeside() throws {
    let rows = [["項目", "目標年", "水井（座）"], ["北區", "2030", "3"], ["南區", "2035年底", "4"]]
    let bench = try bench("label: 水井", "level: any, value: {kind: count}")
    #expect(bench.read(sketch(rows)).valuesAndYears == ["3 座 2030", "4 座 2035"])
  }

  @Test func aMinusCountsUnlessTheRuleLeavesItOut() throws {
    let rows = [["項目", "2030年"], ["用水減幅", "-12%"]]
    let printed = try bench("label: 減幅", "level: any, value: {kind: share}")
    #expect(printed.read(sketch(rows)).values == ["-12 %"])
    let plain = try bench("label: 減幅", "level: any, value: {kind: share, min: 1, sign: none}")
    #expect(plain.read(sketch(rows)).values == ["12 %"])
    #expect(plain.read(sketch(rows)).evidence.first?.value?.printed == "-12%")
    let range = plain.read(sketch([["項目", "2030年"], ["用水減幅", "-50%~-30%"]])).evidence.first?.value
    #expect(range?.plain == "30")
    #expect(range?.high == "50")
  }

  /// Under one year a number at home and one abroad, each with its name to its left.
  @Test func wordsBesideANumberUnderOneHeaderNameIt() throws {
    let rows = [
      ["年份", "2020", "2021", "←"], ["水井（座）", "5", "國內", "7"], ["↑", "↑", "海外", "2"], ["水塔（座）", "-", "國內", "1"],
    ]
    let reading = try bench("label: 水井", "not: 海外, value: {kind: count}").read(sketch(rows))
    #expect(reading.valuesAndYears == ["5 座 2020", "7 座 2021"])
    #expect(reading.evidence.contains { $0.quote == "水井（座） 2021 國內 7" })
  }

  /// A first column of numbers of which half are dashes is no header of the rows.
  @Test func dashesAreNoNamesOfRows() throws {
    let rows = [
      ["年份", "2020", "2021"], ["水井（座）", "5", "7"], ["↑", "↑", "8"], ["增減", "-", "40%"], ["↑", "-", "12%"],
    ]
    let reading = try bench("label: 水井").read(sketch(rows))
    #expect(reading.valuesAndYears.contains("5 座 2020"))
    #expect(!reading.evidence.contains { $0.quote.contains("5 2021") })
  }

  /// A form that asks a question a row; one is answered by a small table in the answer's place.
  private static let form = [
    ["評估項目", "運作情形", "←", "←", "差異"],
    ["（一）是否節水？", "已汰換設備。", "←", "←", "無"],
    ["（二）是否統計用量？", "統計範圍為二廠：", "←", "←", "無"],
    ["↑", "項目", "110年", "109年", "↑"],
    ["↑", "水井（座）", "3", "5", "↑"],
    ["↑", "水塔（座）", "6", "7", "↑"],
    ["（三）是否受罰？", "無。", "←", "←", "無"],
  ]

  @Test func aTableWithinAnAnswerHasItsOwnHeaders() throws {
    let reading = try bench("label: 水井").read(sketch(Self.form))
    #expect(reading.valuesAndYears == ["3 座 2021", "5 座 2020"])
    #expect(reading.evidence.map(\.quote) == ["水井（座） 110年 3", "水井（座） 109年 5"])
    // The question is what the numbers are about, and no row of the form holds them any more.
    #expect(try bench("label: 水塔, caption: 統計用量").read(sketch(Self.form)).valuesAndYears == ["6 座 2021", "7 座 2020"])
    #expect(try bench("label: 是否統計").read(sketch(Self.form)).values == [])
    #expect(try RuleBench(find: "已汰換").read(sketch(Self.form)).evidence.count == 1)
  }

  /// Years below a title in the first row head the table itself.
  @Test func aSecondRowOfHeadersIsNoTableWithin() throws {
    let rows = [["項目", "近二年用量", "單位：座"], ["↑", "2021", "2022"], ["水井", "3", "5"]]
    #expect(try bench("label: 水井").read(sketch(rows)).valuesAndYears == ["3 座 2021", "5 座 2022"])
  }
}
