import ReportModel

/// Makes the rules of events, lists and rounds of a pack's file of them.
struct RatingReader {
  let log: FindingLog

  func rating(of root: YAMLNode) -> RatingRules? {
    guard let file = MapReader(root, as: .ratingFile, log: log), let events = file.node("events").flatMap(events),
      let lists = file.node("lists").flatMap(lists), let calendar = file.node("calendar").flatMap(calendar)
    else { return nil }
    return RatingRules(
      events: events, lists: lists, rounds: file.list("rounds").compactMap(round), calendar: calendar, place: file.place
    )
  }

  // MARK: Events

  private func events(_ node: YAMLNode) -> EventRules? {
    guard let map = MapReader(node, as: .events, log: log), let months = map.integer("months") else { return nil }
    return EventRules(
      notes: map.names("notes") ?? Phrase("", ""), kinds: map.map("kinds").compactMap(kind),
      responses: map.map("responses").compactMap(response), months: months,
      repeatsWithin: map.integer("repeats-within"), place: map.place)
  }

  private func kind(_ entry: YAMLNode.Entry) -> EventRules.Kind? {
    guard let map = MapReader(entry.node, as: .eventKind, log: log), let dimension = map.text("dimension") else {
      return nil
    }
    return EventRules.Kind(
      id: entry.key, names: map.names("names") ?? Phrase(entry.key, entry.key), dimension: dimension,
      place: entry.keyPlace)
  }

  private func response(_ entry: YAMLNode.Entry) -> EventRules.Response? {
    guard let map = MapReader(entry.node, as: .eventResponse, log: log), let factor = map.decimal("factor") else {
      return nil
    }
    return EventRules.Response(
      id: entry.key, names: map.names("names") ?? Phrase(entry.key, entry.key), factor: factor, place: entry.keyPlace)
  }

  // MARK: Lists

  private func lists(_ node: YAMLNode) -> ListRules? {
    guard let map = MapReader(node, as: .lists, log: log), let percentile = map.integer("percentile"),
      let line = map.choice("line", of: ListRules.Line.self), let fewest = map.integer("fewest-companies"),
      let window = map.node("watch-months").flatMap(window),
      let blackMonths = map.choice("black-months", of: ListRules.BlackMonths.self)
    else { return nil }
    return ListRules(
      notes: map.names("notes") ?? Phrase("", ""), percentile: percentile, line: line, fewestCompanies: fewest,
      watched: map.texts("watched"), watchMonths: window, blackMonths: blackMonths,
      graceMonths: map.integer("grace-months") ?? 0, place: map.place)
  }

  private func window(_ node: YAMLNode) -> ListRules.Window? {
    guard let map = MapReader(node, as: .watchMonths, log: log), let months = map.integer("months"),
      let of = map.integer("of")
    else { return nil }
    return ListRules.Window(months: months, of: of)
  }

  // MARK: Rounds

  private func round(_ node: YAMLNode) -> RoundRules? {
    guard let map = MapReader(node, as: .round, log: log), let id = map.text("id"),
      let uploadedBy = map.node("uploaded-by").flatMap(month),
      let completedIn = map.node("completed-in").flatMap(month),
      let reportYear = map.integer("report-year")
    else { return nil }
    return RoundRules(
      id: id, names: map.names("names") ?? Phrase(id, id), uploadedBy: uploadedBy, completedIn: completedIn,
      reportYear: reportYear, place: map.place)
  }

  private func month(_ node: YAMLNode) -> RoundRules.MonthOfRound? {
    guard let map = MapReader(node, as: .monthOfRound, log: log), let month = map.integer("month") else { return nil }
    return RoundRules.MonthOfRound(month: month, yearsLater: map.integer("years-later") ?? 0)
  }

  private func calendar(_ node: YAMLNode) -> TradingCalendar? {
    guard let map = MapReader(node, as: .calendar, log: log) else { return nil }
    var closed: [Month: Set<Day>] = [:]
    for node in map.list("months") {
      guard let entry = MapReader(node, as: .calendarMonth, log: log), let text = entry.text("month") else { continue }
      guard let month = Month(text) else {
        log.add(
          .wrongValue, at: entry.place(of: "month"),
          Phrase("“\(text)” is no month", "「\(text)」不是月份"), hint: Phrase("as 2025-05", "例如 2025-05"))
        continue
      }
      let days = Set(entry.terms("closed").compactMap { day($0, of: month) })
      if closed.updateValue(days, forKey: month) != nil {
        log.add(
          .duplicateId, at: entry.place(of: "month"),
          Phrase("month \(month.text) stands twice", "月份 \(month.text) 重複"),
          hint: Phrase("one entry with all its days", "同一個月份的休市日列在一起"))
      }
    }
    return TradingCalendar(notes: map.names("notes") ?? Phrase("", ""), closed: closed, place: map.place)
  }

  private func day(_ term: TermList.Term, of month: Month) -> Day? {
    guard let day = Day(term.text), day.month == month else {
      log.add(
        .wrongValue, at: term.place,
        Phrase("“\(term.text)” is no day of \(month.text)", "「\(term.text)」不是 \(month.text) 的日期"),
        hint: Phrase("as \(month.text)-01", "例如 \(month.text)-01"))
      return nil
    }
    if day.weekday.isWeekend {
      log.add(
        .contradiction, at: term.place,
        Phrase("\(day.text) is a day of a weekend", "\(day.text) 是週末"),
        hint: Phrase(
          "nobody trades on weekends: list days from Monday to Friday only", "週末原本就休市：只列週一到週五的休市日"))
    }
    return day
  }
}
