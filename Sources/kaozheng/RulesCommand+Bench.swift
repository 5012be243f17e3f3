import Pipeline
import ReportModel
import RuleBook
import RuleMatching

extension RulesCommand {
  /// How long making the rules ready (reading their files included) and matching them take, without reading the
  /// report: for measuring.
  func bench() throws(WrongUse) -> Int32 {
    let choice = try choice()
    let input = invocation.operands[0]
    let document = readDocument(input, options: ReadOptions(password: password))
    guard !document.report.pages.isEmpty else {
      throw wrong(Phrase("“\(input)” cannot be read", "無法讀取「\(input)」"))
    }
    let start = ProcessTime.now
    let (book, _) = try choice.read()
    let compiled = CompiledBook(book)
    let ready = ProcessTime.now
    let findings = match(document.report, against: compiled)
    let done = ProcessTime.now
    return print([
      "{\"patterns\":\(book.rules.reduce(0) { $0 + $1.patterns.count }),\"rules\":\(book.rules.count),"
        + "\"setup\":\((ready - start).seconds),\"match\":\((done - ready).seconds),"
        + "\"hits\":\(placesFound(in: document.report, by: compiled)),\"evidence\":\(findings.evidence.count)}"
    ])
  }
}
