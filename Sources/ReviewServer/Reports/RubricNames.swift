import Archive
import Pipeline
import ReportModel
import RuleBook

/// What the items of a rule book are called, and where they stand.
struct RubricNames: Sendable {
  private let items: [String: Entry]
  /// Levels by their ids.
  let levels: [(id: String, name: Phrase)]

  struct Entry: Sendable {
    let name: Phrase
    let subDimension: String
    let place: Phrase
    let isNegative: Bool
  }

  /// Where no rules can be told: everything is called by its id.
  static let none = RubricNames(items: [:], levels: [])

  private init(items: [String: Entry], levels: [(id: String, name: Phrase)]) {
    self.items = items
    self.levels = levels
  }

  init(_ book: RuleBook) {
    var items: [String: Entry] = [:]
    for pack in book.packs {
      let places = pack.dimensions.flatMap { dimension in
        dimension.subDimensions.map { ($0.id, $0.names) }
      }
      let names = Dictionary(places, uniquingKeysWith: { first, _ in first })
      for item in pack.items where items[item.id] == nil {
        items[item.id] = Entry(
          name: item.names, subDimension: item.subDimension,
          place: names[item.subDimension] ?? Phrase(item.subDimension, item.subDimension),
          isNegative: item.polarity == .negative)
      }
    }
    self.items = items
    levels = book.packs.flatMap(\.levels).map { ($0.id, $0.names) }
  }

  subscript(item: String) -> Entry? { items[item] }

  func name(of item: String) -> Phrase { items[item]?.name ?? Phrase(item, item) }

  func level(_ id: String) -> Phrase { levels.first { $0.id == id }?.name ?? Phrase(id, id) }
}

extension Visit {
  /// By the rules of the last run that ended.
  func rubric() throws(ArchiveFailure) -> RubricNames {
    guard let moment = try archive.moment() else { return .none }
    return try site.rubrics.value(moment.run.rules) { () throws(ArchiveFailure) in
      do throws(ArchiveScoringFailure) {
        let book = try site.shelves.books.value(moment.run.rules) { () throws(ArchiveScoringFailure) in
          try archive.ruleBook(of: moment)
        }
        return RubricNames(book)
      } catch {
        if case .archive(let failure) = error { throw failure }
        return .none
      }
    }
  }
}
