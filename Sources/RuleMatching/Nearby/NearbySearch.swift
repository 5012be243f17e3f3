import ReportModel
import RuleBook

/// Where the subject of a number stands, the nearest first.
enum Nearness: Int, Sendable, Comparable {
  /// In the sentence itself, or the headers of the cell.
  case sentence
  /// In the caption of the table.
  case caption
  /// In the sentences before it in the paragraph.
  case paragraph
  /// In the heading right above.
  case heading

  static func < (one: Nearness, other: Nearness) -> Bool { one.rawValue < other.rawValue }
}

extension NearbyRequest.Reach {
  func includes(_ nearness: Nearness) -> Bool {
    switch self {
    case .sentence: nearness == .sentence
    case .paragraph: nearness <= .paragraph
    case .heading: true
    }
  }
}

/// Looks through the numbers of a report for those that stand near the words of a rule, in whatever form they are told.
struct NearbySearch {
  let matcher: Matcher

  private var text: SearchText { matcher.text }

  /// A stretch of text that may say what a number is about.
  private struct Surrounding {
    var range: Range<Int>
    var nearness: Nearness
  }

  /// What some of the book's rules find.
  func judgements(of rules: Set<Int>) -> [Judgement] {
    guard !rules.isEmpty else { return [] }
    var found: [Judgement] = []
    var known: [Range<Int>: [Int]] = [:]
    for passage in text.passages where mayHoldNumber(passage) {
      var nearest: [Int: Surrounding] = [:]
      for surrounding in surroundings(of: passage) {
        for rule in asked(surrounding.range, &known) where rules.contains(rule) && nearest[rule] == nil {
          if isSubject(surrounding, of: rule, passage) { nearest[rule] = surrounding }
        }
      }
      for (rule, surrounding) in nearest.sorted(by: { $0.key < $1.key }) {
        found += NearbyJudge(matcher: matcher, index: rule).judge(
          passage, subject: surrounding.range, nearness: surrounding.nearness)
      }
    }
    return found
  }

  private func isSubject(_ surrounding: Surrounding, of index: Int, _ passage: Passage) -> Bool {
    let rule = matcher.book.rules[index]
    guard let nearby = rule.nearby, nearby.reach.includes(surrounding.nearness) else { return false }
    return matcher.holds(nearby.subject, in: [surrounding.range], of: passage, except: rule.except)
  }

  /// The rules whose subjects the words of a stretch may be. Headers, captions and headings are asked for every cell.
  private func asked(_ range: Range<Int>, _ known: inout [Range<Int>: [Int]]) -> [Int] {
    guard !range.isEmpty else { return [] }
    if let rules = known[range] { return rules }
    let rules = matcher.book.subject.rules(for: text.hits(in: range)) { matcher.stretch(range) }
    known[range] = rules
    return rules
  }

  /// Rows as a whole are read cell by cell.
  private func mayHoldNumber(_ passage: Passage) -> Bool {
    if let cell = passage.cell {
      let view = text.tables[cell.table]
      guard let row = cell.row, let column = cell.column, row >= view.firstRow, column >= view.firstColumn else {
        return false
      }
    }
    return text.scalars[passage.range].contains { ("0"..."9").contains($0) }
  }

  private func surroundings(of passage: Passage) -> [Surrounding] {
    var found = [Surrounding(range: passage.range, nearness: .sentence)]
    found += matcher.headers(of: passage).map { Surrounding(range: $0, nearness: .sentence) }
    found += matcher.captions(of: passage).map { Surrounding(range: $0, nearness: .caption) }
    if passage.cell == nil {
      let paragraph = text.report.blocks[passage.block].range
      if paragraph.lowerBound < passage.range.lowerBound {
        found.append(Surrounding(range: paragraph.lowerBound..<passage.range.lowerBound, nearness: .paragraph))
      }
    }
    if let heading = text.headingRanges(ofBlock: passage.block).last {
      found.append(Surrounding(range: heading, nearness: .heading))
    }
    return found
  }
}
