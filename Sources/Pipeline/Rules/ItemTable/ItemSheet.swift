import ReportModel
import RuleBook
import Sheets

/// The item table of a pack as a sheet, one row an item.
package func itemSheet(of pack: Pack) -> Sheet {
  let dimensions = pack.placeNames
  let rows = pack.items.map { item in ItemColumn.allCases.map { cell($0, of: item, dimensions[item.subDimension]) } }
  return Sheet(name: "items", header: ItemColumn.allCases.map(\.rawValue), rows: rows)
}

/// The ids that cells of the item table may hold, with their names: a second sheet to look them up in.
package func idSheet(of pack: Pack) -> Sheet {
  func row(_ column: ItemColumn, _ id: String, _ names: Phrase) -> [Cell] {
    [.text(column.rawValue), .text(id), .text(names.chinese), .text(names.english)]
  }
  var rows: [[Cell]] = []
  for dimension in pack.dimensions {
    rows.append(row(.dimension, dimension.id, dimension.names))
    rows += dimension.subDimensions.map { row(.subDimension, $0.id, $0.names) }
  }
  rows += pack.levels.map { row(.level, $0.id, $0.names) }
  rows += pack.industries.map { row(.industries, $0.id, $0.names) }
  rows += pack.activities.map { row(.activities, $0.id, $0.names) }
  return Sheet(name: "ids", header: ["column", "id", "name zh-Hant", "name en"], rows: rows)
}

/// A sub-dimension with the dimension that it is of.
struct PlaceNames {
  var dimension: Pack.Named
  var subDimension: Pack.SubDimension
}

extension Pack {
  /// By sub-dimension.
  var placeNames: [String: PlaceNames] {
    let pairs = dimensions.flatMap { dimension in
      dimension.subDimensions.map { place in
        (place.id, PlaceNames(dimension: Named(id: dimension.id, names: dimension.names), subDimension: place))
      }
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }
}

private func cell(_ column: ItemColumn, of item: Item, _ place: PlaceNames?) -> Cell {
  switch column {
  case .id: .text(item.id)
  case .chineseName: .text(item.names.chinese)
  case .englishName: .text(item.names.english)
  case .dimension: .text(place?.dimension.id ?? "")
  case .dimensionName: .text(both(place?.dimension.names))
  case .subDimension: .text(item.subDimension)
  case .subDimensionName: .text(both(place?.subDimension.names))
  case .polarity: .text(item.polarity.rawValue)
  case .level: .text(item.level)
  case .industries: .text(CellList.joined(item.industries))
  case .activities: .text(CellList.joined(item.activities))
  // An empty cell means what a missing key means: the item's own id.
  case .topics:
    .text(item.topics == [item.id] ? "" : item.topics.isEmpty ? CellList.none : CellList.joined(item.topics))
  case .points: .number(item.points)
  case .references: .text(CellList.joined(item.references))
  case .chineseNotes: .text(item.notes.chinese)
  case .englishNotes: .text(item.notes.english)
  }
}

private func both(_ names: Phrase?) -> String {
  guard let names else { return "" }
  return names.chinese == names.english ? names.chinese : "\(names.chinese) \(names.english)"
}
