import ReportModel
import Testing

@testable import Review

@Suite("Where a decision holds in another text")
struct HoldingTests {
  private typealias Block = TextSketch.Block

  /// The decided words of one text, laid on another one.
  private func holding(
    _ before: [(Int, Block)], _ piece: (block: Int, places: [Int]), printed: String = "", page: Int = 1,
    in after: [(Int, Block)], sameDocument: Bool = false
  ) -> Holding {
    let (old, places) = TextSketch(blocks: before).made()
    let decided = words(old, piece.places.map { places[piece.block][$0] }, printed: printed, page: page)
    return ReportWords(TextSketch(blocks: after).made().report, text: "reader 2")
      .holding(of: decided, inSameDocument: sameDocument)
  }

  private func likeness(_ holding: Holding) -> [LookAlike.Likeness] {
    if case .asks(let alike) = holding { alike.all.map(\.likeness) } else { [] }
  }

  private func isHere(_ holding: Holding, page: Int) -> Bool {
    if case .here(_, page) = holding { true } else { false }
  }

  private let paragraph = Block.paragraph(["本公司推動節能。", "全年用電12度。", "我們也節水。"])

  @Test("blanks, and pages before it, change nothing")
  func reset() {
    let spaced = Block.paragraph(["本公司 推動節能。", " 全年用電 12 度。", "我們也節水。"])
    let other = Block.paragraph(["新的一頁。"])
    #expect(isHere(holding([(1, paragraph)], (0, [1]), in: [(1, other), (2, spaced)]), page: 2))
  }

  @Test("a number does not stand in a longer one")
  func numbers() {
    let longer = Block.paragraph(["本公司推動節能。", "全年用電112度。", "我們也節水。"])
    let after = holding([(1, paragraph)], (0, [1]), printed: "12", in: [(1, longer)])
    #expect(likeness(after) == [.restated])
    let grown = Block.paragraph(["本公司推動節能。", "全年用電12.5度。", "我們也節水。"])
    #expect(likeness(holding([(1, paragraph)], (0, [1]), printed: "12", in: [(1, grown)])) == [.restated])
    #expect(holding([(1, paragraph)], (0, [1]), in: [(1, longer)]) == .nowhere)
  }

  @Test("a figure restated beside it changes nothing, other words do")
  func surroundings() {
    let before = Block.paragraph(["去年用水30噸，今年少了。", "全年用電12度。", "明年再減。"])
    let restated = Block.paragraph(["去年用水31噸，今年少了。", "全年用電12度。", "明年再減。"])
    #expect(isHere(holding([(1, before)], (0, [1]), in: [(1, restated)]), page: 1))
    let moved = Block.paragraph(["海外子公司另計。", "全年用電12度。", "不含租賃。"])
    #expect(likeness(holding([(1, before)], (0, [1]), in: [(1, moved)])) == [.moved])
  }

  @Test("where a look-alike came about it asks, even where the surroundings tell")
  func lookAlikes() {
    let other = Block.paragraph(["海外子公司另計。", "全年用電12度。"])
    let after = holding([(1, paragraph)], (0, [1]), in: [(1, paragraph), (2, other)])
    #expect(likeness(after) == [.repeated, .moved])
    // One that was there before is none that came about.
    let same = holding([(1, paragraph), (2, other)], (0, [1]), in: [(1, other), (2, paragraph)])
    #expect(isHere(same, page: 2))
  }

  @Test("of two that were the same nobody knows which was meant when one is gone")
  func twins() {
    let after = holding([(1, paragraph), (2, paragraph)], (0, [1]), in: [(1, paragraph)])
    #expect(likeness(after) == [.repeated])
  }

  @Test("of two that have become the same nobody knows which was meant")
  func grownAlike() {
    let other = Block.paragraph(["海外子公司另計。", "全年用電12度。"])
    let after = holding([(1, paragraph), (2, other)], (0, [1]), in: [(1, paragraph), (2, paragraph)])
    #expect(likeness(after) == [.repeated, .repeated])
  }

  @Test("a number that stands elsewhere without its label is no look-alike")
  func numberAlone() {
    let other = Block.table([["項目", "2024"], ["捐款", "12"]])
    let after = holding([(1, table)], (0, [3, 2, 5]), printed: "12", in: [(1, table), (2, other)])
    #expect(isHere(after, page: 1))
  }

  @Test("a page of the same document is the same sheet of paper")
  func sameDocument() {
    let both = [(1, paragraph), (2, paragraph)]
    #expect(isHere(holding(both, (1, [1]), page: 2, in: both, sameDocument: true), page: 2))
    let gone = [(1, paragraph), (2, Block.paragraph(["讀不出來。"]))]
    #expect(likeness(holding(both, (1, [1]), page: 2, in: gone, sameDocument: true)) == [.repeated])
  }

  private let table = Block.table([["項目", "2023", "2024"], ["用電", "10", "12"], ["用水", "30", "12"]])

  @Test("a cell is told by its row and its column")
  func cells() {
    let longer = Block.table([["項目", "2022", "2023", "2024"], ["用電", "9", "10", "12"], ["用水", "33", "30", "12"]])
    let pieces = (block: 0, places: [3, 2, 5])
    #expect(isHere(holding([(1, table)], pieces, printed: "12", in: [(4, longer)]), page: 4))
    let swapped = Block.table([["項目", "2024", "2023"], ["用電", "10", "12"], ["用水", "30", "12"]])
    #expect(likeness(holding([(1, table)], pieces, printed: "12", in: [(1, swapped)])) == [.moved, .moved])
    let renamed = Block.table([["項目", "2023", "2024"], ["用電", "10", "12"], ["熱能", "30", "12"]])
    #expect(isHere(holding([(1, table)], pieces, printed: "12", in: [(1, renamed)]), page: 1))
    let exchanged = Block.table([["項目", "2023", "2024"], ["用水", "10", "12"], ["用電", "30", "13"]])
    #expect(likeness(holding([(1, table)], pieces, printed: "12", in: [(1, exchanged)])) == [.moved])
    let restated = Block.table([["項目", "2023", "2024"], ["用電", "10", "11"], ["用水", "30", "13"]])
    #expect(likeness(holding([(1, table)], pieces, printed: "12", in: [(1, restated)])) == [.restated])
  }

  @Test("the title of a group of rows is part of where a cell stands")
  func groups() {
    let before = Block.table([["項目", "2024"], ["北廠", ""], ["用電", "12"], ["南廠", ""], ["用電", "15"]])
    let after = Block.table([["項目", "2024"], ["南廠", ""], ["用電", "12"], ["北廠", ""], ["用電", "15"]])
    let pieces = (block: 0, places: [4, 1, 5])
    #expect(likeness(holding([(1, before)], pieces, printed: "12", in: [(1, after)])) == [.moved])
    #expect(isHere(holding([(1, before)], pieces, printed: "12", in: [(2, before)]), page: 2))
  }

  @Test("where nothing is like it, it is orphaned")
  func orphaned() {
    let other = Block.paragraph(["我們重視人才。"])
    #expect(holding([(1, paragraph)], (0, [1]), printed: "12", in: [(1, other)]) == .nowhere)
  }
}
