import ReportModel
import RuleBook

/// One report under one rule book: answers whether, and where, conditions are met in it.
///
/// Belongs to one thread: it owns compiled regular expressions, each made when it is first asked.
final class Matcher {
  let book: CompiledBook
  let text: SearchText
  let reportYear: Int?
  let isReportYearSaid: Bool
  private var regexes: [Regex?]
  /// Stretches looked at of late, by their bounds: one rule after the other asks for the same passage and what is
  /// around it.
  private var recent = [Stretch?](repeating: nil, count: 1 << 9)
  /// Regular expressions that cost too much once are not tried again on this report.
  private(set) var abandoned: [Int: Passage] = [:]

  init(_ report: ReportText, book: CompiledBook, hints: DocumentHints, _ extent: SearchText.Extent = .asked) {
    self.book = book
    text = SearchText(report, book: book, extent)
    regexes = Array(repeating: nil, count: book.regexSources.count)
    let told = hints.reportYear == nil ? ReportYear(text: text, book: book, name: hints.name).told : nil
    reportYear = hints.reportYear ?? told?.year
    isReportYearSaid = told?.isSaid ?? (hints.reportYear != nil)
  }

  /// Where a condition is met in the passage itself.
  func hits(_ condition: CompiledCondition, in passage: Passage, except: LiteralSet?) -> [Hit] {
    switch condition {
    case .patterns(let patterns): return hits(patterns, in: passage.range, of: passage, except: except)
    case .any(let parts): return parts.flatMap { hits($0, in: passage, except: except) }
    case .all(let parts): return joined(parts, in: passage, except: except)
    case .near(let parts, let width):
      guard let lead = parts.first else { return [] }
      let others = parts.dropFirst().map { hits($0, in: passage, except: except) }
      return hits(lead, in: passage, except: except).compactMap { near($0, others, width) }
    case .not, .within: return []
    }
  }

  /// Of several that must all hold, the first that is found leads; those that are found too lend their readings. What
  /// is asked of the surroundings is asked around each hit.
  private func joined(_ parts: [CompiledCondition], in passage: Passage, except: LiteralSet?) -> [Hit] {
    var found: [Hit]?
    for part in parts where !part.isAboutSurroundings {
      let next = hits(part, in: passage, except: except)
      if next.isEmpty { return [] }
      found = found.map { earlier in earlier.map { $0.joined(withNearestOf: next) } } ?? next
    }
    let around = parts.filter(\.isAboutSurroundings)
    return (found ?? []).filter { hit in
      around.allSatisfy { holds($0, at: passage.focused(on: hit), in: .sentence, except: except) }
    }
  }

  private func near(_ lead: Hit, _ others: [[Hit]], _ width: Int) -> Hit? {
    var hit = lead
    for group in others {
      let close = group.filter { $0.distance(to: lead) <= width }
      guard !close.isEmpty else { return nil }
      hit = hit.joined(withNearestOf: close)
      hit.span =
        min(hit.span.lowerBound, hit.pieces.map(\.lowerBound).min() ?? hit.span.lowerBound)..<hit.span.upperBound
    }
    return hit
  }

  /// Whether a condition holds around a passage, as far as the scope reaches.
  func holds(_ condition: CompiledCondition, at passage: Passage, in scope: Scope, except: LiteralSet?) -> Bool {
    holds(condition, in: ranges(of: scope, around: passage), of: passage, except: except)
  }

  /// Whether a condition holds in some stretches taken together: what must not be there must be in none of them.
  func holds(
    _ condition: CompiledCondition, in stretches: [Range<Int>], of passage: Passage, except: LiteralSet?
  ) -> Bool {
    switch condition {
    case .all(let parts): parts.allSatisfy { holds($0, in: stretches, of: passage, except: except) }
    case .any(let parts): parts.contains { holds($0, in: stretches, of: passage, except: except) }
    case .not(let part): !holds(part, in: stretches, of: passage, except: except)
    case .within(let other, let part): holds(part, at: passage, in: other, except: except)
    case .patterns(let patterns): stretches.contains { isMet(patterns, in: $0, of: passage, except: except) }
    case .near:
      stretches.contains { range in
        var stretch = passage
        stretch.range = range
        return !hits(condition, in: stretch, except: except).isEmpty
      }
    }
  }

  private func hits(
    _ patterns: CompiledPatterns, in range: Range<Int>, of passage: Passage, except: LiteralSet?
  ) -> [Hit] {
    let stretch = stretch(range)
    var chains = ChainMatcher(matcher: self, patterns: patterns, stretch: stretch, except: except)
    stretch.forEachWay(of: patterns) { form in
      switch form {
      case .chain(let steps): chains.find(steps)
      case .regex(let index): chains.add(hits(ofRegex: index, in: range, of: passage))
      }
      return true
    }
    return chains.found
  }

  private func isMet(
    _ patterns: CompiledPatterns, in range: Range<Int>, of passage: Passage, except: LiteralSet?
  ) -> Bool {
    let stretch = stretch(range)
    var chains = ChainMatcher(matcher: self, patterns: patterns, stretch: stretch, except: except)
    var isMet = false
    stretch.forEachWay(of: patterns) { form in
      isMet =
        switch form {
        case .chain(let steps): chains.isMet(steps)
        case .regex(let index): !hits(ofRegex: index, in: range, of: passage).isEmpty
        }
      return !isMet
    }
    return isMet
  }

  func stretch(_ range: Range<Int>) -> Stretch {
    // Their number is a power of two.
    let place = (range.lowerBound &* 31 &+ range.upperBound) & (recent.count - 1)
    if let known = recent[place], known.range == range { return known }
    let stretch = Stretch(range, in: text, book: book)
    recent[place] = stretch
    return stretch
  }

  /// Where a list of the engine's own has words.
  func occurrences(of list: EngineList, in range: Range<Int>) -> [Range<Int>] {
    let set = book.engineList(list)
    guard text.contains(set, in: range, book) else { return [] }
    return stretch(range).occurrences(of: set, except: nil)
  }

  // MARK: Regular expressions

  private func hits(ofRegex index: Int, in range: Range<Int>, of passage: Passage) -> [Hit] {
    guard abandoned[index] == nil, let regex = regex(index) else { return [] }
    let result = regex.matches(in: text.scalars, range: range)
    if !result.isComplete { abandoned[index] = passage }
    return result.found.map { hit($0, names: regex.groupNames) }
  }

  private func regex(_ index: Int) -> Regex? {
    if let ready = regexes[index] { return ready }
    regexes[index] = try? Regex(book.regexSources[index])
    return regexes[index]
  }

  /// Groups named `value`, `year` and `name` are what they say.
  private func hit(_ match: RegexMatch, names: [String]) -> Hit {
    var hit = Hit(match.range)
    for (name, group) in zip(names, match.groups) {
      guard let group else { continue }
      switch name {
      case "value":
        hit.value = text.quantity(at: group).map(Hit.Found.quantity)
        hit.isValueNamed = true
      case "year": hit.year = text.quantities.first { $0.range.overlaps(group) && $0.calendarYear != nil }
      case "name": hit.name = group
      default: break
      }
    }
    return hit
  }

  // MARK: Scopes

  /// The stretches of the search text that a scope means around a passage.
  func ranges(of scope: Scope, around passage: Passage) -> [Range<Int>] {
    switch scope {
    case .stretch: return [passage.range]
    case .clause: return [passage.focus.map { text.clause(around: $0, in: passage.range) } ?? passage.range]
    case .sentence: return [passage.range] + headers(of: passage)
    case .paragraph: return [paragraph(of: passage)]
    case .row: return row(of: passage) + headers(of: passage)
    case .context:
      return [paragraph(of: passage)] + headers(of: passage) + corner(of: passage) + captions(of: passage)
        + text.headingRanges(ofBlock: passage.block)
    case .section: return section(of: passage)
    case .headings: return text.headingRanges(ofBlock: passage.block)
    }
  }

  private func paragraph(of passage: Passage) -> Range<Int> {
    guard let place = passage.cell else { return text.report.blocks[passage.block].range }
    return text.tables[place.table].cell(place)?.range ?? passage.range
  }

  /// What heads the row and the column of a cell.
  func headers(of passage: Passage) -> [Range<Int>] {
    guard let place = passage.cell else { return [] }
    let view = text.tables[place.table]
    var found = [place.row.map { view.rows[$0].range }, place.column.map { view.columns[$0].range }].compactMap { $0 }
    if let row = place.row, let column = place.column,
      let name = view.name(besideRow: row, column: column, in: text.scalars)
    {
      found.append(name)
    }
    return found
  }

  /// What stands over the columns that head the rows: often what the whole table is about.
  private func corner(of passage: Passage) -> [Range<Int>] {
    guard let place = passage.cell else { return [] }
    let view = text.tables[place.table]
    // A whole row or column stands among all the headers across it.
    let across = place.row == nil ? view.rows : place.column == nil ? view.columns : []
    return view.columns.prefix(view.firstColumn).map(\.range) + across.map(\.range)
  }

  private func row(of passage: Passage) -> [Range<Int>] {
    guard let place = passage.cell, let row = place.row else { return [passage.range] }
    return text.tables[place.table].table.cells.filter { $0.rows.contains(row) }.map(\.range)
  }

  func captions(of passage: Passage) -> [Range<Int>] {
    passage.cell.map { text.tables[$0.table].captions } ?? []
  }

  private func section(of passage: Passage) -> [Range<Int>] {
    let blocks = text.report.blocks
    guard let number = blocks[passage.block].section else { return [blocks[passage.block].range] }
    let section = text.report.sections[number]
    return section.blocks.clamped(to: blocks.indices).filter { !blocks[$0].role.isFurniture }.map { blocks[$0].range }
  }
}

extension Hit {
  fileprivate func joined(withNearestOf others: [Hit]) -> Hit {
    guard let nearest = others.min(by: { distance(to: $0) < distance(to: $1) }) else { return self }
    return joined(with: nearest)
  }
}

extension SearchText {
  /// The quantity that stands in a range, or that the range stands in.
  func quantity(at range: Range<Int>) -> Quantity? {
    let near = quantities(in: max(0, range.lowerBound - 16)..<min(scalars.count, range.upperBound + 32))
    return near.first { $0.range.overlaps(range) && $0.kind != .year }
  }

  func contains(_ set: LiteralSet, in range: Range<Int>, _ book: CompiledBook) -> Bool {
    hits(in: range).contains {
      $0.range.upperBound <= range.upperBound && book.membership.contains(set.index, in: $0.literal)
    }
  }
}

/// What is known of a document beside its text.
package struct DocumentHints: Sendable {
  /// Its file name, which often says company and year.
  package var name: String
  package var reportYear: Int?
  package var industry: String?

  package init(name: String = "", reportYear: Int? = nil, industry: String? = nil) {
    self.name = name
    self.reportYear = reportYear
    self.industry = industry
  }
}
