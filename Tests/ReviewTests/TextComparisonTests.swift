import ReportModel
import Support
import Testing

@testable import Review

/// Words gained and lost, page by page.
struct TextComparisonTests {
  private func page(_ number: Int, _ text: String) -> PageWords { PageWords(page: number, text.unicodeScalars) }

  private func pieces(_ old: String, _ new: String) -> [String] {
    PageComparison(page(1, old), page(1, new)).pieces.map { piece in
      switch piece.kind {
      case .kept: "=\(piece.text)"
      case .lost: "-\(piece.text)"
      case .gained: "+\(piece.text)"
      case .movedAway: "<\(piece.text)"
      case .movedHere: ">\(piece.text)"
      }
    }
  }

  @Test func wordsAreThoseOfAReader() {
    #expect(
      page(1, "本公司2022年用水 1,200 噸，占45.5%。\nGRI 303-3").words.map(\.text) == [
        "本", "公", "司", "2022", "年", "用", "水", "1,200", "噸", "，", "占", "45.5%", "。", "GRI", "303", "-", "3",
      ])
    #expect(page(1, "GRI 303-3 用水").words.joined == "GRI 303-3 用水")
  }

  @Test func whatIsLostAndGained() {
    #expect(pieces("用水1,200噸", "用水1,350噸") == ["=用水", "-1,200", "+1,350", "=噸"])
    #expect(pieces("用 水", "用水") == ["=用水"])
    #expect(pieces("", "用水") == ["+用水"])
    #expect(pieces("用水", "") == ["-用水"])
    #expect(pieces("甲乙丙", "丙甲乙") == [">丙", "=甲乙", "<丙"])
    let comparison = PageComparison(page(1, "甲乙丙丁"), page(1, "甲乙丙戊"))
    #expect(comparison.lost == 1 && comparison.gained == 1 && comparison.moved == 0 && comparison.similarity == 750)
  }

  @Test func anInsertedPageIsOneOfItsOwn() {
    let old = [page(1, "封面永續報告"), page(2, "用水一千噸目標"), page(3, "員工訓練三千小時")]
    let new = [page(1, "封面永續報告"), page(2, "新增說明董事會"), page(3, "用水兩千噸目標"), page(4, "員工訓練三千小時")]
    let comparison = TextComparison(old, new, isOneDocument: false)
    #expect(comparison.pages.map(\.before.page) == [1, nil, 2, 3])
    #expect(comparison.pages.map(\.after.page) == [1, 2, 3, 4])
    #expect(comparison.pages.map(\.lost) == [0, 0, 1, 0])
    // Of one document pages are what they are called.
    let same = TextComparison(old, [old[0], old[2]], isOneDocument: true)
    #expect(same.pages.map(\.after.page) == [1, nil, 3])
    #expect(same.differing.count == 1)
  }

  /// What is kept and gained makes the new page, what is kept and lost the old one; and no shorter way was missed.
  @Test func stepsMakeOneTextOfTheOther() {
    let seed = UInt64.random(in: 1...9999)
    var random = SeededRandom(state: seed)
    for _ in 0..<500 {
      let old = (0..<Int.random(in: 0...14, using: &random)).map { _ in Int.random(in: 0...4, using: &random) }
      let new = (0..<Int.random(in: 0...14, using: &random)).map { _ in Int.random(in: 0...4, using: &random) }
      var (was, now, kept) = ([Int](), [Int](), 0)
      for step in WordDifference(old, new).steps {
        switch step {
        case .kept(let a, let b):
          #expect(Array(old[a]) == Array(new[b]), "seed \(seed)")
          was += old[a]
          now += new[b]
          kept += a.count
        case .lost(let a): was += old[a]
        case .gained(let b): now += new[b]
        }
      }
      #expect(was == old && now == new, "seed \(seed)")
      #expect(kept == longestCommon(old, new), "seed \(seed)")
    }
  }

  private func longestCommon(_ a: [Int], _ b: [Int]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for x in a {
      var diagonal = 0
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = x == y ? diagonal + 1 : max(above, row[j])
        diagonal = above
      }
    }
    return row[b.count]
  }
}
