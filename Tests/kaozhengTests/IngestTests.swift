import Archive
import Foundation
import Support
import Testing

/// Reports taken into an archive by the program itself, with real files, signals and disks.
struct IngestTests {
  private let folder: String
  private static let corpus = BuiltProgram.root.appendingPathComponent("Corpus").path

  init() throws {
    folder = try BuiltProgram.temporaryFolder()
    try write("R/demo/pack.yaml", Self.pack)
    try write("R/demo/items.yaml", Self.items)
    try write("R/demo/ground/wells.yaml", Self.rules)
    for name in ["engine", "placing"] {
      let own = BuiltProgram.root.appendingPathComponent("Rules/vocabulary/\(name).yaml")
      try write("R/vocabulary/\(name).yaml", String(contentsOf: own, encoding: .utf8))
    }
    for number in 1...12 {
      try report(number, "第\(number)廠2022年共有\(number)座水井。\n2022年種了\(number * 3)棵樹。\n")
    }
  }

  private static let pack = """
    id: demo
    names: {zh-Hant: 範例, en: Demo}
    industries: {makers: {names: Makers}}
    levels: {fact: {names: Fact, tense: fact}}
    dimensions: [{id: d, names: {zh-Hant: 地, en: Ground}, sub-dimensions: {ground: {names: Ground}}}]
    """
  private static let items = """
    items:
      - {id: wells, names: {zh-Hant: 水井, en: Wells}, sub-dimension: ground, level: fact, references: [X]}
      - {id: trees, names: {zh-Hant: 樹, en: Trees}, sub-dimension: ground, level: fact, references: [X]}
    """
  private static let rules = """
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
    """

  private func write(_ path: String, _ text: String) throws {
    let url = URL(fileURLWithPath: folder + "/" + path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
  }

  /// A report of long ago: one that was just written would be waited for.
  private func report(_ number: Int, _ text: String) throws {
    let path = "in/r\(number < 10 ? "0" : "")\(number).txt"
    try write(path, text)
    try settle(path)
  }

  private func settle(_ path: String) throws {
    let past = Date(timeIntervalSinceNow: -60)
    try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: folder + "/" + path)
  }

  private func run(_ line: String) throws -> BuiltProgram.Outcome {
    try BuiltProgram.shell("cd '\(folder)'\n" + line, environment: ["KAOZHENG_ARCHIVE": folder + "/a.sqlite"])
  }

  /// Everything in the archive, but when and how it came there.
  private func export(_ archive: String = "a.sqlite") throws -> String {
    try run("kaozheng evidence --format jsonl --archive \(archive)").output
  }

  private func outcomes(_ events: String) -> [String: Int] {
    events.split(separator: "\n").reduce(into: [:]) { counts, line in
      for outcome in ["read", "rematched", "unchanged"] where line.contains("\"outcome\":\"\(outcome)\"") {
        counts[outcome, default: 0] += 1
      }
    }
  }

  private func ingest(_ rest: String = "in") throws -> [String: Int] {
    outcomes(try run("kaozheng ingest --rules R --json \(rest)").output)
  }

  // MARK: Never twice

  @Test func whatWasSeenIsNotReadAgainAndAChangedRuleAsksTheStoredText() throws {
    #expect(try ingest() == ["read": 12])
    let before = try export()
    #expect(try ingest() == ["unchanged": 12])
    #expect(try export() == before)

    try FileManager.default.removeItem(atPath: folder + "/in/r03.txt")
    let text = Self.rules.replacingOccurrences(of: "find: 種了#count(棵)樹", with: "find: [種了#count(棵)樹, 栽#count(棵)樹]")
    try write("R/demo/ground/wells.yaml", text)
    // Not even the file that is gone is needed.
    #expect(try ingest("") == ["rematched": 12])
    #expect(try export() == before)
  }

  @Test func askedAgainIsTheSameAsReadAnew() throws {
    _ = try run(
      "cp '\(Self.corpus)'/{gigabyte-2022,sai-2024,tradevan-2020,qiguang-2023}.pdf in; touch -d '1 hour ago' in/*")
    _ = try run("cp -r '\(BuiltProgram.root.path)/Rules' Real")
    let changed = "Real/tip/supply-chain/assessments.yaml"
    _ = try run(
      "sed 's/find:$/find:\\n      - 不存在的說法/' \(changed) > half; cp half \(changed); rm Real/tip/water/*.yaml")
    _ = try run("kaozheng ingest --rules Real in")
    _ = try run("rm -r Real; cp -r '\(BuiltProgram.root.path)/Rules' Real")
    let events = outcomes(try run("kaozheng ingest --rules Real --json in").output)
    #expect(events == ["rematched": 16])
    _ = try run("kaozheng ingest --rules Real in --archive fresh.sqlite")
    let (again, fresh) = (try export(), try export("fresh.sqlite"))
    #expect(again == fresh)
    #expect(fresh.contains("\"item\":\"water-"))
  }

  @Test func theSameContentsUnderTwoNamesAreReadOnceAndBothNamesAreKnown() throws {
    _ = try run("cp -p in/r01.txt in/z.txt")
    let end = try run("kaozheng ingest --rules R --json in").output
    #expect(outcomes(end) == ["read": 12])
    #expect(end.contains("\"duplicates\":1"))
    let reports = try run("kaozheng reports r01 --format jsonl").output
    #expect(reports.contains("\"in/r01.txt\",\"in/z.txt\""))
  }

  @Test func theNumberOfJobsChangesNoByte() throws {
    let one = try run("kaozheng ingest --rules R --json --jobs 1 in --archive one.sqlite").output
    let four = try run("kaozheng ingest --rules R --json --jobs 4 in --archive four.sqlite").output
    #expect(one == four)
    #expect(try export("one.sqlite") == export("four.sqlite"))
  }

  /// Its size and the time of its contents can be set back by whoever changes it, but not that of any change.
  @Test func aFileThatWasChangedBehindItsTimesIsNoticed() throws {
    _ = try ingest()
    _ = try run("touch -r in/r05.txt stamp; sed -i 's/2022/2023/' in/r05.txt; touch -r stamp in/r05.txt")
    #expect(try ingest() == ["unchanged": 11, "read": 1])
  }

  @Test func anOriginalThatIsGoneIsKeptAgain() throws {
    _ = try ingest()
    _ = try run("rm -r a.sqlite.files")
    #expect(try ingest() == ["unchanged": 12])
    #expect(try run("find a.sqlite.files -type f | wc -l").output == "12\n")
  }

  // MARK: Originals

  @Test func originalsAreKeptUnderTheirDigest() throws {
    _ = try ingest()
    let kept = try run("find a.sqlite.files -type f | wc -l; cat a.sqlite.files/*/*.txt | sort | head -1").output
    #expect(kept.hasPrefix("12\n2022年種了12棵樹。"))
    // The archive's own folder beside the reports is no folder of reports.
    #expect(try run("kaozheng ingest --rules R --json .").output.contains("\"duplicates\":0"))
  }

  @Test func withoutCopiesAChangedFileIsAProblemAndNothingIsReadUnderItsOldDigest() throws {
    #expect(try ingest("--no-copy in") == ["read": 12])
    #expect(!FileManager.default.fileExists(atPath: folder + "/a.sqlite.files"))
    let bad = "in/r13.txt"
    try Data([0xFF, 0xFE, 0x41]).write(to: URL(fileURLWithPath: folder + "/" + bad))
    try settle(bad)
    #expect(try run("kaozheng ingest --rules R --no-copy --json in").output.contains("\"code\":\"not-text\""))
    try write(bad, "第13廠2022年共有13座水井。\n")
    let retried = try run("kaozheng retry --rules R --json")
    #expect(retried.code == 1)
    #expect(retried.output.contains("the file has changed since it was taken in"))
    try settle(bad)
    #expect(try ingest("--no-copy in") == ["unchanged": 12, "read": 1])
  }

  // MARK: Whose they are

  @Test func aManifestPlacesAndAHandPlacesSurer() throws {
    try write("in/manifest.csv", "file,company,year,kind,colour\nr01.txt,甲公司,2021,tcfd,red\ngone.txt,,,,\n")
    let outcome = try run("kaozheng ingest --rules R in; kaozheng reports r01 --format jsonl")
    #expect(outcome.errors.contains("in/manifest.csv:1:5: no column is called “colour”"))
    #expect(outcome.errors.contains("in/manifest.csv:3:1: there is no file “gone.txt”"))
    #expect(outcome.output.contains("\"company\":{\"value\":\"甲公司\",\"from\":\"manifest\"}"))
    // Its year is what the rules go by: the wells of 2022 are not those of the report's own year.
    #expect(outcome.output.contains("\"reportYear\":\"2021\""))
    #expect(try run("kaozheng reports --open").output.split(separator: "\n").count == 12)

    let placed = try run("kaozheng place r01 --year 112 --company 乙公司 --kind annual")
    #expect(placed.output.contains("\"year\":{\"value\":\"2023\",\"from\":\"hand\"}"))
    let again = try run("kaozheng ingest --rules R --json in; kaozheng reports r01 --format jsonl").output
    #expect(outcomes(again) == ["unchanged": 11, "rematched": 1])
    #expect(again.contains("\"reportYear\":\"2023\"") && again.contains("乙公司"))
    #expect(try run("kaozheng place r0 --year 2020").errors.contains("9 documents have these words"))
    #expect(try run("kaozheng place r01 --year soon").code == 2)
  }

  @Test func aCorrectedUploadSupersedesTheFirst() throws {
    for name in ["1234_甲_2022_永續報告書.txt", "1234_甲_2022_永續報告書_更正版.txt"] {
      try write("in/" + name, "這是2022年的\(name.count)字。\n")
      try settle("in/" + name)
    }
    let table = try run("kaozheng ingest --rules R in > /dev/null; kaozheng reports 1234").output
    let lines = table.split(separator: "\n")
    #expect(lines.count == 3 && lines[1].contains("superseded") && lines[2].contains("ok"), "\(table)")
  }

  /// The year that the engine counts from the name is not the text's word.
  @Test func aNameDoesNotBearItselfOut() throws {
    for name in ["2023_CSR_Report.txt", "2024_CSR_Report.txt"] {
      try write("in/" + name, name.hasPrefix("2024") ? "報告期間為2024年\n" : "前言\n")
      try settle("in/" + name)
    }
    let reports = try run("kaozheng ingest --rules R in > /dev/null; kaozheng reports CSR --format jsonl").output
    #expect(!reports.contains("\"value\":\"2023\""), "\(reports)")
  }

  // MARK: What goes wrong

  @Test func everyFileHasAReasonAndTheOthersAreRead() throws {
    _ = try run(
      "head -c 2000 '\(Self.corpus)/sai-2024.pdf' > in/cut.pdf; : > in/empty.pdf; cp '\(Self.corpus)/yungu-2024.pdf' in; touch -d '1 hour ago' in/*"
    )
    let outcome = try run("kaozheng ingest --rules R in missing.pdf")
    #expect(outcome.code == 1)
    for reason in [
      "cut.pdf: ", "empty.pdf: the file is empty", "yungu-2024.pdf: encrypted", "missing.pdf: no such file",
    ] {
      #expect(outcome.output.contains(reason), "\(reason)")
    }
    let reports = try run("kaozheng reports --status failed").output
    #expect(reports.contains("yungu-2024.pdf") && reports.contains("encrypted"))
    let retried = try BuiltProgram.shell(
      "cd '\(folder)'; kaozheng retry --rules R --json in/yungu-2024.pdf",
      environment: ["KAOZHENG_ARCHIVE": folder + "/a.sqlite", "KAOZHENG_PASSWORD": "kaozheng"])
    #expect(retried.output.contains("\"status\":\"ok\""))
  }

  @Test func aFileThatIsStillBeingCopiedIsWaitedFor() throws {
    let slow = "(for n in 1 2 3 4; do echo \"第$n區2022年共有$n座水井。\" >> in/slow.txt; sleep 0.4; done) &\n"
    let outcome = try run(slow + "kaozheng ingest --rules R in; wait; kaozheng evidence slow --format jsonl")
    #expect(outcome.output.contains("第4區"))
  }

  @Test func aWatchedFolderIsTakenInAsReportsArrive() throws {
    let outcome = try run(
      """
      kaozheng ingest --rules R --watch in > said & sleep 1
      echo '第88廠2022年共有88座水井。' > in/r88.txt
      for n in $(seq 100); do kaozheng evidence r88 --format jsonl 2>/dev/null | grep -q 88座 && break; sleep 0.2; done
      pkill -INT -P $! -x kaozheng; wait $!; echo code $?
      kaozheng runs --format jsonl | wc -l; kaozheng evidence r88
      """)
    #expect(outcome.output.contains("code 0\n2\n"), "\(outcome.output)")
    #expect(outcome.output.contains("共有88座水井"))
  }

  // MARK: Interruptions

  @Test func killedAtAnyMomentItGoesOnWhereItStopped() throws {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed of kills: \(seed)")
    var dice = SeededRandom(state: seed)
    for number in 20...500 { try report(number, "第\(number)廠2022年共有\(number)座水井。\n") }
    for _ in 0..<8 {
      let delay = Double.random(in: 0...0.2, using: &dice)
      _ = try run(
        """
        kaozheng ingest --rules R --jobs 1 --json in > events & run=$!
        for n in $(seq 2000); do grep -q planned events && break; sleep 0.01; done
        sleep \(delay); pkill -9 -P $run; wait $run; rm events
        """)
    }
    _ = try run("kaozheng ingest --rules R in; kaozheng ingest --rules R in --archive whole.sqlite")
    #expect(try export() == export("whole.sqlite"))
    let archive = try ArchiveFile(path: folder + "/a.sqlite", .existing)
    #expect(try archive.faults() == [])
    let endings = try archive.runs().map(\.ending)
    #expect(endings.last == .done && endings.contains(.killed) && !endings.contains(nil))
  }

  @Test func killedReadersCostNoDocumentItsStatusAndARetryReadsThemWhole() throws {
    _ = try run("rm in/*; cp '\(Self.corpus)'/{gigabyte-2022,sai-2024,tradevan-2020,anlan-2021}.pdf in")
    _ = try run("touch -d '1 hour ago' in/*")
    let outcome = try run(
      """
      kaozheng ingest --rules R --json in > events & program=$(pgrep -P $!)
      for n in $(seq 40); do pkill -9 -P $program 2>/dev/null; sleep 0.02; done
      wait; cat events
      """)
    #expect(outcome.output.components(separatedBy: "\"event\":\"document\"").count == 5, "\(outcome.output)")
    #expect(outcome.output.contains("\"ending\":\"done\""))
    _ = try run("kaozheng retry --rules R; kaozheng ingest --rules R in --archive whole.sqlite")
    #expect(try export() == export("whole.sqlite"))
  }

  @Test func stoppedByASignalItSaysSoAndGoesOnLater() throws {
    for number in 20...99 { try report(number, "第\(number)廠2022年共有\(number)座水井。\n") }
    let stopped = try run(
      "kaozheng ingest --rules R --jobs 1 in & sleep 0.35; pkill -INT -P $! kaozheng; wait $!; echo code $?")
    let isStopped = stopped.output.contains("stopped: what is listed is stored") && stopped.output.contains("code 1")
    // A machine that is that fast has done it all by then.
    #expect(isStopped || stopped.output.contains("read                  92"), "\(stopped.output)")
    _ = try ingest()
    _ = try run("kaozheng ingest --rules R in --archive whole.sqlite")
    #expect(try export() == export("whole.sqlite"))
  }

  @Test func twoAtOnceReadEverythingOnce() throws {
    for number in 20...60 { try report(number, "第\(number)廠2022年共有\(number)座水井。\n") }
    let both = try run(
      """
      kaozheng ingest --rules R --json in > one & kaozheng ingest --rules R --json in > two; wait
      cat one two
      """)
    let counts = outcomes(both.output)
    #expect(counts["read"] == 53 && counts["unchanged"] == 53, "\(counts)")
    _ = try run("kaozheng ingest --rules R in --archive whole.sqlite")
    #expect(try export() == export("whole.sqlite"))
  }

  @Test func aFullDiskIsSaidAndTheArchiveStandsAsItWas() throws {
    let mounted = try run("mkdir small; mount -t tmpfs -o size=2m tmpfs small && echo yes")
    guard mounted.output == "yes\n" else {
      print("skipped: no small file system can be mounted")
      return
    }
    defer { _ = try? run("umount small") }
    let some = try run("kaozheng ingest --rules R --archive small/a.sqlite in/r01.txt in/r02.txt")
    #expect(some.code == 0, "\(some.errors)")
    let before = try export("small/a.sqlite")
    _ = try run("dd if=/dev/zero of=small/fill bs=1k 2>/dev/null")
    let full = try run("kaozheng ingest --rules R --no-copy --archive small/a.sqlite in")
    #expect(full.code == 1)
    #expect(full.errors.contains("no room left on the disk"), "\(full.errors)")
    _ = try run("rm small/fill")
    #expect(try export("small/a.sqlite") == before)
    #expect(
      try outcomes(run("kaozheng ingest --rules R --json --no-copy --archive small/a.sqlite in").output) == [
        "read": 10, "unchanged": 2,
      ])
  }

  // MARK: Wrong use

  @Test(arguments: ["reports", "evidence", "runs"])
  func withoutAnArchiveOneIsToldHowToMakeIt(_ command: String) throws {
    let outcome = try run("kaozheng \(command)")
    #expect(outcome.code == 1 && outcome.errors.contains("kaozheng ingest makes one"))
  }

  @Test func anArchiveOfALaterVersionIsRefused() throws {
    _ = try ingest()
    _ = try run("python3 -c \"import sqlite3; sqlite3.connect('a.sqlite').execute('PRAGMA user_version = 99')\"")
    let outcome = try run("kaozheng ingest --rules R in")
    #expect(outcome.code == 1 && outcome.errors.contains("use a later kaozheng"))
  }

  @Test(arguments: ["--jobs 0", "--jobs many", "--industry bakers"])
  func wrongValuesAreWrongUse(_ options: String) throws {
    #expect(try run("kaozheng ingest --rules R \(options) in").code == 2)
  }
}
