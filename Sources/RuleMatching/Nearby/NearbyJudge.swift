import Quantities
import ReportModel
import RuleBook

/// Reads the numbers of a passage whose subject stands near.
struct NearbyJudge {
  let matcher: Matcher
  let index: Int
  private let judge: Judge

  init(matcher: Matcher, index: Int) {
    self.matcher = matcher
    self.index = index
    judge = Judge(matcher: matcher, index: index)
  }

  private var text: SearchText { matcher.text }
  private var rule: CompiledRule { matcher.book.rules[index] }

  func judge(_ passage: Passage, subject: Range<Int>, nearness: Nearness) -> [Judgement] {
    guard let request = rule.rule.value else { return [] }
    let hit = Hit(subject)
    guard says(rule.nearby?.measure, passage) else { return [] }
    if let refusal = judge.refusal(of: passage) { return [judge.judgement(passage, hit, .refused(refusal))] }
    if let cell = figureCell(of: passage) { return judged(cell, passage, hit, nearness) }
    let fitting = text.quantities(in: passage.range).filter {
      $0.calendarYear == nil && fits($0, kinds: request.kinds, units: request.units) && !$0.unit.isEmpty
        && judge.isInRange(.quantity($0))
    }
    return fitting.map { judged($0, passage, hit, nearness) }
  }

  private func says(_ measure: CompiledCondition?, _ passage: Passage) -> Bool {
    guard let measure else { return true }
    let stretches = [passage.range] + matcher.headers(of: passage) + matcher.captions(of: passage)
    return matcher.holds(measure, in: stretches, of: passage, except: rule.except)
  }

  // MARK: Sentences

  private func judged(_ quantity: Quantity, _ passage: Passage, _ subject: Hit, _ nearness: Nearness) -> Judgement {
    var hit = Hit(quantity.range)
    hit.pieces = subject.pieces
    let year = judge.year(of: .quantity(quantity), hit, in: passage)
    var draft = Draft(hit: hit, passage: passage, value: .quantity(quantity), year: year, quote: [passage.range])
    draft.nearness = nearness
    return judge.judged(draft, Signs(matcher: matcher, passage: passage))
  }

  // MARK: Cells

  private func figureCell(of passage: Passage) -> TextTable.Cell? {
    guard let place = passage.cell, let cell = text.tables[place.table].cell(place), cell.range == passage.range,
      Quantities.quantity(ofCell: cell.range, in: text.scalars) != nil
    else { return nil }
    return cell
  }

  private func judged(_ cell: TextTable.Cell, _ passage: Passage, _ subject: Hit, _ nearness: Nearness) -> [Judgement] {
    guard let place = passage.cell, let row = place.row, let column = place.column else { return [] }
    let table = TableJudge(matcher: matcher, index: index)
    let view = text.tables[place.table]
    guard let quantity = table.value(of: cell, (row, column), in: view), judge.isInRange(.quantity(quantity)),
      !quantity.unit.isEmpty
    else { return [] }
    var hit = Hit(cell.range)
    hit.pieces = subject.pieces
    var draft = Draft(
      hit: hit, passage: passage, value: .quantity(quantity), quote: table.quote(of: cell, (row, column), in: view))
    draft.year = table.year(of: passage, crossing: view.columns[column].range, label: view.rows[row].range)
    draft.nearness = nearness
    return [judge.judged(draft, Signs(matcher: matcher, passage: passage))]
  }
}
