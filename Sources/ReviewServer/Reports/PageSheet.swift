import Pipeline
import ReportModel

/// A page's picture with what was found there marked on it.
struct PageSheet {
  let visit: Visit
  let document: String
  let size: PageSize
  let zoom: Int
  let marks: [Mark]
  /// The report says what is drawn on it; elsewhere nothing is.
  var canDraw = false

  struct Mark {
    let boxes: [Box]
    /// The same in the text.
    let ranges: [Range<Int>]
    let id: String
    let title: String
    let link: Link?
    let isSelected: Bool
    let look: StaticString
  }

  var html: HTML {
    HTML(.div, .classes(["paper", Self.zoomClass(zoom)]), .data("page", String(size.number))) {
      HTML(
        .img, .src(.picture(document, page: size.number, zoom > 150 ? .large : .medium)),
        .alt(visit.say("page \(size.number)", "第 \(size.number) 頁")), .length(.width, size.width),
        .length(.height, size.height))
      HTML(
        .svg,
        canDraw
          ? [.viewBox(width: size.width, height: size.height), .id("overlay")]
          : [.viewBox(width: size.width, height: size.height)]
      ) {
        for mark in marks where !mark.boxes.isEmpty { html(of: mark) }
      }
    }
  }

  private static func zoomClass(_ zoom: Int) -> StaticString? {
    switch zoom {
    case 150: "zoom-150"
    case 200: "zoom-200"
    case 300: "zoom-300"
    default: nil
    }
  }

  private func html(of mark: Mark) -> HTML {
    let shape = HTML(.g, .classes(["mark", mark.look, mark.isSelected ? "selected" : nil]), .data("mark", mark.id)) {
      HTML(.title) { mark.title }
      for box in mark.boxes {
        HTML(
          .rect, .length(.x, Double(box.x0) - 1.5), .length(.y, Double(box.y0) - 1.5),
          .length(.width, Double(max(box.width, 0)) + 3), .length(.height, Double(max(box.height, 0)) + 3),
          .length(.rx, 1.5))
      }
    }
    guard let link = mark.link else { return shape }
    return HTML(.a, .href(link)) { shape }
  }
}

extension PageSheet.Mark {
  /// How a line is marked on a page.
  init(
    _ line: ReviewedReport.Line, on page: Int, title: String, link: Link?, isSelected: Bool, look: StaticString? = nil
  ) {
    self.init(
      boxes: line.shown.boxes.filter { $0.page == page }.map(\.box), ranges: line.shown.evidence.focus,
      id: line.id.text, title: title, link: link, isSelected: isSelected,
      look: look ?? line.entry.judgement.markLook)
  }
}
