import ReportModel

/// A document as one page to check by eye: each page's picture with its blocks, roles, reading order and cells drawn
/// on it, beside the text.
///
/// Nothing is fetched and nothing runs: pictures are data URIs, the style is inline, there is no script.
package func writeHTML(
  of document: Document, pages: PageSelection, pictures: PageDrawer?, to sink: ByteSink
) throws(OutputFailure) {
  let report = document.report
  let parts = report.partsByPage()
  var html = HTMLWriter(report: report)
  html.head(document, pages: pages)
  try sink(html.buffer)
  for page in report.pages where pages.contains(page.number) {
    html.clear()
    let picture = pictures.flatMap { $0(page.number) }
    html.page(
      page, faults: document.faults[page.number] ?? [], parts: parts[page.number] ?? [], picture: picture)
    try sink(html.buffer)
  }
  html.clear()
  html.foot()
  try sink(html.buffer)
}

/// Writes the pieces of the check page; all text goes through `text`, which escapes it.
struct HTMLWriter {
  var buffer = ByteBuffer()
  let report: ReportText

  init(report: ReportText) { self.report = report }

  mutating func clear() { buffer.removeAll() }

  mutating func head(_ document: Document, pages: PageSelection) {
    buffer.append(
      """
      <!DOCTYPE html>
      <html lang="zh-Hant"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>
      """)
    text(document.input.unicodeScalars)
    buffer.append("</title>\n<style>\n")
    buffer.append(checkPageStyle)
    buffer.append("</style></head><body>\n<header><h1>")
    text(document.input.unicodeScalars)
    buffer.append("</h1>")
    if let failure = document.failure {
      buffer.append("<p class=\"failure\">")
      text(failure.code.rawValue.unicodeScalars)
      buffer.append(": ")
      text(failure.message.unicodeScalars)
      buffer.append("</p>")
    }
    legend()
    buffer.append("<nav>")
    for page in report.pages where pages.contains(page.number) { pageLink(page) }
    buffer.append("</nav></header>\n<main>\n")
  }

  mutating func foot() { buffer.append("</main></body></html>\n") }

  /// Characters that HTML would take for marks are written as references.
  mutating func text(_ scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars {
      switch scalar {
      case "&": buffer.append("&amp;")
      case "<": buffer.append("&lt;")
      case ">": buffer.append("&gt;")
      case "\"": buffer.append("&quot;")
      case "'": buffer.append("&#39;")
      case "\u{0}"..."\u{8}", "\u{B}"..."\u{1F}", "\u{7F}"..."\u{9F}": buffer.append("\u{FFFD}")
      default: buffer.append(scalar: scalar)
      }
    }
  }

  private mutating func legend() {
    buffer.append("<p class=\"legend\">")
    for role in BlockRole.allCases {
      buffer.append("<span class=\"role ")
      buffer.append(string: role.rawValue)
      buffer.append("\">")
      buffer.append(string: role.rawValue)
      buffer.append("</span> ")
    }
    buffer.append("</p>")
  }

  private mutating func pageLink(_ page: PageSummary) {
    buffer.append("<a class=\"")
    buffer.append(string: page.readability.grade.rawValue)
    buffer.append("\" href=\"#page-")
    buffer.append(page.number)
    buffer.append("\">")
    buffer.append(page.number)
    buffer.append("</a> ")
  }
}
