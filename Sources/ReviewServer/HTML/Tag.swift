/// The elements that pages are made of. What holds code or style as its contents is not among them.
enum Tag: String, Sendable {
  // The page.
  case html, head, body, title, meta, link
  /// Only ever empty, with the address of a file.
  case script
  case header, main, nav, footer, section, article, aside, div
  // Text.
  case h1, h2, h3, h4, p, span, strong, em, small, a, br, hr, code, kbd, mark, pre, blockquote, abbr, time, del, ins
  case ul, ol, li, dl, dt, dd
  case details, summary, dialog, figure, figcaption, img
  // Tables.
  case table, caption, thead, tbody, tfoot, tr, th, td
  // Forms.
  case form, label, input, button, select, option, optgroup, textarea, fieldset, legend, output, datalist
  case progress, meter
  // Drawings.
  case svg, g, rect, line, circle, path, polyline, text, image

  var isVoid: Bool {
    switch self {
    case .meta, .link, .br, .hr, .img, .input: true
    default: false
    }
  }
}
