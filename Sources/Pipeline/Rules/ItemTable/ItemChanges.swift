import ReportModel
import RuleBook

/// What an edited item table changes in a pack.
package struct ItemChanges: Sendable, Equatable {
  package var new: [Item] = []
  package var gone: [Item] = []
  package var changed: [Change] = []
  /// Whether items that stay stand in another order.
  package var isReordered = false

  package struct Change: Sendable, Equatable {
    package var item: String
    package var fields: [Field]
  }

  package struct Field: Sendable, Equatable {
    package var name: String
    package var old: String
    package var new: String
  }

  package var isEmpty: Bool { new.isEmpty && gone.isEmpty && changed.isEmpty && !isReordered }

  package init(from old: [Item], to new: [Item]) {
    let before = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Set(new.map(\.id))
    self.new = new.filter { before[$0.id] == nil }
    gone = old.filter { !after.contains($0.id) }
    changed = new.compactMap { item in
      guard let earlier = before[item.id], !earlier.saysTheSame(as: item) else { return nil }
      return Change(item: item.id, fields: Self.fields(earlier, item))
    }
    isReordered = old.map(\.id).filter(after.contains) != new.map(\.id).filter { before[$0] != nil }
  }

  private static func fields(_ old: Item, _ new: Item) -> [Field] {
    zip(values(of: old), values(of: new)).compactMap { old, new in
      old.text == new.text ? nil : Field(name: old.column.rawValue, old: old.text, new: new.text)
    }
  }

  private static func values(of item: Item) -> [(column: ItemColumn, text: String)] {
    [
      (.chineseName, item.names.chinese), (.englishName, item.names.english), (.subDimension, item.subDimension),
      (.polarity, item.polarity.rawValue), (.level, item.level), (.industries, CellList.joined(item.industries)),
      (.activities, CellList.joined(item.activities)), (.topics, CellList.joined(item.topics)),
      (.points, item.points.plain), (.references, CellList.joined(item.references)),
      (.chineseNotes, item.notes.chinese), (.englishNotes, item.notes.english),
    ]
  }
}
