import Archive
import Pipeline
import ReportModel
import Review

/// A report as one visit wants to see it: which page, which evidence, how large, with which list beside it.
struct ReportView {
  let visit: Visit
  let reviewed: ReviewedReport
  let rubric: RubricNames
  let sizes: [PageSize]
  /// Of a document without pictures.
  let plain: ReportText?
  let page: Int
  let selected: Selection?
  let list: EvidenceList

  /// What is looked at.
  enum Selection {
    case line(ReviewedReport.Line)
    /// The item as a whole: nothing was found for it.
    case item(ReviewedReport.Item)

    var id: EvidenceID {
      switch self {
      case .line(let line): line.id
      case .item(let item): item.id
      }
    }

    var item: String {
      switch self {
      case .line(let line): line.entry.item
      case .item(let item): item.state.item
      }
    }
  }

  /// What stands beside the page.
  enum EvidenceList: String, CaseIterable {
    case page, found, open
    case missing = "not"

    var name: Phrase {
      switch self {
      case .page: Phrase("This page", "本頁")
      case .found: Phrase("All found", "全部已找到")
      case .open: Phrase("Undecided", "未覆核")
      case .missing: Phrase("Not found", "未找到")
      }
    }
  }

  init?(_ visit: Visit) throws(ArchiveFailure) {
    let desk = try visit.desk()
    guard let report = desk.document(visit.place("document")) else { return nil }
    self.visit = visit
    reviewed = try desk.reviewed(report)
    rubric = try visit.rubric()
    sizes = try visit.pageSizes(of: report)
    plain = try visit.plainText(of: report)
    let asked = Int(visit.asked("page"))
    selected = Self.selection(visit, reviewed, page: asked)
    let wanted = asked ?? selected.flatMap { Self.page(of: $0) } ?? 1
    page = min(max(wanted, 1), max(report.pageCount, 1))
    list = EvidenceList(rawValue: visit.asked("list")) ?? .page
  }

  private static func selection(_ visit: Visit, _ reviewed: ReviewedReport, page: Int?) -> Selection? {
    if let id = EvidenceID(visit.asked("evidence")) {
      if let line = reviewed.line(id) { return .line(line) }
      if let item = reviewed.item(ofState: id) { return .item(item) }
    }
    guard let item = reviewed.item(visit.asked("item")) else { return nil }
    let here = item.evidence.first { line in page.map { line.stands(on: $0) } ?? true }
    return (here ?? item.evidence.first).map(Selection.line) ?? .item(item)
  }

  private static func page(of selection: Selection) -> Int? {
    switch selection {
    case .line(let line): line.shown.evidence.page > 0 ? line.shown.evidence.page : nil
    case .item(let item): item.state.statement?.page ?? item.state.unreadable.first ?? item.state.pointers.first
    }
  }

  var report: ReportRecord { reviewed.report }
  var document: String { report.document.sha256 }

  var size: PageSize { sizes.first { $0.number == page } ?? .unknown(page) }

  /// Percent of the width of the window's half.
  var zoom: Int { Self.zooms.contains(Int(visit.asked("zoom")) ?? 0) ? Int(visit.asked("zoom")) ?? 100 : 100 }
  static let zooms = [100, 150, 200, 300]

  // MARK: Lines

  /// All evidence, by where it stands.
  var linesByPlace: [ReviewedReport.Line] {
    let lines = reviewed.items.flatMap(\.evidence)
    return lines.enumerated().sorted { a, b in
      let (first, second) = (a.element.place, b.element.place)
      return first == second ? a.offset < b.offset : first < second
    }.map(\.element)
  }

  func lines(on page: Int) -> [ReviewedReport.Line] { linesByPlace.filter { $0.stands(on: page) } }

  // MARK: Addresses

  func link(page: Int? = nil, _ evidence: EvidenceID? = nil, list: EvidenceList? = nil, zoom: Int? = nil) -> Link {
    let (shownList, shownZoom) = (list ?? self.list, zoom ?? self.zoom)
    let query: [(name: String, value: String)] = [
      ("page", page.map(String.init) ?? (evidence == nil ? String(self.page) : "")),
      ("evidence", evidence?.text ?? ""), ("list", shownList == .page ? "" : shownList.rawValue),
      ("zoom", shownZoom == 100 ? "" : String(shownZoom)),
    ]
    return Link(path: ["reports", document], query: query)
  }
}

extension ReviewedReport.Line {
  func stands(on page: Int) -> Bool {
    shown.evidence.page == page || shown.boxes.contains { $0.page == page }
  }

  /// By page, then from the top.
  fileprivate var place: (Int, Float) {
    let page = shown.evidence.page
    return (page, shown.boxes.first { $0.page == page }?.box.y0 ?? 0)
  }
}
