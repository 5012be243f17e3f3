import Pipeline
import ReportModel
import RuleBook

/// What a rule looks for, and its examples.
struct RuleHTML {
  let visit: Visit
  let pack: Pack
  let rule: Rule

  var html: HTML {
    let hits = rule.examples.filter { if case .miss = $0.expectation { false } else { true } }.count
    return HTML(.details, .class("rule")) {
      HTML(.summary) {
        visit.say("Rule ", "規則 ")
        HTML(.code) { rule.id }
        HTML(.span, .class("tally")) { "✓ \(hits) ✗ \(rule.examples.count - hits)" }
      }
      HTML(.div, .class("body")) {
        HTML(.ul, .class("points")) { RuleOutline.points(of: rule, in: pack).map(point) }
        if !rule.examples.isEmpty { HTML(.ul, .class("examples")) { rule.examples.map(example) } }
        HTML(.p, .class("small")) {
          HTML(.a, .href(Link("trial", query: [("rule", rule.id), ("report", visit.asked("report"))]))) {
            visit.say("Try it on a report", "以報告書試用")
          }
          HTML(.span, .class("soft")) { " · \(rule.place.file):\(rule.place.line)" }
        }
      }
    }
  }

  private func point(_ point: RuleOutline) -> HTML {
    HTML(.li) {
      if let pattern = point.pattern { pattern.html(visit) } else { visit.say(point.words) }
      if point.belowFitsALine {
        for below in point.below {
          " "
          if let pattern = below.pattern { pattern.html(visit) }
        }
      } else if !point.below.isEmpty {
        HTML(.ul) { point.below.map(self.point) }
      }
    }
  }

  // MARK: Examples

  private func example(_ example: Example) -> HTML {
    switch example.expectation {
    case .hit(let expected):
      HTML(.li, .class("hit")) {
        said(by: example)
        HTML(.span, .class("values")) {
          for field in DocsWords.expected(expected) {
            visit.say(field.name)
            HTML(.strong) { field.text }
          }
        }
      }
    case .miss(let why):
      HTML(.li, .class("miss")) {
        said(by: example)
        HTML(.span, .class("why")) { "— " + why }
      }
    case .undisclosed:
      HTML(.li, .class("undisclosed")) {
        said(by: example)
        HTML(.span, .class("why")) { "— " + visit.say("stated as not disclosed", "自陳未揭露") }
      }
    }
  }

  @HTMLBuilder private func said(by example: Example) -> HTML {
    for heading in example.headings { HTML(.span, .class("heading")) { heading } }
    example.text
    if !example.rows.isEmpty {
      HTML(.table) {
        for (place, row) in example.rows.enumerated() {
          HTML(.tr) { for cell in row { HTML(place == 0 ? .th : .td) { cell } } }
        }
      }
    }
  }
}

extension Pattern {
  /// With its lists as links and its slots and gaps told apart.
  func html(_ visit: Visit) -> HTML {
    HTML(.span, .class("pattern")) {
      switch form {
      case .regex(let text): HTML(.code) { "/\(text)/" }
      case .sequence(let elements): elements.map { Self.html($0, visit) }
      }
    }
  }

  private static func html(_ element: Element, _ visit: Visit) -> HTML {
    switch element {
    case .literal(let text): HTML(text)
    case .list(let name):
      HTML(.a, .class("list"), .href(Link("rubric", "words", query: [("list", name)]))) { name }
    case .slot(let slot): HTML(.span, .class("slot")) { visit.say(DocsWords.name(of: slot)) }
    case .gap(let width):
      HTML(.span, .class("gap")) { width == ordinaryGap ? "…" : "…\(width)" }
    case .choice(let branches):
      HTML(.span, .class("choice")) {
        for (place, branch) in branches.enumerated() {
          if place > 0 { HTML(.span, .class("or")) { "|" } }
          if branch.isEmpty { HTML(.span, .class("gap")) { "–" } }
          branch.map { html($0, visit) }
        }
      }
    }
  }
}
