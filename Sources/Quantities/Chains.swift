import ReportModel

/// Figures joined by one sign: 2022/09/15, 1/3, 305-1, 02-8729-9000, 9:30.
struct Chain {
  var values: InlineArray<3, Int> = [0, 0, 0]
  var separator: UInt32
  var range: Range<Int>
  /// Scalars of each of the first three parts.
  var lengths: InlineArray<3, Int> = [0, 0, 0]
  var count: Int
  /// Where the last part begins.
  var lastPart: Int

  private static let separators: ScalarSet = "/-.:／"

  init?(in window: Window, at start: Int) {
    let first = window.figureRun(at: start)
    separator = window.value(first.end)
    guard Self.separators.contains(separator), window.digit(first.end + 1) != nil else { return nil }
    lastPart = start
    (values[0], lengths[0], count) = (first.value, first.end - start, 1)
    var end = first.end
    while window.value(end) == separator, window.digit(end + 1) != nil {
      let next = window.figureRun(at: end + 1)
      count += 1
      lastPart = end + 1
      if count <= 3 { (values[count - 1], lengths[count - 1]) = (next.value, next.end - end - 1) }
      end = next.end
    }
    range = start..<end
  }

  var isSlash: Bool { separator == 0x2F || separator == 0xFF0F }

  /// 2021.05: a month where a number would be one without a unit.
  func pointedMonth(in window: Window) -> Quantity? {
    guard separator == 0x2E, count == 2, var month = month(in: window), month.normalized != nil else { return nil }
    month.alternatives = [.number]
    return month
  }

  /// What the figures are when they are no name: a day, a month or a fraction.
  func quantity(in window: Window) -> Quantity? {
    if count == 3 { return day(in: window) }
    guard isSlash, count == 2 else { return nil }
    return month(in: window) ?? fraction(in: window)
  }

  private func dated(_ window: Window, _ number: Int, _ unit: String?) -> Quantity {
    var view = String.UnicodeScalarView()
    view.append(window.text[range.lowerBound + lengths[0]])
    return Quantity(
      range: range, number: range.lowerBound..<range.lowerBound + lengths[0], kind: .date,
      value: Figure(digits: Int64(values[0])), unit: String(view),
      normalized: unit.map { .init(value: Figure(digits: Int64(number)), unit: $0) })
  }

  /// 2022/09/15, 2022-09-15, 2022.9.15, 111/12/31.
  private func day(in window: Window) -> Quantity? {
    let year = values[0] < 1900 ? values[0] + 1911 : values[0]
    guard separator != 0x3A, lengths[0] == 4 && (1900..<2200).contains(values[0]) || (90...130).contains(values[0]),
      (1...12).contains(values[1]), (1...31).contains(values[2])
    else { return nil }
    return dated(window, year * 10_000 + values[1] * 100 + values[2], "date")
  }

  /// 2022/09; 3/12 without a year may be a share, too.
  private func month(in window: Window) -> Quantity? {
    if lengths[0] == 4, (1900..<2200).contains(values[0]) {
      guard (1...12).contains(values[1]), lengths[1] <= 2 else { return nil }
      return dated(window, values[0] * 100 + values[1], "month")
    }
    guard (1...12).contains(values[0]), (1...31).contains(values[1]), values[1] > 10 || values[0] >= values[1],
      lengths[0] <= 2, lengths[1] <= 2
    else { return nil }
    var result = dated(window, 0, nil)
    if values[0] < values[1] { result.alternatives = [.share] }
    return result
  }

  /// 1/3, 2/5: a small part of a small whole; it may be the third of January.
  private func fraction(in window: Window) -> Quantity? {
    guard (2...10).contains(values[1]), (1..<values[1]).contains(values[0]), lengths[0] == 1,
      let value = Figure.percent(values[0], of: values[1])
    else { return nil }
    var result = window.share(range, number: range, value)
    result.alternatives = [.date]
    return result
  }
}

extension Window {
  /// A run of figures; its value as far as it can matter.
  func figureRun(at start: Int) -> (value: Int, end: Int) {
    var value = 0
    var index = start
    while let digit = digit(index) {
      if index - start < 9 { value = value * 10 + digit }
      index += 1
    }
    return (value, index)
  }
}
