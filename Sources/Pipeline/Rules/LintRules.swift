import ReportModel
import RuleBook
import RuleMatching

/// What is wrong with a rule book: as it is read, in its regular expressions, and on its own examples.
///
/// Examples are only tried where the book can be read: a pattern that is not what its author wrote tells nothing.
package func lintFindings(of book: RuleBook, readFindings: [RuleFinding]) -> [RuleFinding] {
  var findings = readFindings + regexFindings(book)
  if !findings.contains(where: { $0.code.severity == .error }) {
    findings += testExamples(of: book, compiled: CompiledBook(book)).compactMap(\.finding)
  }
  return findings.sorted { ($0.place, $0.code.rawValue) < ($1.place, $1.code.rawValue) }
}

private func regexFindings(_ book: RuleBook) -> [RuleFinding] {
  book.rules.flatMap(\.patterns).compactMap { pattern in
    guard case .regex(let text) = pattern.form else { return nil }
    do throws(RegexFailure) {
      _ = try Regex(text)
      return nil
    } catch {
      var place = pattern.place
      place.column += error.offset + 1
      return RuleFinding(
        .regexSyntax, at: place, Phrase("not a regular expression: \(error.message)", "不是正規表示式：\(error.message)"))
    }
  }
}

extension ExampleResult {
  /// A failed example as a finding.
  package var finding: RuleFinding? {
    switch outcome {
    case .passed: return nil
    case .missed:
      return RuleFinding(
        .exampleMissed, at: example.place,
        Phrase("“\(rule.id)” does not find its own example", "「\(rule.id)」找不到自己的範例"),
        hint: Phrase("see kaozheng rules test \(rule.id)", "請執行 kaozheng rules test \(rule.id)"))
    case .wrong(let differences):
      let english = differences.map { "\($0.field) is “\($0.found)”, not “\($0.expected)”" }.joined(separator: "; ")
      let chinese = differences.map { "\($0.field) 為「\($0.found)」而非「\($0.expected)」" }.joined(separator: "；")
      return RuleFinding(
        .exampleWrongValue, at: example.place, Phrase("“\(rule.id)”: \(english)", "「\(rule.id)」：\(chinese)"))
    case .falseHit:
      let quote = evidence.first?.quote ?? ""
      return RuleFinding(
        .nearMissFound, at: example.place,
        Phrase("“\(rule.id)” finds its own near-miss: \(quote)", "「\(rule.id)」誤中自己的近似範例：\(quote)"))
    }
  }
}

/// Findings as a JSON list.
package func json(of findings: [RuleFinding]) -> ByteBuffer {
  var json = JSONWriter()
  json.list { json in
    for finding in findings {
      json.object { json in
        json.text("code", finding.code.rawValue)
        json.text("severity", finding.code.severity.rawValue)
        json.text("file", finding.place.file)
        json.key("line")
        json.value(finding.place.line)
        json.key("column")
        json.value(finding.place.column)
        json.text("message", finding.message.english)
        json.text("hint", finding.hint?.english ?? "")
      }
    }
  }
  json.endLine()
  return json.buffer
}
