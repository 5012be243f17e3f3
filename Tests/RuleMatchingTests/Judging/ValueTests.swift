import ReportModel
import RuleBook
import Testing

@testable import RuleMatching

@Suite("The number of evidence")
struct ValueTests {
  private func bench(_ value: String) throws -> RuleBench {
    try RuleBench(find: "水井", more: "level: any, negation: ignore, value: {\(value)}")
  }

  /// What is asked for, a sentence, and what is read.
  static let requests: [(String, String, [String])] = [
    // Kind and unit.
    ("kind: count", "水井12座，投入30仟元。", ["12 座"]),
    ("kind: money", "水井12座，投入30仟元。", ["30 仟元"]),
    ("kind: [money, share]", "水井12座，占5%。", ["5 %"]),
    ("kind: count, units: [口, 座]", "水井查了9次，有12座。", ["12 座"]),
    ("kind: hours", "水井12座。", []),
    ("kind: count", "水井在2021年完工。", []),
    ("", "水井在2021年用12公噸。", ["12 公噸"]),
    // The nearest, what follows before what stands ahead.
    ("kind: count", "水井3座，水塔5座。", ["3 座"]),
    ("kind: count", "5座水塔，水井3座。", ["3 座"]),
    ("kind: count", "3座水井與5座水塔。", ["3 座"]),
    ("kind: count, side: after", "3座水井與5座水塔。", ["5 座"]),
    ("kind: count, side: before", "3座水井5座水塔。", ["3 座"]),
    ("kind: count, side: before", "水井5座。", []),
    // Reach.
    ("kind: count, reach: 7", "水井在北區的有7座。", ["7 座"]),
    ("kind: count, reach: 6", "水井在北區的有7座。", []),
    ("kind: count, reach: 2", "7座水井。", ["7 座"]),
    // Bounds.
    ("kind: count, min: 5", "水井3座，共有9座。", ["9 座"]),
    ("kind: count, max: 5", "水井9座，加3座。", ["3 座"]),
    ("kind: count, min: 5, max: 6", "水井3座，共有9座。", []),
    ("kind: count, min: 3, max: 3", "水井3座。", ["3 座"]),
    // Not required.
    ("kind: count, required: false", "水井很深。", ["-"]),
    ("kind: count, required: false", "水井3座。", ["3 座"]),
    ("kind: count, required: false, max: 2", "水井3座。", ["-"]),
    // A unit for a number without one.
    ("kind: number, unit: 座", "水井數為12。", ["12 座"]),
  ]

  @Test("Is the one that is asked for", arguments: requests)
  func picks(_ request: String, _ text: String, _ values: [String]) throws {
    #expect(try bench(request).read(text).values == values)
  }

  @Test func whatIsMissingIsSaid() throws {
    #expect(try bench("kind: hours").refusals("水井12座。") == [.noValue])
    #expect(try bench("kind: count, max: 5").refusals("水井12座。") == [.outOfRange])
  }

  static let qualifiers: [(String, Quantity.Qualifier?, String)] = [
    ("水井3座。", nil, "3"),
    ("水井至少3座。", .atLeast, "3"), ("水井3座以上。", .atLeast, "3"), ("水井逾3座。", .moreThan, "3"),
    ("水井超過3座。", .moreThan, "3"), ("水井約3座。", .about, "3"), ("水井近30座。", .nearly, "30"),
    ("水井不到30座。", .lessThan, "30"), ("水井3座以下。", .atMost, "3"),
  ]

  @Test("Words that limit a number are read", arguments: qualifiers)
  func qualifies(_ text: String, _ qualifier: Quantity.Qualifier?, _ plain: String) throws {
    let value = try #require(try bench("kind: count").read(text).evidence.first?.value)
    #expect(value.qualifier == qualifier && value.plain == plain)
  }

  @Test func numberWordsRangesAndCanonicalUnitsStandBesideThePrintedForm() throws {
    let words = try #require(try bench("kind: count").read("水井四座。").evidence.first?.value)
    #expect(words.plain == "4" && words.printed == "四座" && words.unit == "座")
    let range = try #require(try bench("kind: count").read("水井3~5座。").evidence.first?.value)
    #expect(range.plain == "3" && range.high == "5")
    let money = try #require(try bench("kind: money").read("水井投入2,500仟元。").evidence.first?.value)
    #expect(money.plain == "2500" && money.unit == "仟元" && money.printed == "2,500仟元")
    #expect(money.normalized == Quantity.Normalized(value: Figure(digits: 2_500_000), unit: "TWD"))
    #expect(!money.isInferred)
  }

  @Test func noneSaidInWordsIsAnInferredNought() throws {
    let bench = try RuleBench(find: "#none…(6)洩漏", more: "value: {kind: count, unit: 件}")
    let value = try #require(bench.read("2022年無任何個資洩漏。").evidence.first?.value)
    #expect(value.plain.isEmpty && value.unit == "件" && value.isInferred && value.qualifier == nil)
    #expect(value.normalized == Quantity.Normalized(value: .zero, unit: "件"))
    #expect(value.printed == "無任何")
  }

  @Test func allSaidInWordsIsAnInferredHundredPerCent() throws {
    let bench = try RuleBench(find: "廠商#all合格")
    let value = try #require(bench.read("2022年廠商皆合格。").evidence.first?.value)
    #expect(value.plain.isEmpty && value.unit == "%" && value.isInferred && value.qualifier == .all)
    #expect(value.normalized == Quantity.Normalized(value: Figure(digits: 100), unit: "%"))
  }

  @Test func aTallyGivesItsCounterToABareNumber() throws {
    let bench = try RuleBench(find: "投訴次數#number", more: "value: {kind: number, unit: 件}")
    #expect(bench.read("2022年投訴次數為0。").values == ["0 次"])
  }

  @Test func titlesListsAndNamedGroupsAreReadOff() throws {
    #expect(try RuleBench(find: "發布#title").read("本公司發布《用水準則》。").names == ["用水準則"])
    #expect(try RuleBench(find: "包含#list").read("查核包含水、電、瓦斯，其餘無。").names == ["水、電、瓦斯"])
    let regex = try RuleBench(find: #"/(?<year>\d{4})年由(?<name>[^，。]+)查了(?<value>\d+)座/"#)
    let reading = regex.read("2022年談，2019年由丁所查了12座，合格。")
    #expect(reading.names == ["丁所"])
    #expect(reading.valuesAndYears == ["12 座 2019"])
    #expect(reading.years == ["2019 pattern"])
  }

  // MARK: Boundary

  static let boundaries: [(String, String)] = [
    ("集團有水井3座。", "集團"),
    ("集團與台灣廠區有水井3座。", "台灣廠區"),
    ("有水井3座，台灣地區另計。", ""),
    ("不含海外據點，有水井3座。", "不含海外據點"),
    ("集團排除中國廠區的舊廠，有水井3座。", "排除中國廠區的舊廠"),
    ("有水井3座。", ""),
  ]

  @Test("What it covers is said in the report's words", arguments: boundaries)
  func boundary(_ text: String, _ boundary: String) throws {
    #expect(try bench("kind: count").read(text).boundaries == [boundary])
  }

  @Test func headersGiveTheBoundaryOfACell() throws {
    let bench = try RuleBench("rules: [{id: x, table: {label: 水井}, value: {kind: count}}]")
    let reading = bench.read(rows: [["項目", "台灣地區", "合併"], ["水井（座）", "3", "5"]])
    #expect(reading.boundaries == ["台灣地區", "合併"])
  }

  /// A sentence that deals values out, and what the well has of them.
  static let dealt: [(String, [String])] = [
    ("水塔、水井及水池分別為3座、5座及7座。", ["5 座"]), ("水井及水池分別為3座及5座。", ["3 座"]),
    ("水塔（含水池及水車）及水井分別為3座、5座。", ["5 座"]), ("水井在北區及南區分別為3座及5座。", ["3 座", "5 座"]),
    ("水井分別為3座、5座及7座。", ["3 座", "5 座", "7 座"]),
  ]

  @Test("As many values as subjects: each has its own", arguments: dealt)
  func dealsOut(_ text: String, _ values: [String]) throws {
    let bench = try RuleBench(find: "水井…(30)#count", more: "level: any")
    #expect(Set(bench.read(text).values) == Set(values))
  }
}
