import ReportModel

/// Counts of decisions and values over some of the facts, and what they come to.
package struct GoldTally: Sendable {
  /// By topic: rightly found, wrongly found, missed, rightly not found.
  package var decisions: [String: Decisions] = [:]
  package var pairs = 0
  package var pages = 0
  package var quotes = 0
  package var values = 0
  package var found = 0
  package var withUnit = 0
  package var withYear = 0
  package var bearing = 0
  package var bearingTrue = 0

  package struct Decisions: Sendable, Equatable {
    package var found = 0
    package var falselyFound = 0
    package var missed = 0
    package var rightlyNone = 0

    var all: Int { found + falselyFound + missed + rightlyNone }

    var f1: Double {
      let total = 2 * found + falselyFound + missed
      return total == 0 ? 1 : Double(2 * found) / Double(total)
    }
  }

  package init() {}

  private var totals: Decisions {
    decisions.values.reduce(into: Decisions()) { sum, each in
      sum.found += each.found
      sum.falselyFound += each.falselyFound
      sum.missed += each.missed
      sum.rightlyNone += each.rightlyNone
    }
  }

  /// What always giving each topic's more frequent answer would be right in.
  private var majority: Int {
    decisions.values.reduce(0) { $0 + max($1.found + $1.missed, $1.falselyFound + $1.rightlyNone) }
  }

  /// As lines for a person.
  package var summary: [String] {
    let all = totals
    let macro = decisions.values.reduce(0.0) { $0 + $1.f1 } / Double(max(1, decisions.count))
    return [
      "decision  pairs \(all.all)  precision \(percent(all.found, all.found + all.falselyFound))  "
        + "recall \(percent(all.found, all.found + all.missed))  F1 \(tenths(100 * all.f1))  "
        + "macro-F1 \(tenths(100 * macro))  accuracy \(percent(all.found + all.rightlyNone, all.all))  "
        + "(majority \(percent(majority, all.all)))",
      "evidence  page \(percent(pages, pairs))  quote \(percent(quotes, pairs))",
      "value     \(values) gold: found \(percent(found, values))  with unit \(percent(withUnit, values))  "
        + "with unit and year \(percent(withYear, values))  value-precision \(percent(bearingTrue, bearing))",
    ]
  }

  /// The heads of `row`.
  package static let heads = [
    Phrase("facts", "事實"), Phrase("disclosed", "有揭露"), Phrase("precision", "精確率"), Phrase("recall", "召回率"),
    Phrase("F1", "F1"), Phrase("accuracy", "正確率"), Phrase("(majority)", "（多數答案）"), Phrase("page", "頁碼"),
    Phrase("quote", "引文"),
    Phrase("values", "數值"), Phrase("found", "找到"), Phrase("unit", "含單位"), Phrase("year", "含年度"),
    Phrase("value-precision", "數值精確率"),
  ]

  /// The same as the cells of one row of a table: first how many facts are behind it, and how many of them disclosed.
  package var row: [String] {
    let all = totals
    return [
      "\(all.all)", "\(all.found + all.missed)", percent(all.found, all.found + all.falselyFound),
      percent(all.found, all.found + all.missed),
      all.found + all.falselyFound + all.missed == 0 ? "-" : tenths(100 * all.f1),
      percent(all.found + all.rightlyNone, all.all), percent(majority, all.all), percent(pages, pairs),
      percent(quotes, pairs),
      "\(values)",
      percent(found, values), percent(withUnit, values), percent(withYear, values), percent(bearingTrue, bearing),
    ]
  }

  private func percent(_ part: Int, _ whole: Int) -> String {
    whole == 0 ? "-" : tenths(100 * Double(part) / Double(whole)) + "%"
  }

  private func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
