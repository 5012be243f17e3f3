import ReportModel

/// What an event broke, in the words of its source, and the articles that these name.
package struct LawArticle: Sendable, Hashable {
  package let text: OneLine
  /// Each as the law with the number of its article; where no number is told, the words themselves.
  package let articles: Set<String>

  package init?(_ text: String) {
    guard let line = OneLine(text) else { return nil }
    self.text = line
    var reader = ArticleReader(line.text.comparable)
    let articles = reader.articles()
    self.articles = articles.isEmpty ? [line.text.comparable] : Set(articles)
  }

  /// Whether both name an article that is the same, whichever paragraph of it.
  package func shares(with other: LawArticle) -> Bool { !articles.isDisjoint(with: other.articles) }
}

/// Finds 某法第20條, 第18條之1, 第18-1條 and 第三十六條, one after another; an article without a law of its own is of the
/// one before it.
private struct ArticleReader {
  private let scalars: [Unicode.Scalar]
  private var place = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  mutating func articles() -> [String] {
    var found: [String] = []
    var law = ""
    var start = 0
    while let article = next() {
      let own = Self.name(scalars[start..<article.range.lowerBound])
      if !own.isEmpty { law = own }
      found.append("\(law) \(article.number)")
      start = article.range.upperBound
    }
    return found
  }

  private mutating func next() -> (range: Range<Int>, number: String)? {
    while place < scalars.count {
      let start = place
      place += 1
      guard scalars[start] == "第" || scalars[start] == "§" else { continue }
      var end = start + 1
      guard let main = number(&end) else { continue }
      var parts = [main]
      if end < scalars.count, scalars[end] == "-" {
        end += 1
        guard let part = number(&end) else { continue }
        parts.append(part)
      }
      if scalars[start] == "第" {
        guard end < scalars.count, scalars[end] == "條" else { continue }
        end += 1
      }
      if end < scalars.count, scalars[end] == "之" {
        var behind = end + 1
        if let part = number(&behind) {
          parts.append(part)
          end = behind
        }
      }
      place = end
      return (start..<end, parts.map(String.init).joined(separator: "-"))
    }
    return nil
  }

  /// In figures, or in Chinese below a thousand.
  private func number(_ place: inout Int) -> Int? {
    let start = place
    while place < scalars.count, place - start < 6, ("0"..."9").contains(scalars[place]) { place += 1 }
    if place > start { return scalars[start..<place].reduce(0) { $0 * 10 + Int($1.value) - 0x30 } }
    var (sum, digit) = (0, 0)
    while place < scalars.count {
      if let value = Self.digits[scalars[place]] {
        digit = value
      } else if let power = Self.powers[scalars[place]] {
        sum += max(digit, 1) * power
        digit = 0
      } else {
        break
      }
      place += 1
    }
    return place > start ? sum + digit : nil
  }

  private static let digits: [Unicode.Scalar: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let powers: [Unicode.Scalar: Int] = ["十": 10, "百": 100]

  /// The law before an article, without the paragraph of the article before and what joins the two.
  private static func name(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var rest = scalars
    while let next = rest.first {
      if joints.contains(next) {
        rest = rest.dropFirst()
      } else if next == "第", let end = rest.firstIndex(where: { paragraphs.contains($0) }), end - rest.startIndex <= 5 {
        rest = rest[(end + 1)...]
      } else {
        break
      }
    }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: rest.filter { !brackets.contains($0) })
    return String(name)
  }

  private static let joints: Set<Unicode.Scalar> = [
    "、", ",", "，", ";", "；", "。", ".", "及", "與", "和", "暨", "或", "並", "/",
  ]
  private static let paragraphs: Set<Unicode.Scalar> = ["項", "款", "目"]
  private static let brackets: Set<Unicode.Scalar> = ["「", "」", "《", "》", "(", ")"]
}
