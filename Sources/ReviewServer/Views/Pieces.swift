import Pipeline
import ReportModel
import RuleBook
import Scoring

/// What the pages of scores are put together from.
extension Visit {
  /// That nothing here is the rater's, above everything.
  var notice: HTML { HTML(.p, .class("notice")) { say(ScoreReport.notice) } }

  /// A form that chooses what the page shows; it works without a script, by its button.
  func choosing(_ link: Link, keeping kept: [(name: String, value: String)] = [], @HTMLBuilder _ fields: () -> HTML)
    -> HTML
  {
    HTML(.form, .class("choose"), .isGet, .action(link), .data("choose")) {
      for field in kept where !field.value.isEmpty {
        HTML(.input, .type("hidden"), .name(field.name), .value(field.value))
      }
      fields()
      HTML(.button, .type("submit")) { say("Show", "顯示") }
    }
  }

  /// One of several, by its value; what is chosen is marked.
  func choice(_ name: String, _ label: Phrase, _ options: [(value: String, words: String)], chosen: String) -> HTML {
    HTML(.label) {
      say(label)
      HTML(.select, .name(name)) {
        for option in options {
          HTML(.option, option.value == chosen ? [.value(option.value), .isSelected] : [.value(option.value)]) {
            option.words
          }
        }
      }
    }
  }

  func search(_ name: String, _ placeholder: Phrase) -> HTML {
    HTML(.label) {
      say("Search", "搜尋")
      HTML(
        .input, .type("search"), .name(name), .value(asked(name)), .placeholder(say(placeholder)), .data("search"),
        .autocomplete("off"), .maxLength(80))
    }
  }

  /// The pages of a section beside each other.
  func tabs(_ tabs: [(name: Phrase, link: Link, isCurrent: Bool)]) -> HTML {
    HTML(.nav, .class("tabs")) {
      for tab in tabs {
        HTML(.a, tab.isCurrent ? [.href(tab.link), .isCurrent] : [.href(tab.link)]) { say(tab.name) }
      }
    }
  }

  /// The heads of a table's columns; numbers stand on the right.
  func heads(_ heads: [(Phrase, Column)]) -> HTML {
    HTML(.thead) {
      HTML(.tr) {
        for (name, column) in heads {
          HTML(.th, column == .number ? [.scope("col"), .class("number")] : [.scope("col")]) { say(name) }
        }
      }
    }
  }

  enum Column { case text, number }

  /// `1234 名稱`, as a link to the company's page.
  func link(to company: CompanyID, _ name: String, _ query: [(name: String, value: String)] = []) -> HTML {
    let isNumber = company.text != name && CompanyID(name: name) != company
    return HTML(.a, .href(Link(path: ["companies", company.text], query: query)), .data("row")) {
      isNumber ? "\(company.text) \(name)" : name
    }
  }

  func industry(_ id: String, _ pack: Pack) -> String {
    pack.industries.first { $0.id == id }?.names(language) ?? id
  }
}

extension HTML {
  static func figure(_ text: String) -> HTML { HTML(.td, .class("number")) { text } }
  static func cell(_ text: String) -> HTML { HTML(.td) { text } }

  /// A table on paper, which scrolls by itself where it is too wide.
  static func sheet(@HTMLBuilder _ table: () -> HTML) -> HTML {
    HTML(.div, .class("sheet")) { HTML(.table) { table() } }
  }
}

/// A long list, so many lines at a time.
struct Paging {
  let page: Int
  let count: Int
  static let size = 100

  init(_ visit: Visit, count: Int) {
    self.count = count
    let last = max((count + Self.size - 1) / Self.size, 1)
    page = min(max(Int(visit.asked("page")) ?? 1, 1), last)
  }

  private var last: Int { max((count + Self.size - 1) / Self.size, 1) }
  private var start: Int { (page - 1) * Self.size }

  func part<Element>(_ all: [Element]) -> ArraySlice<Element> { all.dropFirst(start).prefix(Self.size) }

  func html(_ visit: Visit) -> HTML? {
    guard last > 1 else { return nil }
    return HTML(.nav, .class("pages"), .label(visit.say("Pages of the list", "清單分頁"))) {
      if page > 1 {
        HTML(.a, .class("button"), .href(link(visit, page - 1)), .rel("prev"), .data("key", "p")) {
          visit.say("‹ before", "‹ 上一頁")
        }
      }
      visit.say(
        "\(start + 1)–\(min(start + Self.size, count)) of \(count)",
        "第 \(start + 1)–\(min(start + Self.size, count)) 筆，共 \(count) 筆")
      if page < last {
        HTML(.a, .class("button"), .href(link(visit, page + 1)), .rel("next"), .data("key", "n")) {
          visit.say("next ›", "下一頁 ›")
        }
      }
    }
  }

  private func link(_ visit: Visit, _ page: Int) -> Link { visit.here.with("page", String(page)) }

  static let keys = [KeyHint("n", Phrase("next page", "下一頁")), KeyHint("p", Phrase("page before", "上一頁"))]
}
