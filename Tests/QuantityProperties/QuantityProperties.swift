import Quantities
import ReportModel

/// What must hold of every text; each check answers with what is wrong, or nil.
package enum QuantityProperties {
  package static func faults(of text: [Unicode.Scalar]) -> [String] {
    let found = findQuantities(in: text)
    return places(found, in: text) + windows(found, text) + joints(found, text) + others(text)
  }

  /// In bounds, ascending, disjoint; a number inside its quantity; no newline and no tab in either.
  private static func places(_ found: [Quantity], in text: [Unicode.Scalar]) -> [String] {
    var end = 0
    var faults: [String] = []
    for quantity in found {
      let range = quantity.range
      if range.lowerBound < end || range.upperBound > text.count || range.isEmpty { faults.append("place \(range)") }
      if quantity.number.isEmpty || quantity.number.clamped(to: range) != quantity.number {
        faults.append("number \(quantity.number) outside \(range)")
      }
      if text[range].contains(where: { $0 == "\n" || $0 == "\t" }) { faults.append("crosses cells: \(range)") }
      end = range.upperBound
    }
    return faults
  }

  /// A stretch of a text gives what the stretch alone gives.
  private static func windows(_ found: [Quantity], _ text: [Unicode.Scalar]) -> [String] {
    guard text.count > 4 else { return [] }
    let range = text.count / 4..<text.count * 3 / 4
    let inside = findQuantities(in: text, range: range)
    let alone = findQuantities(in: Array(text[range])).map { moved($0, by: range.lowerBound) }
    return inside == alone ? [] : ["window \(range) differs from its text alone"]
  }

  /// Two texts with a newline between give what each gives.
  private static func joints(_ found: [Quantity], _ text: [Unicode.Scalar]) -> [String] {
    let both = findQuantities(in: text + ["\n"] + text)
    let expected = found + found.map { moved($0, by: text.count + 1) }
    return both == expected ? [] : ["joined by a newline it reads differently"]
  }

  private static func moved(_ quantity: Quantity, by distance: Int) -> Quantity {
    var moved = quantity
    moved.range = quantity.range.lowerBound + distance..<quantity.range.upperBound + distance
    moved.number = quantity.number.lowerBound + distance..<quantity.number.upperBound + distance
    return moved
  }

  /// The other functions keep to the text, too.
  private static func others(_ text: [Unicode.Scalar]) -> [String] {
    let whole = 0..<text.count
    let words = saidInWords(in: text, range: whole).map(\.range)
    let units = unitsMentioned(in: text, range: whole).map(\.range)
    var faults: [String] = []
    for (name, ranges) in [("words", words), ("units", units)] where !isAscending(ranges, within: text.count) {
      faults.append("\(name) out of place: \(ranges)")
    }
    if let cell = quantity(ofCell: whole, in: text, unitHint: "仟元"), cell.range.clamped(to: whole) != cell.range {
      faults.append("cell \(cell.range)")
    }
    return faults
  }

  private static func isAscending(_ ranges: [Range<Int>], within count: Int) -> Bool {
    var end = 0
    for range in ranges {
      if range.isEmpty || range.lowerBound < end || range.upperBound > count { return false }
      end = range.upperBound
    }
    return true
  }
}
