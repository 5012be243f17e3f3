import Quantities
import ReportModel

extension SearchText {
  /// The unit that a tally names (投訴次數 counts in 次, 用電度數 in 度), the last one in so many characters before a
  /// place.
  func tally(before end: Int, within reach: Int) -> String? { tally(in: max(0, end - reach)..<end) }

  /// The unit of the last tally in a range.
  func tally(in range: Range<Int>) -> String? {
    for index in range.dropFirst().reversed() where scalars[index] == "數" {
      let unit = String(scalars[index - 1])
      // 時數 are counted in 小時, 據點數 in 據點.
      if unit == "時" { return "小時" }
      if index > range.lowerBound + 1, let longer = unitOfTwo(before: index) { return longer }
      if UnitTable.meaning(of: unit) != nil { return unit }
    }
    return nil
  }

  private func unitOfTwo(before index: Int) -> String? {
    let unit = string(index - 2..<index)
    return UnitTable.meaning(of: unit) == nil ? nil : unit
  }
}
