import ReportModel

/// Tells how much of what a person sees on the page its text holds.
///
/// The grade says what may be concluded from the text: `full` that what it does not say is not on the page, `partial`
/// that something may stand there unread, `none` that there is nothing to go by. So a photograph without words can
/// make a page partial: from outside, it looks like a table that was pasted as a picture. A blank page is full. The
/// hidden text layer of a scan counts as text; there, only half a page without any is doubtful, for scans have margins.
///
/// `text` is how many glyphs the page has beside its running header, page number and the like: a scan with a stamped
/// number is still a scan.
func readability(of page: PageText, ink: Ink, text: Int) -> Readability {
  let codes = PlausibleCodes.doubtful(page)
  let signs = ReadabilitySigns(
    text: text, total: codes.total, outlined: OutlinedText.count(page, ink.glyphs),
    bare: BarePictures.percent(page, ink.glyphs), isHidden: isHidden(page, ink), doubtful: codes.fonts,
    isCut: page.faults.contains { $0.isLimit }, isDamaged: page.faults.contains { !$0.isLimit })
  return Readability(grade: signs.grade, reasons: signs.reasons)
}

/// Whether the page's text is the hidden layer of a scan.
private func isHidden(_ page: PageText, _ ink: Ink) -> Bool {
  ink.glyphs.first.map { page.glyphs[Int($0.glyph)].traits.contains(.invisible) } ?? false
}

/// What was measured on a page, and what follows from it.
private struct ReadabilitySigns {
  let text: Int
  let total: Int
  /// About how many characters are drawn as shapes.
  let outlined: Int
  /// Per cent of the page under pictures with no text near.
  let bare: Int
  let isHidden: Bool
  let doubtful: [PlausibleCodes.Doubt]
  let isCut: Bool
  let isDamaged: Bool

  /// Fewer glyphs than this are no text: a page number, a stray mark.
  private static let fewestGlyphs = 6
  /// A wordmark has fewer characters than this.
  private static let fewestOutlined = 12
  /// Pictures without text make a page doubtful from here on, where it has text beside them and where it has none.
  private static let bareBesideText = 20
  private static let bareUnderHidden = 50
  private static let bareAlone = 10
  private static let fewestDoubtful = 4
  /// Where all but this share of the glyphs are doubtful, the rest is no text either.
  private static let leastPlausible = 0.1

  private var hasText: Bool { text >= Self.fewestGlyphs }
  private var hasOutlined: Bool { outlined >= Self.fewestOutlined }
  private var hasBare: Bool {
    bare >= (!hasText ? Self.bareAlone : isHidden ? Self.bareUnderHidden : Self.bareBesideText)
  }
  private var doubtfulGlyphs: Int { doubtful.reduce(0) { $0 + $1.glyphs } }
  private var hasDoubtful: Bool { doubtfulGlyphs >= Self.fewestDoubtful }

  var grade: Readability.Grade {
    guard !reasons.isEmpty else { return .full }
    if !hasText, hasOutlined || hasBare || isDamaged { return .none }
    if hasDoubtful, Double(total - doubtfulGlyphs) < Self.leastPlausible * Double(total) { return .none }
    return .partial
  }

  var reasons: [Readability.Reason] {
    var result: [Readability.Reason] = []
    if !hasText, hasOutlined || hasBare { result.append(.noTextLayer) }
    if hasOutlined { result.append(.textAsOutlines(outlined)) }
    if hasBare { result.append(.pictures(percent: bare)) }
    if hasDoubtful { result += doubtful.map { .implausibleCodes(font: $0.font, glyphs: $0.glyphs) } }
    if isCut { result.append(.limitReached) }
    if isDamaged { result.append(.damaged) }
    return result
  }
}

extension PageFault {
  fileprivate var isLimit: Bool {
    switch self {
    case .tooManyGlyphs, .tooManyShapes: true
    case .damaged, .abandoned: false
    }
  }
}
