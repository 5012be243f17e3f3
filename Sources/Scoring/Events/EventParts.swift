import ReportModel
import RuleBook

/// An event of the ledger, by the order in which events were added: E1, E2 …
package struct EventID: Sendable, Hashable, Comparable {
  /// From 1.
  package let number: Int

  init(number: Int) { self.number = number }

  /// `E12`, in whatever case, and nothing else.
  package init?(_ text: String) {
    let digits = text.utf8.dropFirst()
    guard text.first == "E" || text.first == "e", digits.first != UInt8(ascii: "0"), digits.count <= 9,
      digits.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text.dropFirst())
    else { return nil }
    self.number = number
  }

  package var text: String { "E\(number)" }

  package static func < (a: EventID, b: EventID) -> Bool { a.number < b.number }
}

/// By which number an authority keeps a case (裁處字號), however it is spaced and whatever its width.
package struct CaseNumber: Sendable, Hashable {
  package let text: String

  package init?(_ text: String) {
    let comparable = text.comparable
    guard !comparable.isEmpty else { return nil }
    self.text = comparable
  }
}

/// New Taiwan dollars, more than none.
package struct Fine: Sendable, Hashable {
  package let dollars: Int

  /// The largest fine of any law is a thousandth of this.
  private static let most = 10_000_000_000_000

  package init?(dollars: Int) {
    guard (1...Self.most).contains(dollars) else { return nil }
    self.dollars = dollars
  }

  package init?(_ figure: Figure) {
    guard figure.exponent >= 0, figure.exponent < 14, let dollars = Int(figure.plain) else { return nil }
    self.init(dollars: dollars)
  }

  package var figure: Figure { Figure(digits: Int64(dollars)) }
}

/// What an event takes before its response is looked at: points, more than none.
package struct Deduction: Sendable, Hashable, Comparable {
  package let points: Points

  /// Nil where points of a rubric are never so many, or have more decimals.
  package init?(_ figure: Figure) {
    guard figure.exponent >= -ScoringRules.decimals, figure.exponent <= 3, let points = Points(figure),
      points > .zero
    else { return nil }
    self.points = points
  }

  /// What is left of it; all of it where the factor is none of a pack.
  func times(_ factor: Figure) -> Points { Points(points.figure, share: factor) ?? points }

  package static func < (a: Deduction, b: Deduction) -> Bool { a.points < b.points }
}

/// When it happened, when it was fined, when that was published. At least one of the latter two is known.
package struct EventDays: Sendable, Hashable {
  package let act: Day?
  package let penalty: Day?
  package let publication: Day?
  /// The day whose month is the first in which the event counts: that of the publication, else of the penalty.
  package let counted: Day
  /// The first day that is known of it.
  package let first: Day

  package enum Fault: Error, Sendable, Equatable {
    case neitherPenaltyNorPublication
    case wrongOrder(Day, Day)
  }

  package init(act: Day? = nil, penalty: Day? = nil, publication: Day? = nil) throws(Fault) {
    guard let counted = publication ?? penalty else { throw .neitherPenaltyNorPublication }
    let known = [act, penalty, publication].compactMap(\.self)
    for (earlier, later) in zip(known, known.dropFirst()) where earlier > later { throw .wrongOrder(earlier, later) }
    self.act = act
    self.penalty = penalty
    self.publication = publication
    self.counted = counted
    first = known.first ?? counted
  }

  package var known: [Day] { [act, penalty, publication].compactMap(\.self) }

  /// Years that a report may give the event.
  var years: Set<Int> { Set(known.map(\.year)) }
}
