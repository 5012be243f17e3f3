import ReportModel
import Testing

@testable import Pipeline

struct HTMLFormatTests {
  @Test func nothingOfTheReportIsTakenForMarkup() throws {
    var sample = SampleReport()
    sample.add(.paragraph, "</p><script>alert('1')</script>&amp; \"q\"")
    sample.addTable([["<b>", "&"], ["'", "\""]])
    var document = sample.document
    document.input = "<img src=x onerror=1>.pdf"
    document.failure = ReadFailure(.damaged, "<i>")
    let html = try write(document)
    #expect(!html.contains("<script"))
    #expect(!html.contains("<img"))
    #expect(!html.contains("<i>"))
    #expect(!html.contains("<b>"))
    #expect(html.contains("&lt;/p&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp; &quot;q&quot;"))
  }

  @Test func thePolicyForbidsEveryRequest() throws {
    let html = try write(SampleReport().document)
    #expect(html.contains("default-src 'none'; img-src data:; style-src 'unsafe-inline'"))
    #expect(!html.contains("http://") && !html.contains("https://"))
  }

  @Test func picturesAreAskedForPageByPageAndOnlyWhereSelected() throws {
    var sample = SampleReport(pages: 3)
    for page in 1...3 { sample.add(.paragraph, "文", page: page) }
    var asked: [Int] = []
    var pieces: [Int] = []
    let selection = try #require(PageSelection("2,3"))
    try writeHTML(
      of: sample.document, pages: selection,
      pictures: { page in
        asked.append(page)
        return Array("PNG".utf8)
      }, to: { buffer in pieces.append(buffer.bytes.count) })
    #expect(asked == [2, 3])
    #expect(pieces.count == 4)
  }

  @Test func blocksAreDrawnInReadingOrderOverThePicture() throws {
    var sample = SampleReport()
    sample.add(.heading, "標題", level: 1)
    sample.add(.paragraph, "內文")
    let html = try write(sample.document)
    #expect(html.contains("viewBox=\"0 0 595 842\""))
    #expect(html.contains("href=\"data:image/png;base64,UE5H\""))
    #expect(html.contains("id=\"b1-1\" class=\"heading\""))
    #expect(html.contains("id=\"b1-2\" class=\"paragraph\""))
    #expect(html.contains("<rect class=\"block\" x=\"10\" y=\"20\" width=\"100\" height=\"20\"/>"))
  }

  private func write(_ document: Document) throws -> String {
    var bytes: [UInt8] = []
    try writeHTML(
      of: document, pages: .all, pictures: { _ in Array("PNG".utf8) }, to: { buffer in bytes += buffer.bytes })
    return String(decoding: bytes, as: UTF8.self)
  }
}
