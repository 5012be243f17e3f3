import Testing

@testable import ReviewServer

struct HTMLTests {
  private static func text(_ html: HTML) -> String { String(decoding: html.bytes, as: UTF8.self) }

  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("</p><img src=x onerror=alert(1)>", "&lt;/p&gt;&lt;img src=x onerror=alert(1)&gt;"),
    ("a & b 'c' \"d\"", "a &amp; b &#39;c&#39; &quot;d&quot;"), ("排放\u{0}\u{1B}量", "排放\u{FFFD}\u{FFFD}量"),
    ("fdp\u{202E}exe", "fdp\u{FFFD}exe"),
  ])
  func textIsNeverMarkup(_ words: String, expected: String) {
    #expect(Self.text(HTML(.p) { words }) == "<p>\(expected)</p>")
    #expect(Self.text(HTML(.input, .value(words))) == "<input value=\"\(expected)\">")
  }

  @Test
  func piecesStandInOrder() {
    let html = HTML(.ul, .class("a", "b")) {
      for number in 1...2 { HTML(.li) { "\(number)" } }
      if Bool(true) { HTML(.li) { "<" } }
    }
    #expect(Self.text(html) == "<ul class=\"a b\"><li>1</li><li>2</li><li>&lt;</li></ul>")
  }

  @Test(arguments: [
    "javascript:alert(1)", "data:text/html,x", "//evil.example", "ftp://a", " https://a", "https://a b",
  ])
  func onlyTheWebIsLinkedTo(_ address: String) { #expect(WebAddress(address) == nil) }

  @Test
  func partsOfAddressesAreEncoded() {
    #expect(
      Link("reports", "a/b?c", query: [("q", "範 & 例")]).text == "/reports/a%2Fb%3Fc?q=%E7%AF%84%20%26%20%E4%BE%8B")
    #expect(Link("a", query: [("x", "1"), ("y", "2")]).with("x", nil).text == "/a?y=2")
  }

  @Test(arguments: ["//evil.example/x", "https://evil.example", "/a/../b", "\\\\evil", "", "/a%0d%0aX: y"])
  func wayBackStaysHere(_ text: String) { #expect(Link(local: text) == nil) }

  @Test(arguments: [(0.1 + 0.2, "0.3"), (12, "12"), (-1.5, "-1.5"), (.nan, "0"), (1 / 3.0, "0.333")])
  func numbersArePlain(_ number: Double, expected: String) { #expect(Attribute.plain(number) == expected) }
}
