import Archive
import ReportModel
import Review

/// A step as the archive keeps it: a fact on each line of its body, as `page: 12`.
enum DecisionCoding {
  /// - Parameter log: that stands before the step; it tells what a step that is taken back was about.
  static func row(_ step: DecisionStep, in log: DecisionLog) -> DecisionRow {
    let (document, item) = about(step.entry, log)
    var facts = Facts()
    switch step.entry {
    case .decide(let verdict, let subject):
      facts.add(subject.matter)
      if case .correct(let correction) = verdict { facts.add(correction) }
    case .add(let addition): facts.add(addition)
    case .carry(let number, let subject):
      facts.add(.step, "\(number)")
      facts.add(subject.matter)
    case .release(let number, _), .undo(let number): facts.add(.step, "\(number)")
    }
    if let note = step.note { facts.add(.note, note.text) }
    return DecisionRow(
      step: step.number, time: step.time.text, who: step.who.text, document: document, item: item,
      what: step.entry.what.rawValue, body: facts.text)
  }

  private static func about(_ entry: DecisionEntry, _ log: DecisionLog) -> (document: String, item: String) {
    switch entry {
    case .decide(_, let subject), .carry(_, let subject): return (subject.document, subject.item)
    case .add(let addition): return (addition.document, addition.item)
    case .release(let number, let document):
      return (document, log.step(number).map { about($0.entry, log).item } ?? "")
    case .undo(let number): return log.step(number).map { about($0.entry, log) } ?? ("", "")
    }
  }

  /// Nil for what was never written so.
  static func step(_ row: DecisionRow) -> DecisionStep? {
    guard let time = Moment(row.time), let who = OneLine(row.who), let what = DecisionEntry.What(rawValue: row.what),
      let facts = Facts(row.body), let entry = entry(what, row, facts)
    else { return nil }
    return DecisionStep(
      number: row.step, time: time, who: who, entry: entry, note: facts.first(.note).flatMap(OneLine.init))
  }

  private static func entry(_ what: DecisionEntry.What, _ row: DecisionRow, _ facts: Facts) -> DecisionEntry? {
    func decide(_ verdict: Verdict?) -> DecisionEntry? {
      guard let verdict, let subject = subject(row, facts) else { return nil }
      return .decide(verdict, subject)
    }
    switch what {
    case .accept: return decide(.accept)
    case .reject: return decide(.reject)
    case .correct: return decide(facts.correction.map(Verdict.correct))
    case .postpone: return decide(.postpone)
    case .add: return facts.addition(document: row.document, item: row.item).map(DecisionEntry.add)
    case .carry:
      guard let number = facts.number(.step), let subject = subject(row, facts) else { return nil }
      return .carry(step: number, to: subject)
    case .release: return facts.number(.step).map { .release(step: $0, from: row.document) }
    case .undo: return facts.number(.step).map { .undo(step: $0) }
    }
  }

  private static func subject(_ row: DecisionRow, _ facts: Facts) -> Subject? {
    facts.matter.map { Subject(document: row.document, item: row.item, $0) }
  }
}

extension DecisionEntry {
  /// As records, outputs for programs and commands name it.
  package enum What: String, CaseIterable, Sendable {
    case accept, reject, correct, postpone, add, carry, release, undo
  }

  package var what: What {
    switch self {
    case .decide(.accept, _): .accept
    case .decide(.reject, _): .reject
    case .decide(.correct, _): .correct
    case .decide(.postpone, _): .postpone
    case .add: .add
    case .carry: .carry
    case .release: .release
    case .undo: .undo
    }
  }
}

/// The facts of a body, each with its name; some names come more than once.
struct Facts {
  enum Name: String {
    case piece, key, before, after, label, header, printed, page, value, high, unit, year, level, rule, text, ranges
    case topic, form, alike, state, addition, step, note, box, words, address, seen
    case newValue = "new-value"
    case newUnit = "new-unit"
    case newYear = "new-year"
    case newPage = "new-page"
    case newLevel = "new-level"
  }

  private var all: [(name: Name, value: String)] = []

  init() {}

  init?(_ body: String) {
    for line in body.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":"), let name = Name(rawValue: String(line[..<colon])) else { return nil }
      all.append((name, String(line[colon...].dropFirst(2))))
    }
  }

  var text: String { all.map { "\($0.name.rawValue): \($0.value)" }.joined(separator: "\n") }

  /// On one line, whatever it is: a line is a fact.
  mutating func add(_ name: Name, _ value: String) { all.append((name, OneLine(value)?.text ?? "")) }

  func first(_ name: Name) -> String? { all.first { $0.name == name }?.value }
  func number(_ name: Name) -> Int? { first(name).flatMap { Int($0) } }
  private func every(_ name: Name) -> [String] { all.filter { $0.name == name }.map(\.value) }

  // MARK: What is decided on

  mutating func add(_ matter: Subject.Matter) {
    switch matter {
    case .words(let words): add(words)
    case .state(let state): add(.state, state.rawValue)
    case .addition(let step): add(.addition, "\(step)")
    }
  }

  private mutating func add(_ words: DecidedWords) {
    for piece in words.pieces { add(.piece, piece) }
    add(.key, "\(words.key)")
    switch words.surroundings {
    case .running(let before, let after):
      add(.before, before)
      add(.after, after)
    case .cell(let labels, let headers):
      for label in labels { add(.label, label) }
      for header in headers { add(.header, header) }
    }
    add(.printed, words.printed)
    add(.page, "\(words.page)")
    let reading = words.reading
    for (name, value) in [
      (Name.value, reading.value), (.high, reading.high), (.unit, reading.unit), (.year, reading.year),
      (.level, reading.level), (.rule, reading.rule),
    ] where !value.isEmpty { add(name, value) }
    for topic in reading.topics { add(.topic, topic) }
    add(.form, reading.form.rawValue)
    add(.text, words.place.text)
    add(.ranges, ListWords.ranges(words.place.ranges))
    let counts = [words.inText.words, words.inText.whole, words.onPage.words, words.onPage.whole]
    add(.alike, counts.map(String.init).joined(separator: " "))
  }

  var matter: Subject.Matter? {
    if let state = first(.state) { return ItemState.State(rawValue: state).map(Subject.Matter.state) }
    if let step = number(.addition) { return .addition(step: step) }
    return words.map(Subject.Matter.words)
  }

  private var words: DecidedWords? {
    let counts = (first(.alike) ?? "").split(separator: " ").compactMap { Int($0) }
    guard let pieces = Several(every(.piece)), let key = number(.key), let page = number(.page), counts.count == 4,
      let text = first(.text), let ranges = first(.ranges).flatMap(ListWords.ranges),
      let form = first(.form).flatMap(Evidence.Place.init)
    else { return nil }
    let surroundings: DecidedWords.Surroundings =
      if let before = first(.before), let after = first(.after) { .running(before: before, after: after) } else {
        .cell(labels: every(.label), headers: every(.header))
      }
    let reading = WordsReading(
      value: first(.value) ?? "", high: first(.high) ?? "", unit: first(.unit) ?? "", year: first(.year) ?? "",
      level: first(.level) ?? "", rule: first(.rule) ?? "", topics: every(.topic), form: form)
    return DecidedWords(
      pieces: pieces, key: key, surroundings: surroundings, printed: first(.printed) ?? "", page: page,
      reading: reading, place: WordsPlace(text: text, ranges: ranges),
      inText: DecidedWords.Alike(words: counts[0], whole: counts[1]),
      onPage: DecidedWords.Alike(words: counts[2], whole: counts[3]))
  }

  // MARK: What is said of it

  mutating func add(_ correction: Correction) {
    if let value = correction.value { add(.newValue, value) }
    if let unit = correction.unit { add(.newUnit, unit) }
    if let year = correction.year { add(.newYear, year) }
    if let page = correction.page { add(.newPage, "\(page)") }
    if let level = correction.level { add(.newLevel, level) }
  }

  var correction: Correction? {
    let correction = Correction(
      value: first(.newValue), unit: first(.newUnit), year: first(.newYear), page: number(.newPage),
      level: first(.newLevel))
    return correction.isEmpty ? nil : correction
  }

  mutating func add(_ addition: Addition) {
    switch addition.source {
    case .page(let page, let box, let words):
      add(.page, "\(page)")
      add(.box, [box.x0, box.y0, box.x1, box.y1].map { "\($0)" }.joined(separator: " "))
      add(.words, words)
    case .web(let address, let seen):
      add(.address, address.text)
      add(.seen, seen.text)
    }
    add(.value, addition.value)
    add(.unit, addition.unit)
    add(.year, addition.year)
  }

  func addition(document: String, item: String) -> Addition? {
    guard let source = additionSource else { return nil }
    return Addition(
      document: document, item: item, source: source, value: first(.value) ?? "", unit: first(.unit) ?? "",
      year: first(.year) ?? "")
  }

  private var additionSource: Addition.Source? {
    if let address = first(.address).flatMap(OneLine.init), let seen = first(.seen).flatMap({ Day($0) }) {
      return .web(address: address, seen: seen)
    }
    let box = (first(.box) ?? "").split(separator: " ").compactMap { Float($0) }
    guard let page = number(.page), box.count == 4 else { return nil }
    return .page(page, Box(x0: box[0], y0: box[1], x1: box[2], y1: box[3]), words: first(.words) ?? "")
  }
}

/// Stretches of text as records write them: `12+5` for five characters from the twelfth on.
private enum ListWords {
  static func ranges(_ ranges: [Range<Int>]) -> String {
    ranges.map { "\($0.lowerBound)+\($0.count)" }.joined(separator: " ")
  }

  static func ranges(_ text: String) -> [Range<Int>]? {
    var ranges: [Range<Int>] = []
    for entry in text.split(separator: " ") {
      let parts = entry.split(separator: "+").compactMap { Int($0) }
      guard parts.count == 2, parts[0] >= 0, parts[1] >= 0 else { return nil }
      ranges.append(parts[0]..<parts[0] + parts[1])
    }
    return ranges
  }
}
