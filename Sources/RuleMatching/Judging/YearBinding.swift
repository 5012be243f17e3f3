import ReportModel
import RuleBook

/// Ties a value to the year that it belongs to, from the surest sign on, and says which sign it was.
struct YearBinding {
  let matcher: Matcher
  let passage: Passage

  private var text: SearchText { matcher.text }
  private var book: CompiledBook { matcher.book }

  struct Bound: Equatable {
    var year: Int
    var source: Evidence.YearSource
    /// Of a day or month: what is told of a day is a fact, though it may lie after the report's year.
    var isDay = false
  }

  /// A year in the text, printed or as this year or last year.
  private struct Mention {
    var range: Range<Int>
    var year: Int
    var isDay = false
    /// 2019年至2021年, of which it is the last.
    var isSpan = false

    func bound(_ source: Evidence.YearSource) -> Bound { Bound(year: year, source: source, isDay: isDay) }
  }

  /// Whose year 2050 is in 2050年淨零目標: that of what is asked, at least in its own clause, or of what it is done for.
  enum Aims {
    case areAsked, areAskedInClause, areOthers
  }

  /// By the words around a place of the passage.
  func year(around place: Range<Int>, aims: Aims) -> Bound? {
    let clause = text.clause(around: place, in: passage.range)
    let mentions = mentions(in: passage.range).filter { mention in
      switch aims {
      case .areAsked: true
      case .areAskedInClause: clause.overlaps(mention.range) || !isAim(mention, in: passage.range)
      case .areOthers: !isAim(mention, in: passage.range)
      }
    }
    let before = mentions.filter { $0.range.upperBound <= place.lowerBound }
    let after = mentions.filter { $0.range.lowerBound >= place.upperBound }
    if let inside = mentions.first(where: { $0.range.overlaps(place) }) { return inside.bound(.clause) }
    if let own = printed(in: passage.range).last(where: { $0.range.upperBound <= place.lowerBound }),
      owns(own.range.upperBound..<place.lowerBound)
    {
      return own.bound(.clause)
    }
    if let near = before.last(where: { clause.overlaps($0.range) }) { return near.bound(.clause) }
    // 於2018年通過辦法，每年檢視: what is done every year is not of the year in which it began.
    if let near = before.last, !isOver(near) || words(.recurring, in: clause).isEmpty { return near.bound(.sentence) }
    if let near = after.first(where: { clause.overlaps($0.range) }) { return near.bound(.clause) }
    return nil
  }

  private func isOver(_ mention: Mention) -> Bool { matcher.reportYear.map { mention.year < $0 } ?? false }

  /// 較2021年的3,218億元, 由2021年12件增至: also a yardstick is the year of the number right behind it.
  private func owns(_ between: Range<Int>) -> Bool {
    between.isEmpty
      || between.count <= 3 && text.scalars[between].allSatisfy(Self.links.contains)
        && text.scalars[between].contains { $0 == "之" || $0 == "的" }
  }

  private static let links: Set<Unicode.Scalar> = ["之", "的", "底", "末", "度", " "]

  /// By the headers of the cell that the passage is part of, the column's first.
  func yearOfCell() -> Bound? {
    guard let place = passage.cell, let row = place.row, let column = place.column else { return nil }
    let view = text.tables[place.table]
    return [view.columns[column].range, view.rows[row].range].lazy.compactMap(year(inHeader:)).first
      .map { Bound(year: $0, source: .column) } ?? yearBeside()
  }

  /// In a column of years beside the value: 目標年 2030.
  func yearBeside() -> Bound? {
    guard let place = passage.cell, let row = place.row else { return nil }
    let view = text.tables[place.table]
    for column in view.firstColumn..<max(view.firstColumn, view.table.columnCount) {
      let header = view.columns[column].range
      guard text.scalars[header].contains("年"), year(inHeader: header) == nil,
        let cell = view.cell(row: row, column: column),
        let year = printed(in: cell.range).first, cell.range.count - year.range.count <= Self.besideYear
      else { continue }
      return Bound(year: year.year, source: .column)
    }
    return nil
  }

  /// 底, 前, 年底.
  private static let besideYear = 2

  /// By a year after the report's own: in the words around a place, in the headers of its cell, or the only one that
  /// a paragraph about scenarios names, the nearest above it in the section.
  func yearToCome(around place: Range<Int>) -> Bound? {
    let ahead = yearsToCome(in: passage.range)
    let clause = text.clause(around: place, in: passage.range)
    if let own = ahead.first(where: { $0.range.overlaps(place) }) ?? ahead.last(where: { $0.range.overlaps(clause) }) {
      return own.bound(.clause)
    }
    // A year that has passed, in the very clause, is the value's own all the same.
    if mentions(in: passage.range).contains(where: { $0.range.overlaps(clause) }) { return nil }
    if let before = ahead.last(where: { $0.range.upperBound <= place.lowerBound }) { return before.bound(.sentence) }
    let headers = matcher.headers(of: passage).reversed()
    if let header = headers.lazy.compactMap({ yearsToCome(in: $0).last }).first { return header.bound(.column) }
    for range in matcher.ranges(of: .section, around: passage).reversed()
    where range.lowerBound < passage.range.upperBound {
      let years = yearsToCome(in: range)
      if Set(years.map(\.year)).count == 1, let year = years.first, !words(.scenario, in: range).isEmpty {
        return year.bound(.paragraph)
      }
    }
    return nil
  }

  private func yearsToCome(in range: Range<Int>) -> [Mention] {
    guard let current = matcher.reportYear else { return [] }
    return printed(in: range).filter { $0.year > current && !isAim($0, in: range) }
  }

  /// 2050年淨零目標, a year that lies ahead.
  private func isAim(_ mention: Mention, in range: Range<Int>) -> Bool {
    guard let current = matcher.reportYear, mention.year > current else { return false }
    return words(.aim, in: mention.range.upperBound..<min(range.upperBound, mention.range.upperBound + Self.aimReach))
      .contains { $0.lowerBound - mention.range.upperBound <= 1 }
  }

  private static let aimReach = 6

  /// By what stands before the passage in its sentence, where a semicolon parts them.
  func yearBeforeSemicolon() -> Bound? {
    guard passage.cell == nil else { return nil }
    let start = text.report.blocks[passage.block].range.lowerBound
    var place = passage.range.lowerBound
    guard place > start, Self.semicolons.contains(text.scalars[place - 1]) else { return nil }
    while place > start, text.scalars[place - 1] != "。" { place -= 1 }
    return mentions(in: place..<passage.range.lowerBound).last?.bound(.sentence)
  }

  private static let semicolons: Set<Unicode.Scalar> = ["；", ";"]

  /// By the sentences before it in the paragraph, then by the headings above it.
  func yearAbove() -> Bound? {
    if passage.cell == nil {
      let paragraph = text.report.blocks[passage.block].range
      let earlier = paragraph.lowerBound..<max(paragraph.lowerBound, passage.range.lowerBound)
      if let year = mentions(in: earlier).last(where: isRecent) { return year.bound(.paragraph) }
    }
    for range in matcher.captions(of: passage) + text.headingRanges(ofBlock: passage.block).reversed() {
      if let year = mentions(in: range).last { return year.bound(.heading) }
    }
    return nil
  }

  /// A year of long ago, or to come, is the sentence's own that tells it, and seldom that of the next.
  private func isRecent(_ mention: Mention) -> Bool {
    matcher.reportYear.map { (0...1).contains($0 - mention.year) } ?? true
  }

  /// By the headers of a table.
  ///
  /// A header that names one year is of that year, also where it is a yardstick for others: 2020（基準年）.
  func year(inHeader range: Range<Int>) -> Int? {
    if let year = mentions(in: range).last?.year { return year }
    let printed = printed(in: range).filter { !isEdition($0.range, in: range) }
    return printed.count == 1 ? printed.first?.year : nil
  }

  /// By a rule's own patterns, nearest before the passage's end in the same section.
  func year(by patterns: CompiledPatterns?, except: LiteralSet?) -> Bound? {
    guard let patterns else { return nil }
    let section = matcher.ranges(of: .section, around: passage)
    for range in section.reversed() where range.lowerBound < passage.range.upperBound {
      var stretch = passage
      stretch.range = range
      let hits = matcher.hits(.patterns(patterns), in: stretch, except: except)
      let years = hits.filter { $0.span.lowerBound < passage.range.upperBound }
      if let year = years.max(by: { $0.span.lowerBound < $1.span.lowerBound })?.year?.calendarYear {
        return Bound(year: year, source: .rule)
      }
    }
    return nil
  }

  /// All years in a range but those that are only a yardstick (較2021年, 以2020年為基準), or since which something is
  /// so (自2019年).
  private func mentions(in range: Range<Int>) -> [Mention] {
    let printed = printed(in: range).filter { !isYardstick($0.range, in: range) && !isStart($0, in: range) }
    guard let current = matcher.reportYear else { return printed }
    let said =
      words(.thisYear, in: range).map { Mention(range: $0, year: current) }
      + words(.lastYear, in: range).map { Mention(range: $0, year: current - 1) }
    return (printed + said.filter { !isYardstick($0.range, in: range) })
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func printed(in range: Range<Int>) -> [Mention] {
    text.quantities(in: range).compactMap { quantity in
      quantity.calendarYear.flatMap {
        (1990...2100).contains($0)
          ? Mention(
            range: quantity.range, year: $0, isDay: quantity.kind == .date,
            isSpan: quantity.normalized?.valueHigh != nil)
          : nil
      }
    }
  }

  private func words(_ list: EngineList, in range: Range<Int>) -> [Range<Int>] {
    matcher.occurrences(of: list, in: range)
  }

  private func isYardstick(_ year: Range<Int>, in range: Range<Int>) -> Bool {
    if isEdition(year, in: range) { return true }
    let before = max(range.lowerBound, year.lowerBound - Self.yardstickReach)..<year.lowerBound
    let after = year.upperBound..<min(range.upperBound, year.upperBound + Self.yardstickReach)
    return words(.yardstickBefore, in: before).contains { year.lowerBound - $0.upperBound <= 1 }
      || words(.yardstickAfter, in: after).contains { $0.lowerBound - year.upperBound <= 1 }
  }

  private func isStart(_ mention: Mention, in range: Range<Int>) -> Bool {
    let before = max(range.lowerBound, mention.range.lowerBound - Self.yardstickReach)..<mention.range.lowerBound
    return isOver(mention) && !mention.isSpan
      && words(.since, in: before).contains { $0.upperBound == mention.range.lowerBound }
  }

  /// As far as the longest of its words: GRI Standards.
  private static let yardstickReach = 16

  /// ISO 45001:2018 is an edition of 2018, not a year that anything was done in.
  private func isEdition(_ year: Range<Int>, in range: Range<Int>) -> Bool {
    var place = year.lowerBound - 1
    while place > range.lowerBound, text.scalars[place] == " " { place -= 1 }
    guard place > range.lowerBound, text.scalars[place] == ":" || text.scalars[place] == "：" else { return false }
    return ("0"..."9").contains(text.scalars[place - 1])
  }
}

extension SearchText {
  /// The stretch between commas and full stops around a place.
  func clause(around place: Range<Int>, in range: Range<Int>) -> Range<Int> {
    var start = min(max(place.lowerBound, range.lowerBound), range.upperBound)
    while start > range.lowerBound, !endsClause(start - 1) { start -= 1 }
    var end = max(min(place.upperBound, range.upperBound), start)
    while end < range.upperBound, !endsClause(end) { end += 1 }
    return start..<end
  }

  private func endsClause(_ index: Int) -> Bool {
    switch scalars[index] {
    case "，", "。", "；", "！", "？", "\n", "\t": return true
    // A comma between digits is part of a number.
    case ",", ";":
      let neighbours = [index - 1, index + 1].filter(scalars.indices.contains)
      return !neighbours.allSatisfy { ("0"..."9").contains(scalars[$0]) }
    default: return false
    }
  }
}
