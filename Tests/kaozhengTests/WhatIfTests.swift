import Foundation
import Support
import Testing

/// What would move if evidence were accepted or an event published, on the small market of `MarketCommandTests`.
struct WhatIfTests {
  private let folder: String

  init() throws {
    folder = try SmallMarket.folder()
    let outcome = try run("kaozheng ingest in --rules rules --archive a.sqlite --quiet")
    #expect(outcome.code == 0, "\(outcome.errors)")
  }

  private func run(_ line: String, language: String = "en") throws -> BuiltProgram.Outcome {
    try BuiltProgram.shell(
      "cd '\(folder)'\n" + line, environment: ["KAOZHENG_ARCHIVE": folder + "/a.sqlite", "LC_ALL": language])
  }

  private func json(_ company: String, _ list: String) throws -> [String: Any] {
    let outcome = try run("kaozheng score \(company) --what-if \(list) --month 2025-12 --format json")
    #expect(outcome.code == 0, "\(outcome.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  /// `total 20.0 40.0`.
  private func parts(_ output: [String: Any]) -> [String] {
    (output["parts"] as? [[String: Any]] ?? []).map { part in
      let rates = ["before", "after"].map { (part[$0] as? [String: String])?["low"] ?? "" }
      return "\(part["part"] as? String ?? "") \(rates[0]) \(rates[1])"
    }
  }

  /// `1102 black→`: on which list before and after.
  private func lists(_ output: [String: Any]) -> [String] {
    (output["lists"] as? [[String: Any]] ?? []).map { change in
      let states = ["before", "after"].map { key -> String in
        let state = change[key] as? [String: String] ?? [:]
        return ["black", "watch"].filter { state[$0] == "certain" }.joined(separator: "+")
      }
      return "\(change["company"] as? String ?? "") \(states[0])→\(states[1])"
    }
  }

  /// 1102 tells of 1 of 5 and 1 of 5. With two more economic items it has 3 of 5 and (1 + 3) of 10, and the total's
  /// line, the 2nd lowest of 40 40 50 50 …, is 40: it is not below. It then shares the 9th rank with 1103.
  @Test func acceptedEvidenceTakesACompanyOffTheBlackList() throws {
    let output = try json("1102", "found:item-7,found:item-8")
    #expect(parts(output) == ["total 20.0 40.0", "social 20.0 20.0", "economic 20.0 60.0", "money 20.0 60.0"])
    #expect(lists(output) == ["1102 black→"])
    let ranks = (output["ranks"] as? [[String: Any]] ?? []).map { ($0["rank"] as? [String: Any])?["best"] as? Int }
    #expect(ranks == [10, 9])
    #expect(output["official"] as? Bool == false)
    // What is there already changes nothing.
    #expect(lists(try json("1102", "found:item-5")).isEmpty)
    // 1109 has all: without one it is at 80 % and 90 %, and nobody's list changes.
    #expect(parts(try json("1109", "missing:item-0")).prefix(2) == ["total 100.0 90.0", "social 100.0 80.0"])
  }

  /// 1103 has 2 of 5 and 2 of 5; an event of 2 points leaves 0 of 5 and 2 of 10. Then the 2nd lowest social rate of
  /// 0 0 20 … is 0, and 1101 not below it; the 2nd lowest total of 20 20 40 … is 20, and 1102 not below that, but still
  /// below the economic line of 40. The ledger itself stays empty.
  @Test func anEventMovesLinesAndWithThemOthers() throws {
    let output = try json("1103", "event:social:2")
    #expect(parts(output) == ["total 40.0 20.0", "social 40.0 0.0", "economic 40.0 40.0"])
    #expect(lists(output) == ["1101 watch→", "1102 black→watch"])
    #expect(try run("kaozheng events --rules rules --format json").output.contains("\"events\":[]"))
    let text = try run("kaozheng score 1103 --what-if event:social:2 --month 2025-12", language: "zh_TW").output
    #expect(text.hasPrefix("非官方") && text.contains("事件（社會面）：扣 2 分"))
  }

  @Test(arguments: [
    ("found:item-77", "unknown item “item-77”"), ("event:social:0", "an event takes points above 0"),
    ("event:weather:1", "unknown kind of event “weather”"), ("maybe:item-1", "--what-if takes found:ITEM"),
  ])
  func whatCannotBeSupposedIsSaid(_ list: String, _ message: String) throws {
    let outcome = try run("kaozheng score 1102 --what-if \(list) --month 2025-12")
    #expect(outcome.code == 2 && outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func aMonthBeforeTheFirstRoundHasNothingToMove() throws {
    let outcome = try run("kaozheng score 1102 --what-if found:item-7 --month 2025-10")
    #expect(outcome.code == 1 && outcome.errors.contains("is not rated in 2025-10"), "\(outcome.errors)")
  }
}
