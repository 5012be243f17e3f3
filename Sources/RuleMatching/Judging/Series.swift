import ReportModel

extension SearchText {
  /// Pairs a list of values with a list of years in the same passage (2020、2021、2022年分別為76.37%、83.03%、81.25%);
  /// nil where the value stands in no such list.
  func series(of value: Quantity, in range: Range<Int>) -> [(value: Quantity, year: Int)]? {
    let all = Array(quantities(in: range))
    let values = runs(of: all.filter { $0.kind == value.kind && $0.unit == value.unit && $0.calendarYear == nil })
      .first { $0.contains(value) }
    let years = runs(of: all.filter { $0.calendarYear != nil })
    guard let values, values.count > 1, let match = years.last(where: { $0.count == values.count }) else { return nil }
    return zip(values, match).compactMap { value, year in year.calendarYear.map { (value, $0) } }
  }

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
