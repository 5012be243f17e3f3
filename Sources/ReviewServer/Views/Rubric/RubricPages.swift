import Pipeline
import ReportModel
import RuleBook

/// The rubric: its dimensions with their items counted, and a search over all items.
struct RubricPage {
  private let visit: Visit
  private let rubric: RubricView
  private let found: [Item]?

  init(_ visit: Visit, _ reader: ViewReader) throws(ViewFailure) {
    self.visit = visit
    let state = try reader.state()
    rubric = RubricView(pack: state.pack, book: state.book)
    let words = visit.asked("q").comparable
    found =
      words.isEmpty
      ? nil
      : state.pack.items.filter { item in
        ([item.id, item.names.english, item.names.chinese] + item.topics + item.references).contains {
          $0.comparable.contains(words)
        }
      }
  }

  private var pack: Pack { rubric.pack }

  var page: Page {
    Page(visit.say("Rubric", "評分標準"), in: .rubric) {
      HTML(.h1) { visit.say(pack.names) }
      visit.notice
      HTML(.p, .class("lead")) { visit.say(pack.notes) }
      if let coverage = rubric.coverage { HTML(.p, .class("soft", "small")) { visit.say(coverage) } }
      visit.choosing(SiteSection.rubric.link) { visit.search("q", Phrase("item", "題項")) }
      if let found { results(found) } else { table }
      HTML(.p) {
        HTML(.a, .href(Link("rubric", "words"))) { visit.say("Word lists", "詞彙表") }
        " · "
        HTML(.a, .href(Link("trial"))) { visit.say("Try a rule", "試用規則") }
      }
    }
  }

  private func results(_ items: [Item]) -> HTML {
    HTML(.section) {
      HTML(.p, .class("soft")) { visit.say("\(items.count) items", "\(items.count) 題") }
      HTML.sheet {
        HTML(.tbody) {
          for item in items.prefix(Paging.size) {
            HTML(.tr) {
              HTML(.td, .class("wide")) {
                HTML(.a, .href(Link("rubric", item.subDimension, place: item.id)), .data("row")) {
                  visit.say(item.names)
                }
              }
              HTML(.td) { HTML(.code) { item.id } }
            }
          }
        }
      }
    }
  }

  private var table: HTML {
    HTML.sheet {
      visit.heads(
        [
          (Phrase("Sub-dimension", "次構面"), .text), (Phrase("Positive", "正向"), .number),
          (Phrase("Negative", "負向"), .number), (Phrase("With rules", "已有規則"), .number),
        ] + (pack.coverage == nil ? [] : [(Phrase("Found in reports", "已在報告中出現"), .number)]))
      for dimension in rubric.dimensions {
        HTML(.tbody) {
          line(dimension.names, dimension.subDimensions, to: nil)
          for place in dimension.subDimensions where rubric.counts([place]).all > 0 {
            line(place.names, [place], to: place.id)
          }
        }
      }
    }
  }

  private func line(_ names: Phrase, _ places: [Pack.SubDimension], to place: String?) -> HTML {
    let counts = rubric.counts(places)
    return HTML(.tr, .class(place == nil ? "group" : "below")) {
      HTML(.td, .class("wide")) {
        if let place {
          HTML(.a, .href(Link("rubric", place)), .data("row")) { visit.say(names) }
        } else {
          visit.say(names)
        }
        " "
        HTML(.span, .class("other")) { visit.language == .english ? names.chinese : names.english }
      }
      HTML(.td, .class("number", "good")) { String(counts.positive) }
      HTML(.td, .class("number", "bad")) { String(counts.negative) }
      HTML.figure("\(counts.answered)/\(counts.all)")
      if pack.coverage != nil { HTML.figure("\(counts.proven)/\(counts.all)") }
    }
  }
}

/// The items of a sub-dimension, each with its rules and their examples.
struct RubricPlacePage {
  private let visit: Visit
  private let rubric: RubricView
  private let place: Pack.SubDimension
  private let before: Pack.SubDimension?
  private let next: Pack.SubDimension?

  init(_ visit: Visit, _ reader: ViewReader) throws(ViewFailure) {
    self.visit = visit
    let state = try reader.state()
    rubric = RubricView(pack: state.pack, book: state.book)
    let places = state.pack.dimensions.flatMap(\.subDimensions)
    let id = visit.place("place")
    guard let index = places.firstIndex(where: { $0.id == id }) else {
      throw .notFound(Phrase("The rubric has no sub-dimension “\(id)”.", "評分標準沒有次構面「\(id)」。"))
    }
    place = places[index]
    before = index > 0 ? places[index - 1] : nil
    next = index + 1 < places.count ? places[index + 1] : nil
  }

  private var pack: Pack { rubric.pack }

  var page: Page {
    Page(
      visit.say(place.names), in: .rubric,
      keys: [
        KeyHint("n", Phrase("next sub-dimension", "下一個次構面")), KeyHint("p", Phrase("sub-dimension before", "上一個次構面")),
        KeyHint("u", Phrase("up to the rubric", "回到評分標準")),
      ]
    ) {
      HTML(.p, .class("crumbs")) {
        HTML(.a, .href(SiteSection.rubric.link), .data("key", "u")) { visit.say(pack.names) }
      }
      HTML(.h1) {
        visit.say(place.names) + " "
        HTML(.span, .class("other")) { visit.language == .english ? place.names.chinese : place.names.english }
      }
      visit.notice
      for item in rubric.items(of: place) { article(item) }
      HTML(.nav, .class("pages")) {
        if let before { neighbour(before, "p", "‹ ", "") }
        if let next { neighbour(next, "n", "", " ›") }
      }
    }
  }

  private func neighbour(_ place: Pack.SubDimension, _ key: String, _ left: String, _ right: String) -> HTML {
    HTML(.a, .class("button"), .href(Link("rubric", place.id)), .data("key", key)) {
      left + visit.say(place.names) + right
    }
  }

  private func article(_ item: Item) -> HTML {
    let rules = rubric.rules(for: item)
    return HTML(.article, .class("item", item.polarity == .positive ? "positive" : "negative"), .id(item.id)) {
      HTML(.header) {
        HTML(.span, .class("sign")) { item.polarity == .positive ? "+" : "−" }
        HTML(.h3) {
          visit.say(item.names) + " "
          HTML(.span, .class("other")) { visit.language == .english ? item.names.chinese : item.names.english }
        }
        HTML(.a, .class("soft"), .href(.place(item.id))) { "#" }
      }
      HTML(.p, .class("chips")) { facts(item) }
      if item.notes != Phrase("", "") { HTML(.p, .class("soft", "small")) { visit.say(item.notes) } }
      if rules.isEmpty { HTML(.p, .class("soft", "small")) { visit.say("No rule answers it yet.", "尚無規則。") } }
      for rule in rules { RuleHTML(visit: visit, pack: pack, rule: rule).html }
    }
  }

  @HTMLBuilder private func facts(_ item: Item) -> HTML {
    HTML(.code) { item.id }
    HTML(.span, .class("chip")) { visit.say(rubric.level(of: item)) }
    if item.points != Figure(digits: 1) {
      HTML(.span, .class("chip")) { visit.say("\(item.points.plain) points", "\(item.points.plain) 分") }
    }
    if pack.isUnproven(item) { HTML(.span, .class("chip", "dashed")) { visit.say(DocsWords.unproven) } }
    for name in rubric.industries(of: item) + rubric.activities(of: item) {
      HTML(.span, .class("chip", "doubt")) { visit.say(name) }
    }
    for reference in item.references { HTML(.span, .class("chip", "line")) { reference } }
    for topic in item.topics where topic != item.id { HTML(.span, .class("chip")) { topic } }
  }
}

/// The lists of words that rules share.
struct WordListsPage {
  private let visit: Visit
  private let lists: [TermList]
  private let chosen: String

  init(_ visit: Visit, _ reader: ViewReader) throws(ViewFailure) {
    self.visit = visit
    let all = try reader.state().book.lists.sorted { $0.name < $1.name }
    chosen = visit.asked("list")
    lists = chosen.isEmpty ? all : ListIndex(all).reachable(from: [chosen])
  }

  var page: Page {
    Page(visit.say("Word lists", "詞彙表"), in: .rubric) {
      HTML(.p, .class("crumbs")) {
        HTML(.a, .href(SiteSection.rubric.link), .data("key", "u")) { visit.say("Rubric", "評分標準") }
        if !chosen.isEmpty {
          " · "
          HTML(.a, .href(Link("rubric", "words"))) { visit.say("all lists", "全部詞彙表") }
        }
      }
      HTML(.h1) { chosen.isEmpty ? visit.say("Word lists", "詞彙表") : "$" + chosen }
      HTML(.dl, .class("terms")) {
        for list in lists {
          HTML(.dt, .id(list.name)) { HTML(.code) { "$" + list.name } }
          HTML(.dd) {
            list.terms.map(\.text).joined(separator: "、")
            if !list.except.isEmpty {
              HTML(.div, .class("soft", "small")) {
                visit.say("not inside ", "但不含 ") + list.except.map(\.text).joined(separator: "、")
              }
            }
          }
        }
      }
    }
  }
}
