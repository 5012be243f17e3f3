import Archive
import Foundation
import Pipeline
import ReportModel
import RuleBook
import Scoring
import Support
import Testing

/// What is remembered of scores is what would be reckoned anew, whatever comes into the archive.
struct ScoreMemoryTests {
  private let folder: String

  init() throws {
    folder = try SmallMarket.folder()
    try run("kaozheng ingest in --rules rules --manifest in/manifest.csv --quiet")
  }

  private func run(_ line: String) throws {
    let outcome = try BuiltProgram.shell(
      "cd '\(folder)'\n" + line, environment: ["KAOZHENG_ARCHIVE": folder + "/a.sqlite"])
    #expect(outcome.code == 0, "\(line): \(outcome.errors)")
  }

  private func archive() throws -> ArchiveFile { try ArchiveFile(path: folder + "/a.sqlite", .existing) }

  private struct Reckoned: Equatable {
    var outlines: [String: CardOutline] = [:]
    var months: [MarketMonth] = []
    var unrated: [UnratedCompany] = []
  }

  private func reckoned() throws -> Reckoned {
    let archive = try archive()
    let moment = try #require(try archive.moment())
    let book = try archive.ruleBook(of: moment)
    let pack = try #require(book.packs.first)
    let scorer = try ArchiveScorer(archive, at: moment, pack: pack, in: book)
    var found = Reckoned()
    for year in [2023, 2024] {
      _ = try scorer.eachOutline(in: DocumentWindow(reportYear: year)) { company, outline in
        found.outlines["\(company.id.text) \(year)"] = outline
      }
    }
    let history = try MarketReader(archive, at: moment, pack: pack, in: book).history(
      to: try #require(Month("2026-06")))
    (found.months, found.unrated) = (history.months, history.unrated)
    return found
  }

  private func wholeCards() throws -> [String: CardOutline] {
    let archive = try archive()
    let moment = try #require(try archive.moment())
    let book = try archive.ruleBook(of: moment)
    let pack = try #require(book.packs.first)
    let floor = try #require(pack.scoring).floor
    var found: [String: CardOutline] = [:]
    for year in [2023, 2024] {
      _ = try ArchiveScorer(archive, at: moment, pack: pack, in: book).eachCard(
        in: DocumentWindow(reportYear: year)
      ) { company, card in found["\(company.id.text) \(year)"] = CardOutline(card, floor: floor) }
    }
    return found
  }

  private func isSame(_ other: Reckoned) throws -> Bool { try reckoned() == other }

  @Test func whateverComesInItIsWhatWouldBeReckonedAnew() throws {
    let steps = [
      "true",
      // Another company, another year, another industry's questions: none that is known.
      "kaozheng place 1104 --ticker 1103",
      "kaozheng place 1105 --year 2023",
      // A correction that counts instead.
      """
      cp in/1110.txt 1102-new.txt; kaozheng ingest 1102-new.txt --rules rules --quiet
      kaozheng place 1102-new --ticker 1102 --year 2024 --kind sustainability --uploaded 2025-08-30
      """,
      // Other rules: the words of one item are no longer looked for.
      "sed -i s/公布鐵項/公布金項/ rules/ours/people/rules.yaml; kaozheng ingest in --rules rules --quiet",
      // An event, and a word more on it.
      """
      kaozheng events add --by A --company 1109 --kind social --deduction 1 --penalized 2025-12-05 \
      --published 2025-12-05 --source B --rules rules
      """,
      "kaozheng events withdraw E1 --reason wrong --by B --rules rules",
    ]
    var earlier: Reckoned?
    for step in steps {
      try run(step)
      let first = try reckoned()
      let again = try reckoned()
      // Told in a word: the values themselves are pages long.
      let isRemembered = first == again
      #expect(isRemembered, "\(step)")
      let isThatOfWholeCards = try wholeCards() == first.outlines
      #expect(isThatOfWholeCards, "\(step)")
      try archive().forgetAll()
      let isReckonedTheSame = try reckoned() == first
      #expect(isReckonedTheSame, "\(step)")
      let cameToSomething = earlier != first
      #expect(cameToSomething, "\(step)")
      earlier = first
    }
  }

  /// Only what is in the memory can have been read there.
  @Test func whatIsRememberedIsRead() throws {
    let before = try reckoned()
    let database = folder + "/a.sqlite"
    func sql(_ statement: String) throws -> String {
      let program = """
        c = __import__('sqlite3').connect('\(database)')
        print(c.execute('\(statement)').fetchall())
        c.commit()
        """
      return try BuiltProgram.shell("python3 -c \"\(program)\"").output
    }
    #expect(try sql("SELECT count(*) FROM memory") == "[(10,)]\n")
    // Everybody comes to what one comes to.
    _ = try sql("UPDATE memory SET body = (SELECT body FROM memory WHERE id = 1)")
    let same = try reckoned()
    #expect(Set(same.outlines.values.map { "\($0.score)" }).count == 1 && same != before)
    // What cannot be read is reckoned anew, and so is what is of another kind.
    _ = try sql("UPDATE memory SET body = substr(body, 1, length(body) - 1)")
    #expect(try isSame(before))
    _ = try sql("UPDATE memory SET body = zeroblob(1)")
    #expect(try isSame(before))
    #expect(try sql("SELECT count(*) FROM memory") == "[(10,)]\n")
  }

  @Test func theOldestAreForgotten() throws {
    let archive = try archive()
    try archive.forgetAll()
    for number in 1...20 { try archive.remember([("k\(number)", [UInt8(number)])], atMost: 5) }
    #expect(try archive.remembered("k15") == nil)
    #expect(try archive.remembered("k16") == [16])
    // Said again, it is the newest.
    try archive.remember([("k16", [1])], atMost: 5)
    #expect(try archive.remembered("k16") == [1] && archive.remembered("k17") == [17])
  }
}
