import ReportModel

/// A page on the wire: glyphs and shapes as raw memory, the rest value by value.
extension ByteWriter {
  static func page(_ page: PageText) -> [UInt8] {
    let size = page.glyphs.count * MemoryLayout<Glyph>.stride + page.rulings.count * MemoryLayout<Ruling>.stride
    var frame = ByteWriter(.page, capacity: size + 4096)
    frame.put(page.number)
    frame.put(page.label)
    frame.put(page.width)
    frame.put(page.height)
    frame.put(page.glyphs)
    frame.put(UInt32(page.fonts.count))
    for font in page.fonts {
      frame.put(font.name)
      frame.put(font.flags)
    }
    frame.put(page.rulings)
    frame.put(page.fills)
    frame.put(page.pictures)
    frame.put(page.outlines)
    frame.put(UInt32(page.faults.count))
    for fault in page.faults { frame.put(fault) }
    return frame.finishedFrame()
  }

  private mutating func put(_ fault: PageFault) {
    switch fault {
    case .tooManyGlyphs(let limit): put(kind: 0, number: limit)
    case .tooManyShapes(let limit): put(kind: 1, number: limit)
    case .damaged(let message): put(kind: 2, text: message)
    case .abandoned(let message): put(kind: 3, text: message)
    }
  }

  private mutating func put(kind: UInt8, number: Int = 0, text: String = "") {
    put(kind)
    put(number)
    put(text)
  }
}

extension ByteReader {
  mutating func takePage() throws(ByteFault) -> PageText {
    var page = PageText(number: try take(), label: try takeOptionalString(), width: try take(), height: try take())
    page.glyphs = try takeList()
    page.fonts = try takeEach { reader throws(ByteFault) in
      FontFace(name: try reader.takeString(), flags: try reader.take())
    }
    page.rulings = try takeList()
    page.fills = try takeList()
    page.pictures = try takeList()
    page.outlines = try takeList()
    page.faults = try takeEach { reader throws(ByteFault) in try reader.takeFault() }
    guard isAtEnd, page.isSound else { throw ByteFault() }
    return page
  }

  private mutating func takeFault() throws(ByteFault) -> PageFault {
    let kind: UInt8 = try take()
    let number: Int = try take()
    let text = try takeString()
    switch kind {
    case 0: return .tooManyGlyphs(limit: number)
    case 1: return .tooManyShapes(limit: number)
    case 2: return .damaged(text)
    case 3: return .abandoned(text)
    default: throw ByteFault()
    }
  }
}

extension PageText {
  /// What the stages rely on: every glyph's font is in the list, and every place on the page is a number.
  fileprivate var isSound: Bool {
    guard width.isFinite, height.isFinite, width >= 0, height >= 0 else { return false }
    // A sum of differences with themselves is 0 unless one is infinite or no number: one test for them all.
    var residue: Float = 0
    for glyph in glyphs {
      guard Int(glyph.font) < fonts.count else { return false }
      let sum = glyph.box.x0 + glyph.box.y0 + glyph.box.x1 + glyph.box.y1 + glyph.originX + glyph.originY + glyph.size
      residue += sum - sum
    }
    for box in rulings.lazy.map(\.box) { residue += box.residue }
    for box in fills.lazy.map(\.box) { residue += box.residue }
    for box in pictures { residue += box.residue }
    for box in outlines { residue += box.residue }
    return residue == 0
  }
}

extension Box {
  fileprivate var residue: Float { (x0 - x0) + (y0 - y0) + (x1 - x1) + (y1 - y1) }
}

extension FontFace {
  fileprivate var flags: UInt8 {
    UInt8(isBold ? 1 : 0) | (isItalic ? 2 : 0) | (isType3 ? 4 : 0) | (hasUnicodeMap ? 8 : 0) | (isEmbedded ? 16 : 0)
  }

  fileprivate init(name: String, flags: UInt8) {
    self.init(
      name: name, isBold: flags & 1 != 0, isItalic: flags & 2 != 0, isType3: flags & 4 != 0,
      hasUnicodeMap: flags & 8 != 0, isEmbedded: flags & 16 != 0)
  }
}
