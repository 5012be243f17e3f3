import ReportModel

/// Rules of scoring that contradict themselves or their pack.
struct ScoringChecks {
  let pack: Pack
  let log: FindingLog

  func run() {
    for item in pack.items where !isScorable(item.points) || item.points.digits <= 0 {
      log.add(
        .wrongValue, at: item.place,
        Phrase(
          "“\(item.id)”: points are more than 0 and at most \(ScoringRules.mostPoints.plain), with four decimals at most",
          "「\(item.id)」：配分須大於 0、不超過 \(ScoringRules.mostPoints.plain)，至多四位小數"))
    }
    guard let scoring = pack.scoring else { return }
    checkPrecedence(scoring)
    checkShares(scoring)
    checkWords(scoring)
    checkPlaces(scoring)
  }

  private func isScorable(_ figure: Figure) -> Bool {
    figure.exponent >= -ScoringRules.decimals && figure.exponent <= 3
      && figure.double.magnitude <= ScoringRules.mostPoints.double
  }

  private func contradict(_ place: Place, _ message: Phrase) { log.add(.contradiction, at: place, message) }

  private func checkPrecedence(_ scoring: ScoringRules) {
    let order = scoring.precedence
    let all = ScoringRules.Answer.allCases
    guard order.count == all.count, Set(order).count == all.count else {
      let list = all.map(\.rawValue).joined(separator: ", ")
      return log.add(
        .wrongValue, at: scoring.place,
        Phrase("“precedence” names each of these once: \(list)", "「precedence」須將下列各列一次：\(list)"))
    }
    if order.first != .found {
      contradict(
        scoring.place,
        Phrase(
          "“precedence” begins with “found”: no answer takes back what a document says",
          "「precedence」須以「found」開頭：其他答案不能收回文件已說的內容"))
    }
    if order.last != .notFound {
      contradict(
        scoring.place,
        Phrase(
          "“precedence” ends with “not-found”: it would hide what other documents say, or could not be read to say",
          "「precedence」須以「not-found」結尾：否則會蓋過其他文件所說或無法讀取的內容"))
    }
  }

  private func checkShares(_ scoring: ScoringRules) {
    let (positive, negative) = (scoring.positive, scoring.negative)
    for share in [positive.found, positive.statedNonDisclosure] where !isShare(share) || share.digits < 0 {
      contradict(
        scoring.place,
        Phrase(
          "“positive”: \(share.plain) is no share of points to gain (0 to 1)",
          "「positive」：\(share.plain) 不是可得的比例（0 到 1）"))
    }
    for share in [negative.found, negative.statedNonDisclosure] where !isShare(share) || share.digits > 0 {
      contradict(
        scoring.place,
        Phrase(
          "“negative”: \(share.plain) is no share of points to lose (-1 to 0)",
          "「negative」：\(share.plain) 不是可扣的比例（-1 到 0）"))
    }
    if positive.found.double <= positive.statedNonDisclosure.double || positive.found.digits == 0 {
      contradict(
        scoring.place,
        Phrase(
          "“positive”: what is found has to be worth more than what is stated as not disclosed",
          "「positive」：已找到的配分比例須大於自陳未揭露的"))
    }
    if negative.found.double > negative.statedNonDisclosure.double {
      contradict(
        scoring.place,
        Phrase(
          "“negative”: what is found cannot cost less than what is stated as not disclosed",
          "「negative」：已找到的扣分不能少於自陳未揭露的"))
    }
    if negative.found.digits == 0, scoring.floor != .none {
      contradict(
        scoring.place, Phrase("“floor” has nothing to stop: negative items cost nothing", "「floor」無作用：負向題項不扣分"))
    }
  }

  private func isShare(_ share: Figure) -> Bool { isScorable(share) && share.double.magnitude <= 1 }

  private func checkWords(_ scoring: ScoringRules) {
    var levels: Set<String> = []
    for words in scoring.inWords {
      if pack.level(words.level) == nil {
        log.add(
          .unknownPlace, at: words.place,
          Phrase("“in-words”: the pack has no level “\(words.level)”", "「in-words」：規則包沒有題項屬性「\(words.level)」"))
      }
      if !levels.insert(words.level).inserted {
        contradict(
          words.place, Phrase("“in-words” names “\(words.level)” twice", "「in-words」重複列出「\(words.level)」"))
      }
      if !isShare(words.share) || words.share.digits < 0 {
        contradict(
          words.place,
          Phrase("“in-words”: \(words.share.plain) is no share (0 to 1)", "「in-words」：\(words.share.plain) 不是比例（0 到 1）")
        )
      }
      if words.share.double * scoring.positive.found.double < scoring.positive.statedNonDisclosure.double {
        contradict(
          words.place,
          Phrase(
            "“in-words”: what is found in words would be worth less than what is stated as not disclosed",
            "「in-words」：以文字找到者的配分比例低於自陳未揭露的"))
      }
    }
  }

  /// A place where there is something to lose and nothing to gain has no rate.
  private func checkPlaces(_ scoring: ScoringRules) {
    guard scoring.negative.found.digits != 0 else { return }
    for place in pack.dimensions.flatMap(\.subDimensions) {
      for industry in pack.industries {
        let lost = pack.items(of: place.id, polarity: .negative, industry: industry.id)
        guard let first = lost.first,
          pack.items(of: place.id, polarity: .positive, industry: industry.id).isEmpty
        else { continue }
        log.add(
          .nothingAttainable, at: first.place,
          Phrase(
            "“\(place.id)” has only negative items for “\(industry.id)”: it has no score rate",
            "「\(place.id)」對「\(industry.id)」只有負向題項，沒有得分率"))
      }
    }
  }
}
