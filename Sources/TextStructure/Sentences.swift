import ReportModel

/// Marks the sentences of running text in every block that has any.
func markSentences(_ report: inout ReportText) {
  for index in report.blocks.indices {
    let block = report.blocks[index]
    guard block.table == nil, hasSentences(block.role) else { continue }
    report.blocks[index].sentences = SentenceFinder(text: report.text, range: block.range).sentences()
  }
}

private func hasSentences(_ role: BlockRole) -> Bool {
  switch role {
  case .heading, .paragraph, .listItem, .caption, .figureText, .footnote: true
  case .table, .tocEntry, .runningHeader, .runningFooter, .pageNumber, .navigation, .watermark: false
  }
}

/// Cuts a range of text into sentences: at 。！？；, at newlines, at Latin full stops that end one, with the closing
/// quotes and brackets that follow.
///
/// Full stops of decimals, abbreviations and numbering do not end a sentence, nor does anything inside brackets
/// or quotes that close later in the same line (「好。」他說).
struct SentenceFinder {
  let text: [Unicode.Scalar]
  let range: Range<Int>

  func sentences() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let value = text[index].value
      if value == 0x0A {
        add(start..<index, &found)
        start = index + 1
        depth = 0
      } else if Self.isOpening(value) {
        depth += 1
      } else if Self.isClosing(value) {
        depth = max(0, depth - 1)
      } else if let end = end(at: index), depth == 0 || closesSoon(from: end) {
        let stop = skipClosing(from: end)
        add(start..<stop, &found)
        start = stop
        depth = 0
        index = stop
        continue
      }
      index += 1
    }
    add(start..<range.upperBound, &found)
    return found
  }

  private func add(_ sentence: Range<Int>, _ found: inout [Range<Int>]) {
    var low = sentence.lowerBound
    var high = sentence.upperBound
    while low < high, text[low].value == 0x20 { low += 1 }
    while low < high, text[high - 1].value == 0x20 { high -= 1 }
    if low < high { found.append(low..<high) }
  }

  /// Where the run of marks that ends a sentence here stops; nil where none does.
  private func end(at index: Int) -> Int? {
    switch text[index].value {
    case 0x3002, 0xFF01, 0xFF1F, 0xFF1B:
      var end = index + 1
      while end < range.upperBound, [0x3002, 0xFF01, 0xFF1F].contains(text[end].value) { end += 1 }
      return end
    case 0x21, 0x3F: return isFollowedBySpace(index) ? index + 1 : nil
    case 0x2E: return endsLatinSentence(index) ? index + 1 : nil
    default: return nil
    }
  }

  private func isFollowedBySpace(_ index: Int) -> Bool {
    let next = skipClosing(from: index + 1)
    return next >= range.upperBound || text[next].value == 0x20 || text[next].value == 0x0A
  }

  private func endsLatinSentence(_ index: Int) -> Bool {
    guard isFollowedBySpace(index), index > range.lowerBound else { return false }
    var next = skipClosing(from: index + 1)
    while next < range.upperBound, text[next].value == 0x20 { next += 1 }
    guard next < range.upperBound else { return true }
    // A sentence starts with a capital, a figure, an ideograph or a quotation mark.
    if (0x61...0x7A).contains(text[next].value) { return false }
    return !Self.abbreviations.contains(word(before: index))
  }

  /// The letters and dots right before a full stop, in lower case.
  private func word(before index: Int) -> [UInt32] {
    var word: [UInt32] = []
    var place = index - 1
    while place >= range.lowerBound, word.count < 8 {
      let value = text[place].value
      if let letter = WordEvidence.lowerCase(value) { word.append(letter) } else if value != 0x2E { break }
      place -= 1
    }
    return word.count == 1 && place >= range.lowerBound && text[place].value != 0x20 ? [] : word.reversed()
  }

  private func skipClosing(from index: Int) -> Int {
    var end = index
    while end < range.upperBound, Self.isClosing(text[end].value) { end += 1 }
    return end
  }

  /// Whether what ends inside brackets or quotes is at their end, so that the sentence ends with them.
  private func closesSoon(from end: Int) -> Bool {
    let stop = skipClosing(from: end)
    guard stop > end else { return false }
    return stop >= range.upperBound || text[stop].value == 0x0A || !Self.goesOn(text[stop].value)
  }

  /// Marks after a closing quote that show the sentence going on.
  private static func goesOn(_ value: UInt32) -> Bool {
    [0xFF0C, 0x3001, 0x3002, 0xFF1B, 0xFF01, 0xFF1F, 0x2C, 0x2E].contains(value)
  }

  private static func isOpening(_ value: UInt32) -> Bool {
    [0x300C, 0x300E, 0xFF08, 0x28, 0x300A, 0x3010, 0x201C, 0x5B].contains(value)
  }

  private static func isClosing(_ value: UInt32) -> Bool {
    [0x300D, 0x300F, 0xFF09, 0x29, 0x300B, 0x3011, 0x201D, 0x5D, 0x22].contains(value)
  }

  private static let abbreviations: Set<[UInt32]> = {
    let words =
      "co inc ltd corp no fig vol dr mr mrs ms st vs eg ie etc approx dept est jan feb mar apr jun jul aug sep sept oct nov dec p pp ch sec art"
    let letters = "a b c d e f g h i j k l m n o p q r s t u v w x y z"
    return Set((words + " " + letters).split(separator: " ").map { $0.unicodeScalars.map(\.value) })
  }()
}
