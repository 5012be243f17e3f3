import ReportModel
import Support
import Testing

@testable import TextStructure

@Suite("The way back")
struct OriginTests {
  static let alphabet: [Unicode.Scalar] = Array(
    ("永續發展，。（）「」：１２３％ＡＢ－／．abcXYZ012.,-%()/ \u{3000}\u{A0}\u{200B}\u{AD}\u{2F08}\u{2ED1}\u{FA01}\u{FB01}"
      + "\u{FB03}\u{301}eo\u{3099}か\u{F06C}●²₂①㎡爲\u{FFFD}\u{1D453}\u{2F800}\u{7}…¦^_").unicodeScalars)

  static func randomDocument(_ random: inout SeededRandom) -> [PageSketch] {
    (1...Int.random(in: 1...4, using: &random)).map { number in
      var sketch = PageSketch(number: number, fonts: [FontFace(name: "Ming"), FontFace(name: "Wingdings")])
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        func line() -> String {
          var view = String.UnicodeScalarView()
          for _ in 0..<Int.random(in: 0...20, using: &random) {
            view.append(alphabet.randomElement(using: &random) ?? " ")
          }
          return String(view)
        }
        let isTable = Int.random(in: 0...3, using: &random) == 0
        let continues = Bool.random(using: &random)
        if isTable {
          let columns = Int.random(in: 1...3, using: &random)
          let rows = (0...Int.random(in: 0...3, using: &random)).map { _ in (0..<columns).map { _ in line() } }
          sketch.table(rows, continues: continues)
        } else {
          let lines = (0..<Int.random(in: 0...4, using: &random)).map { _ in line() }
          let role = BlockRole.allCases.filter { $0 != .table }.randomElement(using: &random) ?? .paragraph
          sketch.block(
            lines, role, continues: continues, ends: [Int.random(in: 0...4, using: &random)],
            font: UInt16.random(in: 0...1, using: &random))
        }
      }
      sketch.drop("x", .duplicate)
      return sketch
    }
  }

  @Test("Every glyph is in the text or dropped with a reason, once, and there and back is the same")
  func roundTrip() {
    let seed = UInt64.random(in: 0...(.max))
    print("seed \(seed)")
    var random = SeededRandom(state: seed)
    for _ in 0..<300 {
      let document = Self.randomDocument(&random)
      let report = compose(document)
      let all = document.flatMap { sketch in
        sketch.text.glyphs.indices.map { GlyphReference(page: Int32(sketch.number), glyph: Int32($0)) }
      }
      let accounted = report.origins.sources + report.origins.dropped.map(\.source)
      #expect(accounted.count == all.count)
      #expect(Set(accounted) == Set(all))
      #expect(report.origins.origins.count == report.text.count)
      expectThereAndBack(report)
      expectSoundBlocks(report)
    }
  }

  private func expectThereAndBack(_ report: ReportText) {
    let lookup = GlyphLookup(report)
    for source in report.origins.sources {
      guard let index = lookup.textIndex(of: source) else {
        Issue.record("\(source) leads nowhere")
        continue
      }
      #expect(report.origins.sources(of: index..<index + 1).contains(source))
    }
    for dropped in report.origins.dropped { #expect(lookup.textIndex(of: dropped.source) == nil) }
    for (scalar, origin) in zip(report.text, report.origins.origins) where origin.count == 0 {
      #expect([0x09, 0x0A, 0x20].contains(scalar.value))
      #expect(origin.change == .insertedSpace || origin.change == .separator)
    }
  }

  private func expectSoundBlocks(_ report: ReportText) {
    var end = -1
    for block in report.blocks {
      #expect(block.range.lowerBound == end + 1)
      end = block.range.upperBound
      #expect(!block.parts.isEmpty)
      for part in block.parts { #expect(block.range.clamped(to: part.range) == part.range) }
      for (part, next) in zip(block.parts, block.parts.dropFirst()) {
        #expect(part.range.upperBound <= next.range.lowerBound)
      }
      for sentence in block.sentences { #expect(block.range.clamped(to: sentence) == sentence) }
      for cell in block.table?.cells ?? [] { #expect(block.range.clamped(to: cell.range) == cell.range) }
    }
    #expect(max(0, end) == report.text.count)
  }

  @Test("A range lights up one box a line, and no space between pages")
  func highlight() {
    var first = PageSketch()
    first.block(["永續發展", "報告"])
    var second = PageSketch(number: 2)
    second.block(["書"], continues: true)
    let report = compose([first, second])
    #expect(report.whole == "永續發展報告書")
    let boxes = highlightBoxes(1..<7, in: report, pages: [first.text, second.text])
    #expect(boxes.map(\.page) == [1, 1, 2])
    #expect(
      boxes.map(\.box) == [
        Box(x0: 20, y0: 10, x1: 50, y1: 20), Box(x0: 10, y0: 22, x1: 30, y1: 32), Box(x0: 10, y0: 10, x1: 20, y1: 20),
      ])
  }

  @Test("A ligature's letters lead to one glyph, a composed letter to two")
  func manyToOne() {
    var sketch = PageSketch()
    sketch.block(["\u{FB03}e\u{301}"])
    let report = compose([sketch])
    #expect(report.whole == "ffié")
    #expect(report.origins.sources(of: 0..<3) == [GlyphReference(page: 1, glyph: 0)])
    #expect(report.origins.sources(of: 3..<4).map(\.glyph) == [1, 2])
  }

  @Test(
    "A space made of another space says so",
    arguments: [(" ", TextChange.none), ("\u{3000}", .width), ("\u{A0}", .presentationForm)])
  func otherSpaces(_ space: String, _ change: TextChange) {
    var sketch = PageSketch()
    sketch.block(["a\(space)b"])
    let report = compose([sketch])
    #expect(report.whole == "a b")
    #expect(report.origins.origins.map(\.change) == [.none, change, .none])
  }

  @Test("Letters on a slant are lit one by one")
  func slant() {
    var sketch = PageSketch()
    sketch.block(["甲乙丙"])
    var page = sketch.text
    for index in page.glyphs.indices { page.glyphs[index].directionValue = Direction.oblique.rawValue }
    let boxes = highlightBoxes(0..<3, in: compose([sketch]), pages: [page])
    #expect(boxes.map(\.box) == page.glyphs.map(\.box))
  }

  @Test("A cell half a line lower does not chain two rows of its neighbour into one box")
  func halfALineLower() {
    var sketch = PageSketch()
    sketch.block(["甲乙", "丙", "丁戊"])
    var page = sketch.text
    for (index, y) in [0, 0, 5, 10, 10].map(Float.init).enumerated() {
      let box = page.glyphs[index].box
      page.glyphs[index].box = Box(x0: box.x0 + y, y0: 10 + y, x1: box.x1 + y, y1: 20 + y)
    }
    #expect(highlightBoxes(0..<5, in: compose([sketch]), pages: [page]).map(\.box.height) == [10, 10, 10])
  }
}
