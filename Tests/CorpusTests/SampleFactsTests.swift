import Foundation
import Pipeline
import ReportModel
import RuleBook
import RuleMatching
import Support
import Testing

/// The rules of the project on the facts that people read in three sample reports: in the reports' own words where
/// the machine has them, and in the Corpus, which says the same in other words.
@Suite("Facts of the samples")
struct SampleFactsTests {
  @Test("Every fact is found in the words of the samples")
  func samples() throws {
    guard let facts = try SampleFact.all() else { return }
    let extractor = try Self.extractor()
    var extractions: [String: Extraction] = [:]
    var failures: [String] = []
    for fact in facts where fact.isScored {
      let path = fact.isDrawn ? fact.corpusPath : try fact.textPath()
      let extraction = extractions[path] ?? extractor.extract(path, options: Self.options)
      extractions[path] = extraction
      failures += fact.faults(in: extraction.findings, fully: true).map { "\(fact.name): \($0)" }
    }
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }

  /// Each value, and each of its further demands, is one.
  @Test("The Corpus says the same facts in other words")
  func corpus() throws {
    guard let facts = try SampleFact.all() else { return }
    let extractor = try Self.extractor()
    var extractions: [String: Extraction] = [:]
    var (right, all) = (0, 0)
    for fact in facts where fact.isScored && fact.isDisclosed {
      let extraction = extractions[fact.sample] ?? extractor.extract(fact.corpusPath, options: Self.options)
      extractions[fact.sample] = extraction
      let faults = fact.faults(in: extraction.findings, fully: false)
      all += 1
      right += faults.isEmpty ? 1 : 0
      for fault in faults { print("\(fact.name): \(fault)") }
    }
    print("facts of the samples in the Corpus: \(right) of \(all)")
    #expect(right >= all - Self.mostMissed)
  }

  private static let mostMissed = 2
  private static let options = ReadOptions(launcher: WorkerLauncher(executable: BuiltProgram.path))

  private static func extractor() throws -> Extractor {
    let folder = BuiltProgram.root.appendingPathComponent("Rules").path
    return Extractor(readRuleBook(try RuleFolder(path: folder).sources()).book)
  }
}

/// A fact of `samples/facts.jsonl`.
struct SampleFact: Decodable {
  var sample: String
  var topic: String
  var isDisclosed: Bool
  var value: String?
  var unit: String?
  var year: String?
  var level: String?
  var qualifier: String?
  var normalized: String?
  var form: String?
  var note: String?
  var mustNotReport: Bool?

  enum CodingKeys: String, CodingKey {
    case sample, topic, value, unit, year, level, qualifier, normalized, note
    case isDisclosed = "disclosed"
    case form = "where"
    case mustNotReport = "must_not_report"
  }

  private static let folder = CorpusFile.folder.deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/samples")

  /// Nil, and said so, where the machine has none.
  static func all() throws -> [SampleFact]? {
    guard let data = try? Data(contentsOf: folder.appendingPathComponent("facts.jsonl")) else {
      print("skipped: no shared data")
      return nil
    }
    return try data.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(SampleFact.self, from: $0) }
  }

  var name: String { "\(sample) \(topic) \(value ?? "") \(unit ?? "") \(year ?? "")" }

  /// Where reports contradict themselves, and what no program may say, are the audit's matter.
  var isScored: Bool { !topic.hasPrefix("conflict:") && mustNotReport != true }

  /// Whether it is set in a table or chart, which plain text does not keep.
  var isDrawn: Bool { form == "table" || form == "chart" }

  var corpusPath: String { CorpusFile.folder.appendingPathComponent(sample + ".pdf").path }

  func textPath() throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let name = try #require(names.first { $0.hasPrefix(sample) && $0.hasSuffix(".txt") })
    return Self.folder.appendingPathComponent(name).path
  }

  /// What of the fact is not in the findings; `fully` asks for level, qualifier and canonical value too.
  func faults(in findings: Findings, fully: Bool) -> [String] {
    let rows = findings.evidence.filter { $0.topics.contains(topic) }
    guard isDisclosed else { return falseFinds(rows, findings, fully) }
    guard !rows.isEmpty else { return ["not found"] }
    if rows.contains(where: { isRight($0, fully) }) { return [] }
    return [
      "not among "
        + rows.map { "\($0.value?.plain ?? "-") \($0.value?.unit ?? "") \($0.year) \($0.level)" }.joined(
          separator: "; ")
    ]
  }

  private func falseFinds(_ rows: [Evidence], _ findings: Findings, _ fully: Bool) -> [String] {
    if let row = rows.first { return ["found though not disclosed: page \(row.page)"] }
    guard fully, let note, note.contains("stated non-disclosure") else { return [] }
    let state = findings.items.first { $0.topics.contains(topic) }?.state
    return state == .statedNonDisclosure ? [] : ["\(state?.rawValue ?? "no state"), not stated-non-disclosure"]
  }

  private func isRight(_ row: Evidence, _ fully: Bool) -> Bool {
    let printed = row.value?.plain ?? ""
    guard value ?? "" == printed || (value ?? "").isEmpty && unit?.isEmpty != false else { return false }
    guard unit ?? "" == row.value?.unit ?? "" || unit?.isEmpty != false else { return false }
    guard year?.isEmpty != false || year == row.year else { return false }
    return !fully || isRightInFull(row)
  }

  private func isRightInFull(_ row: Evidence) -> Bool {
    if let level, level != row.level { return false }
    if let qualifier, qualifier != row.value?.qualifier?.rawValue { return false }
    guard let normalized else { return true }
    let found = row.value?.normalized.map { "\($0.value.plain) \($0.unit)" }
    return found == normalized && row.value?.isInferred == true
  }
}
