import ReportModel
import RuleBook
import Sheets

/// What is wrong in a cell of an item table.
package struct ItemSheetFault: Sendable, Equatable {
  /// From 1, as a spreadsheet counts.
  package var row: Int
  package var column: Int
  package var message: Phrase

  /// "cell C5: …".
  package var phrase: Phrase {
    let spot = SheetFailure(.badName, "", row: row, column: column).spot ?? ""
    return Phrase("\(spot): \(message.english)", "\(spot.replacing("cell ", with: "儲存格 "))：\(message.chinese)")
  }
}

/// The items of a sheet, checked against the rubric of their pack; rows of a fault are left out.
package func items(
  from sheet: Sheet, for pack: Pack
) -> (items: [Item], faults: [ItemSheetFault], ignored: [String]) {
  var reader = ItemSheetReader(sheet: sheet, pack: pack)
  let items = reader.items()
  return (items, reader.faults, reader.ignored)
}

/// Reads the rows of an item table one by one; columns are known by their heads and may stand in any order.
private struct ItemSheetReader {
  private(set) var faults: [ItemSheetFault] = []
  /// Heads of columns that nothing is read of.
  private(set) var ignored: [String] = []
  private let sheet: Sheet
  private let pack: Pack
  private let places: [String: PlaceNames]
  private var columns: [ItemColumn: Int] = [:]
  private var row = 0

  init(sheet: Sheet, pack: Pack) {
    self.sheet = sheet
    self.pack = pack
    places = pack.placeNames
    findColumns()
  }

  private mutating func findColumns() {
    for (index, head) in sheet.header.enumerated() {
      guard let column = ItemColumn(rawValue: head) else {
        if !head.isEmpty { ignored.append(head) }
        continue
      }
      if columns[column] != nil {
        add(index, Phrase("the column “\(head)” stands twice", "「\(head)」欄重複"), row: 1)
      }
      columns[column] = index
    }
    // A column that is missing would empty that field of every item.
    for column in ItemColumn.allCases where !column.isForReading && columns[column] == nil {
      let name = column.rawValue
      add(sheet.header.count, Phrase("there is no column “\(name)”", "缺少「\(name)」欄"), row: 1)
    }
  }

  private mutating func add(_ column: Int, _ message: Phrase, row: Int) {
    faults.append(ItemSheetFault(row: row, column: column + 1, message: message))
  }

  private mutating func complain(_ column: ItemColumn, _ message: Phrase) {
    add(columns[column] ?? 0, message, row: row + 2)
  }

  private func cell(_ column: ItemColumn) -> Cell {
    columns[column].map { sheet.cell(row: row, column: $0) } ?? .empty
  }

  private func text(_ column: ItemColumn) -> String { cell(column).text }

  // MARK: Rows

  mutating func items() -> [Item] {
    guard faults.isEmpty else { return [] }
    var items: [Item] = []
    var rows: [String: Int] = [:]
    for index in sheet.rows.indices where sheet.rows[index].contains(where: { !$0.text.isEmpty }) {
      row = index
      guard let item = item() else { continue }
      if let first = rows[item.id] {
        complain(.id, Phrase("“\(item.id)” stands in row \(first) already", "「\(item.id)」已在第 \(first) 列"))
        continue
      }
      rows[item.id] = index + 2
      items.append(item)
    }
    return items
  }

  private mutating func item() -> Item? {
    let before = faults.count
    let item = Item(
      id: wanted(.id), pack: pack.id, names: names(), subDimension: subDimension(), polarity: polarity(),
      level: known(.level, among: pack.levels.map(\.id)),
      industries: list(.industries, among: pack.industries.map(\.id)),
      activities: list(.activities, among: pack.activities.map(\.id)), topics: topics(), points: points(),
      references: CellList.texts(text(.references)), notes: Phrase(text(.englishNotes), text(.chineseNotes)),
      place: Place(file: "\(pack.id)/items.yaml"))
    return faults.count == before ? item : nil
  }

  private mutating func wanted(_ column: ItemColumn) -> String {
    let text = text(column)
    let name = column.rawValue
    if text.isEmpty { complain(column, Phrase("“\(name)” is empty", "「\(name)」是空的")) }
    return text
  }

  /// Of a name in one language only, the other is the same.
  private mutating func names() -> Phrase {
    let (chinese, english) = (text(.chineseName), text(.englishName))
    if chinese.isEmpty, english.isEmpty { _ = wanted(.chineseName) }
    return Phrase(english.isEmpty ? chinese : english, chinese.isEmpty ? english : chinese)
  }

  private mutating func subDimension() -> String {
    let id = known(.subDimension, among: pack.dimensions.flatMap { $0.subDimensions.map(\.id) })
    let dimension = text(.dimension)
    if let place = places[id], !dimension.isEmpty, place.dimension.id != dimension {
      complain(
        .dimension,
        Phrase(
          "“\(id)” is of the dimension “\(place.dimension.id)”, not “\(dimension)”",
          "「\(id)」屬於構面「\(place.dimension.id)」，不是「\(dimension)」"))
    }
    return id
  }

  private mutating func polarity() -> Item.Polarity {
    let text = text(.polarity)
    if text.isEmpty { return .positive }
    if let polarity = Item.Polarity(rawValue: text) { return polarity }
    _ = known(.polarity, among: Item.Polarity.allCases.map(\.rawValue))
    return .positive
  }

  private mutating func topics() -> [String] {
    let text = text(.topics)
    if text == CellList.none { return [] }
    let topics = CellList.texts(text)
    return topics.isEmpty ? [self.text(.id)] : topics
  }

  private mutating func points() -> Figure {
    switch cell(.points) {
    case .empty: return Figure(digits: 1)
    case .number(let figure): return figure
    case .text(let text), .link(let text, _):
      if let figure = Figure(plain: text) { return figure }
      complain(.points, Phrase("“\(text)” is no number", "「\(text)」不是數字"))
      return .zero
    }
  }

  private mutating func known(_ column: ItemColumn, among ids: [String]) -> String {
    let id = wanted(column)
    if !id.isEmpty { check(id, column, ids) }
    return id
  }

  private mutating func list(_ column: ItemColumn, among ids: [String]) -> [String] {
    let texts = CellList.texts(text(column))
    for text in texts { check(text, column, ids) }
    return texts
  }

  private mutating func check(_ id: String, _ column: ItemColumn, _ ids: [String]) {
    guard !ids.contains(id) else { return }
    let (name, list) = (column.rawValue, ids.joined(separator: ", "))
    complain(
      column,
      Phrase("the pack knows no \(name) “\(id)” (known: \(list))", "規則包沒有 \(name)「\(id)」（可用：\(list)）"))
  }
}
