import Support
import Testing

@testable import RuleMatching

@Suite("Search for literals")
struct LiteralSearchTests {
  @Test(
    "Edges of Latin words, case, spaces",
    arguments: [
      ("RBA", "RBA規範與URBAN、Rba", ["RBA", "Rba"]),
      ("ISO", "ISO14001、isolate、依ISO", ["ISO", "ISO"]),
      ("3TG", "衝突礦產3TG，A3TG，33TG", ["3TG"]),
      ("SDG 1", "SDG 13與SDG 1、SDG1", ["SDG 1", "SDG1"]),
      ("ISO 14001", "ISO 14001:2015與ISO14001", ["ISO 14001", "ISO14001"]),
      ("TCFD 建議", "TCFD建議", ["TCFD建議"]),
      ("永續", "永續永續", ["永續", "永續"]),
      ("𠀀", "甲𠀀", ["𠀀"]),
      ("-A", "B-A", ["-A"]),
      ("", "甲", []),
      (" ", "A B", [" "]),
      ("É", "Éé", ["É"]),
    ])
  func finds(_ literal: String, _ text: String, _ found: [String]) {
    #expect(hits([Literal(literal)], text) == found)
  }

  @Test("A literal may ask for its own case, and for less than a word")
  func strictness() {
    #expect(hits([Literal("GRI", foldsCase: false)], "gri GRI Gri") == ["GRI"])
    #expect(hits([Literal("iso", isWord: false)], "ISOlate") == ["ISO"])
  }

  @Test("Literals within literals are all found, the same word twice too")
  func overlaps() {
    let literals = ["碳排放量", "排放", "放量", "量", "排放"].map { Literal($0) }
    let search = LiteralSearch(literals)
    let found = search.hits(in: Array("碳排放量".unicodeScalars))
    #expect(
      found == [
        LiteralHit(literal: 0, range: 0..<4), LiteralHit(literal: 1, range: 1..<3),
        LiteralHit(literal: 4, range: 1..<3), LiteralHit(literal: 2, range: 2..<4),
        LiteralHit(literal: 3, range: 3..<4),
      ])
  }

  @Test("A range is searched as if it were all the text")
  func range() {
    let text = Array("xRBAx永續".unicodeScalars)
    let search = LiteralSearch([Literal("RBA"), Literal("永續")])
    #expect(search.hits(in: text, range: 1..<4) == [LiteralHit(literal: 0, range: 1..<4)])
    #expect(search.hits(in: text, range: 4..<6) == [])
    #expect(LiteralSearch([]).hits(in: text) == [])
  }

  @Test("More spaces than can be tried are all there or none")
  func manySpaces() {
    #expect(hits([Literal("甲 乙 丙 丁 戊 己")], "甲乙丙丁戊己，甲 乙 丙 丁 戊 己，甲乙 丙丁戊己").count == 2)
  }

  @Test("The same as a search that tries every literal at every place")
  func naive() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededRandom(state: seed)
    for _ in 0..<300 {
      let literals = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        Literal(
          word(upTo: 5, &random), foldsCase: .random(using: &random), isWord: .random(using: &random))
      }
      let text = Array(word(upTo: 120, &random).unicodeScalars)
      let start = Int.random(in: 0...text.count, using: &random)
      let range = start..<Int.random(in: start...text.count, using: &random)
      let expected = naiveHits(literals, text, range)
      #expect(LiteralSearch(literals).hits(in: text, range: range) == expected, "seed \(seed)")
    }
  }

  private func hits(_ literals: [Literal], _ text: String) -> [String] {
    let text = Array(text.unicodeScalars)
    return LiteralSearch(literals).hits(in: text).map { words(text, $0.range) }
  }

  private func word(upTo length: Int, _ random: inout SeededRandom) -> String {
    let alphabet: [Unicode.Scalar] = ["a", "A", "b", "1", "2", " ", "永", "續", "𠀀", "-"]
    let scalars = (0..<Int.random(in: 0...length, using: &random)).map { _ in
      alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
    }
    return words(scalars, 0..<scalars.count)
  }
}

/// Every literal, with every choice of its spaces, at every place.
private func naiveHits(_ literals: [Literal], _ text: [Unicode.Scalar], _ range: Range<Int>) -> [LiteralHit] {
  var hits: [LiteralHit] = []
  for (index, literal) in literals.enumerated() {
    for start in range {
      for end in start + 1..<range.upperBound + 1 where stands(literal, text, start..<end, within: range) {
        hits.append(LiteralHit(literal: index, range: start..<end))
      }
    }
  }
  return hits.sorted {
    ($0.range.lowerBound, $0.range.upperBound, $0.literal) < ($1.range.lowerBound, $1.range.upperBound, $1.literal)
  }
}

private func stands(_ literal: Literal, _ text: [Unicode.Scalar], _ range: Range<Int>, within: Range<Int>) -> Bool {
  let spelt = words(text, range)
  func folded(_ word: String) -> String { literal.foldsCase ? word.lowercased() : word }
  guard matches(Array(folded(literal.text).unicodeScalars)[...], Array(folded(spelt).unicodeScalars)[...]) else {
    return false
  }
  guard literal.isWord else { return true }
  let before = range.lowerBound > within.lowerBound ? text[range.lowerBound - 1] : nil
  let after = range.upperBound < within.upperBound ? text[range.upperBound] : nil
  return mayPart(text[range.lowerBound], before) && mayPart(text[range.upperBound - 1], after)
}

private func mayPart(_ edge: Unicode.Scalar, _ neighbour: Unicode.Scalar?) -> Bool {
  guard let neighbour, edge.isASCII, neighbour.isASCII else { return true }
  let (isLetter, besideLetter) = (edge.properties.isAlphabetic, neighbour.properties.isAlphabetic)
  let (isDigit, besideDigit) = (("0"..."9").contains(edge), ("0"..."9").contains(neighbour))
  return !(isLetter && besideLetter) && !(isDigit && (besideLetter || besideDigit))
}

/// Whether a word can be read as a literal some of whose spaces are missing.
private func matches(_ literal: ArraySlice<Unicode.Scalar>, _ word: ArraySlice<Unicode.Scalar>) -> Bool {
  guard let first = literal.first else { return word.isEmpty }
  if first == word.first, matches(literal.dropFirst(), word.dropFirst()) { return true }
  return first == " " && matches(literal.dropFirst(), word)
}
