/// How much an archive holds, kind by kind. It is only ever added to: as long as the stamp is the same, so is whatever
/// is read or reckoned of it.
package struct ArchiveStamp: Sendable, Hashable {
  private let counts: [Int]

  fileprivate init(counts: [Int]) { self.counts = counts }

  /// The same whatever is decided.
  package var withoutDecisions: ArchiveStamp { ArchiveStamp(counts: counts.dropLast()) }
}

extension ArchiveFile {
  package func stamp() throws(ArchiveFailure) -> ArchiveStamp {
    let counted = try database.first(
      """
      SELECT (SELECT count(*) FROM runs), (SELECT count(*) FROM runs WHERE ended IS NOT NULL),
        (SELECT count(*) FROM readings), (SELECT count(*) FROM placements), (SELECT count(*) FROM documents),
        (SELECT count(*) FROM companies), (SELECT count(*) FROM ledger), (SELECT count(*) FROM rounds),
        (SELECT count(*) FROM decisions)
      """
    ) { row in (0..<9).map { row.int(Int32($0)) } }
    return ArchiveStamp(counts: counted ?? [])
  }
}
