import CPoppler
import ReportModel
import Testing

@testable import PageReading

/// Glyphs and shapes come over from C as raw memory: both sides must agree on every offset.
@Suite struct RecordLayoutTests {
  @Test func glyphsLieAlikeInCAndSwift() {
    #expect(MemoryLayout<KZGlyph>.stride == MemoryLayout<Glyph>.stride)
    let c = KZGlyph(
      scalar: 0x6C34, x0: 1, y0: 2, x1: 3, y1: 4, originX: 5, originY: 6, size: 7, font: 8, direction: 2, traits: 16,
      color: 0x112233, code: 9, mark: -10)
    let swift: [Glyph] = withUnsafePointer(to: c) { copied($0, 1) }
    #expect(
      swift == [
        Glyph(
          scalarValue: 0x6C34, box: Box(x0: 1, y0: 2, x1: 3, y1: 4), originX: 5, originY: 6, size: 7, font: 8,
          directionValue: 2, traits: .artifact, color: 0x112233, code: 9, mark: -10)
      ])
  }

  @Test func shapesLieAlikeInCAndSwift() {
    let c = KZShape(box: KZBox(x0: 1, y0: 2, x1: 3, y1: 4), color: 0xABCDEF)
    let rulings: [Ruling] = withUnsafePointer(to: c) { copied($0, 1) }
    let fills: [Fill] = withUnsafePointer(to: c) { copied($0, 1) }
    #expect(rulings == [Ruling(box: Box(x0: 1, y0: 2, x1: 3, y1: 4), color: 0xABCDEF)])
    #expect(fills == [Fill(box: Box(x0: 1, y0: 2, x1: 3, y1: 4), color: 0xABCDEF)])
  }
}
