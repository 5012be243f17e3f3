import Foundation
import ReportModel
import Support
import Testing

@testable import Archive

/// The archive's file: made, opened, migrated, refused; and what is put into it.
struct ArchiveFileTests {
  private let path: String

  init() throws { path = try BuiltProgram.temporaryFolder() + "/a.sqlite" }

  private func open() throws -> ArchiveFile { try ArchiveFile(path: path, .orNew) }

  private static let engines = Engines(reading: "r1", matching: "m1")
  private static let questions = [Question(item: "water", digest: "w1"), Question(item: "waste", digest: "x1")]

  private func begin(_ archive: ArchiveFile) throws -> RunID {
    try archive.beginRun(
      command: "ingest", at: "2025-01-01T00:00:00Z", engines: Self.engines,
      book: StoredBook(digest: "b", sources: [1, 2, 3]))
  }

  private func file(_ path: String, _ sha256: String) -> SeenFile {
    SeenFile(path: path, sha256: sha256, mark: FileMark(size: 10, modified: 1, changed: 2, inode: 3), kept: .copy)
  }

  // MARK: The file

  @Test func aMissingArchiveIsNotMadeByLooking() {
    #expect(throws: ArchiveFailure.missing(path: path)) { try ArchiveFile(path: path, .existing) }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func anotherFileIsRefusedAndLeftAlone() throws {
    try "no database at all, but some text".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: ArchiveFailure.notAnArchive(path: path)) { try ArchiveFile(path: path, .orNew) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "no database at all, but some text")
  }

  @Test func anotherProgramsDatabaseIsRefused() throws {
    do {
      let other = try Database(path: path, mayCreate: true)
      try other.execute("CREATE TABLE t(x)")
    }
    #expect(throws: ArchiveFailure.notAnArchive(path: path)) { try ArchiveFile(path: path, .orNew) }
  }

  @Test func aLaterArchiveIsRefused() throws {
    do {
      let archive = try open()
      try archive.database.execute("PRAGMA user_version = 99")
    }
    #expect(throws: ArchiveFailure.newer(schema: 99, known: Schema.current.version)) { try open() }
  }

  @Test func anEarlierArchiveIsBroughtUpToDateWithABackupBesideIt() throws {
    do {
      let archive = try open()
      _ = try archive.register([file("a.pdf", "aa")], run: try begin(archive))
    }
    let later = Schema(steps: Schema.current.steps + ["ALTER TABLE documents ADD COLUMN colour TEXT"])
    let archive = try ArchiveFile(path: path, .existing, schema: later)
    #expect(try archive.documents().map(\.sha256) == ["aa"])
    #expect(try archive.database.all("SELECT colour FROM documents") { $0.optionalText(0) } == [nil])
    let before = try ArchiveFile(path: path + ".schema-\(Schema.current.version)", .existing)
    #expect(try before.documents().map(\.sha256) == ["aa"])
  }

  /// The first schema knew less of a file: what was seen then is looked at again, and known from then on.
  @Test func anArchiveOfTheFirstSchemaIsBroughtUpToDate() throws {
    do {
      let first = try ArchiveFile(path: path, .orNew, schema: Schema(steps: Array(Schema.current.steps.prefix(1))))
      let run = try begin(first)
      try first.database.execute(
        """
        INSERT INTO documents(sha256, size, name, kept) VALUES('aa', 10, 'a.pdf', 'copy');
        INSERT INTO paths(path, document, size, modified, run) VALUES('a.pdf', 1, 10, 1, \(run.number));
        """)
    }
    let archive = try open()
    #expect(try archive.documents().map(\.sha256) == ["aa"])
    #expect(try archive.seenFiles().isEmpty)
    let seen = file("a.pdf", "aa")
    _ = try archive.register([seen], run: try begin(archive))
    #expect(try archive.seenFiles() == ["a.pdf": seen])
    #expect(FileManager.default.fileExists(atPath: path + ".schema-1"))
    #expect(try archive.database.all("SELECT line FROM ledger") { $0.int(0) }.isEmpty)
  }

  @Test func aMigrationThatFailsLeavesTheArchiveAsItWas() throws {
    _ = try begin(try open())
    let broken = Schema(steps: Schema.current.steps + ["ALTER TABLE documents ADD COLUMN colour TEXT; NO SUCH THING"])
    #expect(throws: ArchiveFailure.self) { try ArchiveFile(path: path, .existing, schema: broken) }
    #expect(try open().runs().count == 1)
  }

  // MARK: Documents and runs

  @Test func theSameContentsUnderTwoNamesAreOneDocument() throws {
    let archive = try open()
    let run = try begin(archive)
    let documents = try archive.register(
      [file("x/a.pdf", "aa"), file("x/b.pdf", "bb"), file("y/a again.pdf", "aa")], run: run)
    #expect(documents[0] == documents[2] && documents[0].name == "a.pdf")
    #expect(try archive.documents().count == 2)
    #expect(try archive.paths(of: documents[0].id) == ["x/a.pdf", "y/a again.pdf"])
  }

  @Test func aPathThatGetsOtherContentsIsAnotherDocumentAndTheFirstStays() throws {
    let archive = try open()
    let run = try begin(archive)
    _ = try archive.register([file("a.pdf", "aa")], run: run)
    let now = try archive.register([file("a.pdf", "bb")], run: run)
    #expect(now[0].sha256 == "bb")
    #expect(try archive.documents().map(\.sha256) == ["aa", "bb"])
    #expect(try archive.document(sha256: "aa").map { try archive.paths(of: $0.id) } == [])
  }

  @Test func aDocumentIsClaimedByOneRunUntilItEnds() throws {
    let archive = try open()
    let (first, second) = (try begin(archive), try begin(archive))
    let document = try archive.register([file("a.pdf", "aa")], run: first)[0].id
    #expect(try archive.claim([document], run: first) == [document])
    #expect(try archive.claim([document], run: second) == [])
    try archive.closeDeadRuns(at: "2025-01-02T00:00:00Z") { $0 == second }
    #expect(try archive.claim([document], run: second) == [document])
    #expect(try archive.runs().map(\.ending) == [.killed, nil])
  }

  @Test func anEndedRunIsNotEndedAgain() throws {
    let archive = try open()
    let run = try begin(archive)
    try archive.endRun(run, at: "2025-01-02T00:00:00Z", .done)
    try archive.endRun(run, at: "2025-01-03T00:00:00Z", .stopped)
    let record = try #require(try archive.runs().first)
    #expect(record.ending == .done && record.ended == "2025-01-02T00:00:00Z")
    #expect(try archive.book(record.rules)?.sources == [1, 2, 3])
  }

  @Test func placementsAreStepsAndTheLastCounts() throws {
    let archive = try open()
    let run = try begin(archive)
    let document = try archive.register([file("a.pdf", "aa")], run: run)[0].id
    var placement = Placement()
    placement.company = Placement.Fact("甲公司", from: .name)
    placement.year = Placement.Fact(2023, from: .document)
    placement.kind = Placement.Fact(.tcfd, from: .manifest)
    placement.language = Placement.Fact(.english, from: .document)
    placement.revision = Placement.Fact(1, from: .name)
    try archive.place(document, placement, run: run, at: nil)
    try archive.place(document, placement, run: run, at: nil)
    placement.year = Placement.Fact(2022, from: .hand)
    try archive.place(document, placement, run: nil, at: "2025-01-01T00:00:00Z")
    #expect(try archive.placement(of: document) == placement)
    #expect(try archive.database.all("SELECT step FROM placements ORDER BY step") { $0.int(0) } == [1, 2])
  }

  // MARK: Answers

  private func evidence(_ item: String, page: Int) -> PlacedEvidence {
    var evidence = Evidence(
      item: item, topics: ["t"], rule: "r", level: "disclosure", page: page, quote: "用電12.5百萬度", quoteRanges: [6..<20],
      focus: [8..<12], headings: ["章", "節"])
    evidence.value = Evidence.Value(
      plain: "12.5", high: "13", unit: "百萬度", printed: "12.5",
      normalized: Quantity.Normalized(value: Figure(digits: 125, exponent: 5), unit: "kWh"), isInferred: true,
      qualifier: .about, ambiguous: [.area])
    evidence.year = "2023"
    evidence.yearSource = .clause
    evidence.alsoOn = [7, 9]
    evidence.score = 42
    return PlacedEvidence(evidence, boxes: [PlacedBox(page: page, box: Box(x0: 1, y0: 2, x1: 3, y1: 4))])
  }

  private func harvest(_ document: DocumentID, _ sheet: SheetID, _ answers: [Answer]) -> PackedHarvest {
    let text = ReadText(
      status: .partial, failure: ReadFailure(.damaged, "page 2", page: 2), pageCount: 3, report: CodingTests.report,
      ink: CodingTests.ink)
    return PackedHarvest(
      Harvest(
        document: document, source: .fresh(text, attempt: 1), hint: "name a.pdf", year: 2023, sheet: sheet,
        answers: answers, outcome: .read, placement: nil), engine: "r1")
  }

  @Test func whatIsSavedIsWhatIsRead() throws {
    let archive = try open()
    let run = try begin(archive)
    let document = try archive.register([file("a.pdf", "aa")], run: run)[0].id
    let sheet = try archive.sheet(Self.questions, digest: "s1")
    var denied = ItemState(item: "waste", state: .statedNonDisclosure)
    denied.statement = ItemState.Statement(page: 3, quote: "未統計", ranges: [3..<6])
    denied.pointers = [2]
    let answers = [
      Answer(
        question: Self.questions[0], state: ItemState(item: "water", state: .found),
        evidence: [evidence("water", page: 1), evidence("water", page: 3)],
        abandoned: [Findings.Abandoned(rule: "r", page: 1)]),
      Answer(question: Self.questions[1], state: denied, evidence: []),
    ]
    try archive.save([harvest(document, sheet, answers)], run: run, at: "2025-01-01T00:00:00Z")

    let report = try #require(try archive.reports().first)
    #expect(report.status == .partial && report.failure == ReadFailure(.damaged, "page 2", page: 2))
    #expect(report.weakPages.map(\.number) == [2, 3] && report.weakPages.map(\.grade) == [.missing, .partial])
    #expect(report.searchedPages == [1, 3])
    #expect(try archive.evidenceCount(of: report) == 2 && report.year == 2023)
    let stored = try archive.answers(of: report)
    denied.searched = [1, 3]
    #expect(stored.map(\.state.item) == ["water", "waste"])
    #expect(stored[0].evidence == answers[0].evidence)
    #expect(stored.map(\.abandoned) == answers.map(\.abandoned))
    #expect(stored[1].state == denied)
    #expect(try archive.storedText(report.text) == CodingTests.report)
    #expect(try archive.storedInk(report.text) == CodingTests.ink.onGrid)
    #expect(try archive.faults() == [])
  }

  @Test func sumsNeedNoMoreOfEvidenceThanWhetherAnyIsThereWithANumberOfWhichYear() throws {
    let archive = try open()
    let run = try begin(archive)
    let document = try archive.register([file("a.pdf", "aa")], run: run)[0].id
    let sheet = try archive.sheet(Self.questions, digest: "s1")
    let answers = Self.questions.map { question in
      Answer(
        question: question, state: ItemState(item: question.item, state: .found),
        evidence: [evidence(question.item, page: 1)])
    }
    try archive.save([harvest(document, sheet, answers)], run: run, at: "2025-01-01T00:00:00Z")
    let report = try #require(try archive.reports().first)
    let stored = try archive.answers(
      of: report, to: try archive.questions(of: sheet), depth: .sums(wholeFor: ["waste"]))
    #expect(stored.map(\.state) == (try archive.answers(of: report).map(\.state)))
    #expect(stored[1].evidence == answers[1].evidence)
    let outline = try #require(stored[0].evidence.first?.evidence)
    #expect(outline.value?.plain == "12.5" && outline.year == "2023" && outline.page == 1 && outline.quote.isEmpty)
    #expect(outline.value?.normalized == answers[0].evidence[0].evidence.value?.normalized)
    // Only what was asked is answered.
    let some = try archive.answers(
      of: report, to: try archive.questions(of: sheet).only { $0 == "waste" }, depth: .whole)
    #expect(some.map(\.state.item) == ["waste"])
  }

  @Test func onlyQuestionsWithoutAnAnswerAreOpenAndAnswersStandByTheirQuestion() throws {
    let archive = try open()
    let first = try begin(archive)
    let document = try archive.register([file("a.pdf", "aa")], run: first)[0].id
    let sheet = try archive.sheet(Self.questions, digest: "s1")
    let answers = Self.questions.map { question in
      Answer(
        question: question, state: ItemState(item: question.item, state: .found),
        evidence: [evidence(question.item, page: 1)])
    }
    try archive.save([harvest(document, sheet, answers)], run: first, at: "2025-01-01T00:00:00Z")
    let standing = try #require(try archive.standing(of: document, engine: "r1", hint: "name a.pdf"))
    let basis = try #require(standing.basis)
    #expect(try archive.hasAnswered(sheet, basis: basis))

    let changed = [Question(item: "water", digest: "w2"), Self.questions[1]]
    let second = try archive.sheet(changed, digest: "s2")
    #expect(try !archive.hasAnswered(second, basis: basis))
    #expect(try archive.openQuestions(second, basis: basis) == [changed[0]])
    let run = try begin(archive)
    let again = Harvest(
      document: document, source: .stored(standing.text), hint: "name a.pdf", year: 2023, sheet: second,
      answers: [Answer(question: changed[0], state: ItemState(item: "water", state: .notFound), evidence: [])],
      outcome: .rematched, placement: nil)
    try archive.save([PackedHarvest(again, engine: "r1")], run: run, at: "2025-01-02T00:00:00Z")

    let now = try #require(try archive.reports().first)
    #expect(try archive.answers(of: now).map(\.state.state) == [.notFound, .found])
    let then = try #require(try archive.reports(ReportFilter(state: .after(first))).first)
    #expect(try archive.answers(of: then).map(\.state.state) == [.found, .found])
    #expect(try archive.evidenceCount(of: now) == 1 && archive.evidenceCount(of: then) == 2)
  }

  @Test func whatIsSavedTwiceIsThereOnce() throws {
    let archive = try open()
    let run = try begin(archive)
    let document = try archive.register([file("a.pdf", "aa")], run: run)[0].id
    let sheet = try archive.sheet(Self.questions, digest: "s1")
    let answer = Answer(
      question: Self.questions[0], state: ItemState(item: "water", state: .found),
      evidence: [evidence("water", page: 1)])
    let harvest = harvest(document, sheet, [answer])
    try archive.save([harvest, harvest], run: run, at: "2025-01-01T00:00:00Z")
    #expect(try archive.reports().map { try archive.evidenceCount(of: $0) } == [1])
    #expect(try archive.faults() == [])
  }

  @Test func aFilterTakesNamesPathsCompaniesDigestsAndYears() throws {
    let archive = try open()
    let run = try begin(archive)
    let document = try archive.register([file("x/Green Bank.pdf", "abcdef12")], run: run)[0].id
    let sheet = try archive.sheet(Self.questions, digest: "s1")
    try archive.save([harvest(document, sheet, [])], run: run, at: "2025-01-01T00:00:00Z")
    func count(_ filter: ReportFilter) throws -> Int { try archive.reports(filter).count }
    #expect(try count(ReportFilter(words: ["green", "bank"])) == 1)
    #expect(try count(ReportFilter(words: ["ABCDEF"])) == 1)
    #expect(try count(ReportFilter(words: ["abc"])) == 0)
    #expect(try count(ReportFilter(words: ["blue"])) == 0)
    #expect(try count(ReportFilter(status: .failed)) == 0)
    #expect(try count(ReportFilter(year: 2023)) == 1)
    #expect(try count(ReportFilter(year: 2022)) == 0)
  }
}
