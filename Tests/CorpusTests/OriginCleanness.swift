import ReportModel

/// What no clean text may hold.
enum CleanText {
  /// Private, unseen, radical and compatibility code points: folding takes them all away.
  static func isLeftOver(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20: return scalar != "\n" && scalar != "\t"
    case 0x20..<0x7F, 0x3001...0x3126, 0x4E00...0x9FFF, 0xFF01...0xFF5E: return false
    case 0x7F...0x9F, 0xAD, 0x2E80...0x2FDF, 0x31C0...0x31EF, 0xE000...0xF8FF, 0xF0000...0x10FFFF: return true
    case 0xFB00...0xFB06, 0xFE10...0xFE1F, 0xFE30...0xFE6F: return true
    case 0xF900...0xFAFF, 0x2F800...0x2FA1F: return !scalar.properties.isUnifiedIdeograph
    default: return scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isWhitespace
    }
  }

  static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value) || scalar.value > 0xFF && scalar.properties.isUnifiedIdeograph
  }

  /// Latin letters and digits.
  static func isNarrow(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F: true
    default: false
    }
  }
}

extension OriginChecks {
  /// No space beside an ideograph, and nothing left that folding takes away.
  func checkCleanness() {
    let text = report.text.text
    for block in report.text.blocks {
      for index in block.range {
        if text[index] == " " {
          checkSpace(index, block)
        } else if CleanText.isLeftOver(text[index]) {
          leftOver(index)
        }
      }
      findings.kept(.folded, block.range.count)
    }
  }

  private func checkSpace(_ index: Int, _ block: TextBlock) {
    guard index > block.range.lowerBound, index + 1 < block.range.upperBound else {
      return findings.broken(.closeTogether, "\(report.place(index)): at the edge of a block")
    }
    let (before, after) = (report.text.text[index - 1], report.text.text[index + 1])
    let isBetween =
      CleanText.isIdeograph(before) && (CleanText.isIdeograph(after) || CleanText.isNarrow(after))
      || CleanText.isNarrow(before) && CleanText.isIdeograph(after)
    guard isBetween else { return findings.kept(.closeTogether) }
    if block.role == .tocEntry, CleanText.isNarrow(after) {
      findings.except(.closeTogether, "before the page number of a contents entry")
    } else {
      findings.broken(.closeTogether, "\(report.place(index)) in a \(block.role)")
    }
  }

  /// Private code points of a font that does not say what it draws stay: the reader is told by the page's grade.
  private func leftOver(_ index: Int) {
    let scalar = report.text.text[index]
    let source = report.text.origins.sources(of: index..<index + 1).first
    let name = "U+\(String(scalar.value, radix: 16, uppercase: true))"
    guard case .privateUse = scalar.properties.generalCategory, let source, let place = report.places[source.page],
      let glyph = report.glyph(source), let font = report.page(source)?.fonts[Int(glyph.font)]
    else { return findings.broken(.folded, "\(report.place(index)): \(name)") }
    let isTold = report.blocks[place].readability.reasons.contains { reason in
      if case .implausibleCodes = reason { return true }
      return false
    }
    if isTold {
      findings.except(.folded, "private, on a page told to have implausible codes")
    } else {
      findings.broken(.folded, "\(report.place(index)): \(name) of \(font.name), \(describe(source))")
    }
  }
}
