import ReportModel
import RuleBook
import Testing

@testable import Scoring

/// Lists over months, one sign a month.
///
/// In: `w` below the line of the dimension, `p` perhaps below it, `t` below that of the total, `b` below both,
/// `q` perhaps below that of the total, `.` below none, `-` not rated.
/// Out: `w` on the watch list, `B` on the black list, small letters `p` and `q` where provisional, `.` on none;
/// `x` provisionally on the black list and on the watch list.
@Suite("Lists over the months")
struct ListKeeperTests {
  /// Of 40 companies all others have 50 %, so that the line is 50 % as long as one company at most is below.
  private static let others = (1...39).map { MarketSketch.company("o\($0 + 100)", 50, total: 50) }

  private func market(_ sign: Character, _ month: Month) -> MarketMonth {
    let score: MonthlyScore? =
      switch sign {
      case "w": MarketSketch.company("x", 1...1, total: 60...60)
      case "p": MarketSketch.company("x", 1...99, total: 60...60)
      case "t": MarketSketch.company("x", 60...60, total: 1...1)
      case "b": MarketSketch.company("x", 1...1, total: 1...1)
      case "q": MarketSketch.company("x", 60...60, total: 1...99)
      case "-": nil
      default: MarketSketch.company("x", 60...60, total: 60...60)
      }
    return MarketMonth(month: month, scores: Self.others + (score.map { [$0] } ?? []))
  }

  private func lists(_ signs: String, _ rules: ListRules) -> [MonthlyLists] {
    var keeper = ListKeeper(rules)
    return zip(signs, MarketSketch.months).map { keeper.lists(of: market($0, $1)) }
  }

  private func sign(_ lists: MonthlyLists) -> Character {
    switch (lists.watch.first?.certainty, lists.black.first?.certainty) {
    case (nil, nil): "."
    case (.certain, nil): "w"
    case (.provisional, nil): "p"
    case (nil, .certain): "B"
    case (nil, .provisional): "q"
    case (_, .provisional): "x"
    // On both for sure: never.
    case (_, .certain): "!"
    }
  }

  private func run(_ signs: String, _ rules: ListRules = MarketSketch.rules()) -> String {
    String(lists(signs, rules).map(sign))
  }

  @Test(
    "13 of the last 15 months",
    arguments: [
      // 12 of 15, and 12 again in the 16th: 2…16 has 11 + 1.
      ("wwwwwwwwwwww...w", "wwwwwwwwwwww...w"),
      // The 13th in a row is the black list; it stays while 13 of 15 count.
      ("wwwwwwwwwwwwwwww", "wwwwwwwwwwwwBBBB"),
      // 13 of 13…15 and of 2…16 less one: 12 in the 16th. The first month has left.
      ("wwwwwwwwwwwww...", "wwwwwwwwwwwwBBB."),
      // Two breaks: 6 + 5 = 11 in the 13th, 12 in the 14th, 13 in the 15th; 2…16 has 5 + 5 + 3 = 13.
      ("wwwwww.wwwww.www", "wwwwww.wwwww.wBB"),
      // Three breaks: 2…16 has 3 + 4 + 3 + 2 = 12.
      ("wwww.wwww.www.ww", "wwww.wwww.www.ww"),
      // 13 of 3…15. Then 2…16 and 3…17 have 13, 4…18 has 12.
      ("..wwwwwwwwwwwww...", "..wwwwwwwwwwwwBBB."),
      // 2…16 has 12 + 1, 3…17 has 11 + 2, 4…18 has 10 + 3.
      ("wwwwwwwwwwwww..www", "wwwwwwwwwwwwBBBBBB"),
      // Off it in the 16th, for 2…16 has 12, and on the watch list again: 3…17 has 11 + 1, 4…18 10 + 2, 5…19 9 + 3.
      ("wwwwwwwwwwwww...www", "wwwwwwwwwwwwBBB.www"),
    ])
  func thirteenOfFifteen(_ signs: String, _ expected: String) {
    #expect(run(signs) == expected)
  }

  @Test("The months that count are named, and when they will be too few")
  func theMonthsThatCount() throws {
    let all = lists("wwwwww.wwwww.www", MarketSketch.rules())
    guard case .months(let count, .certain) = try #require(all.last?.black.first?.reasons.first) else {
      Issue.record("black by its months")
      return
    }
    // Months 2…6, 8…12, 14…16 of 2024-01 …
    #expect(
      count.certain.map(\.text) == [
        "2024-02", "2024-03", "2024-04", "2024-05", "2024-06", "2024-08", "2024-09", "2024-10", "2024-11", "2024-12",
        "2025-02", "2025-03", "2025-04",
      ])
    // 13 count: when the first of them, 2024-02, leaves the window, after 2025-04 that is 2025-05: one month.
    #expect(count.monthsUntilTooFew == 1...1)
    // 13 in a row in the 13th month: the window of 15 loses the first in the 16th.
    let row = lists("wwwwwwwwwwwww", MarketSketch.rules())
    guard case .months(let thirteen, _) = try #require(row.last?.black.first?.reasons.first) else {
      Issue.record("black by its months")
      return
    }
    #expect(thirteen.monthsUntilTooFew == 3...3)
    #expect(row[11].watch.first?.count.certain.count == 12 && row[11].watch.first?.count.monthsUntilTooFew == 0...0)
  }

  @Test(
    "The promise of clean months is kept: after so many it is off, and not before",
    arguments: ["wwwwwwwwwwwww", "wwwwwwwwwwwwww", "wwwwwwwwwwwwwwww", "wwwwww.wwwww.ww", "..wwwwwwwwwwwww"])
  func cleanMonths(_ signs: String) throws {
    guard
      case .months(let count, .certain) = try #require(
        lists(signs, MarketSketch.rules()).last?.black.first?.reasons.first)
    else {
      Issue.record("black by its months")
      return
    }
    let months = count.monthsUntilTooFew.lowerBound
    #expect(run(signs + String(repeating: ".", count: months)).last == ".")
    #expect(run(signs + String(repeating: ".", count: months - 1)).last == "B")
  }

  @Test(
    "Black by the total leaves the watch list; whether such months count is the pack's",
    arguments: [
      (ListRules.BlackMonths.count, "bbbbbbbbbbbbb...", "BBBBBBBBBBBBBBB."),
      (.skip, "bbbbbbbbbbbbb...", "BBBBBBBBBBBBB..."),
      // Below the total's line only: never on the watch list.
      (.count, "ttttttttttttt...", "BBBBBBBBBBBBB..."),
      (.count, "wtbw", "wBBw"),
      // 6 + 1 + 6 with the black month, 12 without: the 14th is the 13th.
      (.count, "wwwwwwbwwwwwww", "wwwwwwBwwwwwBB"),
      (.skip, "wwwwwwbwwwwwww", "wwwwwwBwwwwwwB"),
      // Moved by months 1…13. These alone keep it there until the 15th, so that 14 and 15 do not count; 2…16 has
      // 12 + the 16th = 13, which counts, and 3…17 has 11 + 16 + 17 = 13.
      (.skip, "wwwwwwwwwwwwwwwww", "wwwwwwwwwwwwBBBBB"),
      // The same, but not below in the 16th: 12. With all months counted 2…15 are 14.
      (.skip, "wwwwwwwwwwwwwww..", "wwwwwwwwwwwwBBB.."),
      (.count, "wwwwwwwwwwwwwww..", "wwwwwwwwwwwwBBBBB"),
    ])
  func blackMonths(_ black: ListRules.BlackMonths, _ signs: String, _ expected: String) {
    #expect(run(signs, MarketSketch.rules(black: black)) == expected)
  }

  @Test(
    "What is only possible counts as possible",
    arguments: [
      // 12 certain and one possible: the black list only may be.
      ("wwwwwwwwwwwwp", "wwwwwwwwwwwwx"),
      ("ppppppppppppp", "ppppppppppppx"),
      // Not below in the 14th: provisionally black all the same, by 13 possible of 15.
      ("ppppppppppppp.", "ppppppppppppxq"),
      // 13 certain ones beside possible ones: 1, 2 possible, 3…15 certain.
      ("ppwwwwwwwwwwwww", "ppwwwwwwwwwwxxB"),
      ("q.q", "q.q"),
    ])
  func provisional(_ signs: String, _ expected: String) {
    #expect(run(signs) == expected)
  }

  @Test("Possible months make the way off a range: 12 certain and 3 possible of 15")
  func cleanMonthsOfARange() throws {
    let all = lists("wwwwwwwwwwwwppp", MarketSketch.rules())
    guard case .months(let count, .provisional) = try #require(all.last?.black.first?.reasons.first) else {
      Issue.record("provisionally black by its months")
      return
    }
    // If none of the three counts: 12 already. If all: 15 of 1…15, 12 when 1, 2 and 3 have left, in the 18th.
    #expect(count.monthsUntilTooFew == 0...3 && count.provisional.count == 3)
  }

  @Test(
    "A month without a rating is on no list, counts as none, and breaks the row",
    arguments: [
      // 13 of 14.
      ("wwwwww-wwwwwww", "wwwwww.wwwwwwB"),
      // 13 in a row, then not rated: on no list; then 1…15 has 13 + 1, 2…16 has 12 + 2.
      ("wwwwwwwwwwwww-ww", "wwwwwwwwwwwwB.BB"),
      // Three are missing: 12 of 15.
      ("wwwwww---wwwwww", "wwwwww...wwwwww"),
      ("---ww", "...ww"),
    ])
  func unrated(_ signs: String, _ expected: String) {
    #expect(run(signs) == expected)
  }

  @Test(
    "Grace is counted from the first rating, and its months never count",
    arguments: [
      (3, "wwwww", "...ww"), (3, "--wwwww", ".....ww"), (3, "bbbb", "...B"),
      // 13 from the 4th on: the 16th.
      (3, "wwwwwwwwwwwwwwww", "...wwwwwwwwwwwwB"),
      // Grace goes by the calendar: not rated in the 2nd and 3rd.
      (3, "w--w", "...w"), (0, "w", "w"),
    ])
  func grace(_ months: Int, _ signs: String, _ expected: String) {
    #expect(run(signs, MarketSketch.rules(grace: months)) == expected)
  }

  @Test("Since when, without a month between; certain since its own month")
  func since() {
    let all = lists("w.ppw-ww", MarketSketch.rules())
    let since = all.map { $0.watch.first?.since }
    func text(_ index: Int) -> String? { since[index].map { "\($0.month.text) \($0.certain?.text ?? "?")" } }
    #expect(text(0) == "2024-01 2024-01" && text(1) == nil)
    #expect(text(2) == "2024-03 ?" && text(3) == "2024-03 ?" && text(4) == "2024-03 2024-05")
    #expect(text(5) == nil && text(6) == "2024-07 2024-07" && text(7) == "2024-07 2024-07")
    // On the black list in the 4th and 5th, then back on the watch list: each list has a row of its own.
    let moved = lists("wwwbbw", MarketSketch.rules())
    #expect(moved[4].black.first?.since.month.text == "2024-04" && moved[4].watch.isEmpty)
    #expect(moved[5].watch.first?.since.month.text == "2024-06" && moved[5].black.isEmpty)
  }

  @Test("Months that were never given are months without a rating")
  func gaps() {
    var keeper = ListKeeper(MarketSketch.rules(window: ListRules.Window(months: 2, of: 3)))
    let months = [1, 3, 6].map { keeper.lists(of: market("w", MarketSketch.month($0))) }
    // 1 and 3 are 2 of 1…3; 6 is alone in 4…6.
    #expect(String(months.map(sign)) == "wBw")
  }

  @Test("What changed since the month before")
  func changes() {
    let all = lists("w.pw-t", MarketSketch.rules())
    func text(_ index: Int) -> [String] {
      ListChange.changes(from: index == 0 ? nil : all[index - 1], to: all[index]).map { change in
        let places = [change.before, change.after].map { place in
          "\(place.isRated ? "" : "-")\(place.watch.map { "w\($0.sign)" } ?? "")\(place.black.map { "b\($0.sign)" } ?? "")"
        }
        return "\(change.company.text) \(places[0])>\(places[1])"
      }
    }
    #expect(text(0) == ["x ->w"] && text(1) == ["x w>"] && text(2) == ["x >w?"])
    #expect(text(3) == ["x w?>w"] && text(4) == ["x w>-"] && text(5) == ["x ->b"])
    #expect(ListChange.changes(from: all[0], to: all[0]).isEmpty)
  }
}
