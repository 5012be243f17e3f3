import ReportModel

extension Readability {
  /// A page that was not read to its end never passes for a whole one, however good the rest of it looks.
  mutating func lower(by page: PageText) {
    for fault in page.faults {
      let (best, reason) = fault.doubt
      let grade = page.glyphs.isEmpty && best == .partial ? .none : best
      if grade.rank > self.grade.rank { self.grade = grade }
      if !reasons.contains(reason) { reasons.append(reason) }
    }
  }
}

extension PageFault {
  /// How well a page with this fault can be readable at best, and why.
  fileprivate var doubt: (best: Readability.Grade, reason: Readability.Reason) {
    switch self {
    case .abandoned: (.none, .damaged)
    case .damaged: (.partial, .damaged)
    case .tooManyGlyphs: (.partial, .limitReached)
    // Shapes bear no text: what is missed may be a table's lines.
    case .tooManyShapes: (.full, .limitReached)
    }
  }
}

extension Readability.Grade {
  fileprivate var rank: Int {
    switch self {
    case .full: 0
    case .partial: 1
    case .none: 2
    }
  }
}
