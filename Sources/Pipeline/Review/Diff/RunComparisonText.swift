import ReportModel
import Review

/// How a terminal shows a comparison.
package struct TerminalLook: Sendable {
  package let hasColour: Bool
  /// Columns; nil where it is no terminal, and lines are as long as they are.
  package let width: Int?

  package init(hasColour: Bool, width: Int?) {
    self.hasColour = hasColour
    self.width = width
  }

  package static let plain = TerminalLook(hasColour: false, width: nil)

  /// From so many columns on, what was and what is stand beside each other.
  private static let fewestBeside = 100

  /// Of each side; nil where they stand below each other.
  var sideWidth: Int? {
    guard let width, width >= Self.fewestBeside else { return nil }
    return (width - RunComparisonText.indent.count - RunComparisonText.gap.count) / 2
  }
}

/// A comparison for a person.
package func text(of report: RunComparisonReport, in language: Language, look: TerminalLook = .plain) -> ByteBuffer {
  ByteBuffer(lines: RunComparisonText(report, language, look).lines)
}

struct RunComparisonText {
  private let report: RunComparisonReport
  private let wording: RunComparisonWording
  private let language: Language
  private let look: TerminalLook

  static let indent = "      "
  static let gap = " │ "

  init(_ report: RunComparisonReport, _ language: Language, _ look: TerminalLook) {
    self.report = report
    self.language = language
    self.look = look
    wording = RunComparisonWording(report: report, language: language)
  }

  var lines: [String] { head + lists + report.documents.flatMap(lines) + new }

  private var isOfTexts: Bool { report.documents.contains { $0.text != nil } }

  private var head: [String] {
    [paint(wording.title, .bold)] + wording.engines.map { "  " + $0 }
      + [isOfTexts ? wording.textCounts : wording.counts]
  }

  private var lists: [String] {
    guard let lists = report.lists else { return [] }
    let head = Phrase("Lists", "名單")(language)
    let none = ["  " + Phrase("nobody moves on or off a list", "名單沒有變動")(language)]
    let lines = lists.map {
      "  \(wording.label($0.company)): \($0.before.text(in: language)) → \($0.after.text(in: language))"
    }
    return ["", paint(head, .bold)] + (lines.isEmpty ? none : lines)
  }

  private var new: [String] {
    guard !report.new.isEmpty else { return [] }
    let head = Phrase("New reports, compared with nothing", "新增的報告（無從比較）")(language)
    return ["", paint(head, .bold)] + report.new.map { "  " + wording.text($0) }
  }

  // MARK: Documents

  private func lines(_ document: RunComparisonReport.Document) -> [String] {
    let title = [wording.label(document), wording.predecessor(document.pair), wording.rates(document)]
      .compactMap { $0 }.joined(separator: "  ")
    return ["", paint(title, .bold)] + document.items.flatMap(lines) + (document.text.map(lines) ?? [])
  }

  private func lines(_ item: RunComparisonReport.Item) -> [String] {
    let head = [
      "  \(item.id)", item.names(language).onOneLine, wording.effect(item.effect).map { paint($0, .blue) } ?? "",
    ]
    return [head.filter { !$0.isEmpty }.joined(separator: "  ")] + item.changes.flatMap(lines)
  }

  private func lines(_ explained: ExplainedChange) -> [String] {
    let cause = paint("[\(wording.cause(explained.cause))]", .dim)
    switch explained.change {
    case .state(let old, let new): return ["    = \(wording.state(old)) → \(wording.state(new))  \(cause)"]
    case .appeared(let placed): return [line("+", .green, placed, cause)] + quote("+", .green, placed)
    case .vanished(let placed): return [line("−", .red, placed, cause)] + quote("−", .red, placed)
    case .altered(let old, let new, let differences):
      let pages =
        wording.page(old) == wording.page(new) ? wording.page(new) : "\(wording.page(old)) → \(wording.page(new))"
      let head = "    \(paint("~", .yellow)) \(pages): \(wording.differences(explained.change))  \(cause)"
      return [head] + quotes(old, new, differences)
    }
  }

  private func line(_ sign: String, _ colour: Paint, _ placed: PlacedEvidence, _ cause: String) -> String {
    ["    \(paint(sign, colour)) \(wording.page(placed)):", wording.value(placed), cause].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  private func quote(_ sign: String, _ colour: Paint, _ placed: PlacedEvidence) -> [String] {
    folded(placed.evidence.quote.onOneLine, to: look.width.map { $0 - Self.indent.count })
      .map { Self.indent + paint($0, colour) }
  }

  /// One where the words are the same, else what was and what is.
  private func quotes(
    _ old: PlacedEvidence, _ new: PlacedEvidence, _ differences: Set<Difference>
  ) -> [String] {
    let (before, after) = (old.evidence.quote.onOneLine, new.evidence.quote.onOneLine)
    if before == after {
      return folded(after, to: look.width.map { $0 - Self.indent.count }).map { Self.indent + $0 }
    }
    guard let width = look.sideWidth else {
      return quote("−", .red, old) + quote("+", .green, new)
    }
    let (left, right) = (folded(before, to: width), folded(after, to: width))
    return (0..<max(left.count, right.count)).map { row in
      let first = (row < left.count ? left[row] : "").rightPadded(to: width)
      let second = row < right.count ? right[row] : ""
      return Self.indent + paint(first, .red) + Self.gap + paint(second, .green)
    }
  }

  // MARK: Texts

  private func lines(_ text: TextComparison) -> [String] {
    let pages = text.differing
    let head = Phrase(
      "  \(RunComparisonWording.percent(text.similarity)) the same, \(pages.count) of \(text.pages.count) pages differ",
      "  相同 \(RunComparisonWording.percent(text.similarity))，\(text.pages.count) 頁中有 \(pages.count) 頁不同")(language)
    return [head] + pages.flatMap(lines)
  }

  private func lines(_ page: PageComparison) -> [String] {
    let head = ["    \(wording.pages(page))", RunComparisonWording.percent(page.similarity), wording.words(page)]
    let pieces = page.before.page == nil || page.after.page == nil ? [] : page.pieces
    return [head.filter { !$0.isEmpty }.joined(separator: "  ")]
      + pieces.indices.compactMap { line(pieces, $0) }
  }

  /// With a few words before it, so that it can be found on the page.
  private func line(_ pieces: [PageComparison.Piece], _ place: Int) -> String? {
    let piece = pieces[place]
    let before = place > 0 && pieces[place - 1].kind == .kept ? String(pieces[place - 1].text.suffix(8)) : ""
    let lead = before.isEmpty ? "" : paint("…\(before)", .dim)
    let words = shown(piece.text.onOneLine)
    switch piece.kind {
    case .kept: return nil
    case .lost: return Self.indent + "− \(lead)\(paint(words, .red))"
    case .gained: return Self.indent + "+ \(lead)\(paint(words, .green))"
    case .movedAway: return Self.indent + "« \(lead)\(paint(words, .yellow))"
    case .movedHere: return Self.indent + "» \(lead)\(paint(words, .yellow))"
    }
  }

  /// Characters of a stretch that was lost or gained; json and html have all of it.
  private static let mostOfPiece = 80

  private func shown(_ text: String) -> String {
    text.unicodeScalars.count > Self.mostOfPiece ? text.prefix(Self.mostOfPiece) + "…" : text
  }

  // MARK: Signs

  private enum Paint: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case blue = "34"
  }

  private func paint(_ text: String, _ paint: Paint) -> String {
    look.hasColour && !text.isEmpty ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Lines of no more columns than there are.
  private func folded(_ text: String, to width: Int?) -> [String] {
    guard let width, width > 10, !text.isEmpty else { return text.isEmpty ? [] : [text] }
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var taken = 0
    for scalar in text.unicodeScalars {
      let columns = DisplayWidth.of(scalar)
      if taken + columns > width {
        lines.append(String(line))
        (line, taken) = (String.UnicodeScalarView(), 0)
      }
      line.append(scalar)
      taken += columns
    }
    return lines + [String(line)]
  }
}
