import ReportModel

/// Which of a company's documents count for a window of time, and why the others do not.
package struct WindowDocuments: Sendable, Equatable {
  /// By name.
  package let counted: [Counted]
  package let leftOut: [LeftOut]

  package struct Counted: Sendable, Equatable {
    package let report: ReportRecord
    package let upload: Upload
  }

  package struct LeftOut: Sendable, Equatable {
    package let report: ReportRecord
    package let reason: Reason
  }

  /// When a document came.
  package struct Upload: Sendable, Equatable {
    package let day: Day
    package let source: Source

    package enum Source: Sendable, Equatable {
      case told(Placement.Source)
      /// Nobody knows when it was uploaded: this is when the archive first saw it.
      case firstSeen
    }
  }

  package enum Reason: Sendable, Equatable {
    /// Nobody knows all of whose it is, of which year, and what kind it is.
    case unplaced([Placement.Question])
    case otherYear(Int)
    case late(Upload)
    /// Another one counts instead.
    case superseded(by: KnownDocument)
  }

  /// - Parameter reports: all documents of one company.
  package init(_ reports: [ReportRecord], _ window: DocumentWindow) {
    var inside: [ReportRecord] = []
    var leftOut: [LeftOut] = []
    for report in reports {
      if let reason = Self.reason(report, window) {
        leftOut.append(LeftOut(report: report, reason: reason))
      } else {
        inside.append(report)
      }
    }
    // Among those that are there by the day only: a correction that comes later corrects nothing yet.
    let superseded = Precedence.superseded(ofOneCompany: inside)
    counted = Self.byName(
      inside.filter { superseded[$0.document.id] == nil }.map { Counted(report: $0, upload: Upload($0)) }, \.report)
    leftOut += inside.compactMap { report in
      superseded[report.document.id].map { LeftOut(report: report, reason: .superseded(by: $0)) }
    }
    self.leftOut = Self.byName(leftOut, \.report)
  }

  private static func reason(_ report: ReportRecord, _ window: DocumentWindow) -> Reason? {
    let open = report.placement.openQuestions
    guard open.isEmpty, let year = report.placement.year?.value else { return .unplaced(open) }
    if year != window.reportYear { return .otherYear(year) }
    let upload = Upload(report)
    if let cutOff = window.cutOff, upload.day > cutOff { return .late(upload) }
    return nil
  }

  /// The SHA-256 of those that a document that counts takes the place of.
  package func corrected(by report: ReportRecord) -> [String] {
    leftOut.compactMap { left in
      guard case .superseded(let current) = left.reason, current.id == report.document.id,
        Precedence.corrects(report, left.report)
      else { return nil }
      return left.report.document.sha256
    }
  }

  private static func byName<Element>(_ elements: [Element], _ report: (Element) -> ReportRecord) -> [Element] {
    elements.sorted { a, b in
      let (first, second) = (report(a).document, report(b).document)
      return (first.name, first.sha256) < (second.name, second.sha256)
    }
  }
}

extension WindowDocuments.Upload {
  package init(_ report: ReportRecord) {
    if let told = report.placement.uploaded {
      self.init(day: told.value, source: .told(told.source))
    } else {
      self.init(day: report.firstSeen, source: .firstSeen)
    }
  }
}
