import Archive
import Pipeline
import ReportModel

/// Why a page has nothing to show.
enum ViewFailure: Error {
  case scoring(ArchiveScoringFailure)
  case market(MarketFailure)
  case round(RoundRefusal)
  /// No run has ended yet: there are no rules to go by.
  case nothingRecorded
  /// The rules of the archive rate nobody.
  case noRating
  /// What is asked for is not there.
  case notFound(Phrase)

  static func archive<Value>(_ body: () throws(ArchiveFailure) -> Value) throws(ViewFailure) -> Value {
    do throws(ArchiveFailure) { return try body() } catch { throw .scoring(.archive(error)) }
  }

  static func scoring<Value>(_ body: () throws(ArchiveScoringFailure) -> Value) throws(ViewFailure) -> Value {
    do throws(ArchiveScoringFailure) { return try body() } catch { throw .scoring(error) }
  }

  static func market<Value>(_ body: () throws(MarketFailure) -> Value) throws(ViewFailure) -> Value {
    do throws(MarketFailure) { return try body() } catch { throw .market(error) }
  }

  static func round<Value>(_ body: () throws(RoundRefusal) -> Value) throws(ViewFailure) -> Value {
    do throws(RoundRefusal) { return try body() } catch { throw .round(error) }
  }

  /// What the archive itself has to say; the connection may be of no use any more.
  var ofArchive: ArchiveFailure? {
    switch self {
    case .scoring(.archive(let failure)), .market(.scoring(.archive(let failure))),
      .round(.scoring(.archive(let failure))):
      failure
    case .scoring, .market, .round, .nothingRecorded, .noRating, .notFound: nil
    }
  }

  var sentence: Phrase {
    switch self {
    case .scoring(let failure): failure.sentence
    case .market(let failure): failure.sentence
    case .round(let refusal): refusal.sentence
    case .nothingRecorded:
      Phrase(
        "No run of this archive has ended yet. What kaozheng ingest takes in is shown here.",
        "封存檔尚無已結束的執行。以 kaozheng ingest 匯入報告後即可檢視。")
    case .noRating:
      Phrase("The rules of the archive have no rounds, lists and scores.", "封存檔的規則沒有評鑑輪次、名單與計分。")
    case .notFound(let what): what
    }
  }
}
