import ReportModel

/// Rules of the watch list and the black list that contradict themselves or their pack.
struct WatchListChecks {
  let pack: Pack
  let log: FindingLog

  /// Five years: nobody asks for more, and months written with a figure too many are no rule.
  private static let mostMonths = 60

  func run() {
    guard let lists = pack.rating?.lists else { return }
    checkLine(lists)
    checkWatched(lists)
    checkMonths(lists)
  }

  private func refuse(_ lists: ListRules, _ message: Phrase) { log.add(.wrongValue, at: lists.place, message) }

  private func checkLine(_ lists: ListRules) {
    if !(1...50).contains(lists.percentile) {
      refuse(
        lists,
        Phrase(
          "“percentile” is 1 to 50: the line is one of the lowest rates, not \(lists.percentile)",
          "「percentile」須為 1 到 50：門檻取自較低的得分率，不是 \(lists.percentile)"))
    }
    if lists.fewestCompanies < 1 {
      refuse(
        lists,
        Phrase(
          "“fewest-companies” is 1 or more, not \(lists.fewestCompanies)",
          "「fewest-companies」須至少為 1，不是 \(lists.fewestCompanies)"))
    }
  }

  private func checkWatched(_ lists: ListRules) {
    let known = pack.dimensions.map(\.id)
    if lists.watched.isEmpty {
      refuse(
        lists, Phrase("“watched” names no dimension: nobody could be on the watch list", "「watched」未列任何構面，觀察名單永遠是空的"))
    }
    var named: Set<String> = []
    for dimension in lists.watched {
      if !known.contains(dimension) {
        let list = known.joined(separator: ", ")
        log.add(
          .unknownPlace, at: lists.place,
          Phrase("“watched”: the pack has no dimension “\(dimension)”", "「watched」：規則包沒有構面「\(dimension)」"),
          hint: Phrase("known: \(list)", "可用：\(list)"))
      }
      if !named.insert(dimension).inserted {
        log.add(
          .contradiction, at: lists.place,
          Phrase("“watched” names “\(dimension)” twice", "「watched」重複列出「\(dimension)」"))
      }
    }
  }

  private func checkMonths(_ lists: ListRules) {
    let window = lists.watchMonths
    if window.months < 1 || window.of > Self.mostMonths {
      refuse(
        lists,
        Phrase(
          "“watch-months” are 1 month or more, of at most \(Self.mostMonths)",
          "「watch-months」的 months 至少為 1，of 至多為 \(Self.mostMonths)"))
    }
    if window.months > window.of {
      log.add(
        .contradiction, at: lists.place,
        Phrase(
          "“watch-months”: there are no \(window.months) months in \(window.of)",
          "「watch-months」：\(window.of) 個月中不可能有 \(window.months) 個月"))
    }
    if !(0...Self.mostMonths).contains(lists.graceMonths) {
      refuse(
        lists,
        Phrase(
          "“grace-months” is 0 to \(Self.mostMonths), not \(lists.graceMonths)",
          "「grace-months」須為 0 到 \(Self.mostMonths)，不是 \(lists.graceMonths)"))
    }
  }
}
