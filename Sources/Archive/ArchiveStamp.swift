/// How much an archive holds, kind by kind. It is only ever added to: as long as a stamp is the same, so is whatever is
/// read or reckoned of what it counts.
package struct ArchiveStamp: Sendable, Hashable {
  package private(set) var scores: Scores
  /// What runs that have not ended have left so far, and closed rounds.
  private let beside: [Int]

  /// What scores hang on, as of a moment.
  package struct Scores: Sendable, Hashable {
    package let reports: Reports
    fileprivate let ledger: Int
    fileprivate var decisions: Int
  }

  /// What is known of reports and companies, as of a moment.
  package struct Reports: Sendable, Hashable {
    fileprivate let runsEnded: Int
    fileprivate let placedByHand: Int
    fileprivate let companies: Int
  }

  /// The same whatever is decided.
  package var withoutDecisions: ArchiveStamp {
    var stamp = self
    stamp.scores.decisions = 0
    return stamp
  }

  fileprivate init(_ row: Row) {
    let reports = Reports(runsEnded: row.int(0), placedByHand: row.int(1), companies: row.int(2))
    scores = Scores(reports: reports, ledger: row.int(3), decisions: row.int(4))
    beside = (5..<9).map { row.int($0) }
  }
}

extension ArchiveFile {
  package func stamp() throws(ArchiveFailure) -> ArchiveStamp {
    let stamp = try database.first(
      """
      SELECT (SELECT count(*) FROM runs WHERE ended IS NOT NULL), (SELECT count(*) FROM placements WHERE run IS NULL),
        (SELECT count(*) FROM companies), (SELECT count(*) FROM ledger), (SELECT count(*) FROM decisions),
        (SELECT count(*) FROM runs), (SELECT count(*) FROM readings), (SELECT count(*) FROM documents),
        (SELECT count(*) FROM rounds)
      """
    ) { ArchiveStamp($0) }
    guard let stamp else { throw .damaged("it cannot be counted") }
    return stamp
  }
}
