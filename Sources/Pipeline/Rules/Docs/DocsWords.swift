import ReportModel
import RuleBook

/// How the words of the rule language are put to a reader.
package enum DocsWords {
  package static func name(of scope: Scope) -> Phrase {
    switch scope {
    case .clause: Phrase("the clause", "子句")
    case .sentence: Phrase("the sentence", "句子")
    case .paragraph: Phrase("the paragraph", "段落")
    case .row: Phrase("the row with its headers", "表格列與其表頭")
    case .context: Phrase("the paragraph, the headings above and the headers", "段落、上層標題與表頭")
    case .section: Phrase("the section", "章節")
    case .headings: Phrase("the headings above", "上層標題")
    case .stretch: Phrase("the very words", "該段文字本身")
    }
  }

  package static func name(of role: Rule.Role) -> Phrase {
    switch role {
    case .body: Phrase("running text", "內文")
    case .table: Phrase("tables", "表格")
    case .figure: Phrase("charts", "圖表")
    case .caption: Phrase("captions", "圖表標題")
    case .pointer: Phrase("contents and index pages", "目錄與索引")
    }
  }

  package static func name(of reach: NearbyRequest.Reach) -> Phrase {
    switch reach {
    case .sentence: Phrase("the sentence or headers", "句子或表頭")
    case .paragraph: Phrase("the sentence, the paragraph so far, headers or caption", "句子、前文、表頭或表名")
    case .heading: Phrase("the sentence, what stands before it, or the heading above", "句子、前文、表頭、表名或上層標題")
    }
  }

  package static func name(of kind: Quantity.Kind) -> Phrase {
    switch kind {
    case .share: Phrase("share", "比率")
    case .count: Phrase("count", "數量")
    case .persons: Phrase("persons", "人數")
    case .money: Phrase("money", "金額")
    case .energy: Phrase("energy", "能源")
    case .power: Phrase("power", "功率")
    case .mass: Phrase("mass", "重量")
    case .volume: Phrase("volume", "體積")
    case .emissions: Phrase("emissions", "排放量")
    case .intensity: Phrase("intensity", "強度")
    case .hours: Phrase("hours", "時數")
    case .area: Phrase("area", "面積")
    case .length: Phrase("length", "長度")
    case .temperature: Phrase("temperature", "溫度")
    case .multiple: Phrase("multiple", "倍數")
    case .score: Phrase("score", "分數")
    case .date: Phrase("date", "日期")
    case .year: Phrase("year", "年度")
    case .number: Phrase("bare number", "無單位數字")
    }
  }

  /// What a slot stands for, with its units.
  package static func name(of slot: Slot) -> Phrase {
    switch slot {
    case .quantity(let kind, let units):
      let name = name(of: kind)
      let tail = units.isEmpty ? "" : " " + units.joined(separator: "/")
      return Phrase(name.english + tail, name.chinese + tail)
    case .anyQuantity: return Phrase("any number", "任何數字")
    case .year: return Phrase("year", "年度")
    case .none: return Phrase("none", "無")
    case .all: return Phrase("all", "皆")
    case .title: return Phrase("title", "名稱")
    case .list: return Phrase("list of names", "名單")
    }
  }

  package static func outline(of tense: Pack.Tense) -> RuleOutline {
    switch tense {
    case .fact: RuleOutline("Only facts, no goals", "只採事實，不採目標")
    case .goal: RuleOutline("Only goals", "只採目標")
    case .any: RuleOutline("Facts and goals", "事實與目標皆採")
    case .outlook: RuleOutline("What may come, by scenarios", "依情境推估的未來")
    }
  }

  /// What is said of an item that no rule has found in a real report yet.
  package static let unproven = Phrase("not yet found in a real report", "尚未在真實報告中出現")

  /// Nil for what is no bound.
  package static func number(_ number: Double) -> String? {
    guard number.isFinite else { return nil }
    return number == number.rounded() && number.magnitude < 1e15 ? String(Int(number)) : "\(number)"
  }

  /// What an example is expected to give, field by field.
  package static func expected(_ hit: Example.Expected) -> [(name: Phrase, text: String)] {
    let fields: [(Phrase, String?)] = [
      (Phrase("value", "數值"), hit.value), (Phrase("unit", "單位"), hit.unit), (Phrase("year", "年度"), hit.year),
      (Phrase("qualifier", "限定"), hit.qualifier), (Phrase("boundary", "範圍"), hit.boundary),
      (Phrase("normalized", "換算"), hit.normalized), (Phrase("name", "名稱"), hit.name),
    ]
    return fields.compactMap { name, text in
      text.map { (name, $0.isEmpty ? "—" : $0) }
    }
  }
}

/// A rubric in the order in which it is read.
package struct RubricView {
  package let pack: Pack
  package let book: RuleBook

  /// By item, the places of its rules in the book.
  private let answering: [String: [Int]]

  package init(pack: Pack, book: RuleBook) {
    self.pack = pack
    self.book = book
    answering = book.rules.enumerated().reduce(into: [:]) { answering, rule in
      guard rule.element.pack == pack.id else { return }
      for item in Set(rule.element.items) { answering[item, default: []].append(rule.offset) }
    }
  }

  package struct Counts {
    package var positive = 0
    package var negative = 0
    package var answered = 0
    /// Found in a real report.
    package var proven = 0

    package var all: Int { positive + negative }
  }

  /// Dimensions of which there is something to read.
  package var dimensions: [Pack.Dimension] { pack.dimensions.filter { counts($0.subDimensions).all > 0 } }

  package func items(of place: Pack.SubDimension) -> [Item] { pack.items.filter { $0.subDimension == place.id } }

  package func rules(for item: Item) -> [Rule] { (answering[item.id] ?? []).map { book.rules[$0] } }

  /// What the marks of items go by; nil where nobody has counted.
  package var coverage: Phrase? {
    pack.coverage.map { coverage in
      let (reports, passages) = (coverage.reports.read, coverage.passages.read)
      let proven = counts(pack.dimensions.flatMap(\.subDimensions)).proven
      return Phrase(
        "\(proven) of \(pack.items.count) items were found in real reports (\(reports) whole, passages of \(passages) others); "
          + "the others are marked “\(DocsWords.unproven.english)”: their rules have only their own examples behind them.",
        "\(pack.items.count) 個題項中有 \(proven) 個已在真實報告中找到（完整報告 \(reports) 份、另 \(passages) 份的段落）；"
          + "其餘標示「\(DocsWords.unproven.chinese)」，其規則只經自己的範例驗證。")
    }
  }

  package func counts(_ places: [Pack.SubDimension]) -> Counts {
    places.flatMap(items).reduce(into: Counts()) { counts, item in
      if item.polarity == .positive { counts.positive += 1 } else { counts.negative += 1 }
      if answering[item.id] != nil { counts.answered += 1 }
      if pack.coverage?.hasFound(item.id) == true { counts.proven += 1 }
    }
  }

  package func level(of item: Item) -> Phrase { pack.level(item.level)?.names ?? Phrase(item.level, item.level) }

  package func industries(of item: Item) -> [Phrase] { names(item.industries, pack.industries) }
  package func activities(of item: Item) -> [Phrase] { names(item.activities, pack.activities) }

  private func names(_ ids: [String], _ all: [Pack.Named]) -> [Phrase] {
    ids.map { id in all.first { $0.id == id }?.names ?? Phrase(id, id) }
  }
}
