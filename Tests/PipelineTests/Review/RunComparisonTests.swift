import ReportModel
import Review
import Support
import Testing

@testable import Archive
@testable import Pipeline

/// What differs between two runs, and why, in archives made by real ingests.
struct RunComparisonTests {
  private static let place = "1101,甲水泥,2022,sustainability,zh,0,makers"
  private static let corrected = "1101,甲水泥,2022,sustainability,zh,1,makers"

  // MARK: One cause

  @Test func nothingHasChanged() throws {
    var bench = try ComparisonBench()
    try bench.report("a.txt", "2022年共有12座水井。\n")
    let runs = (try bench.ingest(), try bench.ingest())
    #expect(try bench.lines(runs.0, runs.1) == [])
    #expect(try bench.lines(runs.0, runs.0) == [])
  }

  @Test func aRule() throws {
    var bench = try ComparisonBench()
    try bench.report("a.txt", "2022年共有12座水井。\n2022年種了3棵樹。\n2022年栽了5棵樹。\n")
    try bench.report("b.txt", "2022年共有7座水井。\n")
    let before = try bench.ingest()
    try bench.edit("demo/ground/rules.yaml", "find: 種了#count(棵)樹", "find: [種了#count(棵)樹, 栽了#count(棵)樹]")
    try bench.edit("demo/ground/rules.yaml", "find: 共有#count(座)水井", "find: 另有#count(座)水井")
    let after = try bench.ingest()
    #expect(
      try bench.lines(before, after) == [
        "a.txt wells state found→not-found (rules)", "a.txt wells - 12 (rules)", "a.txt trees + 5 (rules)",
        "b.txt wells state found→not-found (rules)", "b.txt wells - 7 (rules)",
      ])
    #expect(try bench.lines(before, after, ComparisonChoice(rule: "trees")) == ["a.txt trees + 5 (rules)"])
    #expect(try bench.lines(before, after, ComparisonChoice(documents: ["b.t"])).count == 2)
    #expect(try bench.lines(before, after, ComparisonChoice(items: ["trees"])).count == 1)
    // The other way round what was found is gone.
    #expect(try bench.lines(after, before, ComparisonChoice(items: ["trees"])) == ["a.txt trees - 5 (rules)"])
  }

  @Test func theRubric() throws {
    var bench = try ComparisonBench()
    try bench.report("a.txt", "2022年共有12座水井。\n2030年目標為共有20座水井。\n2022年種了3棵樹。\n")
    let before = try bench.ingest()
    try bench.edit(
      "demo/items.yaml", "en: Wells}, sub-dimension: ground, level: fact",
      "en: Wells}, sub-dimension: ground, level: plan")
    let middle = try bench.ingest()
    #expect(
      try bench.lines(before, middle) == ["a.txt wells + 20 (rubric)", "a.txt wells - 12 (rubric)"])
    try bench.edit("demo/items.yaml", "  - {id: trees", "  - {id: oaks")
    try bench.edit("demo/ground/rules.yaml", "- id: trees", "- id: oaks")
    let after = try bench.ingest()
    #expect(
      try bench.lines(middle, after) == [
        "a.txt oaks state nil→found (rubric)", "a.txt oaks + 3 (rubric)",
        "a.txt trees state found→nil (rubric)", "a.txt trees - 3 (rubric)",
      ])
  }

  @Test func aCorrectedUpload() throws {
    var bench = try ComparisonBench()
    try bench.report("old.txt", "2022年共有12座水井。\n2022年種了3棵樹。\n", place: Self.place)
    let before = try bench.ingest()
    try bench.report("new.txt", "2022年共有15座水井。\n2022年種了3棵樹。\n", place: Self.corrected)
    let after = try bench.ingest()
    #expect(try bench.lines(before, after) == ["new.txt wells value 12→15 (document)"])
    let comparison = try RunComparison(try bench.archive(), from: before, to: after)
    guard case .corrected(let old, let new) = try #require(comparison.pairs.first) else {
      Issue.record("no correction")
      return
    }
    #expect(old.document.name == "old.txt" && new.document.name == "new.txt" && comparison.pairs.count == 1)
  }

  @Test func theNextYearIsNoChange() throws {
    var bench = try ComparisonBench()
    try bench.report("a.txt", "2022年共有12座水井。\n", place: Self.place)
    let before = try bench.ingest()
    try bench.report("b.txt", "2023年共有15座水井。\n", place: "1101,甲水泥,2023,sustainability,zh,0,makers")
    try bench.report("c.txt", "2022年共有8座水井。\n", place: "1102,乙食品,2022,sustainability,zh,0,makers")
    try bench.report("d.txt", "2022年共有9座水井。\n", place: "1101,甲水泥,2022,tcfd,zh,0,makers")
    let after = try bench.ingest()
    #expect(try bench.lines(before, after) == [])
    let comparison = try RunComparison(try bench.archive(), from: before, to: after)
    #expect(comparison.newDocuments.map(\.report.document.name) == ["b.txt", "c.txt", "d.txt"])
    #expect(comparison.newDocuments.map(\.kind) == [.nextYear(after: 2022), .first, .another])
    // An English edition of a year that was there in Chinese is superseded, and no change.
    #expect(comparison.pairs.map(\.after.document.name) == ["a.txt"])
  }

  @Test func thePlacement() throws {
    var bench = try ComparisonBench()
    try bench.edit("demo/ground/rules.yaml", "- id: trees\n", "- id: trees\n    industries: [sellers]\n")
    try bench.report("a.txt", "今年種了3棵樹。\n", place: Self.place)
    let before = try bench.ingest()
    bench.replace("a.txt", place: "1101,甲水泥,2022,sustainability,zh,0,sellers")
    let middle = try bench.ingest()
    #expect(
      try bench.lines(before, middle) == [
        "a.txt trees state not-found→found (placement)", "a.txt trees + 3 (placement)",
      ])
    // “This year” is that of the report.
    bench.replace("a.txt", place: "1101,甲水泥,2023,sustainability,zh,0,sellers")
    let after = try bench.ingest()
    #expect(try bench.lines(middle, after) == ["a.txt trees year 3→3 (placement)"])
  }

  @Test func theTextEngine() throws {
    var bench = try ComparisonBench()
    try bench.report("a.txt", "2022年共有12座水井。\n2022年種了3棵樹。\n")
    try bench.report("misread.txt", "2022年共有17座水井。\n2022年種了3裸樹。\n")
    let before = try bench.ingest()
    try bench.makeOld(reading: "a.txt", as: "misread.txt")
    let after = try bench.ingest()
    #expect(
      try bench.lines(before, after) == [
        "a.txt wells value 17→12 (reading)", "a.txt trees state not-found→found (reading)", "a.txt trees + 3 (reading)",
      ])
    let comparison = try RunComparison(try bench.archive(), from: before, to: after)
    let pair = try #require(comparison.pairs.first)
    let text = try #require(try comparison.texts(of: pair))
    #expect(text.pages.map { [$0.lost, $0.gained] } == [[2, 2]])
    #expect(
      text.pages[0].pieces.filter { $0.kind != .kept }.map(\.text) == ["17", "12", "裸", "棵"])
  }

  @Test func theMatchingEngine() throws {
    var bench = try ComparisonBench()
    try bench.report("a.txt", "2022年共有12座水井。\n2022年種了3棵樹。\n")
    let before = try bench.ingest()
    try bench.makeOld(
      matching: before, answering: ["UPDATE evidence SET value = '2', normalized = '2' WHERE value = '12'"])
    let after = try bench.ingest()
    #expect(try bench.lines(before, after) == ["a.txt wells value 2→12 (matching)"])
  }

  // MARK: Several

  @Test func aRuleAndACorrectedUploadEachWithItsOwnChange() throws {
    var bench = try ComparisonBench()
    try bench.report("old.txt", "2022年共有12座水井。\n2022年種了3棵樹。\n2022年栽了5棵樹。\n", place: Self.place)
    let before = try bench.ingest()
    try bench.report("new.txt", "2022年共有15座水井。\n2022年種了4棵樹。\n2022年栽了5棵樹。\n", place: Self.corrected)
    try bench.edit("demo/ground/rules.yaml", "find: 種了#count(棵)樹", "find: [種了#count(棵)樹, 栽了#count(棵)樹]")
    let after = try bench.ingest()
    #expect(
      try bench.lines(before, after) == [
        "new.txt wells value 12→15 (document)", "new.txt trees value 3→4 (document)", "new.txt trees + 5 (rules)",
      ])
  }

  @Test func bothAreNeeded() throws {
    var bench = try ComparisonBench()
    try bench.report("old.txt", "2022年共有12座水井。\n", place: Self.place)
    let before = try bench.ingest()
    try bench.report("new.txt", "2022年共有12座水井。\n2022年栽了5棵樹。\n", place: Self.corrected)
    try bench.edit("demo/ground/rules.yaml", "find: 種了#count(棵)樹", "find: [種了#count(棵)樹, 栽了#count(棵)樹]")
    let after = try bench.ingest()
    #expect(
      try bench.lines(before, after) == [
        "new.txt trees state not-found→found (document+rules)", "new.txt trees + 5 (document+rules)",
      ])
  }

  @Test func eitherSuffices() throws {
    var bench = try ComparisonBench()
    try bench.report("old.txt", "2022年共有12座水井。\n", place: Self.place)
    let before = try bench.ingest()
    try bench.report("new.txt", "2022年沒有水。\n", place: Self.corrected)
    try bench.edit("demo/ground/rules.yaml", "find: 共有#count(座)水井", "find: 另有#count(座)水井")
    let after = try bench.ingest()
    #expect(
      try bench.lines(before, after) == [
        "new.txt wells state found→not-found (document|rules)", "new.txt wells - 12 (document|rules)",
      ])
  }

  @Test func aRuleAndTheRubric() throws {
    var bench = try ComparisonBench()
    try bench.report("a.txt", "2022年共有12座水井。\n2030年目標為另有20座水井。\n")
    let before = try bench.ingest()
    try bench.edit(
      "demo/items.yaml", "en: Wells}, sub-dimension: ground, level: fact",
      "en: Wells}, sub-dimension: ground, level: plan")
    try bench.edit("demo/ground/rules.yaml", "find: 共有#count(座)水井", "find: [共有#count(座)水井, 另有#count(座)水井]")
    let after = try bench.ingest()
    #expect(
      try bench.lines(before, after) == ["a.txt wells + 20 (rules+rubric)", "a.txt wells - 12 (rubric)"])
  }

  @Test func anEngineThatIsGoneIsToldByTheOthersOrLeftOpen() throws {
    var bench = try ComparisonBench()
    try bench.report("a.txt", "2022年共有12座水井。\n2022年種了3棵樹。\n2022年栽了5棵樹。\n")
    let before = try bench.ingest()
    try bench.makeOld(
      matching: before, answering: ["UPDATE evidence SET value = '2', normalized = '2' WHERE value = '12'"])
    try bench.edit("demo/ground/rules.yaml", "find: 種了#count(棵)樹", "find: [種了#count(棵)樹, 栽了#count(棵)樹]")
    try bench.edit("demo/ground/rules.yaml", "- id: wells\n", "- id: wells\n    with: 水\n")
    let after = try bench.ingest()
    #expect(
      try bench.lines(before, after) == [
        // The engine of now does it with the rules of then.
        "a.txt wells value 2→12 (matching)",
        // With the rules of then it does not: they are needed, and what the engine of then made of the new ones nobody can say.
        "a.txt trees + 5 (among matching,rules needing rules)",
      ])
  }

  @Test func theTextEngineAndARule() throws {
    var bench = try ComparisonBench()
    try bench.report("a.txt", "2022年共有12座水井。\n2022年種了3棵樹。\n2022年栽了5棵樹。\n")
    try bench.report("misread.txt", "2022年共有17座水井。\n2022年種了8棵樹。\n2022年栽了5棵樹。\n")
    let before = try bench.ingest()
    try bench.makeOld(reading: "a.txt", as: "misread.txt")
    try bench.edit("demo/ground/rules.yaml", "find: 種了#count(棵)樹", "find: [種了#count(棵)樹, 栽了#count(棵)樹]")
    let after = try bench.ingest()
    #expect(
      try bench.lines(before, after) == [
        "a.txt wells value 17→12 (reading)", "a.txt trees value 8→3 (reading)", "a.txt trees + 5 (rules)",
      ])
  }

  // MARK: Scores

  @Test func whatAChangeIsWorth() throws {
    var bench = try ComparisonBench()
    try bench.report("old.txt", "2022年共有12座水井。\n", place: Self.place)
    let before = try bench.ingest()
    try bench.report("new.txt", "2022年共有15座水井。\n2022年種了4棵樹。\n", place: Self.corrected)
    let after = try bench.ingest()
    let comparison = try RunComparison(try bench.archive(), from: before, to: after)
    let differences = try comparison.differences()
    let scores = try ComparedScores(comparison, pack: "demo")
    let effects = try differences.map { try #require(try scores.effect(of: $0.item, in: $0.pair, company: $0.company)) }
    #expect(differences.map(\.item) == ["wells", "trees"])
    #expect(effects.map(\.movesScore) == [false, true])
    #expect(effects[1].itemBefore?.text == "0" && effects[1].itemAfter?.text == "1")
    #expect(effects.allSatisfy { $0.rateBefore.text == "50.0" && $0.rateAfter.text == "100.0" })
  }

  @Test func aRunThatIsNotThereOrNotOver() throws {
    var bench = try ComparisonBench()
    try bench.report("a.txt", "2022年共有12座水井。\n")
    let run = try bench.ingest()
    let archive = try bench.archive()
    #expect(throws: ComparisonFailure.noSuchRun(RunID(9))) { try RunComparison(archive, from: run, to: RunID(9)) }
    #expect(throws: ComparisonFailure.onlyOneRun) { try RunComparison.lastTwo(archive) }
    let again = try bench.ingest()
    let last = try RunComparison.lastTwo(archive)
    #expect(last.before == run && last.after == again)
    let open = try archive.beginRun(
      command: "ingest", at: UTCTime.now, engines: Engines(reading: "", matching: ""),
      book: StoredBook(digest: "", sources: []))
    #expect(throws: ComparisonFailure.noSuchRun(open)) { try RunComparison(archive, from: run, to: open) }
    #expect(try RunComparison.lastTwo(archive).after == again)
  }
}
