import ReportModel
import RuleBook

/// The rubric: its dimensions, their items, and the word lists behind them.
extension RubricHTML {
  mutating func add(_ view: RubricView) {
    let pack = view.pack
    markup("<header")
    identifier(Self.anchor(pack.id))
    markup("><h1>")
    names(pack.names)
    markup("</h1>\n")
    if pack.notes != Phrase("", "") { element("p", class: "notes", pack.notes(language)) }
    if let coverage = view.coverage { element("p", class: "notes", coverage(language)) }
    summary(view)
    markup("</header>\n")
    for dimension in view.dimensions { add(dimension, view) }
  }

  private mutating func summary(_ view: RubricView) {
    markup("<table class=\"summary\"><thead><tr>")
    for head in [
      Phrase("Sub-dimension", "次構面"), Phrase("Positive", "正向"), Phrase("Negative", "負向"), Phrase("With rules", "已有規則"),
    ] + (view.pack.coverage == nil ? [] : [Phrase("Found in reports", "已在報告中出現")]) {
      element("th", head(language))
    }
    markup("</tr></thead>\n")
    for dimension in view.pack.dimensions {
      row(dimension.names, dimension.subDimensions, Self.anchor(view.pack.id, dimension.id), view, isGroup: true)
      for place in dimension.subDimensions {
        row(place.names, [place], Self.anchor(view.pack.id, place.id), view, isGroup: false)
      }
    }
    markup("</table>\n")
  }

  private mutating func row(
    _ names: Phrase, _ places: [Pack.SubDimension], _ anchor: String, _ view: RubricView, isGroup: Bool
  ) {
    let counts = view.counts(places)
    markup(isGroup ? "<tr class=\"group\"><td>" : "<tr><td>")
    if counts.all > 0 { link(anchor) { $0.names(names) } } else { self.names(names) }
    markup("</td>")
    element("td", String(counts.positive))
    element("td", String(counts.negative))
    element("td", counts.all == 0 ? "–" : "\(counts.answered)/\(counts.all)")
    if view.pack.coverage != nil { element("td", counts.all == 0 ? "–" : "\(counts.proven)/\(counts.all)") }
    markup("</tr>\n")
  }

  private mutating func add(_ dimension: Pack.Dimension, _ view: RubricView) {
    markup("<section class=\"dimension\"><h2")
    identifier(Self.anchor(view.pack.id, dimension.id))
    markup(">")
    names(dimension.names)
    signs(view.counts(dimension.subDimensions))
    markup("</h2>\n")
    for place in dimension.subDimensions where !view.items(of: place).isEmpty {
      markup("<section><h3")
      identifier(Self.anchor(view.pack.id, place.id))
      markup(">")
      names(place.names)
      signs(view.counts([place]))
      markup("</h3>\n")
      for item in view.items(of: place) { add(item, view) }
      markup("</section>\n")
    }
    markup("</section>\n")
  }

  // MARK: Items

  private mutating func add(_ item: Item, _ view: RubricView) {
    let anchor = Self.anchor(view.pack.id, item.id)
    markup(item.polarity == .positive ? "<article class=\"positive\"" : "<article class=\"negative\"")
    identifier(anchor)
    markup("><h4>")
    element("span", class: "sign", item.polarity == .positive ? "+" : "−")
    names(item.names)
    link(anchor, class: "anchor") { $0.text("#") }
    markup("</h4>\n<p class=\"facts\">")
    facts(item, view)
    markup("</p>\n")
    if item.notes != Phrase("", "") { element("p", class: "notes", item.notes(language)) }
    let rules = view.rules(for: item)
    if rules.isEmpty { element("p", class: "none", Phrase("No rule answers it yet.", "尚無規則。")(language)) }
    for rule in rules { add(rule, view.pack) }
    markup("</article>\n")
  }

  private mutating func facts(_ item: Item, _ view: RubricView) {
    element("code", item.id)
    element("span", class: "chip", view.level(of: item)(language))
    if item.points != Figure(digits: 1) {
      element("span", class: "chip", Phrase("\(item.points.plain) points", "\(item.points.plain) 分")(language))
    }
    if view.pack.isUnproven(item) { element("span", class: "chip unproven", DocsWords.unproven(language)) }
    for name in view.industries(of: item) { element("span", class: "chip industry", name(language)) }
    for name in view.activities(of: item) { element("span", class: "chip industry", name(language)) }
    for reference in item.references { element("span", class: "chip reference", reference) }
    for topic in item.topics where topic != item.id { element("span", class: "chip topic", topic) }
  }

  // MARK: Word lists

  mutating func addLists() {
    guard !book.lists.isEmpty else { return }
    markup("<section class=\"lists\"><h2 id=\"lists\">")
    text(Phrase("Word lists", "詞彙表"))
    markup("</h2>\n<dl>\n")
    for list in book.lists.sorted(by: { $0.name < $1.name }) {
      markup("<dt")
      identifier(Self.anchor("list", list.name))
      markup(">")
      element("code", "$" + list.name)
      markup("</dt><dd>")
      text(list.terms.map(\.text).joined(separator: "、"))
      if !list.except.isEmpty {
        markup("<span class=\"except\">")
        text(Phrase("not inside ", "但不含 "))
        text(list.except.map(\.text).joined(separator: "、"))
        markup("</span>")
      }
      markup("</dd>\n")
    }
    markup("</dl></section>\n")
  }
}
