import Archive
import ReportModel

/// Pictures of evidence: what stands on the page around it.
struct EvidenceCuts {
  /// What the picture shows, in points of the page.
  struct Cut {
    let frame: Box
    /// What is to be lit.
    let boxes: [Box]
    let png: [UInt8]
  }

  /// Pixels to a point: as sharp as paper at arm's length.
  private static let scale = 1.5
  private static let (sideways, upwards): (Float, Float) = (60, 26)
  private static let (narrowest, tallest): (Float, Float) = (470, 420)

  /// By evidence; what cannot be drawn is left out.
  static func of(
    _ lines: [ReviewedReport.Line], in report: ReportRecord, _ originals: OriginalStore
  ) -> [EvidenceID: Cut] {
    let framed = lines.compactMap { line in frame(line).map { (line: line, frame: $0) } }
    guard !framed.isEmpty, !report.document.name.lowercased().hasSuffix(".txt"),
      let file = try? originals.original(report.document, paths: report.paths),
      let pictures = try? PictureCuts.draw(framed.map(\.frame), of: file, scale: scale, options: ReadOptions())
    else { return [:] }
    return zip(framed, pictures).reduce(into: [:]) { cuts, pair in
      guard let png = pair.1 else { return }
      let page = pair.0.frame.page
      cuts[pair.0.line.id] = Cut(
        frame: pair.0.frame.box, boxes: pair.0.line.shown.boxes.filter { $0.page == page }.map(\.box), png: png)
    }
  }

  /// Wide enough to read what stands beside it; of a high one only its beginning.
  private static func frame(_ line: ReviewedReport.Line) -> PlacedBox? {
    let page = line.shown.evidence.page
    guard let around = Box(around: line.shown.boxes.filter { $0.page == page }.map(\.box)) else { return nil }
    let missing = max(0, narrowest - around.width - 2 * sideways) / 2
    let bottom = min(around.y1, around.y0 + tallest)
    let box = Box(
      x0: max(0, around.x0 - sideways - missing), y0: max(0, around.y0 - upwards),
      x1: around.x1 + sideways + missing, y1: bottom + upwards)
    return box.x0.isFinite && box.y1.isFinite ? PlacedBox(page: page, box: box) : nil
  }
}
