import ReportModel
import RuleBook

/// The companies that a report names in full, and how often it uses a name.
struct LegalNames {
  private let report: ReportText
  private let suffixes: [[Unicode.Scalar]]
  private let kinds: [[Unicode.Scalar]]
  /// Each legal name without its end, with the pages on which it stands.
  private let pages: [String: Set<Int>]

  private static let longest = 20

  init(_ report: ReportText, words: PlacingWords) {
    self.report = report
    let ends = words.terms(.companySuffix).map { Array($0.unicodeScalars) }
    // A short end (公司) stands behind many words.
    suffixes = ends.filter { $0.count > 2 && !$0.allSatisfy(\.isASCII) }
    kinds = words.terms(.companyKind).map { Array($0.unicodeScalars) } + ends
    var pages: [String: Set<Int>] = [:]
    for block in report.blocks {
      // 有限公司 is the end of 股份有限公司 too; the longest stands first.
      var ends: Set<Int> = []
      for suffix in suffixes {
        for place in Self.places(of: suffix, in: report.text[block.range])
        where ends.insert(place + suffix.count).inserted {
          guard let name = Self.name(endingAt: place, in: report.text, from: block.range.lowerBound) else { continue }
          guard !words.has(.notCompany, in: PlacingText(name)) else { continue }
          pages[name, default: []].insert(block.parts.last { $0.range.lowerBound <= place }?.page ?? 0)
        }
      }
    }
    self.pages = pages
  }

  private static let leastPages = 5

  /// The one that stands on many pages, on twice as many as any other: not that of a supplier or an auditor.
  var clear: String? {
    let order = pages.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    guard let best = order.first, best.value.count >= Self.leastPages else { return nil }
    return order.dropFirst().allSatisfy { $0.value.count * 2 <= best.value.count } ? best.key : nil
  }

  /// How often a word stands in the report, in whatever case.
  func mentions(of word: String) -> Int { Self.places(of: Array(word.unicodeScalars), in: report.text[...]).count }

  /// Whether a word stands somewhere right before what only companies' names end in.
  func isUsed(_ word: String) -> Bool {
    let wanted = Array(word.unicodeScalars)
    return Self.places(of: wanted, in: report.text[...]).contains { place in
      kinds.contains { report.text[(place + wanted.count)...].starts(with: $0) }
    }
  }

  private static func places(of word: [Unicode.Scalar], in text: ArraySlice<Unicode.Scalar>) -> [Int] {
    guard let first = word.first, text.count >= word.count else { return [] }
    return (text.startIndex...text.endIndex - word.count).filter { place in
      text[place] == first && text[place..<place + word.count].elementsEqual(word)
    }
  }

  /// Only where a line or a sign begins it: in running text nothing tells where it begins.
  private static func name(endingAt end: Int, in text: [Unicode.Scalar], from lower: Int) -> String? {
    var start = end
    while start > lower, end - start <= longest, isPart(text[start - 1]) { start -= 1 }
    guard (2...longest).contains(end - start) else { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[start..<end])
    return String(view)
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value) || scalar == "(" || scalar == ")"
  }
}
