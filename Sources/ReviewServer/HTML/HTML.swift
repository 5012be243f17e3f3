/// A piece of a page.
///
/// There is no way to put marks in but by elements and attributes, and none of these runs anything: words of reports,
/// names and notes are text whatever they look like. Style and script come from files alone.
struct HTML: Sendable, Equatable {
  private(set) var bytes: [UInt8] = []

  init() {}

  /// Text; characters that would be taken for marks are written as references.
  init(_ text: some StringProtocol) { append(escaped: text) }

  init(_ tag: Tag, _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }) {
    self.init(tag, attributes, content: content)
  }

  init(_ tag: Tag, _ attributes: [Attribute], @HTMLBuilder content: () -> HTML = { HTML() }) {
    bytes.append(UInt8(ascii: "<"))
    bytes += tag.rawValue.utf8
    for attribute in attributes { append(attribute) }
    bytes.append(UInt8(ascii: ">"))
    guard !tag.isVoid else { return }
    bytes += content().bytes
    bytes += "</".utf8
    bytes += tag.rawValue.utf8
    bytes.append(UInt8(ascii: ">"))
  }

  mutating func append(_ other: HTML) { bytes += other.bytes }

  private mutating func append(_ attribute: Attribute) {
    bytes.append(UInt8(ascii: " "))
    bytes += attribute.name.utf8
    guard let value = attribute.value else { return }
    bytes += "=\"".utf8
    append(escaped: value)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(escaped text: some StringProtocol) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes += "&amp;".utf8
      case "<": bytes += "&lt;".utf8
      case ">": bytes += "&gt;".utf8
      case "\"": bytes += "&quot;".utf8
      case "'": bytes += "&#39;".utf8
      // Control characters are no characters of HTML; those that turn the direction of writing can disguise words.
      case "\u{0}"..."\u{8}", "\u{B}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        bytes += "\u{FFFD}".utf8
      default: bytes += UTF8.encode(scalar).map { Array($0) } ?? []
      }
    }
  }

  /// The whole page as a browser gets it.
  static func document(language: String, head: HTML, body: HTML) -> [UInt8] {
    let page = HTML(.html, .lang(language)) {
      head
      body
    }
    return Array("<!DOCTYPE html>\n".utf8) + page.bytes
  }
}

/// Pieces one after another; strings among them are text.
@resultBuilder
enum HTMLBuilder {
  static func buildExpression(_ html: HTML) -> HTML { html }
  static func buildExpression(_ html: HTML?) -> HTML { html ?? HTML() }
  static func buildExpression(_ all: [HTML]) -> HTML { buildArray(all) }
  static func buildExpression(_ text: String) -> HTML { HTML(text) }
  static func buildBlock(_ parts: HTML...) -> HTML { buildArray(parts) }
  static func buildOptional(_ html: HTML?) -> HTML { html ?? HTML() }
  static func buildEither(first: HTML) -> HTML { first }
  static func buildEither(second: HTML) -> HTML { second }
  static func buildArray(_ all: [HTML]) -> HTML { all.reduce(into: HTML()) { $0.append($1) } }
}

extension HTML {
  func followed(by other: HTML) -> HTML {
    var both = self
    both.append(other)
    return both
  }
}
