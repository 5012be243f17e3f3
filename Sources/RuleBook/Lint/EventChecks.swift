import ReportModel

/// Rules of events that contradict themselves or their pack.
struct EventChecks {
  let pack: Pack
  let log: FindingLog

  func run() {
    guard let events = pack.rating?.events else { return }
    checkKinds(events)
    checkResponses(events)
    checkMonths(events)
  }

  private func contradict(_ place: Place, _ message: Phrase) { log.add(.contradiction, at: place, message) }

  private func checkKinds(_ events: EventRules) {
    if events.kinds.isEmpty {
      log.add(.wrongValue, at: events.place, Phrase("“kinds” names no kind of event", "「kinds」沒有任何事件類型"))
    }
    let known = pack.dimensions.map(\.id)
    for kind in events.kinds where !known.contains(kind.dimension) {
      log.add(
        .unknownPlace, at: kind.place,
        Phrase(
          "“\(kind.id)”: the pack has no dimension “\(kind.dimension)”",
          "「\(kind.id)」：規則包沒有構面「\(kind.dimension)」"),
        hint: Phrase("known: \(known.joined(separator: ", "))", "可用：\(known.joined(separator: ", "))"))
    }
  }

  private func checkResponses(_ events: EventRules) {
    guard let first = events.responses.first else {
      return log.add(.wrongValue, at: events.place, Phrase("“responses” names none", "「responses」沒有任何等級"))
    }
    for response in events.responses where !isShare(response.factor) {
      contradict(
        response.place,
        Phrase(
          "“\(response.id)”: \(response.factor.plain) is no factor (0 to 1, with four decimals at most)",
          "「\(response.id)」：\(response.factor.plain) 不是係數（0 到 1，至多四位小數）"))
    }
    if first.factor != Figure(digits: 1) {
      contradict(
        first.place,
        Phrase(
          "“\(first.id)”: the first response is nothing done, whose factor is 1",
          "「\(first.id)」：第一級為未採取措施，係數須為 1"))
    }
    for (worse, better) in zip(events.responses, events.responses.dropFirst())
    where better.factor.double > worse.factor.double {
      contradict(
        better.place,
        Phrase(
          "“\(better.id)” costs more than “\(worse.id)” before it: responses go from nothing done to all that can be",
          "「\(better.id)」的係數高於前一級「\(worse.id)」：須由未採取到妥善依序列出"))
    }
  }

  private func isShare(_ factor: Figure) -> Bool {
    factor.digits >= 0 && factor.exponent >= -ScoringRules.decimals && factor.double <= 1
  }

  private func checkMonths(_ events: EventRules) {
    if events.months < 1 {
      contradict(
        events.place,
        Phrase("“months”: in \(events.months) months no event counts", "「months」：\(events.months) 個月等於不計任何事件"))
    }
    if let within = events.repeatsWithin, within < 1 {
      contradict(
        events.place,
        Phrase(
          "“repeats-within”: nothing repeats within \(within) months; leave it out",
          "「repeats-within」：\(within) 個月內不會有再犯，請刪除此鍵"))
    }
  }
}
