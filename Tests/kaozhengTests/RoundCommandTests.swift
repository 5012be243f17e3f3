import Foundation
import Support
import Testing

@testable import Archive
@testable import Pipeline

/// Rounds as a user runs them: reports taken in, their status, a round closed, shown, checked; and what is refused.
struct RoundCommandTests {
  private let folder: String

  init() throws {
    folder = try BuiltProgram.temporaryFolder()
    for (path, text) in Self.rules { try write("R/" + path, text) }
    for name in ["engine", "placing"] {
      let own = BuiltProgram.root.appendingPathComponent("Rules/vocabulary/\(name).yaml")
      try write("R/vocabulary/\(name).yaml", String(contentsOf: own, encoding: .utf8))
    }
    try write("in/a.txt", "第一廠2019年共有3座水井。\n")
    try write("in/b.txt", "本公司沒有什麼可說。\n")
    try write("in/late.txt", "第二廠2019年共有9座水井。2019年種了5棵樹。\n")
    try write("in/unknown.txt", "不知道是誰的文件，也不知道年度。\n")
    try write(
      "in/manifest.csv",
      """
      file,ticker,company,year,kind,uploaded,industry
      a.txt,1001,甲公司,2019,sustainability,2020-08-31,makers
      b.txt,1002,乙公司,2019,sustainability,2020-08-01,makers
      late.txt,1002,乙公司,2019,annual,2020-09-01,makers

      """)
    try write("c.csv", "ticker,company,industry\n1001,甲公司,makers\n1002,乙公司,makers\n1003,丙公司,makers\n")
    _ = try run("touch -d '1 hour ago' in/*")
  }

  /// Rounds of any year; the calendar knows those of 2020 and a few of a time to come.
  private static let rules = [
    "demo/pack.yaml": """
    id: demo
    names: {zh-Hant: 範例, en: Demo}
    industries: {makers: {names: {zh-Hant: 製造, en: Makers}}}
    levels: {fact: {names: Fact, tense: fact}}
    dimensions: [{id: d, names: {zh-Hant: 地, en: Ground}, sub-dimensions: {ground: {names: Ground}}}]
    scoring:
      precedence: [found, unreadable, stated-non-disclosure, not-found]
      positive: {found: 1}
      negative: {found: -1}
      floor: sub-dimension
    """,
    "demo/items.yaml": """
    items:
      - {id: wells, names: {zh-Hant: 水井, en: Wells}, sub-dimension: ground, level: fact, references: [X]}
      - {id: trees, names: {zh-Hant: 樹, en: Trees}, sub-dimension: ground, level: fact, references: [X]}
    """,
    "demo/ground/wells.yaml": """
    rules:
      - id: wells
        find: 共有#count(座)水井
        examples:
          hits: [本廠共有3座水井。, 集團共有12座水井。]
          misses: [{text: 水井旁有2棵樹。, why: 樹}, {text: 目標是共有9座水井。, why: 目標}]
      - id: trees
        find: 種了#count(棵)樹
        examples:
          hits: [我們種了3棵樹。, 去年種了12棵樹。]
          misses: [{text: 有2棵樹。, why: 沒有種}, {text: 目標是種了9棵樹。, why: 目標}]
    """,
    "demo/rating.yaml": """
    events:
      kinds: {ground: {names: Ground, dimension: d}}
      responses: {none: {names: None, factor: 1}}
      months: 12
    lists:
      percentile: 5
      line: nearest-rank
      fewest-companies: 20
      watched: [d]
      watch-months: {months: 13, of: 15}
      black-months: count
    rounds:
      - {id: "1", names: {zh-Hant: 首次, en: First}, uploaded-by: {month: 8}, completed-in: {month: 11}, report-year: -1}
      - id: "2"
        names: {zh-Hant: 再次, en: Second}
        uploaded-by: {month: 4, years-later: 1}
        completed-in: {month: 5, years-later: 1}
        report-year: -1
    calendar:
      months:
        - {month: 2020-11, closed: []}
        - {month: 2021-05, closed: []}
        - {month: 2098-11, closed: []}
    """,
  ]

  private func write(_ path: String, _ text: String) throws {
    let url = URL(fileURLWithPath: folder + "/" + path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
  }

  private func run(_ line: String) throws -> BuiltProgram.Outcome {
    try BuiltProgram.shell(
      "cd '\(folder)'\n" + line,
      environment: ["KAOZHENG_ARCHIVE": folder + "/a.sqlite", "KAOZHENG_RULES": folder + "/R"])
  }

  private func takeIn() throws {
    #expect(try run("kaozheng companies c.csv").code == 0)
    #expect(try run("kaozheng ingest in --quiet").code == 0)
  }

  private func archive() throws -> ArchiveFile { try ArchiveFile(path: folder + "/a.sqlite", .existing) }

  // MARK: Status

  @Test func aRoundSaysHowFarItHasCome() throws {
    try takeIn()
    let status = try run("kaozheng round status 2020-1")
    #expect(status.code == 0 && status.errors.isEmpty)
    for line in [
      "非官方", "Unofficial", "2020-1 First · reports about 2019", "uploads until 2020-08-31 (over for",
      "done on 2020-11-30", "Companies expected: 3: in 2, partial 0, failed 0, missing 1.",
      "Documents that count: 2. Superseded: 0. Too late: 1 (count for 2020-2). Unplaced: 1",
      "Reviewed: 0 documents begun (0 of 0 items found in them, 0 disputed); unreviewed: 2", "unknown.txt",
      "too late: late.txt 2020-09-01",
    ] { #expect(status.output.contains(line), "\(line)\n\(status.output)") }
    let second = try run("kaozheng round status 2020-2 --lang zh-TW").output
    #expect(second.contains("計入文件：3") && second.contains("逾期：0（不計入任何輪次）") && second.contains("再次"))
    let missing = try run("kaozheng round status 2020-1 --only missing").output
    #expect(missing.contains("1003") && !missing.contains("1001") && !missing.contains("unknown.txt"))
    for format in ["json", "csv"] {
      let output = try run("kaozheng round status 2020-1 --format \(format)").output
      #expect(output.contains("非官方") && output.lowercased().contains("unofficial") && output.contains("1003"))
    }
  }

  @Test func withoutANameItIsTheRoundThatIsRunning() throws {
    try takeIn()
    let object = try JSONSerialization.jsonObject(
      with: Data(try run("kaozheng round status --format json").output.utf8))
    let root = try #require(object as? [String: Any])
    let round = try #require(root["round"] as? [String: Any])
    let today = try #require(root["asOf"] as? String)
    // Done in the month of today or later, and at most half a year on; the months' days are in no calendar.
    let id = try #require(round["id"] as? String)
    let (year, month) = (try #require(Int(today.prefix(4))), try #require(Int(today.dropFirst(5).prefix(2))))
    #expect(id == (month <= 5 ? "\(year - 1)-2" : month <= 11 ? "\(year)-1" : "\(year)-2"))
  }

  @Test func aRoundOfYearsToComeTellsWhatTheCalendarLacks() throws {
    try takeIn()
    let status = try run("kaozheng round status 2097-2").output
    #expect(status.contains("the trading calendar does not know 2098-05: add it to “calendar”"))
    let close = try run("kaozheng round close 2097-2 --by Lin --early")
    #expect(close.code == 1 && close.output.isEmpty && close.errors.contains("does not know 2098-05"))
    #expect(try archive().closedRounds().isEmpty)
  }

  @Test func aDayBeforeAllRecordsHasNothingToSay() throws {
    try takeIn()
    let early = try run("kaozheng round status 2020-1 --as-of 2001-01-01")
    #expect(early.code == 1 && early.output.isEmpty && early.errors.contains("no run of the archive had ended by then"))
    #expect(try run("kaozheng round status 2020-1 --as-of 2001-02-29").code == 2)
    #expect(try run("kaozheng round status 2020-1 --only lost").code == 2)
  }

  @Test func anUnknownRoundIsWrongUse() throws {
    try takeIn()
    for line in ["round status 2020-3", "round status autumn", "round close 2020-3 --by Lin"] {
      let outcome = try run("kaozheng \(line)")
      #expect(outcome.code == 2 && outcome.errors.contains("(they are called YEAR-1, YEAR-2)"), "\(line)")
    }
    for line in ["round show 2020-1", "round check 2020-1"] {
      let outcome = try run("kaozheng \(line)")
      #expect(outcome.code == 1 && outcome.errors.contains("2020-1 is not closed"), "\(line)")
    }
    #expect(try run("kaozheng round close 2020-1").errors.contains("needs --by NAME"))
    #expect(try run("kaozheng round close 2020-1 --by ' '").code == 2)
  }

  // MARK: Closed

  /// Of two items each company may gain one point for each: 甲 has one of 2, 乙 none, 丙 is missing.
  @Test func aClosedRoundIsShownAndChecked() throws {
    try takeIn()
    let closed = try run("kaozheng round close 2020-1 --by '林 Lin'")
    #expect(closed.code == 0 && closed.errors.isEmpty && closed.output.contains("2020-1 is closed: run 1, rules"))
    let shown = try run("kaozheng round show 2020-1")
    #expect(shown.code == 0 && shown.output.contains("closed by 林 Lin at ") && shown.output.contains("the seal holds"))
    let rows = shown.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(rows.first { $0.first == "1001" } == ["1001", "甲公司", "makers", "50.0", "50.0", "50.0", "a.txt"])
    #expect(rows.first { $0.first == "1002" } == ["1002", "乙公司", "makers", "0.0", "0.0", "0.0", "b.txt"])
    #expect(rows.first { $0.first == "1003" } == ["1003", "丙公司", "missing"])
    let check = try run("kaozheng round check 2020-1")
    #expect(check.code == 0 && check.output.contains("everything comes out as it was closed (3 companies)"))
    let list = try run("kaozheng round list")
    let seal = try #require(try archive().closedRound("2020-1")?.seal)
    #expect(list.code == 0 && list.output.contains(seal) && closed.output.contains(seal))
    for command in ["show 2020-1", "check 2020-1", "list"] {
      for format in ["json", "csv"] {
        let output = try run("kaozheng round \(command) --format \(format)").output
        #expect(output.contains("非官方") && output.lowercased().contains("unofficial"), "\(command) \(format)")
      }
    }
  }

  /// Later documents, placements, companies and rules are of another time.
  @Test func whatComesLaterChangesNothingOfAClosedRound() throws {
    try takeIn()
    _ = try run("kaozheng round close 2020-1 --by Lin")
    let before = try run("kaozheng round show 2020-1 --format json").output
    try write("in/new.txt", "第三廠2019年種了8棵樹。\n")
    try write(
      "in/manifest.csv",
      "file,ticker,company,year,kind,uploaded,industry\nnew.txt,1001,甲公司,2019,annual,2020-05-01,makers\n")
    try write("c.csv", "ticker,company,industry,expected\n1003,丙公司,makers,no\n1004,丁公司,makers,yes\n")
    _ = try run("touch -d '1 hour ago' in/*; sed -i 's/種了#count/栽了#count/; s/種了/栽了/g' R/demo/ground/wells.yaml")
    try takeIn()
    _ = try run("kaozheng place b.txt --ticker 1001")
    #expect(try run("kaozheng round show 2020-1 --format json").output == before)
    let check = try run("kaozheng round check 2020-1")
    #expect(check.code == 0 && check.output.contains("everything comes out as it was closed"), "\(check.output)")
    let status = try run("kaozheng round status 2020-1 --format json").output
    #expect(status.contains("new.txt") && status.contains("1004"))
  }

  /// 甲 has one point of two; what was fined in October takes half a point in November: 0.5 of 2. What is entered after
  /// closing, though it happened before, is of another time.
  @Test func theEventsOfItsLastMonthAreFrozenWithIt() throws {
    try takeIn()
    let event =
      "--company 1001 --kind ground --penalized 2020-10-01 --published 2020-10-15 --deduction 0.5 --source gazette --by Lin"
    let added = try run("kaozheng events add \(event) --case A-1")
    #expect(added.code == 0, "\(added.errors)")
    #expect(try run("kaozheng round close 2020-1 --by Lin").output.contains("ledger line 1"))
    #expect(try run("kaozheng events add \(event) --case A-2").code == 0)
    let rows = try run("kaozheng round show 2020-1").output.split(separator: "\n").map {
      $0.split(separator: " ").map(String.init)
    }
    #expect(rows.first { $0.first == "1001" } == ["1001", "甲公司", "makers", "50.0", "50.0", "25.0", "a.txt"])
    #expect(rows.first { $0.first == "1002" } == ["1002", "乙公司", "makers", "0.0", "0.0", "0.0", "b.txt"])
    let frozen = try #require(try archive().closedRound("2020-1")?.frozen)
    guard case .scored(let scores) = frozen.companies[0].outcome, let after = scores.afterEvents else {
      Issue.record("no scores after events")
      return
    }
    #expect(after.events == [FrozenRound.Event(id: "E1", dimension: "d", points: "0.5")])
    #expect(after.total.low == "0.5" && scores.total.low == "1")
    let check = try run("kaozheng round check 2020-1")
    #expect(check.code == 0, "\(check.output)")
  }

  @Test func aRoundIsClosedOnce() throws {
    try takeIn()
    _ = try run("kaozheng round close 2020-1 --by Lin")
    let first = try archive().closedRound("2020-1")
    let again = try run("kaozheng round close 2020-1 --by Chen")
    #expect(again.code == 1 && again.output.isEmpty && again.errors.contains("it is closed already, by Lin at "))
    #expect(try archive().closedRound("2020-1") == first)
  }

  @Test func beforeItsUploadsHaveEndedItIsClosedOnlyIfSaidSo() throws {
    try takeIn()
    let refused = try run("kaozheng round close 2098-1 --by Lin")
    #expect(refused.code == 1 && refused.errors.contains("until the end of 2098-08-31; --early closes it"))
    #expect(try archive().closedRounds().isEmpty)
    #expect(try run("kaozheng round close 2098-1 --by Lin --early").code == 0)
    #expect(try run("kaozheng round show 2098-1").output.contains("before its uploads had ended"))
    #expect(try run("kaozheng round check 2098-1").code == 0)
  }

  @Test func withoutAnyRunThereIsNothingToClose() throws {
    #expect(try run("kaozheng round close 2020-1 --by Lin").errors.contains("there is no archive"))
    _ = try run("kaozheng companies c.csv")
    let outcome = try run("kaozheng round close 2020-1 --by Lin")
    #expect(outcome.code == 1 && outcome.errors.contains("no run of the archive had ended"))
  }

  @Test func noRoundIsClosedWhileAnIngestRuns() throws {
    try takeIn()
    let archive = try archive()
    let lock = try RunLock(archive: archive.path)
    let book = try #require(try archive.runs().last?.rules)
    let open = try archive.beginRun(
      command: "ingest", at: UTCTime.now, engines: Engines(reading: "r", matching: "m"),
      book: StoredBook(digest: book, sources: []))
    lock.hold(open)
    let refused = try run("kaozheng round close 2020-1 --by Lin")
    #expect(refused.code == 1 && refused.errors.contains("run \(open.number) is still at work"))
    #expect(try archive.closedRounds().isEmpty)
    try archive.endRun(open, at: UTCTime.now, .stopped)
  }

  @Test func aRunWhoseProcessIsGoneHoldsNothingUp() throws {
    try takeIn()
    let archive = try archive()
    let book = try #require(try archive.runs().last?.rules)
    _ = try archive.beginRun(
      command: "ingest", at: UTCTime.now, engines: Engines(reading: "r", matching: "m"),
      book: StoredBook(digest: book, sources: []))
    // Its lock is held by nobody. What it would have asked it did not note, so that no score can rest on it.
    let outcome = try run("kaozheng round close 2020-1 --by Lin")
    #expect(!outcome.errors.contains("still at work"))
  }

  // MARK: Tampered with

  private func change(_ set: String) throws {
    let archive = try archive()
    try archive.database.execute("DROP TRIGGER rounds_stay")
    try archive.database.execute("UPDATE rounds SET \(set)")
  }

  @Test func aClosedRoundCannotBeChangedInPassing() throws {
    try takeIn()
    _ = try run("kaozheng round close 2020-1 --by Lin")
    let database = try archive().database
    #expect(throws: ArchiveFailure.self) { try database.execute("UPDATE rounds SET who = 'Chen'") }
    #expect(throws: ArchiveFailure.self) { try database.execute("DELETE FROM rounds") }
    #expect(try run("kaozheng round show 2020-1").code == 0)
  }

  @Test(arguments: ["who = 'Chen'", "closed = '2020-01-01T00:00:00Z'", "body = x'00'", "seal = 'x'", "line = 9"])
  func whatWasChangedIsNotShown(set: String) throws {
    try takeIn()
    _ = try run("kaozheng round close 2020-1 --by Lin")
    try change(set)
    for command in ["show", "check"] {
      let outcome = try run("kaozheng round \(command) 2020-1")
      #expect(
        outcome.code == 1 && outcome.output.isEmpty && outcome.errors.contains("the seal is broken"), "\(command)")
    }
    let list = try run("kaozheng round list")
    #expect(list.code == 1 && list.output.contains("broken"))
  }

  @Test func anotherFigureInTheBodyBreaksTheSeal() throws {
    try takeIn()
    _ = try run("kaozheng round close 2020-1 --by Lin")
    let archive = try archive()
    var closed = try #require(try archive.closedRound("2020-1"))
    let text = String(decoding: try #require(closed.body), as: UTF8.self)
    closed.body = Array(text.replacingOccurrences(of: "\"50.0\"", with: "\"90.0\"").utf8)
    try archive.database.execute("DROP TRIGGER rounds_keep; DELETE FROM rounds")
    #expect(try archive.keep(closed))
    #expect(try run("kaozheng round show 2020-1").errors.contains("the seal is broken"))
    // With a seal of its own it is shown, and does not stand the check.
    closed.seal = closed.digest
    try archive.database.execute("DELETE FROM rounds")
    #expect(try archive.keep(closed))
    let check = try run("kaozheng round check 2020-1")
    #expect(check.code == 1 && check.output.contains("come out otherwise"))
    #expect(check.output.contains("1/2 = 90.0%") && check.output.contains("1/2 = 50.0%"))
  }

  @Test func aRoundOfAnotherVersionShowsItsFiguresAndSaysSo() throws {
    try takeIn()
    _ = try run("kaozheng round close 2020-1 --by Lin")
    let archive = try archive()
    var frozen = try #require(try archive.closedRound("2020-1")?.frozen)
    frozen.program = "kaozheng 0.0.1"
    try archive.database.execute("DROP TRIGGER rounds_keep; DELETE FROM rounds")
    #expect(try archive.keep(ClosedRound(frozen)))
    let shown = try run("kaozheng round show 2020-1")
    #expect(shown.code == 0 && shown.output.contains("reckoned by kaozheng 0.0.1") && shown.output.contains("50.0"))
    let check = try run("kaozheng round check 2020-1")
    #expect(check.code == 0 && check.output.contains("the versions differ"))
  }
}
