import Archive
import ReportModel

/// A page of which there is no picture, for the document is text: its words, with what was found marked among them.
struct PlainSheet {
  let text: ReportText
  let page: Int
  let marks: [PageSheet.Mark]

  var html: HTML {
    HTML(.div, .class("paper", "plain"), .data("page", String(page))) {
      for block in text.blocks {
        for part in block.parts where part.page == page { HTML(.p) { words(part.range) } }
      }
    }
  }

  /// Where two marks overlap, the first one stands.
  private func words(_ range: Range<Int>) -> HTML {
    let hits = marks.flatMap { mark in
      mark.ranges.map { (range: $0.clamped(to: range), mark: mark) }
    }.filter { !$0.range.isEmpty }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    var html = HTML()
    var place = range.lowerBound
    for hit in hits where hit.range.lowerBound >= place {
      html.append(HTML(text.string(place..<hit.range.lowerBound)))
      html.append(marked(hit.range, hit.mark))
      place = hit.range.upperBound
    }
    html.append(HTML(text.string(place..<range.upperBound)))
    return html
  }

  private func marked(_ range: Range<Int>, _ mark: PageSheet.Mark) -> HTML {
    let words = HTML(
      .mark, .classes(["mark", mark.look, mark.isSelected ? "selected" : nil]), .data("mark", mark.id),
      .title(mark.title)
    ) { text.string(range) }
    guard let link = mark.link else { return words }
    return HTML(.a, .href(link)) { words }
  }
}

extension KnownDocument {
  var isPlainText: Bool { name.lowercased().hasSuffix(".txt") }
}

extension Visit {
  /// Of a document that has no pages to draw.
  func plainText(of report: ReportRecord) throws(ArchiveFailure) -> ReportText? {
    guard report.document.isPlainText, report.status != .failed else { return nil }
    return try archive.storedText(report.text)
  }
}
