import ReportModel

extension SearchText {
  /// Pairs a list of values with as many years in the same passage (2020、2021、2022年分別為76.37%、83.03%、81.25%, or
  /// 2020至2022年); nil where the value stands in no such list.
  func series(of value: Quantity, in range: Range<Int>) -> [(value: Quantity, year: Int)]? {
    let all = Array(quantities(in: range))
    if let alternating = alternation(around: value, in: all) { return alternating }
    let values = runs(of: all.filter { $0.kind == value.kind && $0.unit == value.unit && $0.calendarYear == nil })
      .first { $0.contains(value) }
    let years = runs(of: all.filter { $0.calendarYear != nil }).map { $0.flatMap(\.calendarYears) }
    guard let values, values.count > 1, let match = years.last(where: { $0.count == values.count }) else { return nil }
    return zip(values, match).map { ($0, $1) }
  }

  /// Values that a sentence deals out one by one (分別達108.8%、206.4%): of as many subjects as there are values each has
  /// its own (範疇一及範疇二分別為8,000及12,000公噸), else each belongs to what was found. Alone where nothing is dealt out.
  func dealt(with value: Quantity, to subject: Range<Int>, in range: Range<Int>) -> [Quantity] {
    let alike = quantities(in: range).filter {
      $0.kind == value.kind && $0.unit == value.unit && $0.calendarYear == nil
    }
    guard let run = runs(of: alike).first(where: { $0.contains(value) }), run.count > 1, let first = run.first else {
      return [value]
    }
    let lead = max(range.lowerBound, first.range.lowerBound - Self.dealReach)..<first.range.lowerBound
    guard let word = lead.last(where: { scalars[$0] == "別" && $0 > lead.lowerBound && scalars[$0 - 1] == "分" }) else {
      return [value]
    }
    let clause = self.clause(around: word..<word + 1, in: range)
    guard subject.lowerBound >= clause.lowerBound, subject.upperBound <= word,
      // 水井在北區及南區: the list is of places, and all of it is the subject's.
      !scalars[subject.upperBound..<word].contains(where: { $0 == "在" || $0 == "於" })
    else { return run }
    let after = joints(in: subject.upperBound..<word)
    guard joints(in: clause.lowerBound..<subject.lowerBound) + after + 1 == run.count else { return run }
    return [run[run.count - 1 - after]]
  }

  /// How often a list goes on in a range, what stands in brackets left out.
  private func joints(in range: Range<Int>) -> Int {
    var depth = 0
    return range.count { index in
      switch scalars[index] {
      case "（", "(": depth += 1
      case "）", ")": depth -= 1
      case "、", "及", "與", "和": return depth == 0
      default: break
      }
      return false
    }
  }

  /// 損失分別為3億元及4億元，占淨值2%及3%: what is dealt out once goes on in the next clause.
  private static let dealReach = 32

  /// Years and values in turn: 2021年50%、2022年55%、2023年62%; 由2022年的55%提升至2023年的62%.
  private func alternation(around value: Quantity, in all: [Quantity]) -> [(value: Quantity, year: Int)]? {
    var pairs: [[(value: Quantity, year: Int)]] = []
    var last: Quantity?
    for (year, figure) in zip(all, all.dropFirst()) {
      guard let number = year.calendarYear, figure.calendarYear == nil, figure.kind == value.kind,
        figure.unit == value.unit, leads(year.range.upperBound..<figure.range.lowerBound)
      else { continue }
      let pair = (value: figure, year: number)
      if let last, leads(last.range.upperBound..<year.range.lowerBound) {
        pairs[pairs.count - 1].append(pair)
      } else {
        pairs.append([pair])
      }
      last = figure
    }
    return pairs.first { run in run.count > 1 && run.contains { $0.value == value } }
  }

  /// Words that lead from a year to its value, or from a value to the next year.
  private func leads(_ between: Range<Int>) -> Bool {
    between.count <= 8 && scalars[between].allSatisfy { Self.listMarks.contains($0) || Self.leading.contains($0) }
  }

  private static let leading: Set<Unicode.Scalar> = [
    "的", "之", "為", "達", "約", "提", "升", "上", "成", "長", "增", "加", "減", "少", "降", "至", "到", "下", "由", "從", "：", ":", "(",
    ")", "（",
    "）", "則", "是",
  ]

  /// Quantities that follow one another with nothing but marks of a list between them.
  private func runs(of quantities: [Quantity]) -> [[Quantity]] {
    var runs: [[Quantity]] = []
    for quantity in quantities {
      if let last = runs.last?.last, isList(last.range.upperBound..<quantity.range.lowerBound) {
        runs[runs.count - 1].append(quantity)
      } else {
        runs.append([quantity])
      }
    }
    return runs
  }

  private func isList(_ between: Range<Int>) -> Bool {
    between.count <= 3 && scalars[between].allSatisfy(Self.listMarks.contains)
  }

  private static let listMarks: Set<Unicode.Scalar> = ["、", "，", ",", " ", "及", "和", "與", "/", "；", "年", "底", "度"]
}
