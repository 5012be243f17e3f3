import ReportModel

/// All quantities of a text, in order; none crosses a newline or a tab.
///
/// Numbers in figures are always found, with or without a unit; Chinese numerals only before a unit.
/// What is part of a name (ISO 14001, 第3屆, RCP8.5) is none. One pass over the text.
package func findQuantities(in text: [Unicode.Scalar]) -> [Quantity] {
  findQuantities(in: text, range: 0..<text.count)
}

/// The quantities of a stretch of text, as if nothing stood around it.
package func findQuantities(in text: [Unicode.Scalar], range: Range<Int>) -> [Quantity] {
  var scanner = QuantityScanner(text, range)
  scanner.found.reserveCapacity((scanner.window.end - scanner.window.start) / 32)
  scanner.scan()
  scanner.shareUnits()
  return scanner.found
}
