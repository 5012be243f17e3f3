import ReportModel
import Scoring

extension RoundRefusal {
  /// For a person.
  package var sentence: Phrase {
    switch self {
    case .scoring(let failure): return failure.sentence
    case .nothingRecorded:
      return Phrase(
        "no run of the archive had ended by then, so that there are no rules to go by; kaozheng ingest is one",
        "當時封存檔尚無已結束的執行，因此沒有規則可依；請先執行 kaozheng ingest")
    case .noSuchPack(let name, let packs):
      let list = packs.joined(separator: ", ")
      if let name {
        return Phrase("no pack “\(name)” (there are: \(list))", "沒有規則包「\(name)」（可用：\(list)）")
      }
      return Phrase(
        "rounds go by one pack; name it with --pack (there are: \(list))", "評鑑輪次只用一個規則包，請以 --pack 指定（可用：\(list)）")
    case .noRounds(let pack):
      return Phrase("the pack “\(pack)” has no rounds (rating.yaml)", "規則包「\(pack)」沒有評鑑輪次（rating.yaml）")
    case .noSuchRound(let round, let ids):
      let list = ids.map { "YEAR-\($0)" }.joined(separator: ", ")
      return Phrase("there is no round “\(round)” (they are called \(list))", "沒有輪次「\(round)」（格式：\(list)）")
    case .notInCalendar(let trouble): return trouble
    case .beforeCutOff(let day):
      return Phrase(
        "reports can be uploaded until the end of \(day.text); --early closes it all the same, and is recorded",
        "收件至 \(day.text) 結束；如仍要結案請加 --early，並會留下紀錄")
    case .closedBefore(let time, let who):
      return Phrase("it is closed already, by \(who) at \(time)", "已於 \(time) 由 \(who) 結案")
    case .notClosed(let round):
      return Phrase(
        "\(round) is not closed; kaozheng round list shows those that are", "\(round) 尚未結案，已結案者請見 kaozheng round list")
    case .ingestRuns(let runs):
      let list = runs.map { String($0.number) }.joined(separator: ", ")
      return Phrase("run \(list) is still at work; close it when that has ended", "第 \(list) 次執行仍在進行，請於結束後再結案")
    case .clockBehind(let time):
      return Phrase(
        "the archive holds what was recorded at \(time), which this machine's clock has not come to",
        "封存檔中有 \(time) 的紀錄，晚於本機時鐘")
    case .sealBroken:
      return Phrase(
        "the seal is broken: what the archive keeps of the round is not what was closed, and is not shown",
        "封印不符：封存檔所存內容與結案時不同，因此不顯示")
    }
  }
}
