import Quantities
import ReportModel
import Testing

/// A text, and every quantity that is to be found in it, each on one line:
/// what is printed, its kind and alternatives, value, [unit], = normalized, <qualifier>, inferred.
struct QuantityCase: CustomTestStringConvertible, Sendable {
  var text: String
  var found: [String]

  init(_ text: String, _ found: String...) {
    self.text = text
    self.found = found
  }

  var testDescription: String { text }

  func check(_ location: SourceLocation = #_sourceLocation) {
    let scalars = Array(text.unicodeScalars)
    let all = findQuantities(in: scalars).map { describe($0, in: scalars) }
    #expect(all == found, sourceLocation: location)
  }
}

func describe(_ quantity: Quantity, in text: [Unicode.Scalar]) -> String {
  var printed = String.UnicodeScalarView()
  printed.append(contentsOf: text[quantity.range])
  let kinds = ([quantity.kind] + quantity.alternatives).map(\.rawValue).joined(separator: "|")
  var line = "\(String(printed)): \(kinds) \(span(quantity.value, quantity.valueHigh))"
  if !quantity.unit.isEmpty { line += " [\(quantity.unit)]" }
  if let normalized = quantity.normalized {
    line += " = \(span(normalized.value, normalized.valueHigh)) \(normalized.unit)"
  }
  if let qualifier = quantity.qualifier { line += " <\(qualifier.rawValue)>" }
  return line + (quantity.isInferred ? " inferred" : "")
}

private func span(_ low: Figure, _ high: Figure?) -> String { low.plain + (high.map { "..\($0.plain)" } ?? "") }
