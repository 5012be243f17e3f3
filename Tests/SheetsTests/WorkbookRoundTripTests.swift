import ReportModel
import Testing

@testable import Sheets

/// Tables that are written as workbooks and read again.
struct WorkbookRoundTripTests {
  private func roundTrip(_ tables: [Sheet]) throws -> [Sheet] {
    let file = TemporaryFile()
    try file.write(tables)
    return try file.sheets()
  }

  private func failure(writing tables: [Sheet]) -> SheetFailure? {
    let file = TemporaryFile()
    do throws(SheetFailure) {
      try file.write(tables)
      return nil
    } catch {
      #expect(file.bytes.isEmpty)
      return error
    }
  }

  @Test func keepsText() throws {
    for text in RandomSheets.nasty {
      let rows: [[Cell]] = [[.text(text), .text("b")], [.text(text + " ")]]
      let table = Sheet(name: "Items", header: [text, "b"], rows: rows).trimmed
      #expect(try roundTrip([table]).first?.isExactly(table) == true)
    }
  }

  @Test func keepsRandomTables() throws {
    let seed = UInt64.random(in: 0...(.max))
    print("xlsx round trips, seed \(seed)")
    var tables = RandomSheets(seed: seed)
    for _ in 0..<60 {
      let some = [tables.sheet(name: "指標 一"), tables.sheet(name: "B&<\">"), tables.sheet(name: "_x000D_")]
      #expect(try zip(roundTrip(some), some).allSatisfy { $0.isExactly($1) }, "seed \(seed)")
    }
  }

  @Test func keepsFigures() throws {
    let seed = UInt64.random(in: 0...(.max))
    print("figures in workbooks, seed \(seed)")
    var tables = RandomSheets(seed: seed)
    var figures = (0..<5000).map { _ in tables.figure() }
    figures += [
      .zero, Figure(digits: 895, exponent: -2), Figure(digits: 1, exponent: 299), Figure(digits: -1, exponent: -299),
    ]
    let table = Sheet(name: "Figures", header: ["n"], rows: figures.map { [.number($0)] })
    #expect(try roundTrip([table]) == [table], "seed \(seed)")
  }

  @Test func aNumberOfTooManyDigitsIsKeptAsText() throws {
    let large = Figure(digits: 1_234_567_890_123_456_789)
    let far = Figure(digits: 1, exponent: 320)
    let table = Sheet(name: "x", header: ["n"], rows: [[.number(large), .number(far)]])
    #expect(try roundTrip([table]).first?.rows == [[.text(large.plain), .text(far.plain)]])
  }

  @Test func theSameTablesGiveTheSameBytes() throws {
    let files = [TemporaryFile(), TemporaryFile()]
    let table = Sheet(name: "Items", header: ["代號", "n"], rows: [[.text("001"), .number(Figure(digits: 5))]])
    for file in files { try file.write([table]) }
    #expect(!files[0].bytes.isEmpty)
    #expect(files[0].bytes == files[1].bytes)
  }

  @Test func refusesWhatNoWorkbookHolds() {
    let long = Sheet(name: "Items", header: ["a"], rows: [[], [.empty, .text(String(repeating: "字", count: 32_768))]])
    let failure = failure(writing: [long])
    #expect(failure?.code == .tooLong && failure?.sheet == "Items" && failure?.row == 3 && failure?.column == 2)
    #expect(failure?.sentence == "sheet Items, cell B3: the text has 32768 characters; a cell holds 32767")
    let wide = Sheet(name: "Items", header: Array(repeating: "a", count: 16_385), rows: [])
    #expect(self.failure(writing: [wide])?.code == .tooLarge)
  }

  @Test func theLongestTextFits() throws {
    let table = Sheet(name: "x", header: ["a"], rows: [[.text(String(repeating: "字", count: 32_767))]])
    #expect(try roundTrip([table]).first?.isExactly(table) == true)
  }

  @Test(arguments: [[], [""], ["a/b"], ["'a"], ["History"], ["a", "A"], [String(repeating: "名", count: 32)], ["a\nb"]])
  func refusesNamesThatExcelDoesNotTake(names: [String]) {
    #expect(failure(writing: names.map { Sheet(name: $0, header: ["a"], rows: []) })?.code == .badName)
  }

  @Test func aFailureLeavesTheOldFile() throws {
    let file = TemporaryFile([1, 2, 3])
    let table = Sheet(name: "Items", header: [String(repeating: "a", count: 40_000)], rows: [])
    #expect(throws: SheetFailure.self) { try file.write([table]) }
    #expect(file.bytes == [1, 2, 3])
    #expect(throws: SheetFailure.self) {
      try writeXLSX([Sheet(name: "a", header: [], rows: [])], to: "/nowhere/x.xlsx")
    }
  }

  @Test func columnsAreAsWideAsTheirText() {
    var table = Sheet(name: "x", header: ["永續指標與治理", "a"], rows: [[.text("x"), .text("twelve chars\nx")]])
    #expect(ColumnWidths.width(ofColumn: 0, in: table) == 17)
    #expect(ColumnWidths.width(ofColumn: 1, in: table) == 15)
    table.widths = [1: 40]
    #expect(ColumnWidths.width(ofColumn: 1, in: table) == 40)
  }

  @Test func damagedWorkbooksNeverCrash() throws {
    let seed = UInt64.random(in: 0...(.max))
    print("damaged workbooks, seed \(seed)")
    var damage = Damage(seed: seed)
    let written = TemporaryFile()
    try written.write(
      [Sheet(name: "a", header: ["治理", "b"], rows: [[.text("x"), .number(Figure(digits: 5))]])])
    // What is packed hardly passes its checksums; what is stored with its sums left out of date reaches the parsers.
    let handmade = HandmadeWorkbook(
      "<row r='1'><c t='s' s='1'><v>0</v></c><c r='D1'><v>5</v></c></row>", sharedTexts: "<si><t>a</t></si>")
    let broken = TemporaryFile()
    for good in [written.bytes, handmade.bytes] {
      for _ in 0..<700 {
        broken.write(damage.done(to: good))
        do throws(SheetFailure) { _ = try broken.sheets() } catch { #expect(!error.message.isEmpty) }
      }
    }
  }

  /// Sums in order, so that the damage reaches the parsers.
  @Test func damagedPartsNeverCrash() throws {
    let seed = UInt64.random(in: 0...(.max))
    print("damaged parts, seed \(seed)")
    var damage = Damage(seed: seed)
    let handmade = HandmadeWorkbook(
      "<row r='1'><c t='s' s='0'><v>0</v></c><c r='D1'><v>5</v></c></row>", sharedTexts: "<si><r><t>a</t></r></si>",
      styles: "<cellXfs><xf numFmtId='14'/></cellXfs>")
    let broken = TemporaryFile()
    for _ in 0..<150 {
      for index in handmade.parts.indices {
        var parts = handmade.parts
        parts[index].text = String(decoding: damage.done(to: Array(parts[index].text.utf8)), as: UTF8.self)
        broken.write(StoredZip(parts).bytes)
        do throws(SheetFailure) { _ = try broken.sheets() } catch { #expect(!error.message.isEmpty) }
      }
    }
  }
}
