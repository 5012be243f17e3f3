import ReportModel
import Scoring

extension MarketFailure {
  package var sentence: Phrase {
    switch self {
    case .scoring(let failure): failure.sentence
    case .noRating(let pack):
      Phrase(
        "the rules of then have no rounds and lists for “\(pack)” (rating.yaml)",
        "當時的規則包「\(pack)」沒有評鑑輪次與名單規則（rating.yaml）")
    case .supposition(let fault): fault.sentence
    }
  }
}
