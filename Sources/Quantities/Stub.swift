import ReportModel

package struct SaidInWords: Sendable, Equatable {
  package var range: Range<Int>
  package var meaning: Meaning
  package enum Meaning: Sendable { case none, all }
}
package struct MentionedUnit: Sendable { package var range: Range<Int>; package var unit: String; package var kind: Quantity.Kind }
package func findQuantities(in text: [Unicode.Scalar]) -> [Quantity] { [] }
package func quantity(ofCell text: [Unicode.Scalar], range: Range<Int>, unitHint: String?) -> Quantity? { nil }
package func unitsMentioned(in text: [Unicode.Scalar], range: Range<Int>) -> [MentionedUnit] { [] }
package func saidInWords(in text: [Unicode.Scalar], range: Range<Int>) -> [SaidInWords] { [] }
package func kinds(ofUnit unit: String) -> [Quantity.Kind] { Quantity.Kind.allCases }
