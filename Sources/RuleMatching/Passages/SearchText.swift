import Quantities
import ReportModel
import RuleBook

/// A report made ready for rules: its text with the composed texts of headings and table headers behind it, and the
/// passages in which evidence may stand. Literals and quantities are located once, where somebody asks.
///
/// Belongs to one thread.
final class SearchText {
  let report: ReportText
  let scalars: [Unicode.Scalar]
  private let literals: LazyFinds<LiteralHit>
  private let numbers: LazyFinds<Quantity>
  let passages: [Passage]
  let tables: [TableView]
  /// For each section the titles above it, outermost first, and its own.
  let headings: [[ComposedText]]
  /// By place.
  let composed: [ComposedText]

  /// How much of a report is made ready.
  enum Extent {
    /// What any rule may find something in; the findings are the same.
    case asked
    case everything
  }

  init(_ report: ReportText, book: CompiledBook, _ extent: Extent) {
    let isAsked =
      switch extent {
      case .asked: book.interest.blocks(of: report)
      case .everything: report.blocks.map { _ in true }
      }
    var composer = SearchComposer(report, isAsked: isAsked)
    composer.composeHeadings()
    composer.composeTables()
    composer.findPassages()
    self.report = report
    scalars = composer.scalars
    composed = composer.composed
    headings = composer.headings
    tables = composer.tables
    passages = composer.passages
    literals = LazyFinds(in: scalars) { [scalars] in book.search.hits(in: scalars, range: $0) }
    numbers = LazyFinds(in: scalars) { [scalars] in findQuantities(in: scalars, range: $0) }
  }

  /// The literals that start within a range, by start.
  func hits(in range: Range<Int>) -> ArraySlice<LiteralHit> { literals.starting(in: range) }

  /// All quantities, by start.
  var quantities: [Quantity] { numbers.all }

  /// The quantities that stand wholly within a range, by start.
  func quantities(in range: Range<Int>) -> ArraySlice<Quantity> { numbers.within(range) }

  func headingRanges(ofBlock index: Int) -> [Range<Int>] {
    guard let section = report.blocks[index].section, headings.indices.contains(section) else { return [] }
    return headings[section].map(\.range)
  }

  /// The report's text behind a range of the search text.
  func sources(of range: Range<Int>) -> [Range<Int>] {
    if range.upperBound <= report.text.count { return [range] }
    let index = firstIndex(composed) { $0.range.upperBound >= range.upperBound }
    return composed.indices.contains(index) ? composed[index].sources : []
  }

  /// The page on which a passage stands, or a place in it.
  func page(of passage: Passage, at place: Int? = nil) -> Int {
    if let place = passage.cell, let cell = tables[place.table].firstCell(of: place) { return cell.page }
    let block = report.blocks[passage.block]
    let place = place ?? passage.range.lowerBound
    let source = sources(of: place..<place + 1).first?.lowerBound ?? block.range.lowerBound
    let part = block.parts.last { $0.range.lowerBound <= source } ?? block.parts.first
    return part?.page ?? 0
  }

  func string(_ range: Range<Int>) -> String { String(scalars: scalars[range]) }
}
