import ReportModel

/// Rounds of a rating that cannot be, or not in their order; and months in which nobody could ever trade.
///
/// A month that the calendar does not know is no fault of it: nobody knows the days of years to come.
struct RoundChecks {
  let pack: Pack
  let log: FindingLog

  func run() {
    guard let rating = pack.rating else { return }
    checkIds(rating)
    for round in rating.rounds {
      checkMonths(round)
      checkReportYear(round)
    }
    if rating.rounds.allSatisfy(Self.hasMonths) { checkOrder(rating.rounds) }
    checkCalendar(rating.calendar)
  }

  // MARK: Ids

  private func checkIds(_ rating: RatingRules) {
    if rating.rounds.isEmpty {
      log.add(
        .missingKey, at: rating.place, Phrase("“rounds” has no round", "「rounds」沒有任何一次評鑑"),
        hint: Phrase("one at least, with its id and months", "至少列一次，含代號與月份"))
    }
    var first: [String: Place] = [:]
    for round in rating.rounds {
      if !RoundRules.isUsable(id: round.id) {
        log.add(
          .wrongValue, at: round.place,
          Phrase("round “\(round.id)”: no id that can stand behind a year", "評鑑「\(round.id)」：代號無法接在年度之後"),
          hint: Phrase("small letters and digits, as 1 in 2025-1", "只用小寫英文字母與數字，例如 2025-1 的 1"))
      }
      if let earlier = first[round.id] {
        log.add(
          .duplicateId, at: round.place, Phrase("round “\(round.id)” stands twice", "評鑑「\(round.id)」重複"),
          hint: Phrase("first at \(earlier.file):\(earlier.line)", "首次出現於 \(earlier.file):\(earlier.line)"))
      } else {
        first[round.id] = round.place
      }
    }
  }

  // MARK: Months and years

  /// In so many years after its own a round is done.
  private static let yearsLater = 0...3
  private static let reportYears = -3...0

  private static func isMonth(_ month: RoundRules.MonthOfRound) -> Bool {
    (1...12).contains(month.month) && yearsLater.contains(month.yearsLater)
  }

  private static func hasMonths(_ round: RoundRules) -> Bool {
    isMonth(round.uploadedBy) && isMonth(round.completedIn)
  }

  private func checkMonths(_ round: RoundRules) {
    for (key, month) in [("uploaded-by", round.uploadedBy), ("completed-in", round.completedIn)]
    where !Self.isMonth(month) {
      log.add(
        .wrongValue, at: round.place,
        Phrase(
          "round “\(round.id)”: “\(key)” is no month of it: \(month.month), \(month.yearsLater) years later",
          "評鑑「\(round.id)」：「\(key)」不是可用的月份：\(month.month)，\(month.yearsLater) 年後"),
        hint: Phrase("month is 1 to 12, years-later 0 to 3", "month 為 1 到 12，years-later 為 0 到 3"))
    }
    if Self.hasMonths(round), Self.number(round.completedIn) < Self.number(round.uploadedBy) {
      log.add(
        .contradiction, at: round.place,
        Phrase(
          "round “\(round.id)” is completed before its uploads end", "評鑑「\(round.id)」在收件截止前就完成"),
        hint: Phrase(
          "“completed-in” is not before “uploaded-by”", "「completed-in」不得早於「uploaded-by」"))
    }
  }

  private func checkReportYear(_ round: RoundRules) {
    guard !Self.reportYears.contains(round.reportYear) else { return }
    log.add(
      .wrongValue, at: round.place,
      Phrase(
        "round “\(round.id)”: “report-year” is \(round.reportYear)",
        "評鑑「\(round.id)」：「report-year」為 \(round.reportYear)"),
      hint: Phrase(
        "-3 to 0: -1 for reports about the year before the round's", "-3 到 0：-1 表示評鑑年度前一年的報告"))
  }

  // MARK: Order

  private static func number(_ month: RoundRules.MonthOfRound) -> Int { month.yearsLater * 12 + month.month }

  /// Each after the one before, and the first of a year after the last of the year before.
  private func checkOrder(_ rounds: [RoundRules]) {
    guard let first = rounds.first else { return }
    for (round, next) in zip(rounds, rounds.dropFirst()) { checkOrder(round, next, monthsOn: 0) }
    if let last = rounds.last { checkOrder(last, first, monthsOn: 12) }
  }

  private func checkOrder(_ round: RoundRules, _ next: RoundRules, monthsOn: Int) {
    let isInOrder =
      Self.number(round.uploadedBy) < Self.number(next.uploadedBy) + monthsOn
      && Self.number(round.completedIn) < Self.number(next.completedIn) + monthsOn
    guard !isInOrder else { return }
    let which = monthsOn == 0 ? Phrase("", "") : Phrase(" of the year after it", "（次年）")
    log.add(
      .contradiction, at: round.place,
      Phrase(
        "round “\(round.id)” does not come before round “\(next.id)”\(which.english)",
        "評鑑「\(round.id)」不在評鑑「\(next.id)」\(which.chinese)之前"),
      hint: Phrase(
        "rounds stand in the order of time, by “uploaded-by” and by “completed-in”",
        "各次評鑑依「uploaded-by」與「completed-in」的先後排列"))
  }

  // MARK: Calendar

  private func checkCalendar(_ calendar: TradingCalendar) {
    for month in calendar.closed.keys.sorted() where calendar.lastTradingDay(of: month) == nil {
      log.add(
        .contradiction, at: calendar.place,
        Phrase("“calendar”: \(month.text) has no trading day left", "「calendar」：\(month.text) 沒有任何交易日"),
        hint: Phrase(
          "“closed” lists the days without trading, not those with it", "「closed」列的是休市日，不是交易日"))
    }
  }
}
