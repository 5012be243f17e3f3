import Archive
import ReportModel
import Scoring

/// Why a round cannot be closed, shown or checked.
package enum RoundRefusal: Error, Sendable, Equatable {
  case scoring(ArchiveScoringFailure)
  /// No run had ended by then, so that there are no rules and no documents.
  case nothingRecorded
  /// The rules have other packs.
  case noSuchPack(String?, packs: [String])
  /// The pack says nothing of rounds.
  case noRounds(pack: String)
  /// The rules have other rounds.
  case noSuchRound(String, ids: [String])
  case notInCalendar(Phrase)
  case beforeCutOff(Day)
  case closedBefore(at: String, who: String)
  case notClosed(String)
  case ingestRuns([RunID])
  /// Something was recorded at a time that is still to come.
  case clockBehind(String)
  /// What is kept is not what was closed.
  case sealBroken
}

extension RoundRefusal {
  /// What an archive says, or its failure as one of these.
  static func asking<Value>(_ ask: () throws(ArchiveFailure) -> Value) throws(RoundRefusal) -> Value {
    do throws(ArchiveFailure) { return try ask() } catch { throw .scoring(.archive(error)) }
  }

  static func scoring<Value>(_ score: () throws(ArchiveScoringFailure) -> Value) throws(RoundRefusal) -> Value {
    do throws(ArchiveScoringFailure) { return try score() } catch { throw .scoring(error) }
  }
}
