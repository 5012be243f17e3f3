import ReportModel
import RuleBook
import Testing

@testable import RuleMatching

@Suite("The year of a value")
struct YearBindingTests {
  private func bench(_ more: String = "") throws -> RuleBench {
    try RuleBench(find: "水井", more: "value: {kind: count}" + more)
  }

  /// In a report of 2022.
  static let cases: [(String, String)] = [
    // By the words around it.
    ("2021年有水井3座。", "2021 clause"),
    ("有水井3座（2021年）。", "2021 clause"),
    ("2020年挖河，2021年有水井3座。", "2021 clause"),
    ("2020年有樹，水井3座。", "2020 sentence"),
    ("民國109年有水井3座。", "2020 clause"),
    ("109年度有水井3座。", "2020 clause"),
    ("去年有水井3座。", "2021 clause"),
    ("本年度有水井3座。", "2022 clause"),
    ("2021年完工。有水井3座。", "2021 paragraph"),
    // What was founded long ago, or is to come, says nothing of the next sentence.
    ("2003年成立。有水井3座。", "2022 report"),
    ("2030年將完工。有水井3座。", "2022 report"),
    // The edition of a standard is no year of anything.
    ("依ISO 14001: 2015查驗，有水井3座。", "2022 report"),
    ("依GRI Standards 2021編寫，有水井3座。", "2022 report"),
    ("有水井3座。", "2022 report"),
    // Yardsticks are no years of the value.
    ("較2021年增加，有水井3座。", "2022 report"),
    ("以2019年為基準，有水井3座。", "2022 report"),
    ("2021年有水井3座，較2020年多。", "2021 clause"),
    ("相較於去年，有水井3座。", "2022 report"),
    ("占基準年度（2020年度）的水井3座。", "2022 report"),
    // Since when something is so is not when it is counted, but for a number that stands right there.
    ("自2019年與學校合作，有水井3座。", "2022 report"),
    ("由2019年的2處水塔改建，有水井3座。", "2022 report"),
    ("由2019年水井3座改建。", "2022 report"),
    ("水井由2019年3座增加。", "2019 clause"),
    ("自2019年至2021年有水井3座。", "2021 clause"),
    // What is done again and again is not of the year in which it began.
    ("2018年通過辦法，每年檢視水井3座。", "2022 report"),
    ("2018年通過辦法，每年檢視，有水井3座。", "2018 sentence"),
    // An aim that something is done for gives it no year.
    ("為達2050年淨零目標，有水井3座。", "2022 report"),
    // A past without a date is of no year.
    ("曾有水井3座。", ""),
    // Of a day.
    ("2023年3月15日有水井3座。", "2023 clause"),
  ]

  @Test("Is told by the words around it", arguments: cases) func binds(_ text: String, _ year: String) throws {
    #expect(try bench().read(text).years == [year])
  }

  /// Scenarios run on behind a semicolon; a fact there would become a goal.
  @Test func aYearToComeHoldsBehindASemicolonForScenariosAlone() throws {
    let text = "2030年時，東區有水井3座；而西區有水井4座。南區有水井5座。"
    #expect(try bench(", level: any").read(text).years == ["2030 sentence", "2030 sentence", "2022 report"])
    #expect(try bench().read(text).years == ["2022 report", "2022 report"])
  }

  @Test func anAimGivesItsYearInItsClauseWhereAimsMayBeAsked() throws {
    let any = try bench(", level: any")
    #expect(any.read("2030年目標為水井3座。").years == ["2030 clause"])
    #expect(any.read("為達2050年淨零目標，有水井3座。").years == ["2022 report"])
    #expect(try bench().read("2030年目標，有水井3座。").years == ["2022 report"])
  }

  @Test func aPatternNamesTheYear() throws {
    let bench = try RuleBench(find: "自#year起…水井#count")
    #expect(bench.read("自2019年起，到2021年有水井3座。").years == ["2019 pattern"])
  }

  @Test func aListOfValuesIsPairedWithAListOfYears() throws {
    let reading = try bench().read("2020、2021、2022年水井分別為3座、4座、5座。")
    #expect(reading.valuesAndYears == ["3 座 2020", "4 座 2021", "5 座 2022"])
    #expect(Set(reading.evidence.map(\.yearSource)) == [.series])
    let span = try bench().read("2020年至2022年水井分別為3座、4座及5座。")
    #expect(span.valuesAndYears == ["3 座 2020", "4 座 2021", "5 座 2022"])
    #expect(try bench().read("2020至2022年水井合計為3座。").valuesAndYears == ["3 座 2022"])
    let uneven = try bench().read("2021、2022年水井分別為3座、4座、5座。")
    #expect(uneven.evidence.contains { $0.yearSource == .series } == false)
  }

  @Test func yearsAndValuesInTurnArePaired() throws {
    let each = try bench().read("水井2020年3座、2021年4座、2022年5座。")
    #expect(each.valuesAndYears == ["3 座 2020", "4 座 2021", "5 座 2022"])
    let change = try bench().read("水井由2021年的4座增加至2022年的5座。")
    #expect(change.valuesAndYears == ["4 座 2021", "5 座 2022"])
  }

  @Test func valuesDealtOutOneByOneAreAllRead() throws {
    #expect(try bench().read("兩廠的水井分別為3座、5座。").valuesAndYears == ["3 座 2022", "5 座 2022"])
    #expect(try bench().read("水井有3座、5座。").valuesAndYears == ["3 座 2022"])
    let clauses = try bench().read("兩廠的水井分別為3座及5座，新井占水井2座及4座。")
    #expect(clauses.valuesAndYears.contains("4 座 2022"))
  }

  @Test func theHeadersOfACellGiveTheYearOfItsSentences() throws {
    let rows = [["項目", "2019年成果", "2021年成果"], ["用水", "已鑿水井3座。", "已鑿水井5座。"]]
    #expect(try bench().read(rows: rows).valuesAndYears.sorted() == ["3 座 2019", "5 座 2021"])
  }

  @Test func theHeadingAboveGivesTheYear() throws {
    #expect(try bench().read("有水井3座。", under: ["2019年成果", "水"]).years == ["2019 heading"])
    #expect(try bench().read("有水井3座。", under: ["2019年成果", "2020年的水"]).years == ["2020 heading"])
  }

  @Test func aRulesOwnPatternLooksThroughTheSection() throws {
    var sketch = ReportSketch()
    sketch.heading("問卷")
    sketch.add(.paragraph, "本次調查於2018年進行。")
    sketch.add(.paragraph, "2021年回收。有水井3座。")
    sketch.add(.paragraph, "下次調查於2019年進行。")
    sketch.heading("其他")
    sketch.add(.paragraph, "有水井5座。")
    let reading = try bench(", year: '調查於#year'").read(sketch.text)
    #expect(reading.years == ["2018 rule", "2022 report"])
  }

  @Test func aColumnOrARowGivesTheYear() throws {
    let bench = try RuleBench("rules: [{id: x, table: {label: 水井}, value: {kind: count}}]")
    let columns = bench.read(rows: [["項目", "2020年", "110年", "2022"], ["水井（座）", "3", "4", "5"]])
    #expect(columns.valuesAndYears == ["3 座 2020", "4 座 2021", "5 座 2022"])
    #expect(Set(columns.evidence.map(\.yearSource)) == [.column])
    let rows = bench.read(rows: [["年度", "水井（座）", "水塔（座）"], ["2020年", "3", "7"], ["2021年", "4", "8"]])
    #expect(rows.valuesAndYears == ["3 座 2020", "4 座 2021"])
    let bare = bench.read(rows: [["年度", "水井（座）"], ["2020", "3"], ["2021", "4"]])
    #expect(bare.valuesAndYears == ["3 座 2020", "4 座 2021"])
  }

  @Test func aGoalTakesOnlyAYearAhead() throws {
    let goal = try RuleBench(find: "水井", more: "level: goal, value: {kind: count}")
    #expect(goal.read("目標2030年有水井3座。").years == ["2030 clause"])
    #expect(goal.read("2030年目標為水井3座。").years == ["2030 clause"])
    #expect(goal.read("2019年訂下，目標為水井3座。").years == [""])
    #expect(goal.read("目標為水井3座。").years == [""])
    #expect(goal.read("目標為水井3座。", under: ["2021年成果"]).years == [""])
  }

  @Test func aPolicyWithoutAYearIsOfNoYear() throws {
    #expect(try RuleBench(find: "水井").read("本公司重視水井。").years == [""])
    #expect(try RuleBench(find: "水井").read("2018年訂定水井辦法。").years == ["2018 clause"])
  }

  // MARK: The report's own year

  private func year(_ paragraphs: [String], name: String = "") throws -> Int? {
    var sketch = ReportSketch()
    for paragraph in paragraphs { sketch.add(.paragraph, paragraph) }
    let bench = try bench()
    return match(sketch.text, against: bench.compiled, hints: DocumentHints(name: name)).reportYear
  }

  @Test func theReportSaysItsYear() throws {
    let talk = Array(repeating: "2019年有水。", count: 20)
    #expect(try year(["2021年永續報告書"] + talk) == 2021)
    #expect(try year(["報告期間為2020年1月1日至2020年12月31日。"] + talk) == 2020)
    #expect(try year(["110年度年報"] + talk) == 2021)
    #expect(try year(talk) == 2019)
    #expect(try year(talk, name: "甲公司_2022_report.pdf") == 2022)
    #expect(try year(["2020年有水。2021年有水。"]) == 2021)
    #expect(try year(["沒有年份。"]) == nil)
    #expect(try year(talk, name: "20220101.pdf") == 2019)
  }

  /// In a report of 2022, of a rule about what scenarios tell.
  static let outlooks: [(String, [String])] = [
    ("2050年有水井3座。", ["2050 clause"]),
    ("於2050年，有水井3座。", ["2050 sentence"]),
    // A year that has passed is the value's own in its clause, and where the scenario starts from in another.
    ("2021年有水井3座。", ["2021 clause"]),
    ("以2021年底計，情境下2050年時，有水井3座。", ["2050 sentence"]),
    // The paragraph's only year to come, where it speaks of scenarios and of no aim.
    ("情境推估至2050年。有水井3座。", ["2050 paragraph"]),
    ("計畫至2050年。有水井3座。", ["2022 report"]),
    ("情境以2050年淨零為準。有水井3座。", ["2022 report"]),
    ("情境推估2030年及2050年。有水井3座。", ["2022 report"]),
  ]

  @Test("An outlook is of the year that its scenario is told for", arguments: outlooks)
  func outlook(_ text: String, _ years: [String]) throws {
    #expect(try bench(", level: any, tense: outlook").read(text).years == years)
  }

  @Test func theParagraphAboveATableTellsTheYearOfItsScenarios() throws {
    var sketch = ReportSketch()
    sketch.heading("第一章")
    sketch.add(.paragraph, "以情境推估2050年之水井。")
    sketch.table([["情境", "水井（座）"], ["甲", "3"], ["乙", "5"]])
    let bench = try RuleBench("rules: [{id: x, table: {label: 水井}, tense: outlook, level: any, value: {kind: count}}]")
    #expect(bench.read(sketch.text).years == ["2050 paragraph", "2050 paragraph"])
  }
}
