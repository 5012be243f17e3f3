import Archive
import Glibc
import Pipeline
import ReportModel
import Review
import RuleBook

// bench-diff REPORTS RULES [ARCHIVE]: compares runs of a made archive of so many reports and says how long it took:
// a day on which five rules were edited and some reports corrected, and one on which the matching engine was another.
// Ends with 1 where either took more than two seconds. The archive is made where there is none yet.
let words = Array(CommandLine.arguments.dropFirst())
let reports = words.first.flatMap { Int($0) } ?? 2000
let rules = words.count > 1 ? words[1] : "Rules"
let path = words.count > 2 ? words[2] : "/tmp/kaozheng-bench-diff-\(getpid()).sqlite"
let isKept = words.count > 2

func fail(_ error: any Error) -> Never {
  print("\(error)")
  exit(2)
}

/// The book, the same with a few rules that look for one thing more, and the items of these.
func books() throws -> (RuleBook, RuleBook, edited: Set<String>) {
  let sources = try RuleFolder(path: rules).sources()
  var left = 5
  let changed = sources.map { source in
    var lines = String(decoding: source.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    guard left > 0, let place = lines.firstIndex(of: "    find:") else { return source }
    left -= 1
    lines.insert("      - 此處所無的說法", at: place + 1)
    return RuleBook.Source(path: source.path, bytes: Array(lines.joined(separator: "\n").utf8))
  }
  let (book, edited) = (readRuleBook(sources).book, readRuleBook(changed).book)
  let old = Set(QuestionSheetMaker(book).sheet(industry: nil).questions)
  let items = QuestionSheetMaker(edited).sheet(industry: nil).questions.filter { !old.contains($0) }.map(\.item)
  return (book, edited, Set(items))
}

func make() throws {
  let (book, edited, items) = try books()
  var made = try MadeArchive(path: path, reports: reports, industries: book.packs[0].industries.map(\.id), seed: 1)
  let all = 0..<reports
  try made.run(.init(book: book, matching: "match-0", time: "2026-01-01T00:00:00Z"), all) { _, _ in false }
  let second = MadeArchive.Run(book: edited, matching: "match-0", time: "2026-01-02T00:00:00Z")
  try made.run(second, all, asks: items.contains) { number, _ in number % 10 == 0 }
  let third = MadeArchive.Run(book: edited, matching: "match-0", time: "2026-01-03T00:00:00Z")
  try made.run(third, 0..<reports / 50, revision: 1) { _, item in item.utf8.count % 7 == 0 }
  try made.run(
    .init(book: edited, matching: "match-1", time: "2026-01-04T00:00:00Z"), all
  ) { number, item in (number + item.utf8.count) % 50 == 0 || (number % 10 == 0 && items.contains(item)) }
}

func compare(_ name: String, _ before: Int, _ after: Int) throws -> Duration {
  let clock = ContinuousClock()
  var changes = 0
  var documents: Set<String> = []
  let time = try clock.measure {
    let archive = try ArchiveFile(path: path, .existing)
    let comparison = try RunComparison(archive, from: RunID(before), to: RunID(after))
    let explained = try comparison.explained(try comparison.differences())
    changes = explained.reduce(0) { $0 + $1.changes.count }
    documents = Set(explained.map(\.pair.after.document.sha256))
  }
  print("\(name): \(changes) changes in \(documents.count) of \(reports) reports in \(time)")
  return time
}

do {
  if access(path, F_OK) != 0 { try make() }
  let times = [
    try compare("nothing asked anew", 1, 1), try compare("five rules edited", 1, 2),
    try compare("and reports corrected", 1, 3), try compare("another matching engine", 2, 4),
  ]
  if !isKept {
    for end in ["", "-wal", "-shm", ".lock"] { unlink(path + end) }
  }
  if times.contains(where: { $0 > .seconds(2) }) { exit(1) }
} catch {
  fail(error)
}
