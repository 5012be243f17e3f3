import ReportModel

/// Type that is set over the page for show.
enum Watermark {
  /// In ems of the page: smaller slanted type labels a drawing.
  private static let smallest: Float = 1.8
  /// Lightness above this is read through.
  private static let readThrough = 480

  static func isSlanted(_ run: Run, em: Float) -> Bool {
    run.direction == .oblique && run.size >= smallest * em && isPale(run.color)
  }

  /// Large and pale enough to be read through.
  static func isPale(_ line: LineDraft, em: Float) -> Bool { line.size >= smallest * em && isPale(line.style.color) }

  private static func isPale(_ color: UInt32) -> Bool { Tint(color).lightness > readThrough }
}
