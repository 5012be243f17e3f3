import ReportModel
import Support
import Testing

@testable import Archive

/// What goes into the archive comes out as it was.
struct CodingTests {
  static let report: ReportText = {
    let text = Array("永續報告書\n本公司2023年用電12.5百萬度。節電3%。\n項目\t2023\n用電\t12.5\n".unicodeScalars)
    let box = Box(x0: 10.0625, y0: 20.5, x1: 110.25, y1: 40)
    var report = ReportText(text: text)
    report.pages = [
      PageSummary(number: 1, label: "i", width: 595.25, height: 842, readability: .full),
      PageSummary(
        number: 3, label: nil, width: 10, height: 10,
        readability: Readability(
          grade: .partial,
          reasons: [
            .pictures(percent: 40), .textAsOutlines(7), .implausibleCodes(font: "明體", glyphs: 9), .limitReached,
            .damaged,
            .noTextLayer,
          ])),
    ]
    report.sections = [Section(title: "永續報告書", level: 1, parent: nil, heading: 0, page: 1, blocks: 0..<3)]
    report.blocks = [
      TextBlock(
        id: 0, role: .heading, level: 1, range: 0..<5, parts: [TextBlock.Part(page: 1, box: box, range: 0..<5)],
        section: 0
      ),
      TextBlock(
        id: 1, role: .paragraph, range: 6..<29,
        parts: [TextBlock.Part(page: 1, box: box, range: 6..<22), TextBlock.Part(page: 3, box: box, range: 22..<29)],
        sentences: [6..<23, 23..<29], section: 0),
      TextBlock(
        id: 2, role: .table, range: 30..<45, parts: [TextBlock.Part(page: 3, box: box, range: 30..<45, rows: 0..<2)],
        table: TextTable(
          rowCount: 2, columnCount: 2, headerRows: 1, headerColumns: 1, repeatedHeaders: [1],
          cells: [
            TextTable.Cell(rows: 0..<1, columns: 0..<1, range: 30..<32, page: 3, box: box),
            TextTable.Cell(rows: 0..<2, columns: 1..<2, range: 33..<37, page: 3, box: box),
          ]), section: 0, target: 3),
    ]
    return report
  }()

  @Test func aTextComesOutAsItWentIn() throws {
    #expect(try ByteReader.text(ByteWriter.text(Self.report)) == Self.report)
  }

  @Test func everyRoleComesBack() throws {
    for role in BlockRole.allCases {
      var report = Self.report
      report.blocks[1].role = role
      #expect(try ByteReader.text(ByteWriter.text(report)).blocks[1].role == role)
    }
  }

  static let ink: InkMap = {
    var map = InkMap()
    for index in 0..<200 {
      let x = Float(index % 20) * 12.3
      let y = Float(index / 20) * 18.7
      map.glyphs.append(
        InkMap.Glyph(
          page: 1 + index / 90, box: Box(x0: x, y0: y, x1: x + 12, y1: y + 14.1), isOblique: index.isMultiple(of: 17)))
    }
    map.spans = (0..<150).map { index in
      if index.isMultiple(of: 10) { return InkMap.Span(first: 0, count: 0) }
      return InkMap.Span(first: UInt32((index * 37) % 190), count: UInt8(1 + index % 3))
    }
    return map
  }()

  @Test func inkComesOutOnItsGrid() throws {
    let back = try ByteReader.ink(ByteWriter.ink(Self.ink))
    #expect(back == Self.ink.onGrid)
    #expect(back.onGrid == back)
    for (exact, stored) in zip(Self.ink.glyphs, back.glyphs) {
      #expect(abs(exact.box.x0 - stored.box.x0) <= 1 / 32 && abs(exact.box.y1 - stored.box.y1) <= 1 / 32)
    }
  }

  /// Whatever the disk has done to it: a fault, or some text, but never a crash.
  @Test func damagedBytesAreAFaultOrSomeText() {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed of damaged texts: \(seed)")
    var dice = SeededRandom(state: seed)
    let text = ByteWriter.text(Self.report)
    let ink = ByteWriter.ink(Self.ink)
    for length in 0..<text.count { #expect(throws: ByteFault.self) { try ByteReader.text(Array(text[..<length])) } }
    for length in 0..<ink.count { #expect(throws: ByteFault.self) { try ByteReader.ink(Array(ink[..<length])) } }
    for _ in 0..<5000 {
      var broken = text
      broken[Int.random(in: 0..<broken.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
      _ = try? ByteReader.text(broken)
      var brokenInk = ink
      brokenInk[Int.random(in: 0..<brokenInk.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
      _ = try? ByteReader.ink(brokenInk)
    }
  }

  @Test func compressedBytesComeBackOrAreDamaged() throws {
    let bytes = ByteWriter.text(Self.report)
    let packed = Compression.pack(bytes)
    #expect(try Compression.unpack(packed) == bytes)
    #expect(throws: ArchiveFailure.self) { try Compression.unpack(Array(packed.dropLast(3))) }
    #expect(throws: ArchiveFailure.self) { try Compression.unpack([1, 2, 3, 4, 5]) }
  }

  @Test func listsInColumnsComeBack() {
    #expect(ListText.lines(ListText.lines(["甲", "", "乙\n丙"])) == ["甲", "", "乙 丙"])
    #expect(ListText.lines("") == [])
    #expect(ListText.ranges(ListText.ranges([3..<7, 9..<9])) == [3..<7, 9..<9])
    #expect(ListText.numbers(ListText.numbers([1, 20, 3])) == [1, 20, 3])
    let boxes = [PlacedBox(page: 4, box: Box(x0: 1, y0: 2.5, x1: 3.0625, y1: -4))]
    #expect(ListText.boxes(ListText.boxes(boxes)) == boxes)
  }
}
