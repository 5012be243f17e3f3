import ReportModel
import RuleBook

/// The rubric of a rule book as one page to be read and printed: nothing is fetched and nothing runs.
package func rubricHTML(of book: RuleBook, in language: Language) -> ByteBuffer {
  var writer = RubricHTML(book: book, language: language)
  let views = book.packs.map { RubricView(pack: $0, book: book) }
  writer.head(views)
  for view in views { writer.add(view) }
  writer.addLists()
  writer.markup("</main></div></body></html>\n")
  return writer.buffer
}

/// Writes the pieces of the page; all text from the rules goes through `text`, which escapes it.
struct RubricHTML {
  private(set) var buffer = ByteBuffer()
  let book: RuleBook
  let language: Language

  init(book: RuleBook, language: Language) {
    self.book = book
    self.language = language
  }

  /// What the program itself says, with its marks.
  mutating func markup(_ markup: StaticString) { buffer.append(markup) }

  mutating func text(_ text: String) { buffer.append(escaped: text) }

  mutating func text(_ phrase: Phrase) { text(phrase(language)) }
  mutating func text(_ number: Int) { text(String(number)) }

  /// A text inside marks.
  mutating func element(_ name: StaticString, class style: StaticString = "", _ text: String) {
    open(name, class: style)
    self.text(text)
    close(name)
  }

  mutating func open(_ name: StaticString, class style: StaticString = "") {
    buffer.append("<")
    buffer.append(name)
    if style.utf8CodeUnitCount > 0 {
      buffer.append(" class=\"")
      buffer.append(style)
      buffer.append("\"")
    }
    buffer.append(">")
  }

  mutating func close(_ name: StaticString) {
    buffer.append("</")
    buffer.append(name)
    buffer.append(">")
  }

  /// A name in both languages, the reader's first.
  mutating func names(_ names: Phrase) {
    text(names)
    let other = language == .english ? names.chinese : names.english
    guard names.english != names.chinese else { return }
    markup(" <span class=\"other\" lang=\"")
    text(language == .english ? "zh-Hant" : "en")
    markup("\">")
    text(other)
    markup("</span>")
  }

  // MARK: Anchors

  /// No spaces, which an anchor may not have.
  static func anchor(_ parts: String...) -> String {
    String(
      String.UnicodeScalarView(
        parts.joined(separator: ".").unicodeScalars.map { $0.properties.isWhitespace ? "-" : $0 }))
  }

  mutating func link(_ anchor: String, class style: StaticString = "", _ body: (inout RubricHTML) -> Void) {
    markup("<a")
    if style.utf8CodeUnitCount > 0 {
      markup(" class=\"")
      markup(style)
      markup("\"")
    }
    markup(" href=\"#")
    for byte in anchor.utf8 { hrefByte(byte) }
    markup("\">")
    body(&self)
    markup("</a>")
  }

  private mutating func hrefByte(_ byte: UInt8) {
    let isPlain = byte < 0x80 && (Unicode.Scalar(byte).properties.isAlphabetic || "0123456789-._".utf8.contains(byte))
    guard !isPlain else { return buffer.append(byte: byte) }
    let digits = String(byte, radix: 16, uppercase: true)
    buffer.append(string: "%" + (digits.utf8.count < 2 ? "0" : "") + digits)
  }

  mutating func identifier(_ anchor: String) {
    markup(" id=\"")
    text(anchor)
    markup("\"")
  }

  // MARK: Head and contents

  mutating func head(_ views: [RubricView]) {
    let title = views.map { $0.pack.names(language) }.joined(separator: ", ")
    markup("<!DOCTYPE html>\n<html lang=\"")
    text(language.rawValue)
    markup("\"><head><meta charset=\"utf-8\">\n")
    markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
    text(title)
    markup("</title>\n<style>\n")
    markup(rubricStyle)
    markup("</style></head><body><div class=\"page\">\n<nav>")
    for view in views { contents(of: view) }
    if !book.lists.isEmpty {
      markup("<p class=\"lists\">")
      link("lists") { $0.text(Phrase("Word lists", "詞彙表")) }
      markup("</p>")
    }
    markup("</nav>\n<main>\n")
  }

  private mutating func contents(of view: RubricView) {
    let pack = view.pack
    markup("<h2>")
    link(Self.anchor(pack.id)) { $0.text(pack.names) }
    markup("</h2>\n")
    for dimension in view.dimensions {
      markup("<h3>")
      link(Self.anchor(pack.id, dimension.id)) { $0.text(dimension.names) }
      markup("</h3>\n")
      for place in dimension.subDimensions { contents(of: place, view) }
    }
  }

  private mutating func contents(of place: Pack.SubDimension, _ view: RubricView) {
    let items = view.items(of: place)
    guard !items.isEmpty else { return }
    markup("<details><summary>")
    text(place.names)
    signs(view.counts([place]))
    markup("</summary><ul>")
    for item in items {
      markup("<li>")
      link(Self.anchor(view.pack.id, item.id)) { $0.text(item.names) }
      markup("</li>")
    }
    markup("</ul></details>\n")
  }

  /// How many items add and how many take away.
  mutating func signs(_ counts: RubricView.Counts) {
    markup(" <span class=\"counts\">")
    if counts.positive > 0 {
      markup("<span class=\"plus\">+")
      text(counts.positive)
      markup("</span>")
    }
    if counts.negative > 0 {
      markup(" <span class=\"minus\">−")
      text(counts.negative)
      markup("</span>")
    }
    markup("</span>")
  }
}
