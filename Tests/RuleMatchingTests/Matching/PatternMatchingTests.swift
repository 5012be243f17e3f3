import ReportModel
import RuleBook
import Testing

@testable import RuleMatching

@Suite("Patterns in a report")
struct PatternMatchingTests {
  static let lists = """
      supplier: [供應商, 協力廠商]
      partner: [$supplier, 外包商]
      audit: {terms: [稽核, 查核], except: [內部稽核, 稽核室]}
      cut: [乙, 乙丙]
    """

  /// A pattern, and the text with 〔〕 around what each evidence is made of; several of them for several finds.
  static let hits: [(String, [String])] = [
    // Order and gaps: the nearest wins.
    ("甲…乙", ["〔甲〕丙〔乙〕又乙。"]),
    ("甲…乙", ["甲丙〔甲〕丁〔乙〕。"]),
    ("甲…乙", ["〔甲〕丙〔乙〕。甲丁乙。", "甲丙乙。〔甲〕丁〔乙〕。"]),
    ("甲…(3)乙", ["〔甲〕子丑寅〔乙〕。"]),
    ("甲…乙…丙", ["〔甲〕子〔乙〕丑〔丙〕。"]),
    // What is nearest is left where the rest does not follow it.
    ("甲…$cut丁", ["〔甲〕乙戊〔乙〕〔丁〕。"]),
    ("甲…$cut丙丁", ["〔甲〕〔乙〕〔丙丁〕。"]),
    ("甲…$cut丁", ["〔甲〕〔乙丙〕〔丁〕。"]),
    ("$supplier…#count(家)合格", ["〔供應商〕共9家，其中〔7家〕〔合格〕。"]),
    // Next to each other, with marks, notes and leading words between.
    ("$supplier$audit", ["〔供應商〕〔稽核〕。"]),
    ("$supplier$audit", ["「〔供應商〕」（〔稽核〕）。"]),
    ("$supplier#count", ["〔供應商〕〔44家〕。"]),
    ("$supplier#count", ["〔供應商〕共計約〔44家〕。"]),
    ("$supplier#count", ["〔供應商〕（〔44家〕）。"]),
    ("$supplier#count", ["〔供應商〕²：〔44家〕。"]),
    ("$supplier#count", ["〔供應商〕［2］為〔44家〕。"]),
    ("$supplier#count", ["〔供應商〕[12]〔44家〕。"]),
    ("$supplier#count", ["〔供應商〕註3：〔44家〕。"]),
    // Choices.
    ("(甲|乙丙)丁", ["〔乙丙〕〔丁〕。"]),
    ("甲(乙|)丁", ["〔甲〕〔丁〕，甲丙。"]),
    ("甲(乙|)丁", ["〔甲〕〔乙〕〔丁〕。"]),
    ("甲(子(丑|)|寅)丁", ["〔甲〕〔子〕〔丁〕。"]),
    ("甲(子(丑|)|寅)丁", ["〔甲〕〔子〕〔丑〕〔丁〕。"]),
    ("甲((子|)|丑)丁", ["〔甲〕〔丁〕。"]),
    ("甲(…(4)乙|)丁", ["〔甲〕子丑〔乙〕〔丁〕。"]),
    ("甲(…(4)乙|)丁", ["〔甲〕〔丁〕。"]),
    ("(甲…(4)|乙)丁", ["〔甲〕子丑〔丁〕。"]),
    ("(甲…(4)|乙)丁", ["〔乙〕〔丁〕。"]),
    // Lists.
    ("$partner稽核", ["〔外包商〕〔稽核〕。"]),
    ("$partner稽核", ["〔協力廠商〕〔稽核〕。"]),
    ("$supplier…$audit", ["〔供應商〕內部稽核後再〔查核〕。"]),
    // Words of Latin letters are whole words, in any case.
    ("supplier audit…#number", ["〔Supplier Audit〕 of 〔12〕 sites."]),
    ("carbon", ["〔CARBON〕 footprint"]),
    // Slots of every kind.
    ("甲#share", ["〔甲〕〔12.5%〕。"]),
    ("甲#persons", ["〔甲〕〔30人〕。"]),
    ("甲#count", ["〔甲〕〔30人〕。"]),
    ("甲#money", ["〔甲〕〔30仟元〕。"]),
    ("甲#energy", ["〔甲〕〔1,200度〕。"]),
    ("甲#mass", ["〔甲〕〔12公噸〕。"]),
    ("甲#emissions", ["〔甲〕〔12公噸CO2e〕。"]),
    ("甲#volume", ["〔甲〕〔12立方公尺〕。"]),
    ("甲#hours", ["〔甲〕〔12小時〕。"]),
    ("甲#area", ["〔甲〕〔12平方公尺〕。"]),
    ("甲#temperature", ["〔甲〕〔1.5°C〕。"]),
    ("甲#score", ["〔甲〕〔88分〕。"]),
    ("甲#multiple", ["〔甲〕〔3倍〕。"]),
    ("甲#count(家|間)", ["〔甲〕〔3間〕。"]),
    ("甲…#any", ["〔甲〕於2021年達〔3間〕。"]),
    ("甲…#year", ["〔甲〕於〔2021年〕達3間。"]),
    ("甲#year", ["〔甲〕〔民國110年〕。"]),
    ("#none罷工", ["全年〔無〕〔罷工〕。"]),
    ("#none罷工", ["〔未發生〕〔罷工〕。"]),
    ("#all合格", ["廠商〔皆〕〔合格〕。"]),
    ("發布#title", ["〔發布〕《〔用水準則〕》。"]),
    ("發布…#title", ["〔發布〕了內部的「〔用水準則〕」與「另一」。"]),
    ("包含#list", ["〔包含〕〔水、電、瓦斯〕，其餘無。"]),
    // Regular expressions.
    ("/甲.{2}乙/", ["〔甲子丑乙〕。"]),
    ("/carbon\\s*tax/", ["A 〔Carbon Tax〕 law"]),
  ]

  @Test("Finds", arguments: hits) func finds(_ pattern: String, _ marked: [String]) throws {
    let bench = try RuleBench(find: pattern, more: "level: any, negation: ignore", lists: Self.lists)
    let text = marked[0].filter { $0 != "〔" && $0 != "〕" }
    #expect(bench.read(text).marked == marked)
  }

  static let misses: [(String, String)] = [
    ("甲…乙", "乙子甲。"),
    ("甲…(3)乙", "甲子丑寅卯乙。"),
    ("甲…乙", "甲結束。乙開始。"),
    ("甲…乙", "甲結束；乙開始。"),
    ("甲…乙…丙", "甲子丙丑乙。"),
    ("$supplier$audit", "供應商為稽核。"),
    ("$supplier$audit", "供應商，稽核。"),
    ("$supplier#count", "供應商不到44家。"),
    ("$supplier#count", "供應商，共44家。"),
    ("$supplier#count", "供應商（（（（（（（（（（（（（44家。"),
    ("甲(…(4)乙|)丁", "甲子丁。"),
    ("(甲…(4)|乙)丁", "乙子丁。"),
    ("$supplier…$audit", "供應商內部稽核。"),
    ("$supplier…$audit", "供應商與稽核室。"),
    ("audit", "The auditor came."),
    ("甲#persons", "甲30家。"),
    ("甲#count(家|間)", "甲30人。"),
    ("甲#share", "甲12公噸。"),
    ("甲…#any", "甲於2021年完成。"),
    ("甲…#year", "甲於3間。"),
    ("#none罷工", "依無障礙規範，員工罷工。"),
    ("#all合格", "平均合格。"),
    ("發布#title", "發布準則「」。"),
    ("包含#list", "包含水。"),
    ("/甲.{2}乙/", "甲子丑寅乙。"),
  ]

  @Test("Leaves alone", arguments: misses) func leaves(_ pattern: String, _ text: String) throws {
    let bench = try RuleBench(find: pattern, more: "level: any, negation: ignore", lists: Self.lists)
    #expect(bench.read(text).marked == [])
  }

  @Test func whatARuleExceptsIsNoWordOfIt() throws {
    let bench = try RuleBench(find: "稽核", more: "level: any, except: [內部稽核]")
    #expect(bench.read("內部稽核每季一次。").marked == [])
    #expect(bench.read("內部稽核與供應商稽核。").marked == ["內部稽核與供應商〔稽核〕。"])
  }

  @Test func termsThatBeginAlikeAreOneFind() throws {
    let bench = try RuleBench(find: "$s稽核", lists: "  s: [供應, 供應商, 供應商夥伴]\n")
    #expect(bench.read("供應商夥伴稽核。").marked == ["〔供應商夥伴〕〔稽核〕。"])
    let alone = try RuleBench(find: "$s", lists: "  s: [供應, 供應商, 供應商夥伴]\n")
    #expect(alone.read("供應商夥伴。").evidence.count == 1)
  }

  @Test func aTextThatRepeatsItselfCostsLittle() throws {
    let bench = try RuleBench(find: "甲…(400)甲…(400)甲…(400)甲…(400)甲…(400)乙", more: "level: any")
    let clock = ContinuousClock()
    let time = clock.measure { #expect(bench.read(String(repeating: "甲", count: 2_000)).evidence.isEmpty) }
    // Without a bound it would take years.
    #expect(time < .seconds(30), "\(time)")
  }
}
