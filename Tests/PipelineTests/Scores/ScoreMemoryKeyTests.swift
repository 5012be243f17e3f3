import ReportModel
import RuleBook
import Scoring
import Support
import Testing

@testable import Archive
@testable import Pipeline

/// Each thing that a score is reckoned from makes another key.
struct ScoreMemoryKeyTests {
  private static let rules = """
    id: ours
    names: {zh-Hant: 我們的, en: Ours}
    levels:
      policy: {names: {zh-Hant: 政策, en: Policy}, tense: any}
    dimensions: []
    scoring:
      precedence: [found, unreadable, stated-non-disclosure, not-found]
      positive: {found: 1}
      negative: {found: -1}
      floor: none
    """

  private static func memory(rules: String = "r", pack id: String = "ours") throws -> ScoreMemory {
    let archive = try ArchiveFile(path: try BuiltProgram.temporaryFolder() + "/a.sqlite", .orNew)
    let source = RuleBook.Source(
      path: "\(id)/pack.yaml", bytes: Array(Self.rules.replacing("id: ours", with: "id: \(id)").utf8))
    let pack = try #require(readRuleBook([source]).book.packs.first)
    return try #require(ScoreMemory(archive, rules: rules, pack: pack))
  }

  private static func report(_ number: Int, basis: Int) -> ReportRecord {
    guard let day = Day("2025-01-01") else { fatalError("there is no such day") }
    return ReportRecord(
      document: KnownDocument(
        id: DocumentID(number: number), sha256: "s\(number)", size: 1, name: "n", kept: .copy),
      placement: Placement(), text: TextID(number: basis), basis: BasisID(number: basis), sheet: SheetID(number: 1),
      run: RunID(1), outcome: .read, status: .ok, failure: nil, pageCount: 1, weakPages: [], year: 2024,
      firstSeen: day, paths: [])
  }

  private static func event(_ number: Int) -> EventID {
    guard let id = EventID("E\(number)") else { fatalError("there is no such event") }
    return id
  }

  private static let grounds = ScoreMemory.Grounds(
    company: CompanyID("1234"), profile: CompanyProfile(industry: "makers", activities: .known(["a", "b"])),
    sheet: SheetID(number: 3),
    documents: [
      .init(report: report(1, basis: 11), asked: [SheetID(number: 1), SheetID(number: 2)], correcting: ["s0"])
    ],
    events: [(event(1), 4)], decisions: [("s1", 7)])

  @Test func eachInputIsInTheKey() throws {
    let changes: [(String, (inout ScoreMemory.Grounds) -> Void)] = [
      ("nothing", { _ in }),
      ("another company", { $0.company = CompanyID("1235") }),
      ("another industry", { $0.profile = CompanyProfile(industry: "bakers", activities: .known(["a", "b"])) }),
      ("one activity", { $0.profile = CompanyProfile(industry: "makers", activities: .known(["a"])) }),
      ("no activity", { $0.profile = CompanyProfile(industry: "makers", activities: .known([])) }),
      ("activities that nobody knows", { $0.profile = CompanyProfile(industry: "makers", activities: .unknown) }),
      ("another sheet", { $0.sheet = SheetID(number: 4) }),
      ("no document", { $0.documents = [] }),
      ("another document", { $0.documents[0].report = Self.report(2, basis: 11) }),
      ("read otherwise", { $0.documents[0].report = Self.report(1, basis: 12) }),
      ("asked less", { $0.documents[0].asked = [SheetID(number: 1)] }),
      ("asked nothing", { $0.documents[0].asked = [] }),
      (
        "one more document",
        { $0.documents.append(.init(report: Self.report(2, basis: 12), asked: [], correcting: [])) }
      ),
      ("correcting nothing", { $0.documents[0].correcting = [] }),
      ("correcting another", { $0.documents[0].correcting = ["s9"] }),
      ("no event", { $0.events = [] }),
      ("another event", { $0.events = [(Self.event(2), 4)] }),
      ("more said of the event", { $0.events = [(Self.event(1), 5)] }),
      ("one more event", { $0.events.append((Self.event(2), 5)) }),
      ("no decision", { $0.decisions = [] }),
      ("one more decision", { $0.decisions = [("s1", 8)] }),
      ("a decision on another document", { $0.decisions = [("s2", 7)] }),
      ("decisions on two", { $0.decisions.append(("s2", 7)) }),
    ]
    let memory = try Self.memory()
    var seen: [String: String] = [:]
    for (name, change) in changes {
      var grounds = Self.grounds
      change(&grounds)
      let key = memory.key(grounds)
      #expect(seen[key] == nil, "\(name) is told by the same key as \(seen[key] ?? "")")
      seen[key] = name
    }
    for (name, other) in [
      ("other rules", try Self.memory(rules: "s")), ("another pack", try Self.memory(pack: "theirs")),
    ] {
      #expect(seen[other.key(Self.grounds)] == nil, "\(name)")
    }
    #expect(memory.key(Self.grounds) == (try Self.memory()).key(Self.grounds))
  }

  /// What is written of an outline is what is read; the bytes of something else are nothing.
  @Test func outlinesAreReadAsTheyWereWritten() throws {
    let kinds = Outcome.Kind.allCases.enumerated().map { number, kind in
      let points = Points(kept: number * 50_000_000 - 100_000_000) ?? .zero
      return ItemStanding(
        kind: kind, points: min(points, .zero)...max(points, .zero), attainable: points,
        review: ItemReview.allCases[number % 4])
    }
    let standings = (0..<300).map { kinds[$0 * 7 % kinds.count] }
    let bytes = OutlineCoding.bytes(standings)
    #expect(try OutlineCoding.standings(bytes) == standings)
    #expect(bytes.count < 500)
    for length in 0..<bytes.count {
      #expect(throws: ByteFault.self) { try OutlineCoding.standings(Array(bytes.prefix(length))) }
    }
  }
}
