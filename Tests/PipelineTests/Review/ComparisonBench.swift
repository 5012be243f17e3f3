import Foundation
import ReportModel
import Review
import RuleBook
import Sheets
import Support
import Testing

@testable import Archive
@testable import Pipeline

/// An archive made by real ingests of small reports, with rules that can be edited between them.
struct ComparisonBench {
  let folder: String
  private var rules = Self.rules
  private var manifest = "file,ticker,company,year,kind,language,revision,industry\n"

  init() throws {
    folder = try BuiltProgram.temporaryFolder()
    try FileManager.default.createDirectory(atPath: folder + "/in", withIntermediateDirectories: true)
  }

  private static let rules = [
    "demo/pack.yaml": """
    id: demo
    names: {zh-Hant: 範例, en: Demo}
    industries: {makers: {names: Makers}, sellers: {names: Sellers}}
    levels: {fact: {names: Fact, tense: fact}, plan: {names: Plan, tense: goal}}
    dimensions: [{id: d, names: {zh-Hant: 地, en: Ground}, sub-dimensions: {ground: {names: Ground}}}]
    scoring:
      precedence: [found, unreadable, stated-non-disclosure, not-found]
      positive: {found: 1}
      negative: {found: -1}
      floor: none
    """,
    "demo/items.yaml": """
    items:
      - {id: wells, names: {zh-Hant: 水井, en: Wells}, sub-dimension: ground, level: fact, references: [X]}
      - {id: trees, names: {zh-Hant: 樹, en: Trees}, sub-dimension: ground, level: fact, references: [X]}
    """,
    "demo/ground/rules.yaml": """
    rules:
      - id: wells
        find: 共有#count(座)水井
      - id: trees
        find: 種了#count(棵)樹
    """,
  ]

  // MARK: Making it

  mutating func edit(_ file: String, _ old: String, _ new: String) throws {
    let text = try #require(rules[file])
    try #require(text.contains(old))
    rules[file] = text.replacingOccurrences(of: old, with: new)
  }

  /// A text report; with its place, where that is given.
  mutating func report(_ name: String, _ text: String, place: String? = nil) throws {
    let path = folder + "/in/" + name
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: path)
    if let place { manifest += "\(name),\(place)\n" }
  }

  mutating func replace(_ name: String, place: String) {
    manifest = manifest.split(separator: "\n").filter { !$0.hasPrefix(name) }.joined(separator: "\n") + "\n"
    manifest += "\(name),\(place)\n"
  }

  private func book() throws -> RuleBook {
    var files = rules
    for name in ["engine", "placing"] {
      let own = BuiltProgram.root.appendingPathComponent("Rules/vocabulary/\(name).yaml")
      files["vocabulary/\(name).yaml"] = try String(contentsOf: own, encoding: .utf8)
    }
    return readRuleBook(
      files.sorted { $0.key < $1.key }.map { RuleBook.Source(path: $0.key, bytes: Array($0.value.utf8)) }
    )
    .book
  }

  /// All that lies in the folder.
  @discardableResult func ingest() throws -> RunID {
    let book = try book()
    var findings: [TableFinding] = []
    var options = IngestOptions(jobs: 1)
    options.manifest = Manifest(
      try sheet(fromCSV: Array(manifest.utf8), name: "manifest"), path: folder + "/in/manifest.csv",
      words: ManifestWords(book), findings: &findings)
    try #require(findings.isEmpty)
    let ingest = try Ingest(archive: path, book: book, options: options) { _ in }
    return try ingest.take(.paths([folder + "/in"])).run
  }

  var path: String { folder + "/a.sqlite" }

  func archive() throws -> ArchiveFile { try ArchiveFile(path: path, .existing) }

  /// As if the run had been made by another matching engine, which had found this.
  func makeOld(matching run: RunID, answering statements: [String] = []) throws {
    let archive = try archive()
    for statement in [
      "UPDATE runs SET matching = 'match-0' WHERE id = \(run.number)",
      "UPDATE questions SET digest = 'old' || digest", "UPDATE sheets SET digest = 'old' || digest",
      "UPDATE bases SET hint = substr(hint, 1, length(hint) - 16) || '0000000000000000'",
      // Put down before prints were kept, for once.
      "UPDATE answers SET print = NULL",
    ] + statements {
      try archive.database.execute(statement)
    }
  }

  /// As if the text of one report had been read by another text engine out of another one.
  func makeOld(reading name: String, as other: String) throws {
    let archive = try archive()
    try archive.database.execute("PRAGMA foreign_keys = OFF")
    let documents = Dictionary(uniqueKeysWithValues: try archive.documents().map { ($0.name, $0.id.number) })
    let (kept, gone) = (try #require(documents[name]), try #require(documents[other]))
    for statement in [
      "DELETE FROM readings WHERE document = \(kept)", "DELETE FROM texts WHERE document = \(kept)",
      "UPDATE texts SET document = \(kept), engine = 'text-0' WHERE document = \(gone)",
      "UPDATE bases SET hint = replace(hint, '\(other)', '\(name)')",
      "UPDATE readings SET document = \(kept) WHERE document = \(gone)",
      "DELETE FROM placements WHERE document = \(gone)", "DELETE FROM paths WHERE document = \(gone)",
      "DELETE FROM documents WHERE id = \(gone)",
    ] { try archive.database.execute(statement) }
    try FileManager.default.removeItem(atPath: folder + "/in/" + other)
  }

  // MARK: Looking at it

  /// Each change of each item on a line: `a.txt wells value 12→15 (document)`.
  func lines(_ before: RunID, _ after: RunID, _ choice: ComparisonChoice = ComparisonChoice()) throws -> [String] {
    let comparison = try RunComparison(try archive(), from: before, to: after)
    return try comparison.explained(try comparison.differences(choice)).flatMap { difference in
      difference.changes.map { "\(difference.pair.after.document.name) \(difference.item) \(Self.line($0))" }
    }
  }

  private static func line(_ explained: ExplainedChange) -> String {
    let cause =
      switch explained.cause {
      case .told(let sets): sets.all.map { $0.sorted().map(\.rawValue).joined(separator: "+") }.joined(separator: "|")
      case .among(let factors, let needed):
        "among " + factors.sorted().map(\.rawValue).joined(separator: ",") + " needing "
          + needed.sorted().map(\.rawValue).joined(separator: ",")
      }
    let (old, new) = (explained.change.before?.evidence, explained.change.after?.evidence)
    let what =
      switch explained.change {
      case .appeared: "+ \(new?.value?.plain ?? "")"
      case .vanished: "- \(old?.value?.plain ?? "")"
      case .state(let old, let new): "state \(old?.rawValue ?? "nil")→\(new?.rawValue ?? "nil")"
      case .altered(from: _, to: _, let differences):
        differences.sorted().map(\.rawValue).joined(separator: ",")
          + " \(old?.value?.plain ?? "")→\(new?.value?.plain ?? "")"
      }
    return "\(what) (\(cause))"
  }
}
