import Foundation
import Support
import Testing

/// A Corpus report, decided on and then uploaded anew: set otherwise, with a page put in that repeats a sentence, and
/// one figure restated.
struct CorrectedReportTests {
  private let folder: String

  init() throws { folder = try BuiltProgram.temporaryFolder() }

  private func run(_ line: String) throws -> BuiltProgram.Outcome {
    try BuiltProgram.shell(
      "cd '\(folder)'\n" + line,
      environment: [
        "KAOZHENG_ARCHIVE": folder + "/a.sqlite", "KAOZHENG_RULES": BuiltProgram.root.path + "/Rules",
      ])
  }

  private struct Shown: Decodable {
    var items: [Item]

    struct Item: Decodable { var item: String, evidence: [Line] }
    struct Line: Decodable { var id, quote, value, unit, judgement: String, page: Int }

    /// What a decision is on: item, words and number.
    var lines: [(key: [String], line: Line)] {
      items.flatMap { item in item.evidence.map { ([item.item, $0.quote, $0.value, $0.unit], $0) } }
    }
  }

  private func shown(_ name: String) throws -> Shown {
    let output = try run("kaozheng review show \(name) --format json").output
    return try JSONDecoder().decode(Shown.self, from: Data(output.utf8))
  }

  private func ingest(_ names: [String]) throws {
    let rows = names.enumerated().map { number, name in
      "\(name),霽光,1234,2023,sustainability,zh-Hant,2024-0\(number + 6)-01,electronics,\(number)\n"
    }
    let head = "file,company,ticker,year,kind,language,uploaded,industry,revision\n"
    try (head + rows.joined()).write(toFile: folder + "/m.csv", atomically: true, encoding: .utf8)
    let ingested = try run("kaozheng ingest --manifest m.csv --quiet in")
    #expect(ingested.code == 0, "\(ingested.errors)")
  }

  @Test func unchangedWordsCarryOverLookAlikesAskAndNothingLandsElsewhere() throws {
    let root = BuiltProgram.root.path
    _ = try run("mkdir in; cp '\(root)/Corpus/qiguang-2023.pdf' in/first.pdf; touch -d '1 hour ago' in/*")
    try ingest(["first.pdf"])
    let before = try shown("first.pdf").lines
    #expect(before.count > 40)
    // What is decided in the second in which a run ended counts in its state, and these decisions come after it.
    _ = try run("sleep 1.1")
    // Every one is decided on, each second one against it, so that a verdict that slipped would show.
    let script = before.enumerated().map { number, entry in
      "kaozheng review \(number % 2 == 0 ? "accept" : "reject") \(entry.line.id) --by Ann > /dev/null"
    }
    #expect(try run(script.joined(separator: "\n")).errors.isEmpty)
    let verdicts = Dictionary(
      before.enumerated().map { ($1.key, $0 % 2 == 0 ? "accept" : "reject") }, uniquingKeysWith: { first, _ in first })

    _ = try run("cp '\(root)/Tests/Revised/qiguang-2023.pdf' in/second.pdf; touch -d '1 hour ago' in/second.pdf")
    try ingest(["first.pdf", "second.pdf"])
    let after = try shown("second.pdf").lines
    let restated = "9,639"
    let repeated = "全年訓練總時數"
    var carried = 0
    for (key, line) in after {
      if line.quote.contains(restated) || line.quote.contains(repeated) {
        #expect(line.judgement == "open", "\(line.quote)")
      } else {
        #expect(line.judgement == verdicts[key], "\(line.quote)")
        carried += 1
      }
    }
    #expect(carried == before.filter { !$0.line.quote.contains("9,936") && !$0.line.quote.contains(repeated) }.count)

    let asking = try run("kaozheng review orphans").output
    let asked = before.filter { $0.line.quote.contains("9,936") || $0.line.quote.contains(repeated) }
    #expect(asking.hasSuffix("\(asked.count) to be confirmed, 0 orphaned\n"), "\(asking)")
    #expect(asking.contains("the same but for its number") && asking.contains("the same words, more than once"))
    try restatedComesFirst()
    try confirming(asking, verdicts, among: after.map(\.line))

    // The report as it was is decided on as it was.
    #expect(try shown("first.pdf").lines.map(\.line.judgement) == before.map { verdicts[$0.key] })
  }

  private func restatedComesFirst() throws {
    let queue = try run("kaozheng review queue")
    let entries = queue.output.split(separator: "\n").filter { $0.contains(" · p. ") }
    #expect(entries.first?.contains(" renewable-energy ") ?? false, "\(queue.output)\(queue.errors)")
    #expect(queue.output.contains("+ [9639千度] 再生能源（千度） 2023年 9,639"))
  }

  /// One is said to hold for the restated figure, one for nothing; each then asks no more.
  private func confirming(_ asking: String, _ verdicts: [[String]: String], among after: [Shown.Line]) throws {
    let step = try #require(asking.firstMatch(of: /step ([0-9]+) of Ann: (accepted|rejected)  renewable-energy/)).output
    let meant = try #require(after.first { $0.quote.contains("9,639") })
    #expect(try run("kaozheng review carry \(step.1) \(meant.id) --by Bob").code == 0)
    let other = try #require(asking.firstMatch(of: /step ([0-9]+) of Ann: [a-z]+  training-hours-total/)).output.1
    #expect(try run("kaozheng review carry \(other) --nowhere \(meant.id.prefix(8)) --by Bob").code == 0)
    let left = try run("kaozheng review orphans").output
    #expect(!left.contains("step \(step.1) of") && !left.contains("step \(other) of"))
    let now = try shown("second.pdf").lines.first { $0.line.quote.contains("9,639") }
    #expect(now?.line.judgement == (step.2 == "accepted" ? "accept" : "reject"))
  }
}
