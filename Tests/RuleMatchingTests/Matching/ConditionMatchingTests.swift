import ReportModel
import RuleBook
import Testing

@testable import RuleMatching

@Suite("Conditions in a report")
struct ConditionMatchingTests {
  private func rule(_ keys: String) throws -> RuleBench {
    try RuleBench("rules:\n  - id: x\n    level: any\n    negation: ignore\n    \(keys)\n")
  }

  /// A condition to find, a sentence, and whether it is found there.
  static let finds: [(String, String, Bool)] = [
    ("[甲, 乙]", "只有乙。", true),
    ("[甲, 乙]", "只有丙。", false),
    ("{all: [甲, 乙]}", "乙在甲前。", true),
    ("{all: [甲, 乙]}", "只有甲。", false),
    ("{any: [甲, {all: [乙, 丙]}]}", "丙與乙。", true),
    ("{any: [甲, {all: [乙, 丙]}]}", "只有丙。", false),
    ("{all: [甲, {not: 乙}]}", "只有甲。", true),
    ("{all: [甲, {not: 乙}]}", "甲與乙。", false),
    ("{all: [甲, {not: [乙, 丙]}]}", "甲與丙。", false),
    ("{any: [甲, 丁], not: 乙}", "丁與丙。", true),
    ("{any: [甲, 丁], not: 乙}", "丁與乙。", false),
    ("{near: [甲, 乙], within: 3}", "乙子丑寅甲。", true),
    ("{near: [甲, 乙], within: 3}", "甲子丑寅乙。", true),
    ("{near: [甲, 乙], within: 3}", "乙子丑寅卯甲。", false),
    ("{near: [甲, 乙, 丙], within: 2}", "乙甲丙。", true),
    ("{near: [甲, 乙, 丙], within: 2}", "乙甲子丑寅丙。", false),
    // Not across sentences.
    ("{all: [甲, 乙]}", "有甲。有乙。", false),
    ("{near: [甲, 乙], within: 9}", "有甲。有乙。", false),
  ]

  @Test("Finds by", arguments: finds) func find(_ condition: String, _ text: String, _ isFound: Bool) throws {
    #expect(try rule("find: \(condition)").read(text).evidence.isEmpty == !isFound)
  }

  @Test func whatIsNearLendsItsReadings() throws {
    let bench = try rule("find: {near: [水井, '#count(座)', '#year'], within: 12}")
    let reading = bench.read("本區於2019年有3座水井。")
    #expect(reading.marked == ["本區於〔2019年〕有〔3座〕〔水井〕。"])
    #expect(reading.valuesAndYears == ["3 座 2019"])
  }

  /// The report that the scopes are tried on; the evidence is the sentence with 水井.
  private func report(_ scope: Scope) -> ReportText {
    var sketch = ReportSketch()
    func word(_ other: Scope, _ word: String) -> String { scope == other ? word : "無關" }
    sketch.heading("第一章" + word(.headings, "目印"))
    sketch.add(.paragraph, "同節" + word(.section, "目印") + "的另一段。")
    sketch.add(
      .paragraph,
      "同段\(word(.paragraph, "目印"))的話。同句\(word(.sentence, "目印"))，本區有水井\(word(.clause, "目印"))。末句。")
    sketch.heading("第二章")
    sketch.add(.paragraph, "他章。")
    return sketch.text
  }

  /// Where the mark stands, and the scopes that reach it.
  static let reaches: [(Scope, Set<Scope>)] = [
    (.clause, [.clause, .sentence, .stretch, .paragraph, .row, .context, .section]),
    (.sentence, [.sentence, .stretch, .paragraph, .row, .context, .section]),
    (.paragraph, [.paragraph, .context, .section]),
    (.section, [.section]),
    (.headings, [.headings, .context, .section]),
  ]

  @Test("A scope reaches as far as it says", arguments: reaches)
  func scopes(_ place: Scope, _ reaching: Set<Scope>) throws {
    for scope in Scope.allCases {
      let bench = try rule("find: {all: [水井, {all: 目印, within: \(scope.rawValue)}]}")
      let isFound = !bench.read(report(place)).evidence.isEmpty
      #expect(isFound == reaching.contains(scope), "\(scope.rawValue), mark at \(place.rawValue)")
    }
  }

  /// A scope, and whether it reaches from a cell to itself, its column's header, another cell of its row, the caption.
  static let tableReaches: [(Scope, [Bool])] = [
    (.stretch, [true, false, false, false]), (.paragraph, [true, false, false, false]),
    (.sentence, [true, true, false, false]), (.row, [true, true, true, false]), (.context, [true, true, false, true]),
    (.headings, [false, false, false, false]),
  ]

  @Test("From a cell a scope reaches headers, row and caption", arguments: tableReaches)
  func tableScopes(_ scope: Scope, _ reaches: [Bool]) throws {
    let bench = try rule("find: {all: [水井, {all: 目印, within: \(scope.rawValue)}]}\n    roles: [table]")
    for (place, isReached) in reaches.enumerated() {
      func word(_ here: Int, _ other: String) -> String { place == here ? other + "目印" : other }
      var sketch = ReportSketch()
      sketch.add(.caption, word(3, "水表"))
      sketch.table([["地區", word(1, "種類"), "備註"], ["北區", word(0, "水井"), word(2, "舊")], ["南區", "水塔", "新"]])
      // The row as a whole is a passage too; here only the cell counts.
      let ofCell = bench.read(sketch.text).evidence.filter { $0.quoteRanges.count == 1 }
      #expect(ofCell.isEmpty == !isReached, "\(scope.rawValue), mark at \(place)")
    }
  }

  @Test func withLooksAroundAndUnderLooksUp() throws {
    let with = try rule("find: 水井\n    with: 目印")
    #expect(with.read("有水井。目印在此。").evidence.count == 1)
    #expect(with.read("有水井。", under: ["目印", "小節"]).evidence.count == 1)
    #expect(with.read("有水井。", under: ["小節"]).evidence.isEmpty)
    #expect(with.refusals("有水井。") == [.surroundings])
    let under = try rule("find: 水井\n    under: 目印")
    #expect(under.read("有水井。", under: ["目印", "小節"]).evidence.count == 1)
    #expect(under.read("有水井，目印。", under: ["小節"]).evidence.isEmpty)
    #expect(under.refusals("有水井，目印。") == [.headings])
  }

  @Test func notLooksAtTheSentenceAlone() throws {
    let bench = try rule("find: 水井\n    not: 枯竭")
    #expect(bench.read("有水井。河已枯竭。").evidence.count == 1)
    #expect(bench.read("有枯竭的水井。").evidence.isEmpty)
    let text = "有枯竭的水井。"
    #expect(bench.refusals(text) == [.excluded(1..<3)])
  }

  @Test func notCanLookFurther() throws {
    let bench = try rule("find: 水井\n    not: {all: 枯竭, within: section}")
    #expect(bench.read("有水井。", under: ["水"]).evidence.count == 1)
    #expect(bench.read("有水井。河已枯竭。", under: ["水"]).evidence.isEmpty)
  }

  // MARK: Roles

  private func evidence(_ role: BlockRole, roles: String? = nil) throws -> Reading {
    var sketch = ReportSketch()
    sketch.heading("第一章")
    sketch.add(.paragraph, "別的話。")
    sketch.add(role, "本區有水井3座。", level: role == .heading ? 2 : nil)
    return try rule("find: 水井\n    roles: \(roles ?? "[body, table, figure]")").read(sketch.text)
  }

  @Test("A passage counts by what it is for the reader", arguments: BlockRole.allCases)
  func roles(_ role: BlockRole) throws {
    let own: [BlockRole: String] = [
      .paragraph: "body", .listItem: "body", .footnote: "body", .figureText: "figure", .table: "table",
      .caption: "caption", .tocEntry: "pointer",
    ]
    let isRead = try !evidence(role).evidence.isEmpty
    #expect(isRead == ["body", "figure", "table"].contains(own[role]))
    for asked in Rule.Role.allCases {
      let isFound = try !evidence(role, roles: "[\(asked.rawValue)]").evidence.isEmpty
      #expect(isFound == (own[role] == asked.rawValue), "\(asked.rawValue)")
    }
  }

  @Test func evidenceSaysWhatKindOfPlaceItStandsIn() throws {
    #expect(try evidence(.paragraph).evidence.map(\.place) == [.text])
    #expect(try evidence(.footnote).evidence.map(\.place) == [.note])
    #expect(try evidence(.figureText).evidence.map(\.place) == [.chart])
  }

  @Test func contentsPagesAndIndexTablesOnlyPoint() throws {
    let bench = try rule("find: 水井")
    var contents = ReportSketch()
    contents.add(.tocEntry, "水井的管理")
    contents.nextPage()
    contents.heading("GRI準則索引")
    contents.table([["編號", "說明"], ["303-1", "水井"]])
    contents.nextPage()
    contents.heading("附錄")
    contents.table([["議題", "說明", "頁碼"], ["水", "水井", "12"]])
    let reading = bench.read(contents.text)
    #expect(reading.evidence.isEmpty)
    #expect(reading.state()?.pointers == [1, 2, 3])
    #expect(reading.state()?.state == .notFound)
    #expect(try rule("find: 水井\n    roles: [pointer]").read(contents.text).evidence.isEmpty == false)
  }
}
