import Archive
import ReportModel
import Review

extension ArchiveFile {
  /// The log of decisions as it stands.
  package func decisions() throws(ArchiveFailure) -> DecisionLog {
    var log = DecisionLog()
    try log.read(try decisionRows())
    return log
  }

  /// The log of decisions with what was recorded by a moment.
  package func decisions(at moment: ArchiveMoment) throws(ArchiveFailure) -> DecisionLog {
    try decisions().upTo { $0.time.text < moment.end }
  }

  /// Says something in one transaction; `log` is then all that is there. What `say` refuses is not kept.
  package func extend<Value>(
    _ log: inout DecisionLog, _ say: (inout DecisionLog) throws(DecisionFault) -> Value
  ) throws(ArchiveFailure) -> Result<Value, DecisionFault> {
    // Outside of the transaction, for others wait for its end.
    try log.read(try decisionRows(after: log.steps.count))
    var latest = log
    let result = try extendDecisions(after: log.steps.count) { rows throws(ArchiveFailure) in
      try latest.read(rows)
      var extended = latest
      do throws(DecisionFault) {
        let value = try say(&extended)
        var before = latest
        var new: [DecisionRow] = []
        for step in extended.steps.dropFirst(latest.steps.count) {
          new.append(DecisionCoding.row(step, in: before))
          before = extended
        }
        latest = extended
        return (new, Result<Value, DecisionFault>.success(value))
      } catch {
        return ([], .failure(error))
      }
    }
    log = latest
    return result
  }
}

extension DecisionLog {
  fileprivate mutating func read(_ rows: [DecisionRow]) throws(ArchiveFailure) {
    for row in rows {
      guard let step = DecisionCoding.step(row) else { throw .damaged("step \(row.step) of the log of decisions") }
      do throws(DecisionFault) { try take(step) } catch {
        throw .damaged("the log of decisions: \(error.sentence.english)")
      }
    }
  }
}

extension DecisionFault {
  package var sentence: Phrase {
    switch self {
    case .noSuchStep(let step): Phrase("there is no step \(step)", "沒有第 \(step) 步")
    case .notOwn(let step, let who):
      Phrase("step \(step) is \(who.text)'s: only who said it takes it back", "第 \(step) 步為 \(who.text) 所作，只能由本人復原")
    case .undoneBefore(let step): Phrase("step \(step) was taken back before", "第 \(step) 步先前已復原")
    case .cannotBeCarried(let step):
      Phrase("step \(step) is no decision on words of this item", "第 \(step) 步不是對此題項文字的決定")
    case .correctsNothing: Phrase("nothing is corrected: say what", "未指定要更正的內容")
    case .stateIsNotCorrected:
      Phrase("an item's state is accepted or rejected; what is missing is added", "題項狀態只能接受或退回；缺漏的證據請新增")
    case .stepOutOfPlace(let step): Phrase("step \(step) is out of place", "第 \(step) 步的順序有誤")
    }
  }
}
