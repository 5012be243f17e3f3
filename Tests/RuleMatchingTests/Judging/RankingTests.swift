import ReportModel
import RuleBook
import Support
import Testing

@testable import RuleMatching

@Suite("The best first, and each once")
struct RankingTests {
  private func bench() throws -> RuleBench { try RuleBench(find: "水井", more: "value: {kind: count, required: false}") }

  @Test func theSameStatementOnTwoPagesIsOne() throws {
    var sketch = ReportSketch()
    sketch.add(.paragraph, "2022年有水井3座。")
    sketch.nextPage()
    sketch.add(.paragraph, "水井於2022年達3座，如前述。")
    sketch.nextPage()
    sketch.add(.paragraph, "2021年有水井3座。")
    let evidence = try bench().read(sketch.text).evidence
    #expect(evidence.map(\.year) == ["2022", "2021"])
    #expect(evidence.map(\.page) == [1, 3])
    #expect(evidence.map(\.alsoOn) == [[2], []])
  }

  @Test func aNumberToldOnSeveralPagesGoesBeforeItsLike() throws {
    var sketch = ReportSketch()
    sketch.add(.paragraph, "2022年有水井4座。2022年有水井3座。")
    sketch.nextPage()
    sketch.add(.paragraph, "如前述，2022年有水井3座。")
    #expect(try bench().read(sketch.text).evidence.map { $0.value?.plain } == ["3", "4"])
  }

  @Test func theSameStatementTwiceOnOnePageIsNowhereElse() throws {
    let evidence = try bench().read("2022年有水井3座。2022年確有水井3座。").evidence
    #expect(evidence.count == 1)
    #expect(evidence[0].alsoOn == [])
  }

  @Test func aTellingNumberWithoutItsUnitIsTheOneThatHasIt() throws {
    let bench = try RuleBench(find: "流量", more: "level: any, value: {kind: [volume, number]}")
    let evidence = bench.read("2022年流量3.14。2022年流量3.14公秉。").evidence
    #expect(evidence.map(\.quote) == ["2022年流量3.14公秉。"])
    // A small number is met by chance.
    #expect(bench.read("2022年流量3。2022年流量3公秉。").evidence.count == 2)
  }

  @Test func unlikeStatementsStayApart() throws {
    #expect(try bench().read("2022年有水井3座。2022年有水井4座。").evidence.count == 2)
    #expect(try bench().read("水井很深。水井很淺。").evidence.count == 2)
    #expect(try bench().read("水井很深。水井很深。").evidence.count == 1)
  }

  @Test func oneAmountWithAndWithoutItsCurrencyIsOne() throws {
    let bench = try RuleBench(find: "損失", more: "level: any, value: {kind: [money, energy]}")
    #expect(bench.read("2022年損失106.71百萬元。2022年損失約新臺幣106.71百萬元。").evidence.count == 1)
    #expect(bench.read("2022年損失106.71百萬元。2022年損失1.0671億元。").evidence.count == 2)
    // 度 and kWh are worth seeing both.
    #expect(bench.read("2022年損失900度。2022年損失900kWh。").evidence.count == 2)
  }

  @Test func anAimForAYearThatIsOverStandsBehindThoseToCome() throws {
    let bench = try RuleBench(find: "水井…增至", more: "level: goal, value: {kind: count}")
    let aims = bench.read("水井數目標：2022年水井增至3座，2024年水井增至5座，2030年水井增至9座。").evidence
    #expect(aims.map(\.year) == ["2024", "2030", "2022"])
    // Of facts the report's own year is the first.
    let facts = try RuleBench(find: "水井…增至", more: "value: {kind: count}")
    #expect(facts.read("2022年水井增至3座。2021年水井增至2座。").evidence.map(\.year) == ["2022", "2021"])
  }

  /// The better of each pair.
  static let better: [(String, String)] = [
    ("2022年有水井3座。", "水井很深。"),
    ("2022年有水井3座。", "2021年有水井4座。"),
    ("2021年有水井4座。", "2019年有水井5座。"),
    ("2022年有水井3座。", "有水井4座。"),
  ]

  @Test("The better stands first, wherever it stands", arguments: better)
  func order(_ better: String, _ worse: String) throws {
    for text in [better + worse, worse + better] {
      #expect(try bench().read(text).evidence.first?.quote == better)
    }
  }

  @Test func aTextCountsForMoreThanANote() throws {
    var sketch = ReportSketch()
    sketch.add(.footnote, "2022年有水井3座。")
    sketch.add(.paragraph, "2022年有水井4座。")
    #expect(try bench().read(sketch.text).evidence.map(\.place) == [.text, .note])
  }

  @Test func aWeightierRuleGoesFirst() throws {
    let bench = try RuleBench(
      "rules:\n  - {id: x, level: any, find: 水井}\n  - {id: y, items: [x], level: any, find: 水塔, weight: 2}\n")
    #expect(bench.read("有水井。有水塔。").evidence.map(\.rule) == ["y", "x"])
  }

  @Test func noMoreThanFortyOfAnItemAreKept() throws {
    let text = (1...60).map { "2022年有水井\($0)座。" }.joined()
    #expect(try bench().read(text).evidence.count == 40)
  }

  @Test func theQuoteOfALongSentenceHoldsItsWords() throws {
    let filling = String(repeating: "說明文字", count: 100)
    let evidence = try #require(try bench().read(filling + "2022年有水井3座" + filling + "。").evidence.first)
    #expect(evidence.quote.contains("水井3座"))
    #expect(evidence.quote.unicodeScalars.count <= 242)
    #expect(evidence.quote.hasPrefix("…") && evidence.quote.hasSuffix("…"))
  }

  @Test func evidenceSaysWhereItStands() throws {
    let evidence = try #require(try bench().read("前言。2022年有水井3座。", under: ["水", "地下水"]).evidence.first)
    #expect(evidence.quote == "2022年有水井3座。")
    #expect(evidence.context == "前言。2022年有水井3座。")
    #expect(evidence.headings == ["水", "地下水"])
    #expect(evidence.item == "x" && evidence.rule == "x" && evidence.level == "fact" && evidence.topics == ["x"])
  }

  // MARK: Across pages

  @Test func aParagraphOverTwoPagesIsQuotedOnThePageOfItsValue() throws {
    var sketch = ReportSketch()
    sketch.add(.paragraph, ["本廠於2022年有水井", "共計3座。"])
    #expect(try bench().read(sketch.text).pages == [2])
    var words = ReportSketch()
    words.add(.paragraph, ["本廠有水", "井，很深。"])
    #expect(try bench().read(words.text).pages == [1])
  }
}
