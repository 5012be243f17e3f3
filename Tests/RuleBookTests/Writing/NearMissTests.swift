import Foundation
import ReportModel
import Testing

@testable import RuleBook

/// Near-misses put into a rule file: where they belong, and nothing else is touched.
struct NearMissTests {
  private static let file = """
    # Of water.
    rules:
      - id: water   # the first
        find: [用水]
        examples:
          hits:
            - 用水30噸。
          misses:
            - text: 用水槽。
              why: 槽

            # A comment on the next.
            - rows: [[項目, 數量], [用水槽, "3"]]
              why: 槽

      # Of power.
      - id: power
        find: [用電]
        examples:
          hits: [用電12度。]

      - id: waste
        find: [廢棄物]
        examples: {hits: [廢棄物3噸。]}
      - id: paper
        find: [用紙]
        examples:
          misses: [用紙鎮。]
      - id: gas
        find: [用氣]
        variants:
          makers: {find: [天然氣]}
          lenders:
            find: [瓦斯]
      - id: heat
        find: [用熱]
    """ + "\n"

  private let miss = NearMiss(text: "用水: \"桶\" #1", reportYear: 2024, why: "桶")

  private func put(_ miss: NearMiss, to rule: String, in text: String = file) throws -> String {
    let bytes = Array(text.utf8)
    let line = try #require(
      text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
        String($0).contains("- id: \(rule)")
      })
    let new = try adding(miss, toRuleAt: Place(file: "w.yaml", line: line + 1, column: 5), in: bytes)
    return String(decoding: new, as: UTF8.self)
  }

  /// The lines that came in, and that all others are as they were.
  private func added(_ old: String, _ new: String) -> (lines: [String], behind: String) {
    let (before, after) = (old.components(separatedBy: "\n"), new.components(separatedBy: "\n"))
    let same = zip(before, after).prefix { $0 == $1 }.count
    let count = after.count - before.count
    #expect(Array(after[(same + count)...]) == Array(before[same...]))
    return (Array(after[same..<(same + count)]), same > 0 ? after[same - 1] : "")
  }

  @Test func behindTheLastNearMissOfItsRule() throws {
    let new = try put(miss, to: "water")
    let (lines, behind) = added(Self.file, new)
    #expect(
      lines == ["        - text: \"用水: \\\"桶\\\" #1\"", "          report-year: 2024", "          why: 桶"])
    #expect(behind == "          why: 槽")
    let misses = try misses(of: "water", new)
    #expect(misses.count == 3 && misses.last?.text == miss.text && misses.last?.reportYear == 2024)
  }

  @Test func rowsAndHeadings() throws {
    let table = NearMiss(rows: [["項目", "2024"], ["用水, 桶", "3"]], headings: ["水"], why: "桶")
    let (lines, _) = added(Self.file, try put(table, to: "water"))
    #expect(
      lines == [
        "        - rows: [[項目, \"2024\"], [\"用水, 桶\", \"3\"]]", "          under: [水]", "          why: 桶",
      ])
  }

  @Test func whereThereAreNoneTheyBegin() throws {
    let new = try put(miss, to: "power")
    let (lines, behind) = added(Self.file, new)
    #expect(lines.first == "      misses:" && lines.count == 4)
    #expect(behind == "      hits: [用電12度。]")
    #expect(try misses(of: "power", new).map(\.text) == [miss.text])
    let last = try put(miss, to: "heat")
    #expect(added(Self.file, last).lines.prefix(2) == ["    examples:", "      misses:"])
    #expect(try misses(of: "heat", last).map(\.text) == [miss.text])
  }

  @Test func aFileWithoutALineEndAndOneOfWindows() throws {
    let bare = String(Self.file.dropLast())
    #expect(try misses(of: "heat", try put(miss, to: "heat", in: bare)).count == 1)
    let windows = Self.file.replacing("\n", with: "\r\n")
    let new = try put(miss, to: "power", in: windows)
    #expect(new.contains("      misses:\r\n        - text:"))
    #expect(try misses(of: "power", new).count == 1)
  }

  @Test func whatIsBetweenBracketsIsLeftToItsAuthor() throws {
    #expect(throws: NearMissRefusal.betweenBrackets(Place(file: "w.yaml", line: 24, column: 5))) {
      try put(miss, to: "waste")
    }
    #expect(throws: NearMissRefusal.betweenBrackets(Place(file: "w.yaml", line: 28, column: 7))) {
      try put(miss, to: "paper")
    }
  }

  @Test func aVariantHasItsOwn() throws {
    let line = try #require(Self.file.components(separatedBy: "\n").firstIndex { $0.contains("lenders:") })
    let place = Place(file: "w.yaml", line: line + 1, column: 7)
    let new = String(decoding: try adding(miss, toRuleAt: place, in: Array(Self.file.utf8)), as: UTF8.self)
    let (lines, behind) = added(Self.file, new)
    #expect(lines.prefix(2) == ["        examples:", "          misses:"] && behind == "        find: [瓦斯]")
    #expect(try misses(of: "gas/lenders", new).map(\.text) == [miss.text])
    #expect(throws: NearMissRefusal.self) {
      try adding(miss, toRuleAt: Place(file: "w.yaml", line: line, column: 7), in: Array(Self.file.utf8))
    }
  }

  @Test func whatIsThereIsNotPutInTwice() throws {
    let once = try put(miss, to: "water")
    #expect(throws: NearMissRefusal.self) { try put(miss, to: "water", in: once) }
    let rows = NearMiss(rows: [["項目", "數量"], ["用水槽", "3"]], why: "x")
    #expect(throws: NearMissRefusal.known(Place(file: "w.yaml", line: 13, column: 11))) {
      try put(rows, to: "water")
    }
    #expect(throws: NearMissRefusal.noRule(Place(file: "w.yaml", line: 2))) {
      try adding(miss, toRuleAt: Place(file: "w.yaml", line: 2), in: Array(Self.file.utf8))
    }
  }

  private func misses(of rule: String, _ text: String) throws -> [Example] {
    let (book, _) = readRuleBook([RuleBook.Source(path: "ours/w.yaml", bytes: Array(text.utf8))])
    let rule = try #require(book.rules.first { $0.id == rule })
    return rule.examples.filter { if case .miss = $0.expectation { true } else { false } }
  }
}
