import CPoppler
import ReportModel

extension FontFace {
  init(_ font: KZFont) {
    func has(_ flag: Int) -> Bool { font.flags & UInt32(flag) != 0 }
    self.init(
      name: font.name.map { String(cString: $0) } ?? "", isBold: has(KZFontBold), isItalic: has(KZFontItalic),
      isType3: has(KZFontType3), hasUnicodeMap: has(KZFontHasUnicodeMap), isEmbedded: has(KZFontEmbedded))
  }
}

extension KZPage {
  var pageFaults: [PageFault] {
    func has(_ flag: Int) -> Bool { faults & UInt32(flag) != 0 }
    var result: [PageFault] = []
    if has(KZTooManyGlyphs) { result.append(.tooManyGlyphs(limit: KZGlyphLimit)) }
    if has(KZTooManyShapes) { result.append(.tooManyShapes(limit: KZShapeLimit)) }
    if has(KZPageDamaged) { result.append(.damaged(damage.map { String(cString: $0) } ?? "")) }
    return result
  }
}
