import ReportModel
import Scoring

/// Why a company is on a list, in sentences that every output of lists shares.
package struct ListsWording {
  private let wording: MarketWording
  private var language: Language { wording.language }

  package init(_ wording: MarketWording) { self.wording = wording }

  /// Of a rate below the line: by how much, and what would take it off.
  package func sentence(of shortfall: Shortfall) -> String {
    let (name, rates) = (wording.name(of: shortfall.measure), MarketWording.text(shortfall.rates))
    let (line, companies) = (MarketWording.text(shortfall.line), shortfall.line.companies)
    let missing = shortfall.missing.text
    switch shortfall.certainty {
    case .certain:
      return Phrase(
        "\(name) \(rates) % is below the line of \(line) % (\(companies) companies); off with \(missing) points more",
        "\(name) \(rates)% 低於門檻 \(line)%（\(companies) 家公司）；再得 \(missing) 分即移出")(language)
    case .provisional:
      return Phrase(
        "\(name) \(rates) % may be below the line of \(line) % (\(companies) companies); surely not with \(missing) points more",
        "\(name) \(rates)% 可能低於門檻 \(line)%（\(companies) 家公司）；再得 \(missing) 分即確定移出")(language)
    }
  }

  private func counted(_ count: WatchCount) -> Phrase {
    let (certain, provisional) = (count.certain.count, count.provisional.count)
    guard provisional > 0 else {
      return Phrase("in \(certain) of the last \(count.of) months", "最近 \(count.of) 個月中有 \(certain) 個月")
    }
    return Phrase(
      "in \(certain), and perhaps in \(provisional) more, of the last \(count.of) months",
      "最近 \(count.of) 個月中有 \(certain) 個月，另可能有 \(provisional) 個月")
  }

  /// Of months that are enough for the black list.
  package func sentence(of count: WatchCount) -> String {
    let months = Self.spans((count.certain + count.provisional).sorted())
    let off = count.monthsUntilTooFew
    let further = off.lowerBound == off.upperBound ? "\(off.lowerBound)" : "\(off.lowerBound)–\(off.upperBound)"
    let counted = counted(count)
    return Phrase(
      "on the watch list \(counted.english) (\(count.needed) are enough): \(months); off after \(further) more that do not count",
      "\(counted.chinese)列為觀察名單（滿 \(count.needed) 個月）：\(months)；再 \(further) 個月不列入即移出")(language)
  }

  /// How far it is on its way to the black list.
  package func progress(of count: WatchCount) -> String {
    let counted = counted(count)
    return Phrase(
      "on the watch list \(counted.english); \(count.needed) are the black list",
      "\(counted.chinese)列為觀察名單；滿 \(count.needed) 個月移至黑名單")(language)
  }

  /// `2024-01…2024-03, 2024-06`.
  package static func spans(_ months: [Month]) -> String {
    var spans: [(first: Month, last: Month)] = []
    for month in months {
      if let index = spans.indices.last, spans[index].last.number + 1 == month.number {
        spans[index].last = month
      } else {
        spans.append((month, month))
      }
    }
    return spans.map { $0.first == $0.last ? $0.first.text : "\($0.first.text)…\($0.last.text)" }
      .joined(separator: ", ")
  }
}
