/// Words that somebody wrote, on one line: at least one of them, and nothing that ends a line or that a terminal obeys.
package struct OneLine: Sendable, Hashable {
  package let text: String

  /// Line ends and the like become spaces; nil where nothing is left.
  package init?(_ text: String) {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isSpace = scalar.properties.isWhitespace || Self.isUnprintable(scalar)
      if !isSpace {
        kept.append(scalar)
      } else if let last = kept.last, last != " " {
        kept.append(" ")
      }
    }
    if kept.last == " " { kept.removeLast() }
    guard !kept.isEmpty else { return nil }
    self.text = String(kept)
  }

  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: false
    }
  }
}

extension String {
  /// The same for spellings that differ only in width, case, blanks, and in 臺 for 台.
  package var comparable: String {
    var result = String.UnicodeScalarView()
    for scalar in lowercased().unicodeScalars where !scalar.properties.isWhitespace {
      switch scalar.value {
      case 0xFF01...0xFF5E:
        let narrow = Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        result.append(contentsOf: narrow.properties.lowercaseMapping.unicodeScalars)
      case 0x81FA: result.append("台")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
