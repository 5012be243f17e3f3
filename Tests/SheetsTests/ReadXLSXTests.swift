import ReportModel
import Testing

@testable import Sheets

/// Workbooks as other programs write them.
struct ReadXLSXTests {
  private func read(_ book: HandmadeWorkbook) throws -> [Sheet] { try read(book.bytes) }

  private func read(_ bytes: [UInt8], limits: SheetLimits = .standard) throws -> [Sheet] {
    try TemporaryFile(bytes).sheets(limits: limits)
  }

  private func failure(_ bytes: [UInt8], limits: SheetLimits = .standard) -> SheetFailure? {
    do {
      _ = try read(bytes, limits: limits)
      return nil
    } catch {
      return error as? SheetFailure
    }
  }

  private func table(_ data: String, sharedTexts: String? = nil, styles: String? = nil) throws -> [[Cell]] {
    let sheet = try #require(try read(HandmadeWorkbook(data, sharedTexts: sharedTexts, styles: styles)).first)
    return [sheet.header.map(Cell.text)] + sheet.rows
  }

  @Test func runsAreJoinedAndPronunciationIsLeftOut() throws {
    let texts = """
      <si><r><rPr><b/></rPr><t>永續 </t></r><r><t xml:space="preserve"> report</t></r><rPh sb="0" eb="1"><t>ㄩㄥˇ</t></rPh></si>
      <si><t>a_x000D_b</t><phoneticPr/></si>
      """
    let table = try table(
      "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='inlineStr'><is><r><t>in</t></r><r><t>line</t></r></is></c></row>",
      sharedTexts: texts)
    #expect(table == [[.text("永續  report"), .text("a\rb"), .text("inline")]])
  }

  @Test func cellsStandWhereTheySay() throws {
    let table = try table(
      """
      <row r="2"><c r="B2" t="str"><v>b</v></c><c t="str"><v>next</v></c></row>
      <row><c t="str"><v>row after</v></c></row>
      <row r="6"><c r="C6"><v>5</v></c><c r="A6"><v>1</v></c></row>
      <row r="7"><c r="AA7" s="3"/></row>
      """)
    #expect(
      table == [
        [], [.empty, .text("b"), .text("next")], [.text("row after")], [], [],
        [.number(Figure(digits: 1)), .empty, .number(Figure(digits: 5))],
      ])
  }

  @Test func valuesAreWhatThePersonSees() throws {
    let table = try table(
      """
      <row/><row><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c><f>1+1</f><v>2</v></c><c t="str"><f>A1</f><v></v></c>
      <c><v>1.1000000000000001</v></c><c><v>8.949999999999999</v></c><c><v>5E-3</v></c><c><v>1234567890123456789</v></c>
      <c><v>-0</v></c><c t="d"><v>2024-05-01</v></c></row>
      """)
    #expect(
      table[1] == [
        .text("TRUE"), .text("#N/A"), .number(Figure(digits: 2)), .empty, .number(Figure(digits: 11, exponent: -1)),
        .number(Figure(digits: 895, exponent: -2)), .number(Figure(digits: 5, exponent: -3)),
        .number(Figure(digits: 1_234_567_890_123_456_789)), .number(.zero), .text("2024-05-01"),
      ])
  }

  @Test func daysAreText() throws {
    let styles = """
      <numFmts><numFmt numFmtId="170" formatCode='yyyy"年"m"月"'/><numFmt numFmtId="171" formatCode='"days" 0'/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>
      """
    let data = """
      <row><c s="0"><v>45413</v></c><c s="1"><v>45413</v></c><c s="2"><v>45413.5625</v></c><c s="3"><v>45413</v></c>
      <c s="1"><v>0.5</v></c><c s="1"><v>59</v></c><c s="1"><v>61</v></c><c s="9"><v>1</v></c></row>
      """
    let texts = try table(data, styles: styles)[0].map(\.text)
    #expect(texts == ["45413", "2024-05-01", "2024-05-01 13:30", "45413", "12:00", "1900-02-28", "1900-03-01", "1"])
    var mac = HandmadeWorkbook(data, styles: styles)
    mac.countsFrom1904 = true
    #expect(try read(mac)[0].header[1] == "2028-05-02")
  }

  @Test(arguments: [
    "General", "0.00E+00", "#,##0", "[Red]0", "[$NT$-404]#,##0", "\"y\"0", "@", "[h]:mm", "0\\d", "# ?/?",
  ])
  func formatsOfNumbers(code: String) { #expect(!DayFormats.showsDay(code)) }

  @Test(arguments: ["yyyy/m/d", "[$-404]e/m/d", "m\"月\"d\"日\"", "h:mm AM/PM", "mm:ss.0", "[$-F800]dddd"])
  func formatsOfDays(code: String) { #expect(DayFormats.showsDay(code)) }

  @Test func sheetsComeInTheOrderOfTheWorkbook() throws {
    var book = HandmadeWorkbook("<row><c><v>1</v></c></row>")
    book.sheets.append(("第二 &amp; third", "<x:row><x:c><x:v>2</x:v></x:c></x:row>"))
    book.sheets.append(("a", ""))
    let sheets = try read(book)
    #expect(sheets.map(\.name) == ["Items", "第二 & third", "a"])
    #expect(sheets.map(\.header) == [["1"], ["2"], []])
  }

  @Test(arguments: ["<f>A1</f>", "<f>A1</f><v/>", "<f/><v></v>"]) func aFormulaWithoutValueIsNoEmptyCell(
    content: String
  ) {
    let failure = failure(HandmadeWorkbook("<row/><row><c/><c>\(content)</c></row>").bytes)
    #expect(failure?.code == .noValue && failure?.sheet == "Items" && failure?.row == 2 && failure?.column == 2)
  }

  @Test(arguments: [
    "<row><c t='s'><v>0</v></c></row>", "<row><c r='1A'/></row>", "<row r='0'/>", "<row r='1048577'/>",
    "<row><c r='XFE1'/></row>",
    "<row><c><v>x</v></c></row>", "<row><c t='?'><v>1</v></c></row>",
    "<row><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>",
    "<row>", "<row><c><v>1e999</v></c></row>", "<c><v>1</v></c>", "&e;",
  ]) func damageIsSaid(data: String) {
    #expect(failure(HandmadeWorkbook(data).bytes)?.code == .damaged)
  }

  @Test func documentTypesAreRefused() {
    var parts = HandmadeWorkbook("").parts
    parts[0].text = "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><worksheet>&b;</worksheet>"
    #expect(failure(StoredZip(parts).bytes)?.code == .damaged)
  }

  @Test func limitsHold() {
    let far = HandmadeWorkbook("<row r='1000000'><c r='XFD1000000'><v>1</v></c></row>").bytes
    #expect(failure(far) == nil)
    #expect(failure(far, limits: SheetLimits(bytes: 1 << 20, cells: 1_000_000))?.code == .tooLarge)
    #expect(failure(far, limits: SheetLimits(bytes: 500, cells: 4_000_000))?.code == .tooLarge)
    let deep = String(repeating: "<r>", count: 200_000) + String(repeating: "</r>", count: 200_000)
    #expect(failure(HandmadeWorkbook("", sharedTexts: "<si>\(deep)</si>").bytes)?.code == .damaged)
    var many = HandmadeWorkbook("")
    many.sheets = (0..<1025).map { ("\($0)", "") }
    #expect(failure(many.bytes)?.code == .tooLarge)
  }

  @Test func otherFilesAreNoWorkbooks() {
    #expect(failure([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])?.code == .encrypted)
    #expect(failure(Array("a,b\n1,2\n".utf8))?.code == .wrongKind)
    #expect(failure([])?.code == .wrongKind)
    #expect(failure(StoredZip([("mimetype", "text")]).bytes)?.code == .wrongKind)
    for (path, code) in [
      ("/nowhere/x.xlsx", SheetFailure.Code.notFound), ("/tmp", .notReadable), ("/dev/null", .notReadable),
    ] {
      do throws(SheetFailure) {
        _ = try sheets(fromXLSX: path)
        Issue.record("\(path) was read")
      } catch {
        #expect(error.code == code)
      }
    }
  }

  @Test(arguments: [("A1", 0, 0), ("C5", 4, 2), ("AA10", 9, 26), ("XFD1048576", 1_048_575, 16_383)])
  func references(text: String, row: Int, column: Int) {
    #expect(CellPlace(reference: text) == CellPlace(row: row, column: column))
    #expect(CellPlace.letters(ofColumn: column) + "\(row + 1)" == text)
  }
}
