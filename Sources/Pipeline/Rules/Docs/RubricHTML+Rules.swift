import ReportModel
import RuleBook

/// What a rule looks for, and its examples.
extension RubricHTML {
  mutating func add(_ rule: Rule, _ pack: Pack) {
    let hits = rule.examples.filter { if case .miss = $0.expectation { false } else { true } }.count
    let misses = rule.examples.count - hits
    markup("<details class=\"rule\"><summary>")
    text(Phrase("Rule ", "規則 "))
    element("code", rule.id)
    markup(" <span class=\"tally\">✓ ")
    text(hits)
    markup(" ✗ ")
    text(misses)
    markup("</span></summary>\n<div class=\"rule-body\"><ul class=\"points\">")
    for point in RuleOutline.points(of: rule, in: pack) { add(point) }
    markup("</ul>\n")
    if !rule.examples.isEmpty {
      markup("<ul class=\"examples\">")
      for example in rule.examples { add(example) }
      markup("</ul>\n")
    }
    markup("</div></details>\n")
  }

  private mutating func add(_ point: RuleOutline) {
    markup("<li>")
    if let pattern = point.pattern {
      add(pattern)
    } else {
      text(point.words)
    }
    if point.belowFitsALine {
      for below in point.below {
        markup(" ")
        if let pattern = below.pattern { add(pattern) }
      }
    } else if !point.below.isEmpty {
      markup("<ul>")
      for below in point.below { add(below) }
      markup("</ul>")
    }
    markup("</li>\n")
  }

  // MARK: Patterns

  private mutating func add(_ pattern: Pattern) {
    open("span", class: "pattern")
    switch pattern.form {
    case .regex(let text): element("code", "/\(text)/")
    case .sequence(let elements): for element in elements { add(element) }
    }
    close("span")
  }

  private mutating func add(_ element: Pattern.Element) {
    switch element {
    case .literal(let text): self.text(text)
    case .list(let name): link(Self.anchor("list", name), class: "list") { $0.text(name) }
    case .slot(let slot): self.element("span", class: "slot", DocsWords.name(of: slot)(language))
    case .gap(let width):
      open("span", class: "gap")
      text("…")
      if width != Pattern.ordinaryGap { self.element("sub", String(width)) }
      close("span")
    case .choice(let branches): add(branches)
    }
  }

  private mutating func add(_ branches: [[Pattern.Element]]) {
    open("span", class: "choice")
    for (index, branch) in branches.enumerated() {
      if index > 0 { element("span", class: "bar", "|") }
      if branch.isEmpty { element("span", class: "gap", "–") }
      for element in branch { add(element) }
    }
    close("span")
  }

  // MARK: Examples

  private mutating func add(_ example: Example) {
    switch example.expectation {
    case .hit(let expected):
      markup("<li class=\"hit\">")
      said(by: example)
      let fields = DocsWords.expected(expected)
      guard !fields.isEmpty else { break }
      markup("<span class=\"values\">")
      for field in fields {
        element("span", field.name(language))
        element("b", field.text)
      }
      markup("</span>")
    case .miss(let why):
      markup("<li class=\"miss\">")
      said(by: example)
      element("span", class: "why", why)
    case .undisclosed:
      markup("<li class=\"undisclosed\">")
      said(by: example)
      element("span", class: "why", Phrase("stated as not disclosed", "自陳未揭露")(language))
    }
    markup("</li>\n")
  }

  private mutating func said(by example: Example) {
    for heading in example.headings { element("span", class: "heading", heading) }
    text(example.text)
    guard !example.rows.isEmpty else { return }
    markup("<table>")
    for (index, row) in example.rows.enumerated() {
      markup("<tr>")
      for cell in row { element(index == 0 ? "th" : "td", cell) }
      markup("</tr>")
    }
    markup("</table>")
  }
}
