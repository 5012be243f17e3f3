import ReportModel
import Testing

@testable import PageLayout

struct ReadabilityTests {
  private static let text = "本公司的董事會督導氣候相關的風險與機會，並由永續發展委員會每年檢討目標與成效，把結果寫進報告，供投資人與其他利害關係人參考。"

  private func readability(draw: (inout Sheet) -> Void) -> Readability {
    Reading(draw: draw).laid[0].readability
  }

  private func prose(_ sheet: inout Sheet, lines: Int = 20, map: (UInt32) -> UInt32 = { $0 }, traits: Glyph.Traits = [])
  {
    let scalars = Self.text.unicodeScalars.compactMap { Unicode.Scalar(map($0.value)) }
    var line = String.UnicodeScalarView()
    line.append(contentsOf: scalars.prefix(40))
    for at in 0..<lines { sheet.text(String(line), 72, 100 + 18 * Float(at), traits: traits) }
  }

  @Test func aBlankPageIsFull() {
    #expect(readability { $0.fill(0, 0, 595, 842) } == .full)
  }

  @Test func textIsFull() {
    #expect(readability { prose(&$0) } == .full)
  }

  @Test func aScanIsNone() {
    let found = readability {
      $0.picture(0, 0, 595, 842)
      $0.text("12", 290, 820)
    }
    #expect(found == Readability(grade: .none, reasons: [.noTextLayer, .pictures(percent: 99)]))
  }

  @Test func aScanWithAHiddenLayerIsText() {
    let found = readability {
      $0.picture(0, 0, 595, 842)
      prose(&$0, lines: 40, traits: .invisible)
    }
    #expect(found == .full)
  }

  @Test func aLargePictureBesideTextIsPartial() {
    let found = readability {
      prose(&$0, lines: 10)
      $0.picture(60, 400, 540, 780)
    }
    #expect(found.grade == .partial)
    #expect(found.reasons == [.pictures(percent: 37)])
  }

  @Test func aPictureUnderTextIsNone() {
    let found = readability {
      $0.picture(60, 80, 540, 480)
      prose(&$0)
    }
    #expect(found == .full)
  }

  @Test func aSmallPictureDoesNotMatter() {
    let found = readability {
      prose(&$0, lines: 10)
      $0.picture(60, 400, 200, 500)
    }
    #expect(found == .full)
  }

  /// Rows of shapes, each the size of a character.
  private func outlines(_ sheet: inout Sheet, rows: Int, from y: Float, width: Float = 9.5) {
    for row in 0..<rows {
      for column in 0..<20 {
        let x = 72 + 11 * Float(column)
        let top = y + 18 * Float(row)
        sheet.outline(x, top, x + width, top + 9.5)
        sheet.outline(x + 1, top + 2, x + width - 1, top + 7)
      }
    }
  }

  @Test func outlinedTextBesideTextIsPartial() {
    let found = readability {
      prose(&$0, lines: 5)
      outlines(&$0, rows: 4, from: 400)
    }
    #expect(found == Readability(grade: .partial, reasons: [.textAsOutlines(80)]))
  }

  @Test func aPageOfOutlinesIsNone() {
    let found = readability { outlines(&$0, rows: 20, from: 100) }
    #expect(found == Readability(grade: .none, reasons: [.noTextLayer, .textAsOutlines(400)]))
  }

  @Test func iconsAreNoText() {
    let found = readability {
      prose(&$0, lines: 5)
      for at in 0..<12 { $0.outline(72 + 36 * Float(at), 400, 90 + 36 * Float(at), 418) }
    }
    #expect(found == .full)
  }

  @Test func shapesUnderTextAreNoOutlines() {
    let found = readability {
      outlines(&$0, rows: 3, from: 92)
      for row in 0..<3 { $0.text("這些字的下面各有一個形狀所以是文字沒有錯", 72, 100 + 18 * Float(row), spacing: 0.1) }
    }
    #expect(found == .full)
  }

  @Test func glyphNumbersForCharactersAreNoText() {
    let found = readability { prose(&$0, map: { $0 < 0x100 ? $0 : 600 + $0 % 5003 }) }
    #expect(found.grade == .none)
    #expect(found.reasons == [.implausibleCodes(font: "Ming", glyphs: 800)])
  }

  @Test func shuffledCommonCharactersAreNoText() {
    let big5 = "丸凡刃勺吋屯巾弓弋戈斗斤爪爻牙叨叩召叮叼叱囚宄尻巨巧弁弘斥旦旬旭臼艾阡阱妃妁帆灰牟牝戍扛"
      .unicodeScalars.map(\.value)
    let found = readability { prose(&$0, map: { $0 < 0x100 ? $0 : big5[Int($0) % big5.count] }) }
    #expect(found.grade == .none)
  }

  @Test func bulletsInPrivateUseAreFine() {
    let found = readability {
      prose(&$0, lines: 10)
      for at in 0..<10 { $0.text("\u{F06C}", 60, 100 + 18 * Float(at)) }
    }
    #expect(found == .full)
  }

  @Test func wordsWithoutCharactersAreCounted() {
    let found = readability {
      prose(&$0, lines: 10)
      for at in 0..<9 {
        let x = 72 + 10 * Float(at)
        $0.glyph(
          Glyph(
            scalarValue: 0xFFFD, box: Box(x0: x, y0: 600, x1: x + 10, y1: 610), originX: x, originY: 609, size: 10,
            code: UInt32(at + 300)))
      }
    }
    #expect(found == Readability(grade: .partial, reasons: [.implausibleCodes(font: "Ming", glyphs: 9)]))
  }

  @Test func faultsOfReadingAreSaid() {
    let cut = readability {
      prose(&$0)
      $0.fault(.tooManyGlyphs(limit: 60_000))
      $0.fault(.tooManyShapes(limit: 20_000))
    }
    #expect(cut == Readability(grade: .partial, reasons: [.limitReached]))
    #expect(readability { $0.fault(.abandoned("stopped")) } == Readability(grade: .none, reasons: [.damaged]))
  }

  @Test(arguments: [
    (0x7684 as UInt32, CodeKind.ideograph), (0x9F98, .rareIdeograph), (0x41, .letter), (0x1F, .control),
    (0xF06C, .privateUse), (0x0E01, .strange), (0xFF05, .usual), (0x3000, .space), (0xFFFD, .unknown),
    (0xFFFF_FFFF, .strange),
  ])
  func codesHaveKinds(_ scalar: UInt32, _ kind: CodeKind) {
    #expect(CodeKind.of(scalar) == kind)
  }
}
