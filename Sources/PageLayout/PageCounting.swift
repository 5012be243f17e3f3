/// Tells page numbers: numbers at the head, foot or side that grow with the pages.
struct PageCounting {
  let pageCount: Int

  /// Numbers that keep one rule on so many pages count them; in a report of few pages, on half of these.
  private static let fewestPages = 3

  /// How a number comes from its page's place in the file: by counting pages, or the halves of spreads.
  private struct Rule: Hashable {
    var perPage: Int
    var offset: Int

    static func all(_ number: Int, page: Int) -> [Rule] {
      [1, 2].map { Rule(perPage: $0, offset: number - $0 * page) }
    }
  }

  func numbers(_ candidates: [FurnitureCandidate]) -> [FurnitureCandidate] {
    let numbers = atUsualPlaces(candidates.filter { $0.number != nil })
    var votes: [Rule: Int] = [:]
    for rule in numbers.flatMap(rules) { votes[rule, default: 0] += 1 }
    let enough = min(Self.fewestPages, max(2, pageCount / 2))
    return numbers.filter { candidate in
      candidate.isFramedNumber || candidate.isRoman || rules(candidate).contains { votes[$0, default: 0] >= enough }
    }
  }

  private func rules(_ candidate: FurnitureCandidate) -> [Rule] {
    candidate.number.map { Rule.all($0, page: candidate.page) } ?? []
  }

  /// Page numbers stand at one or two heights all through a report; the scale of a chart does not.
  private func atUsualPlaces(_ numbers: [FurnitureCandidate]) -> [FurnitureCandidate] {
    let pagesAt = Dictionary(grouping: numbers, by: height).mapValues { Set($0.map(\.page)).count }
    let pages = Set(numbers.map(\.page)).count
    return numbers.filter { candidate in
      if candidate.isFramedNumber { return true }
      let near = (-1...1).reduce(0) { $0 + (pagesAt[height(candidate) + $1] ?? 0) }
      return near * 4 >= pages
    }
  }

  /// In whole spots.
  private func height(_ candidate: FurnitureCandidate) -> Int {
    Int((candidate.zone == .side ? candidate.box.midY : candidate.box.y1) / FurnitureCandidate.spot)
  }
}
