import ReportModel
import Testing

@testable import RuleBook

@Suite("Reading rules")
struct RuleReaderTests {
  static let whole = """
    rules:
      - id: wells
        items: [well-count, well-depth]
        topics: 水井
        level: disclosure
        industries: [makers]
        roles: [body, caption]
        find: [水井#count(座), $well]
        with: 地下水
        not: [枯竭]
        under: {all: 水資源}
        except: [水井街]
        value: {kind: [count, length], units: [座, 公 尺], side: before, reach: 12, required: false, min: 1, max: 2.5}
        year: [自#year起]
        table: {label: 水井, across: 全年, not-across: 目標, caption: 水}
        undisclosed: 水井…未統計
        negation: answer
        tense: any
        weight: 3
        examples:
          hits:
            - 水井7座。
            - {text: 深井, value: "1", unit: 座, year: "2020", qualifier: about, boundary: 台灣, normalized: 1 座, name: 甲}
            - {rows: [[項目, 值], [水井, "3"]], under: [水], report-year: 2021}
          misses:
            - {text: 水井街, why: 路名}
          undisclosed: [水井數未統計]
    """

  @Test func everyKeyOfARuleIsRead() throws {
    let read = try readRules(Self.whole)
    #expect(read.findings.isEmpty)
    let rule = try #require(read.value.first)
    #expect(read.value.count == 1)
    #expect(rule.id == "wells" && rule.pack == "demo" && rule.place.spot == "2:5")
    #expect(rule.items == ["well-count", "well-depth"])
    #expect(rule.topics == ["水井"] && rule.level == "disclosure" && rule.industries == ["makers"])
    #expect(rule.roles == [.body, .caption])
    #expect(rule.find?.sketch == "any(水井#count(座), $well)")
    #expect(rule.with?.sketch == "地下水" && rule.not?.sketch == "枯竭" && rule.under?.sketch == "水資源")
    #expect(rule.except.map(\.text) == ["水井街"])
    #expect(
      rule.value
        == ValueRequest(
          kinds: [.count, .length], units: ["座", "公尺"], side: .before, reach: 12, isRequired: false, unit: "座",
          range: 1...2.5))
    #expect(rule.year.map(\.sketch) == ["'自' #year '起'"])
    #expect(rule.table?.label.sketch == "水井" && rule.table?.across?.sketch == "全年")
    #expect(rule.table?.notAcross?.sketch == "目標" && rule.table?.caption?.sketch == "水")
    #expect(rule.undisclosed?.sketch == "水井…未統計")
    #expect(rule.negation == .answer && rule.tense == .any && rule.weight == 3)
    #expect(rule.patterns.count == 11)
  }

  @Test func examplesInShortAndLongFormAreRead() throws {
    let examples = try #require(try readRules(Self.whole).value.first?.examples)
    #expect(examples.map(\.text) == ["水井7座。", "深井", "", "水井街", "水井數未統計"])
    #expect(examples.map(\.place.line) == [22, 23, 24, 26, 27])
    guard case .hit(let short) = examples[0].expectation, case .hit(let long) = examples[1].expectation else {
      Issue.record("the first two are hits")
      return
    }
    #expect(short == Example.Expected())
    #expect(
      [long.value, long.unit, long.year, long.qualifier, long.boundary, long.normalized, long.name]
        == ["1", "座", "2020", "about", "台灣", "1 座", "甲"])
    #expect(examples[2].rows == [["項目", "值"], ["水井", "3"]])
    #expect(examples[2].headings == ["水"] && examples[2].reportYear == 2021)
    #expect(examples[3].expectation == .miss(why: "路名"))
    #expect(examples[4].expectation == .undisclosed)
  }

  @Test func whatIsNotWrittenIsOrdinary() throws {
    let rule = try #require(try readRules("rules: [{id: wells, find: 水井}]\n").value.first)
    #expect(rule.items == ["wells"])
    #expect(rule.level == nil && rule.tense == nil && rule.value == nil && rule.table == nil)
    #expect(rule.roles == [.body, .table, .figure])
    #expect(rule.negation == .refuse && rule.weight == 1)
    let value = try #require(try readRules("rules: [{id: w, find: 水, value: {kind: count}}]").value.first?.value)
    #expect(value == ValueRequest(kinds: [.count]))
    #expect(value.side == .either && value.reach == 40 && value.isRequired && value.range == nil)
  }

  @Test func aVariantReplacesOnlyWhatItNamesAndTakesItsIndustryFromTheBase() throws {
    let yaml = """
      rules:
        - id: wells
          find: 水井
          not: 枯竭
          value: {kind: count}
          variants:
            finance: {find: 帳戶, value: {kind: money}}
            services:
              not:
              examples: {hits: [水井]}
          examples: {hits: [水井1座]}
      """
    let read = try readRules(yaml)
    #expect(read.findings.isEmpty)
    let rules = read.value
    #expect(rules.map(\.id) == ["wells", "wells/finance", "wells/services"])
    #expect(rules.map(\.items) == [["wells"], ["wells"], ["wells"]])
    #expect(rules.map { $0.find?.sketch } == ["水井", "帳戶", "水井"])
    #expect(rules.map { $0.not?.sketch } == ["枯竭", "枯竭", nil])
    #expect(rules.map { $0.value?.kinds } == [[.count], [.money], [.count]])
    #expect(rules.map(\.examples.count) == [1, 0, 1])
    #expect(rules.map(\.place.spot) == ["2:5", "7:7", "8:7"])
    for (industry, ids) in [
      (nil, ["wells", "wells/finance", "wells/services"]), ("makers", ["wells"]), ("finance", ["wells/finance"]),
      ("services", ["wells/services"]),
    ] as [(String?, [String])] {
      #expect(rules.filter { $0.applies(to: industry) }.map(\.id) == ids, "\(industry ?? "any")")
    }
  }

  /// What is wrong with a rule; `▸` stands before the place.
  static let faults: [(String, RuleFinding.Code)] = [
    ("rules: [▸{find: 水井}]", .missingKey),
    ("rules: [▸{id: a}]", .missingKey),
    ("rules: [{id: a, find: 水井, value: ▸3}]", .wrongValue),
    ("rules: [{id: a, find: 水井, value: {kind: ▸weight}}]", .wrongValue),
    ("rules: [{id: a, find: 水井, value: {reach: ▸far}}]", .wrongValue),
    ("rules: [{id: a, find: 水井, value: {▸min: 3, max: 2}}]", .contradiction),
    ("rules: [{id: a, find: 水井, value: {required: ▸maybe}}]", .wrongValue),
    ("rules: [{id: a, find: 水井, roles: [▸heading]}]", .wrongValue),
    ("rules: [{id: a, find: 水井, weight: ▸1.5}]", .wrongValue),
    ("rules: [{id: a, find: 水井, negation: ▸no}]", .wrongValue),
    ("rules: [{id: a, find: 水井, items: ▸{b: c}}]", .wrongValue),
    ("rules: [{id: a, table: ▸{across: 甲}}]", .missingKey),
    ("rules: [{id: a, find: 水井, variants: {x: {▸id: b}}}]", .unknownKey),
    ("rules: [{id: a, find: 水井, examples: {misses: [▸水井]}}]", .missingKey),
    ("rules: [{id: a, find: 水井, examples: {hits: [▸{value: '1'}]}}]", .missingKey),
    ("rules: [{id: a, ▸finds: 水井}]", .unknownKey),
    ("rules: ▸{id: a}", .wrongValue),
    ("▸- id: a", .wrongValue),
    ("▸rule: []", .unknownKey),
  ]

  @Test("Says what is wrong with a rule, and where", arguments: faults)
  func refuses(_ marked: String, _ code: RuleFinding.Code) throws {
    let column = 1 + marked.prefix { $0 != "▸" }.count
    let read = try readRules(marked.filter { $0 != "▸" })
    #expect(read.findings.contains { $0.code == code && $0.place.spot == "1:\(column)" }, "\(read.findings)")
  }

  @Test func aFaultInOneRuleHidesNoFaultInAnother() throws {
    let read = try readRules("rules:\n  - {id: a, find: '(甲'}\n  - {id: b, fnd: 乙}\n  - {id: c, find: 丙}\n")
    #expect(Set(read.findings.map(\.place.line)) == [2, 3])
    #expect(read.value.contains { $0.id == "c" })
  }

  @Test func aMisspelledKeyIsToldTheRightOne() throws {
    let read = try readRules("rules: [{id: a, find: 水井, not_across: 甲, exampl: {}}]")
    #expect(read.findings.filter { $0.code == .unknownKey }.last?.hint?.english == "did you mean “examples”?")
  }
}
