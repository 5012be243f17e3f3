import Archive
import ReportModel
import Scoring

/// A closed round beside what the archive gives for it today, with what was recorded by then and the rules of then.
package struct RoundCheck: Sendable {
  package let frozen: FrozenRound
  /// The version that reckons now.
  package let program: String
  package let differences: [RoundDifference]

  package var isOfThisVersion: Bool { frozen.program == program }

  package init(_ archive: ArchiveFile, round id: String, program: String = engineVersion) throws(RoundRefusal) {
    frozen = try FrozenRound(archive, round: id)
    self.program = program
    let now = try Self.reckoned(frozen, archive)
    differences = RoundDifference.all(from: frozen, to: now)
  }

  private static func reckoned(_ frozen: FrozenRound, _ archive: ArchiveFile) throws(RoundRefusal) -> FrozenRound {
    let moment = try RoundRefusal.asking { () throws(ArchiveFailure) in try archive.moment(before: frozen.closed) }
    guard let moment else { throw .nothingRecorded }
    let rules = try RoundBook(archive, at: moment, pack: frozen.pack)
    let round = try rules.round(frozen.id)
    return try RoundRefusal.scoring { () throws(ArchiveScoringFailure) in
      try RoundReckoner(archive: archive, moment: moment, rules: rules)
        .frozen(round, isEarly: moment.day <= round.cutOff, who: frozen.who, program: frozen.program)
    }
  }
}

extension FrozenRound {
  /// As it was closed; refused where it is not that any more.
  package init(_ archive: ArchiveFile, round id: String) throws(RoundRefusal) {
    let closed = try RoundRefusal.asking { () throws(ArchiveFailure) in try archive.closedRound(id) }
    guard let closed else { throw .notClosed(id) }
    guard let frozen = closed.frozen else { throw .sealBroken }
    self = frozen
  }
}
