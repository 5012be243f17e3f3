import Pipeline
import ReportModel
import RuleBook
import Scoring

extension RoundRefusal {
  /// What is wrong with the command line itself; nil where it is something else.
  func wrongUse(_ invocation: Invocation) -> WrongUse? {
    switch self {
    case .noSuchPack, .noSuchRound: WrongUse(message: sentence, command: invocation.command)
    case .scoring, .nothingRecorded, .noRounds, .notInCalendar, .beforeCutOff, .closedBefore, .notClosed, .ingestRuns,
      .clockBehind, .sealBroken:
      nil
    }
  }
}
