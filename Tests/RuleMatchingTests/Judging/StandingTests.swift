import Support
import Testing

@testable import RuleMatching

@Suite("Totals before parts, the worst before the milder")
struct StandingTests {
  /// Values in the order that they rank in.
  private func ranked(_ bench: RuleBench, _ rows: [[String]]) -> [String] {
    bench.read(rows: rows).evidence.compactMap { $0.value?.plain }
  }

  private func table(_ level: String) throws -> RuleBench {
    try RuleBench("rules: [{id: x, level: \(level), table: {label: 水量}, value: {kind: [volume, number]}}]")
  }

  @Test func aTotalsEarlierYearsGoBeforeItsParts() throws {
    let rows = [
      ["項目", "2021年", "2022年"], ["水量 東區", "30", "31"], ["水量 西區", "60", "61"], ["水量 合計", "90", "92"],
    ]
    #expect(try ranked(table("fact"), rows).prefix(2) == ["92", "90"])
  }

  @Test func aLastRowWithoutANameIsATotalWhereItIsTheSum() throws {
    let parts = [["項目", "水量 2021年", "水量 2022年"], ["東區", "30", "31"], ["西區", "60", "61"]]
    let bench = try table("fact")
    #expect(ranked(bench, parts + [["", "90", "92"]]).first == "92")
    #expect(ranked(bench, parts + [["", "40", "42"]]).first == "31")
  }

  @Test func aRatioBelowATotalIsNoPartOfIt() throws {
    let rows = [
      ["項目", "2021年", "2022年"], ["水量 東區", "30噸", "31噸"], ["水量 合計", "90噸", "92噸"], ["水量 占比", "7%", "8%"],
    ]
    let bench = try RuleBench("rules: [{id: x, level: fact, table: {label: 水量}, value: {kind: [mass, share]}}]")
    #expect(Set(ranked(bench, rows).prefix(2)) == ["92", "8"])
  }

  @Test func aCellGoesBeforeARowReadAsAWhole() throws {
    let rows = [["項目", "2020年", "2021年", "2022年"], ["水井", "3座", "4座", "5座"]]
    let keys = "items: [x], value: {kind: count}"
    let bench = try RuleBench(
      "rules: [{id: x, table: {label: 水井}, \(keys)}, {id: y, weight: 2, find: 水井…#count, \(keys)}]")
    #expect(bench.read(rows: rows).evidence.first?.rule == "x")
  }

  @Test func aTallyNamesItsUnit() throws {
    let rows = [["項目", "據點數", "時數"], ["水井", "3", "40"]]
    let bench = try RuleBench("rules: [{id: x, table: {label: 水井}, value: {kind: [count, hours, number]}}]")
    #expect(Set(bench.read(rows: rows).evidence.compactMap { $0.value?.unit }) == ["據點", "小時"])
  }

  @Test func aTotalMayStandAcross() throws {
    let rows = [["項目", "東區", "西區", "總計"], ["水量", "30", "61", "91"]]
    #expect(try ranked(table("fact"), rows).first == "91")
  }

  @Test func ofFactsTheFirstStaysFirst() throws {
    let rows = [["項目", "2022年"], ["東區水量", "30"], ["西區水量", "61"]]
    #expect(try ranked(table("fact"), rows) == ["30", "61"])
  }

  @Test func aTotalOfOneYearHasNoPartsInAnother() throws {
    let rows = [["項目", "2022年", "2021年合計"], ["水量", "31", "90"]]
    #expect(try ranked(table("fact"), rows).first == "31")
  }

  @Test func ofScenariosTheWorstGoesFirst() throws {
    let rows = [["項目", "情境一", "情境二", "情境三"], ["水量", "30", "61", "45"]]
    #expect(try ranked(table("any"), rows).first == "61")
  }

  @Test func theLastYearOfScenariosGoesFirst() throws {
    let rows = [["項目", "2030年", "2050年"], ["水量", "61", "45"]]
    #expect(try ranked(table("any"), rows) == ["45", "61"])
  }

  @Test func aWorseTwinOfAnotherTableGoesFirst() throws {
    var sketch = ReportSketch()
    sketch.table([["項目", "2050年"], ["水量", "30"]])
    sketch.add(.paragraph, "另一情境的結果如下，其餘假設相同。")
    sketch.table([["項目", "2050年"], ["水量", "61"]])
    #expect(try table("any").read(sketch.text).evidence.compactMap { $0.value?.plain } == ["61", "30"])
  }

  @Test func sentencesThatDifferInTheirFiguresAlone() throws {
    let bench = try RuleBench(find: "損失", more: "level: any, value: {kind: money}")
    let text = "碳價100元時，損失為3萬元。碳價300元時，損失為9萬元。"
    #expect(bench.read(text).evidence.compactMap { $0.value?.plain } == ["9", "3"])
    let others = "東區的損失為3萬元。西區停工，損失為9萬元。"
    #expect(bench.read(others).evidence.compactMap { $0.value?.plain } == ["3", "9"])
  }

  @Test func oneNumberOutOfARowOfManyGoesLast() throws {
    let bench = try RuleBench(find: "水井", more: "level: any, value: {kind: count}")
    var sketch = ReportSketch()
    sketch.table([["水井", "3座", "4座", "5座"], ["水塔", "1座", "1座", "1座"]], headerRows: 0, headerColumns: 0)
    sketch.add(.footnote, "水井尚有7座。")
    #expect(bench.read(sketch.text).evidence.first?.value?.plain == "7")
  }
}
