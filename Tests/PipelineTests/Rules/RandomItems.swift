import ReportModel
import RuleBook
import Support

/// Items made of what breaks writers and readers of tables.
struct RandomItems {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(state: seed) }

  static let nasty = [
    "a", "治理", "𠮷野家", "👩‍👩‍👧", "e\u{301}", "line\nline", "line\r\nline", "\tx", "\"", "'", "''", "'=1", ",", ";", "；",
    "a;b", "a; b",
    "\\", "a\\;b", "\\;", "001", "1.50", "12", "-3", "-", "=1+1", "2-7", "2024/5/1", "true", "no", "~", "null", "1.0",
    "a: b", "a #b",
    "#a", "[a]", "{a: b}", "- a", "& a", "* a", "  both ends  ", " ", "\u{3000}全形", "\u{85}", "\u{2028}", "\u{FEFF}x",
    "_x000D_",
    "\u{0}", "\u{1}", "<b>&amp;", "GRI 305-1", String(repeating: "長", count: 300),
  ]

  static let pack = Pack(
    id: "p", names: Phrase("P", "P"), industries: named(["finance", "services"]), activities: named(["factories"]),
    levels: ["policy", "target"].map { Pack.Level(id: $0, names: Phrase($0, $0), tense: .any) },
    dimensions: [
      Pack.Dimension(id: "social", names: Phrase("Social", "社會"), subDimensions: places(["board", "people"])),
      Pack.Dimension(id: "env", names: Phrase("Environment", "環境"), subDimensions: places(["water"])),
    ], place: Place(file: "p/pack.yaml"))

  private static func places(_ ids: [String]) -> [Pack.SubDimension] {
    ids.map { Pack.SubDimension(id: $0, names: Phrase($0, $0)) }
  }

  private static func named(_ ids: [String]) -> [Pack.Named] { ids.map { Pack.Named(id: $0, names: Phrase($0, $0)) } }

  mutating func items() -> [Item] {
    (0..<Int.random(in: 0...8, using: &random)).map { item(number: $0) }
  }

  private mutating func item(number: Int) -> Item {
    let id = text() + "\(number)"
    return Item(
      id: id, pack: "p", names: Phrase(text(), text()), subDimension: one(of: ["board", "people", "water"]),
      polarity: one(of: Item.Polarity.allCases), level: one(of: ["policy", "target"]),
      industries: some(of: ["finance", "services"]), activities: some(of: ["factories"]),
      topics: Bool.random(using: &random) ? [id] : some(of: Self.nasty), points: points(),
      references: some(of: Self.nasty),
      notes: one(of: [Phrase("", ""), Phrase("", text()), Phrase(text(), "")]), place: Place(file: "p/items.yaml"))
  }

  private mutating func text() -> String {
    let first = one(of: Self.nasty)
    return Bool.random(using: &random) ? first : first + one(of: Self.nasty)
  }

  private mutating func points() -> Figure {
    Figure(
      digits: Int64.random(in: -999_999...999_999, using: &random), exponent: Int.random(in: -4...2, using: &random))
  }

  private mutating func one<Element>(of all: [Element]) -> Element {
    all[Int.random(in: 0..<all.count, using: &random)]
  }

  private mutating func some(of all: [String]) -> [String] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in one(of: all) }
  }
}
