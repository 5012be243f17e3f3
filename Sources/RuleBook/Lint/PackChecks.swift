import ReportModel

/// A pack's items against its own rubric.
struct PackChecks {
  let pack: Pack
  let book: RuleBook
  let log: FindingLog

  func run() {
    ScoringChecks(pack: pack, log: log).run()
    EventChecks(pack: pack, log: log).run()
    RoundChecks(pack: pack, log: log).run()
    WatchListChecks(pack: pack, log: log).run()
    let places = Set(pack.dimensions.flatMap { $0.subDimensions.map(\.id) })
    let industries = Set(pack.industries.map(\.id))
    let activities = Set(pack.activities.map(\.id))
    let answered = Set(book.rules.filter { $0.pack == pack.id }.flatMap(\.items))
    for item in pack.items {
      check(item.subDimension, in: places, item, Phrase("sub-dimension", "次構面"))
      check(item.level, in: Set(pack.levels.map(\.id)), item, Phrase("level", "題項屬性"))
      for industry in item.industries { check(industry, in: industries, item, Phrase("industry", "產業")) }
      for activity in item.activities { check(activity, in: activities, item, Phrase("activity", "營運活動")) }
      if !answered.contains(item.id) {
        log.add(.itemWithoutRule, at: item.place, Phrase("no rule answers “\(item.id)”", "沒有規則回答「\(item.id)」"))
      }
      if item.references.isEmpty {
        log.add(
          .itemWithoutReference, at: item.place, Phrase("“\(item.id)” names no reference", "「\(item.id)」沒有參考依據"))
      }
    }
    checkCoverage()
  }

  /// Figures of items that are gone, or have another name now.
  private func checkCoverage() {
    guard let coverage = pack.coverage else { return }
    let known = Set(pack.items.map(\.id))
    for (item, places) in coverage.places.sorted(by: { $0.key < $1.key }) where !known.contains(item) {
      for place in places {
        log.add(
          .staleCoverage, at: place, Phrase("the pack has no item “\(item)”", "規則包沒有題項「\(item)」"),
          hint: Phrase("count again with kaozheng rules coverage --write", "請以 kaozheng rules coverage --write 重新計數"))
      }
    }
  }

  private func check(_ id: String, in known: Set<String>, _ item: Item, _ kind: Phrase) {
    guard !known.contains(id) else { return }
    let list = known.sorted().joined(separator: ", ")
    log.add(
      .unknownPlace, at: item.place,
      Phrase(
        "“\(item.id)”: the pack has no \(kind.english) “\(id)”", "「\(item.id)」：規則包沒有\(kind.chinese)「\(id)」"),
      hint: Phrase("known: \(list)", "可用：\(list)"))
  }
}
