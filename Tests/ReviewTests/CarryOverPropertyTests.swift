import Foundation
import ReportModel
import Support
import Testing

@testable import Review

/// Every sentence and cell of a random report bears a number, which it keeps through every edit: so a test knows what
/// is the same and what only looks so.
private struct Manuscript {
  struct Words: Hashable {
    /// What it is, whatever it looks like.
    var identity: Int
    var text: String
  }

  enum Block {
    case paragraph([Words])
    /// The first row is its header, the first column its labels.
    case table([[Words]])
  }

  var blocks: [Block] = []
  private var next = 0

  mutating func new(_ text: String) -> Words {
    next += 1
    return Words(identity: next, text: text)
  }

  // MARK: Writing

  private static let subjects = ["用電", "用水", "廢棄物", "再生能源", "訓練時數", "採購金額", "員工人數", "捐款"]
  private static let verbs = ["全年為", "較前一年增加", "目標是", "合計", "其中海外占"]
  private static let units = ["度", "噸", "小時", "元", "人", "%"]

  mutating func sentence(_ random: inout SeededRandom) -> Words {
    let number = Int.random(in: 1...40, using: &random)
    return new(
      (Self.subjects.randomElement(using: &random) ?? "") + (Self.verbs.randomElement(using: &random) ?? "")
        + "\(number)" + (Self.units.randomElement(using: &random) ?? "") + "。")
  }

  mutating func block(_ random: inout SeededRandom) -> Block {
    if Bool.random(using: &random) {
      return .paragraph((0..<Int.random(in: 1...5, using: &random)).map { _ in sentence(&random) })
    }
    let columns = Int.random(in: 1...3, using: &random)
    var rows = [[new("項目")] + (0..<columns).map { new("\(2020 + $0)") }]
    for label in Self.subjects.shuffled(using: &random).prefix(Int.random(in: 1...5, using: &random)) {
      rows.append([new(label)] + (0..<columns).map { _ in new("\(Int.random(in: 1...40, using: &random))") })
    }
    return .table(rows)
  }

  // MARK: Editing

  mutating func edit(_ random: inout SeededRandom) {
    guard let place = blocks.indices.randomElement(using: &random) else { return }
    switch Int.random(in: 0..<9, using: &random) {
    case 0: blocks.insert(block(&random), at: place)
    case 1: blocks.remove(at: place)
    case 2: blocks.swapAt(place, blocks.indices.randomElement(using: &random) ?? place)
    case 3: blocks.insert(copy(of: blocks[place]), at: blocks.indices.randomElement(using: &random) ?? place)
    default:
      var block = blocks[place]
      edit(&block, &random)
      blocks[place] = block
    }
  }

  /// What only looks the same.
  private mutating func copy(of block: Block) -> Block {
    switch block {
    case .paragraph(let sentences): .paragraph(sentences.map { new($0.text) })
    case .table(let rows): .table(rows.map { $0.map { new($0.text) } })
    }
  }

  private mutating func edit(_ block: inout Block, _ random: inout SeededRandom) {
    switch block {
    case .paragraph(var sentences):
      let place = Int.random(in: 0..<max(sentences.count, 1), using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: sentences.insert(sentence(&random), at: min(place, sentences.count))
      case 1 where sentences.count > 1: sentences.remove(at: place)
      case 2: sentences.shuffle(using: &random)
      default: if !sentences.isEmpty { sentences[place] = restated(sentences[place], &random) }
      }
      block = .paragraph(sentences)
    case .table(var rows):
      let row = Int.random(in: 0..<rows.count, using: &random)
      let column = Int.random(in: 0..<rows[0].count, using: &random)
      let other = Int.random(in: 0..<rows[0].count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: rows[0].swapAt(column, other)
      case 1: for place in rows.indices { rows[place].swapAt(max(column, 1), max(other, 1)) }
      case 2 where rows.count > 2: rows.swapAt(max(row, 1), 1)
      case 3:
        let label = rows[row][0]
        rows[row][0] = rows[rows.count - 1][0]
        rows[rows.count - 1][0] = label
      default: rows[row][column] = restated(rows[row][column], &random)
      }
      block = .table(rows)
    }
  }

  private mutating func restated(_ words: Words, _ random: inout SeededRandom) -> Words {
    new(words.text.replacing(/[0-9]+/) { _ in "\(Int.random(in: 1...40, using: &random))" })
  }

  // MARK: Setting

  struct Piece: Hashable {
    var words: Words
    var range: Range<Int>
  }

  /// As a report, with its statements: sentences, and cells with their label and header.
  func set(_ random: inout SeededRandom) -> (report: ReportText, statements: [[Piece]]) {
    var sketch = TextSketch(blocks: [])
    for (place, block) in blocks.enumerated() {
      switch block {
      case .paragraph(let sentences):
        sketch.blocks.append((place / 3 + 1, .paragraph(sentences.map { Self.spaced($0.text, &random) })))
      case .table(let rows): sketch.blocks.append((place / 3 + 1, .table(rows.map { $0.map(\.text) })))
      }
    }
    let (report, places) = sketch.made()
    var statements: [[Piece]] = []
    for (block, ranges) in zip(blocks, places) {
      switch block {
      case .paragraph(let sentences): statements += zip(sentences, ranges).map { [Piece(words: $0, range: $1)] }
      case .table(let rows):
        let columns = rows[0].count
        func piece(_ row: Int, _ column: Int) -> Piece {
          Piece(words: rows[row][column], range: ranges[row * columns + column])
        }
        for row in rows.indices.dropFirst() {
          for column in 0..<columns where column > 0 {
            statements.append([piece(row, 0), piece(0, column), piece(row, column)])
          }
        }
      }
    }
    return (report, statements)
  }

  /// As another typesetter may set it: with blanks between characters.
  private static func spaced(_ text: String, _ random: inout SeededRandom) -> String {
    var result = ""
    for character in text {
      result.append(character)
      if !character.isNumber, Int.random(in: 0..<8, using: &random) == 0 { result.append(" ") }
    }
    return result
  }
}

@Suite("Decisions through random edits")
struct CarryOverPropertyTests {
  /// Another one each time; a seed that failed is tried again with KAOZHENG_SEED.
  private static let seed: UInt64 =
    ProcessInfo.processInfo.environment["KAOZHENG_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0..<1_000_000_000)

  private func decide(_ statement: [Manuscript.Piece], _ words: ReportWords) -> DecidedWords? {
    let printed = statement.last?.words.text.firstMatch(of: /[0-9]+/).map { String($0.output) } ?? ""
    return words.words(at: statement.map(\.range), printed: printed, page: 1, reading: WordsReading())
  }

  @Test("no decision ever lands on other words than those that it was made on")
  func neverElsewhere() throws {
    print("seed of the random edits: \(Self.seed)")
    var random = SeededRandom(state: Self.seed)
    var (carried, asked, gone) = (0, 0, 0)
    for round in 0..<150 {
      var manuscript = Manuscript()
      for _ in 0..<Int.random(in: 2...12, using: &random) { manuscript.blocks.append(manuscript.block(&random)) }
      let (before, statements) = manuscript.set(&random)
      let old = ReportWords(before, text: "reader 1")
      for _ in 0..<Int.random(in: 0...6, using: &random) { manuscript.edit(&random) }
      let (after, later) = manuscript.set(&random)
      let new = ReportWords(after, text: "reader 2")
      for statement in statements {
        let decided = try #require(decide(statement, old))
        switch new.holding(of: decided, inSameDocument: false) {
        case .here(let key, _):
          carried += 1
          let there = later.first { $0.last?.range.overlaps(key) ?? false }
          let texts = statement.map(\.words.text)
          #expect(there?.map(\.words.text) == texts, "seed \(Self.seed), round \(round)")
          // What looks just the same has to be the same, unless the decided words are there no more.
          let isThere = later.contains { $0.map(\.words.identity) == statement.map(\.words.identity) }
          if isThere {
            let same = there?.map(\.words.identity) == statement.map(\.words.identity)
            #expect(same, "seed \(Self.seed), round \(round)")
          }
        case .asks: asked += 1
        case .nowhere: gone += 1
        }
      }
    }
    // The test is one of nothing where nearly nothing is carried, or nothing asked.
    #expect(carried > 1000 && asked > 300 && gone > 30, "\(carried) carried, \(asked) asked, \(gone) gone")
  }

  @Test("words that stand once are carried through any setting, and through pages that are put in")
  func harmless() throws {
    var random = SeededRandom(state: Self.seed ^ 0xA5)
    for round in 0..<60 {
      var manuscript = Manuscript()
      for _ in 0..<Int.random(in: 2...10, using: &random) { manuscript.blocks.append(manuscript.block(&random)) }
      let (before, statements) = manuscript.set(&random)
      let old = ReportWords(before, text: "reader 1")
      manuscript.blocks.insert(
        .paragraph([manuscript.new("這一頁是後來補上的，說明董事會如何督導氣候議題。")]),
        at: manuscript.blocks.indices.randomElement(using: &random) ?? 0)
      let (after, later) = manuscript.set(&random)
      let new = ReportWords(after, text: "reader 2")
      for statement in statements {
        let decided = try #require(decide(statement, old))
        guard decided.inText.whole == 1 else { continue }
        guard case .here(let key, _) = new.holding(of: decided, inSameDocument: false) else {
          Issue.record("“\(decided.quote)” was not carried; seed \(Self.seed), round \(round)")
          continue
        }
        let there = later.first { $0.last?.range.overlaps(key) ?? false }
        #expect(there?.map(\.words.identity) == statement.map(\.words.identity), "seed \(Self.seed)")
      }
    }
  }
}
