import ReportModel

/// The words of a page as a reader takes them in: what is written in letters and figures word by word, Chinese character
/// by character. Blanks are none.
package struct PageWords: Sendable, Equatable {
  package let page: Int
  package let words: [Word]

  package struct Word: Sendable, Hashable {
    package let text: String
    /// Whether a blank stands before it.
    package let isApart: Bool

    package static func == (a: Word, b: Word) -> Bool { a.text == b.text }
    package func hash(into hasher: inout Hasher) { hasher.combine(text) }
  }

  package init(page: Int, _ text: some Sequence<Unicode.Scalar>) {
    self.page = page
    var words: [Word] = []
    var open = String.UnicodeScalarView()
    var isApart = false
    func close() {
      guard !open.isEmpty else { return }
      words.append(Word(text: String(open), isApart: isApart))
      open = String.UnicodeScalarView()
      isApart = false
    }
    for scalar in text {
      if scalar.properties.isWhitespace {
        close()
        isApart = true
      } else if Self.joins(scalar) {
        open.append(scalar)
      } else {
        close()
        open.append(scalar)
        close()
      }
    }
    close()
    self.words = words
  }

  /// Letters and figures of a word, and the signs within numbers.
  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x2C, 0x2E, 0x25: true
    default: false
    }
  }

  /// All pages of a report, blocks in reading order; a block that runs over pages with each of its parts on its own.
  package static func pages(of report: ReportText) -> [PageWords] {
    var texts: [Int: [Unicode.Scalar]] = [:]
    for block in report.blocks {
      for part in block.parts {
        texts[part.page, default: []] += report.text[part.range]
        texts[part.page, default: []].append("\n")
      }
    }
    return report.pages.map { PageWords(page: $0.number, texts[$0.number] ?? []) }
  }
}

extension Sequence<PageWords.Word> {
  /// As they are read.
  var joined: String { reduce(into: "") { $0 += ($1.isApart && !$0.isEmpty ? " " : "") + $1.text } }
}
