import Pipeline
import ReportModel
import Scoring

/// What the options of a command line say of an event.
struct EventOptions {
  private let invocation: Invocation
  private let words: EventWords

  init(_ invocation: Invocation, _ words: EventWords) {
    self.invocation = invocation
    self.words = words
  }

  /// All facts but the company; an empty value says that something is not known.
  func facts() throws(WrongUse) -> [EventFact] {
    var facts: [EventFact?] = []
    facts.append(try fact("--case", Phrase("a case number", "裁處字號"), CaseNumber.init, EventFact.caseNumber))
    facts.append(try fact("--acted", EventWords.dayWanted, EventWords.day, EventFact.acted))
    facts.append(try fact("--penalized", EventWords.dayWanted, EventWords.day, EventFact.penalized))
    facts.append(try fact("--published", EventWords.dayWanted, EventWords.day, EventFact.published))
    facts.append(try kind().map(EventFact.kind))
    facts.append(try invocation.values["--item"] == "" ? .item(nil) : item().map(EventFact.item))
    facts.append(try fact("--law", Phrase("an article of a law", "法條"), LawArticle.init, EventFact.law))
    if let fine = try value("--fine", EventWords.fineWanted, { $0.isEmpty ? .some(nil) : EventWords.fine($0) }) {
      facts.append(.fine(fine))
    }
    facts.append(try deduction().map(EventFact.deduction))
    facts.append(try source().map(EventFact.source))
    facts.append(try fact("--text", Phrase("words", "文字"), OneLine.init, EventFact.text))
    return facts.compactMap(\.self)
  }

  func kind() throws(WrongUse) -> String? { try choice("--kind", Phrase("kind", "類型"), words.kindIDs, words.kind) }

  func item() throws(WrongUse) -> String? { try choice("--item", Phrase("item", "題項"), words.itemIDs, words.item) }

  func deduction() throws(WrongUse) -> Deduction? {
    try value("--deduction", EventWords.deductionWanted, EventWords.deduction)
  }

  func source() throws(WrongUse) -> OneLine? {
    try value("--source", Phrase("an authority or a publication", "主管機關或公告"), OneLine.init)
  }

  /// Words that have to be given.
  func required(_ option: String) throws(WrongUse) -> OneLine {
    if let line = invocation.values[option].flatMap(OneLine.init) { return line }
    throw wrong(Phrase("\(name) needs \(option)", "\(name) 需要 \(option)"))
  }

  func requiredDay(_ option: String) throws(WrongUse) -> Day {
    if let day = try value(option, EventWords.dayWanted, EventWords.day) { return day }
    throw wrong(Phrase("\(name) needs \(option)", "\(name) 需要 \(option)"))
  }

  func level(_ word: String) throws(WrongUse) -> String {
    if let level = words.response(word) { return level }
    throw unknown(Phrase("response", "因應等級"), word, words.responseIDs)
  }

  func id(_ word: String) throws(WrongUse) -> EventID {
    if let id = EventID(word) { return id }
    throw wrong(Phrase("“\(word)” is no event, as E12", "「\(word)」不是事件編號，例如 E12"))
  }

  func wrong(_ message: Phrase) -> WrongUse { WrongUse(message: message, command: invocation.command) }

  // MARK: Values

  private var name: String { invocation.command ?? "" }

  private func fact<Value>(
    _ option: String, _ wanted: Phrase, _ read: (String) -> Value?, _ make: (Value?) -> EventFact
  ) throws(WrongUse) -> EventFact? {
    if invocation.values[option] == "" { return make(nil) }
    return try value(option, wanted, read).map { make($0) }
  }

  private func value<Value>(
    _ option: String, _ wanted: Phrase, _ read: (String) -> Value?
  ) throws(WrongUse) -> Value? {
    guard let text = invocation.values[option] else { return nil }
    if let value = read(text) { return value }
    throw wrong(
      Phrase(
        "\(option) takes \(wanted.english); not “\(text)”", "\(option) 須為\(wanted.chinese)，不接受「\(text)」"))
  }

  private func choice(
    _ option: String, _ what: Phrase, _ known: [String], _ read: (String) -> String?
  ) throws(WrongUse) -> String? {
    guard let text = invocation.values[option] else { return nil }
    if let id = read(text) { return id }
    throw unknown(what, text, known)
  }

  /// Few are all named; of many the nearest.
  private func unknown(_ what: Phrase, _ word: String, _ known: [String]) -> WrongUse {
    let hint = Suggestion.closest(to: word, among: known)
    let list = known.joined(separator: ", ")
    let all = known.count > 10 ? Phrase("", "") : Phrase(" (one of \(list))", "（可用：\(list)）")
    return wrong(.unknown(what.english, what.chinese, word, hint: hint) + all)
  }
}
