import ReportModel
import RuleBook

/// The rubric of a rule book as Markdown.
package func rubricMarkdown(of book: RuleBook, in language: Language) -> ByteBuffer {
  var writer = RubricMarkdown(book: book, language: language)
  for pack in book.packs { writer.add(RubricView(pack: pack, book: book)) }
  writer.addLists()
  return writer.buffer
}

/// Writes a rubric line by line; every text from the rules goes through `plain` or `code`.
private struct RubricMarkdown {
  var buffer = ByteBuffer()
  let book: RuleBook
  let language: Language

  init(book: RuleBook, language: Language) {
    self.book = book
    self.language = language
  }

  private mutating func line(_ text: String = "") {
    buffer.append(string: text)
    buffer.append("\n")
  }

  private func plain(_ text: String) -> String {
    var buffer = ByteBuffer()
    var escaper = MarkdownEscaper(isAtLineStart: false, isInTable: true)
    let scalars = Array(text.unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 })
    for (index, scalar) in scalars.enumerated() {
      escaper.append(scalar, next: index + 1 < scalars.count ? scalars[index + 1] : nil, to: &buffer)
    }
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  /// Between as many backquotes as the text needs.
  private func code(_ text: String) -> String {
    let text = text.replacing("\n", with: " ")
    var longest = 0
    var run = 0
    for scalar in text.unicodeScalars {
      run = scalar == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let pad = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return fence + pad + text + pad + fence
  }

  private func word(_ phrase: Phrase) -> String { phrase(language) }
  private func both(_ names: Phrase) -> String {
    names.english == names.chinese ? plain(names.chinese) : plain(names.chinese) + " · " + plain(names.english)
  }

  // MARK: The rubric

  mutating func add(_ view: RubricView) {
    line("# " + both(view.pack.names))
    line()
    if view.pack.notes != Phrase("", "") {
      line(plain(view.pack.notes(language)))
      line()
    }
    if let coverage = view.coverage {
      line(plain(coverage(language)))
      line()
    }
    addSummary(view)
    for dimension in view.dimensions {
      line("## " + both(dimension.names))
      line()
      for place in dimension.subDimensions where !view.items(of: place).isEmpty {
        let counts = view.counts([place])
        line("### \(both(place.names)) (+\(counts.positive) −\(counts.negative))")
        line()
        for item in view.items(of: place) { add(item, view) }
      }
    }
  }

  private mutating func addSummary(_ view: RubricView) {
    let heads =
      [
        Phrase("dimension", "構面"), Phrase("sub-dimension", "次構面"), Phrase("positive", "正向"), Phrase("negative", "負向"),
        Phrase("with rules", "已有規則"),
      ] + (view.pack.coverage == nil ? [] : [Phrase("found in reports", "已在報告中出現")])
    line("| " + heads.map(word).joined(separator: " | ") + " |")
    line("| --- | --- | ---: | ---: | ---: |" + (view.pack.coverage == nil ? "" : " ---: |"))
    for dimension in view.pack.dimensions {
      for place in dimension.subDimensions {
        let counts = view.counts([place])
        line(
          "| \(both(dimension.names)) | \(both(place.names)) | \(counts.positive) | \(counts.negative) | "
            + "\(counts.answered) |" + (view.pack.coverage == nil ? "" : " \(counts.proven) |"))
      }
    }
    line()
  }

  private mutating func add(_ item: Item, _ view: RubricView) {
    line("#### \(item.polarity == .positive ? "＋" : "−") \(both(item.names))")
    line()
    var facts = [code(item.id), both(view.level(of: item)), "\(word(Phrase("points", "分數"))) \(item.points.plain)"]
    let industries = view.industries(of: item) + view.activities(of: item)
    if !industries.isEmpty { facts.append(industries.map { plain($0(language)) }.joined(separator: ", ")) }
    if view.pack.isUnproven(item) { facts.append("*\(word(DocsWords.unproven))*") }
    if !item.references.isEmpty { facts.append(item.references.map(plain).joined(separator: ", ")) }
    line(facts.joined(separator: " · "))
    line()
    if item.notes != Phrase("", "") {
      line(plain(item.notes(language)))
      line()
    }
    let rules = view.rules(for: item)
    if rules.isEmpty {
      line("*\(word(Phrase("No rule answers it yet.", "尚無規則。")))*")
      line()
    }
    for rule in rules { add(rule, view.pack) }
  }

  // MARK: Rules

  private mutating func add(_ rule: Rule, _ pack: Pack) {
    line("**\(word(Phrase("Rule", "規則")))** \(code(rule.id))")
    line()
    for point in RuleOutline.points(of: rule, in: pack) { add(point, indent: "") }
    line()
    guard !rule.examples.isEmpty else { return }
    for example in rule.examples { add(example) }
    line()
  }

  private mutating func add(_ point: RuleOutline, indent: String) {
    let words = plain(word(point.words))
    if point.belowFitsALine {
      let patterns = point.below.compactMap { $0.pattern.map { code($0.source) } }
      return line("\(indent)- \(words): \(patterns.joined(separator: ", "))")
    }
    line("\(indent)- " + (point.pattern.map { code($0.source) } ?? (point.below.isEmpty ? words : words + ":")))
    for below in point.below { add(below, indent: indent + "  ") }
  }

  private mutating func add(_ example: Example) {
    let headings = example.headings.map { plain($0) + " › " }.joined()
    let rows = example.rows.map { $0.map(plain).joined(separator: " · ") }.joined(separator: " ⏎ ")
    let text = headings + [plain(example.text), rows].filter { !$0.isEmpty }.joined(separator: " ⏎ ")
    switch example.expectation {
    case .hit(let expected):
      let fields = DocsWords.expected(expected).map { "\(word($0.name)) \(plain($0.text))" }
      line("- ✓ \(text)" + (fields.isEmpty ? "" : " → " + fields.joined(separator: ", ")))
    case .miss(let why): line("- ✗ \(text) — \(plain(why))")
    case .undisclosed: line("- ∅ \(text) — \(word(Phrase("stated as not disclosed", "自陳未揭露")))")
    }
  }

  // MARK: Lists

  mutating func addLists() {
    guard !book.lists.isEmpty else { return }
    line("# " + word(Phrase("Word lists", "詞彙表")))
    line()
    for list in book.lists.sorted(by: { $0.name < $1.name }) {
      let terms = list.terms.map { plain($0.text) }.joined(separator: "、")
      let except = list.except.map { plain($0.text) }.joined(separator: "、")
      let tail = except.isEmpty ? "" : "; \(word(Phrase("not in", "但不含"))) \(except)"
      line("- \(code("$" + list.name)) \(terms)\(tail)")
    }
  }
}
