import Archive
import ReportModel
import RuleBook
import RuleMatching

/// What is to be put to a text, and by what.
struct Inquiry: Sendable {
  var extractor: Extractor
  var sheet: SheetID
  var questions: [Question]
  /// What decides how a report's year is told.
  var common: String
  /// The rules that answer each item, by their ids.
  var rules: [String: [String]]
  /// Set where answers to earlier questions are those to these, but for documents that have the words of what changed.
  var carrying: Carrying?

  struct Carrying: Sendable {
    var watch: ChangeWatch
    var answers: [CarriedAnswer]
  }

  init(_ extractor: Extractor, book: RuleBook, sheet: SheetID, questions: [Question], common: String) {
    self.extractor = extractor
    self.sheet = sheet
    self.questions = questions
    self.common = common
    rules = book.rules.reduce(into: [:]) { found, rule in
      for item in rule.items { found[item, default: []].append(rule.id) }
    }
  }
}

/// One document, and what has to be done for it.
struct IngestTask: Sendable {
  var document: KnownDocument
  /// Where its bytes are read.
  var source: String
  /// The path that the user knows.
  var path: String
  /// What is known before its text is looked at.
  var placement: Placement
  var hint: YearHint
  /// Whether it is to be read once more where that failed.
  var isAgain: Bool
  var work: Work

  enum Work: Sendable {
    case read(attempt: Int, Inquiry)
    /// Questions that the stored text was not asked yet.
    case rematch(Standing, Inquiry)
    case nothing(Standing, SheetID)
  }

  var isWork: Bool {
    switch work {
    case .read, .rematch: true
    case .nothing: false
    }
  }
}

/// How many documents need what.
package struct IngestCounts: Sendable, Equatable {
  package var read = 0
  package var rematch = 0
  package var known = 0

  mutating func add(_ work: IngestTask.Work) {
    switch work {
    case .read: read += 1
    case .rematch: rematch += 1
    case .nothing: known += 1
    }
  }
}

/// What is known of a document's year before its text is asked.
enum YearHint: Sendable, Equatable {
  /// Somebody said so.
  case year(Int)
  /// Its name may hold it.
  case name(String)

  /// As the archive keeps it: with what else decides how a year is told.
  func stored(common: String) -> String {
    switch self {
    case .year(let year): "year \(year) \(common.prefix(16))"
    case .name(let name): "name \(name) \(common.prefix(16))"
    }
  }

  /// As it was kept, without what else it was kept with; nil where it is no hint.
  init?(stored text: String) {
    guard let end = text.lastIndex(of: " ") else { return nil }
    let told = text[..<end]
    if told.hasPrefix("year "), let year = Int(told.dropFirst("year ".count)) {
      self = .year(year)
    } else if told.hasPrefix("name ") {
      self = .name(String(told.dropFirst("name ".count)))
    } else {
      return nil
    }
  }

  var hints: DocumentHints {
    switch self {
    case .year(let year): DocumentHints(reportYear: year)
    case .name(let name): DocumentHints(name: name)
    }
  }
}
