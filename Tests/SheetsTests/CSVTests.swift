import ReportModel
import Testing

@testable import Sheets

/// Tables that are written as csv and read again, and csv from elsewhere.
struct CSVTests {
  private func read(_ text: String) throws -> Sheet { try sheet(fromCSV: Array(text.utf8), name: "Items") }

  private func failure(_ bytes: [UInt8]) -> SheetFailure? {
    do throws(SheetFailure) {
      _ = try sheet(fromCSV: bytes, name: "Items")
      return nil
    } catch {
      return error
    }
  }

  @Test func isWhatTheStandardAndExcelAskFor() {
    let table = Sheet(
      name: "Items", header: ["代號", "say \"hi\""],
      rows: [[.text("001"), .number(Figure(digits: 125, exponent: -1))], [], [.text("a,b"), .text("x\ny")]])
    let expected = "代號,\"say \"\"hi\"\"\"\r\n'001,12.5\r\n,\r\n\"a,b\",\"x\ny\"\r\n"
    #expect(csv(of: table) == [0xEF, 0xBB, 0xBF] + Array(expected.utf8))
  }

  @Test func keepsText() throws {
    for text in RandomSheets.nasty {
      let table = Sheet(name: "Items", header: [text, "b"], rows: [[.text(text), .text("b")]]).trimmed
      #expect(try sheet(fromCSV: csv(of: table), name: "Items").isExactly(table))
    }
  }

  @Test func keepsRandomTables() throws {
    let seed = UInt64.random(in: 0...(.max))
    print("csv round trips, seed \(seed)")
    var tables = RandomSheets(seed: seed)
    for _ in 0..<300 {
      let table = tables.sheet()
      #expect(try sheet(fromCSV: csv(of: table), name: "Items").isExactly(table), "seed \(seed)")
    }
  }

  @Test(arguments: [
    "=1+1", "+1", "-1", "@A1", "\t1", "\r1", " =1", "＝1", "001", "2-7", "Mar-5", "12:30", "true", "5月1日", "1e5",
  ])
  func guardsWhatASpreadsheetWouldChange(text: String) {
    #expect(TextGuard.guarded(text) == "'" + text)
  }

  @Test(arguments: ["治理", "a=b", "GRI 305-1", "E1-6", "'tis", "第3章", "3 pigs", "May", "truth", "N/A"])
  func leavesOtherTextAlone(text: String) {
    #expect(TextGuard.guarded(text) == text)
    #expect(TextGuard.unguarded(text) == text)
  }

  @Test func aNumberIsOnlyWhatPrintsBackTheSame() throws {
    let table = try read("n\n12.5\n12.50\n007\n1e3\n-0\n-3\n\"1,200\"\n9223372036854775807\n9223372036854775808\n")
    #expect(
      table.rows == [
        [.number(Figure(digits: 125, exponent: -1))], [.text("12.50")], [.text("007")], [.text("1e3")], [.text("-0")],
        [.number(Figure(digits: -3))], [.text("1,200")], [.number(Figure(digits: .max))],
        [.text("9223372036854775808")],
      ])
  }

  @Test(arguments: [",", ";", "\t"], ["\n", "\r\n", "\r"]) func readsAnyDelimiterAndLineEnd(mark: String, end: String)
    throws
  {
    let lines = ["a\(mark)\"b\nc;,\t\"\(mark)c", "1\(mark)\(mark)x", "\(mark)\"\"\(mark)"]
    let table = try read(lines.joined(separator: end))
    #expect(table.header == ["a", "b\nc;,\t", "c"])
    #expect(table.rows == [[.number(Figure(digits: 1)), .empty, .text("x")]])
  }

  @Test func delimitersBehindPairedQuotesAreNoDelimiters() throws {
    let table = try read("\"say \"\"a;b;c\"\" now\",b\n")
    #expect(table.header == ["say \"a;b;c\" now", "b"])
  }

  @Test func emptyFilesAreEmptyTables() throws {
    for text in ["", "\u{FEFF}", "\n", ",,\r\n,\r\n"] {
      #expect(try read(text) == Sheet(name: "Items", header: [], rows: []))
    }
  }

  @Test func rowsBetweenStayInPlace() throws {
    #expect(try read("a\n\n,,\nb,,\n\n").rows == [[], [], [.text("b")]])
  }

  @Test func faultsNameTheirPlace() {
    // 治理 in Big5.
    let big5 = failure(Array("a,b\r\nc,".utf8) + [0xAA, 0x76, 0xB2, 0x7A])
    #expect(big5?.code == .notText && big5?.row == 2 && big5?.column == 2)
    #expect(big5?.sentence == "cell B2: not UTF-8 (Big5?); save it as “CSV UTF-8”")
    let open = failure(Array("a\n\"x\ny\"\n1,2,\"open\n".utf8))
    #expect(open?.code == .badQuotes && open?.row == 3 && open?.column == 3)
    let behind = failure(Array("\"a\"b,c".utf8))
    #expect(behind?.code == .badQuotes && behind?.row == 1 && behind?.column == 1)
  }

  @Test func otherFilesAreNoTables() {
    #expect(failure([0xFF, 0xFE, 0x61, 0])?.code == .wrongKind)
    #expect(failure(Array("PK\u{3}\u{4}".utf8))?.code == .wrongKind)
    #expect(throws: SheetFailure.self) {
      try sheet(fromCSV: Array("a,b\nc,d".utf8), name: "x", limits: SheetLimits(bytes: 100, cells: 3))
    }
  }

  @Test func damagedFilesNeverCrash() {
    let seed = UInt64.random(in: 0...(.max))
    print("damaged csv, seed \(seed)")
    var damage = Damage(seed: seed)
    let good = csv(of: Sheet(name: "x", header: ["a\"", "b"], rows: [[.text("治理\n\"x\""), .text("'")]]))
    for _ in 0..<2000 { _ = failure(damage.done(to: good)) }
  }
}
