import ReportModel
import Testing

@testable import RuleBook

@Suite("Reading packs, items and vocabulary")
struct PackReaderTests {
  static let pack = """
    id: demo
    names: {zh-Hant: 範例, en: Demo}
    notes: 自訂
    industries:
      makers: {names: {zh-Hant: 製造, en: Makers}}
    activities:
      digs: {names: 挖井}
    levels:
      fact: {names: {zh-Hant: 事實, en: Fact}, tense: fact}
      any: {names: {en: Anything}}
    dimensions:
      - id: ground
        names: {zh-Hant: 地}
        sub-dimensions:
          wells: {names: {zh-Hant: 井, en: Wells}}
          rocks: {names: 石}
    scoring:
      notes: {zh-Hant: 自訂, en: Our own}
      precedence: [found, stated-non-disclosure, unreadable, not-found]
      positive: {found: 1, stated-non-disclosure: 0.25}
      negative: {found: -0.5}
      deductions: report-year
      in-words: [{level: fact, share: 0.5}]
      floor: dimension
    """
  static let items = """
    items:
      - {id: well-count, names: {zh-Hant: 水井數, en: Wells}, sub-dimension: wells, level: fact}
      - id: no-well
        names: 無水井
        sub-dimension: wells
        polarity: negative
        level: any
        industries: makers
        activities: [digs]
        topics: [dry, well-count]
        points: 2.5
        references: [GRI 303-1, 水利法]
        notes: {en: Only dry ones}
    """

  private var book: ReadSketch<RuleBook> { readBook(["demo/pack.yaml": Self.pack, "demo/items.yaml": Self.items]) }

  @Test func aPackIsReadWithNamesInBothLanguages() throws {
    let pack = try #require(book.value.pack("demo"))
    #expect(pack.names == Phrase("Demo", "範例") && pack.notes == Phrase("自訂", "自訂"))
    #expect(pack.industries == [Pack.Named(id: "makers", names: Phrase("Makers", "製造"))])
    #expect(pack.activities.map(\.names) == [Phrase("挖井", "挖井")])
    #expect(pack.levels.map(\.id) == ["fact", "any"] && pack.levels.map(\.tense) == [.fact, .any])
    #expect(pack.levels[1].names == Phrase("Anything", "Anything"))
    #expect(pack.dimensions.map(\.names) == [Phrase("地", "地")])
    #expect(pack.dimensions[0].subDimensions.map(\.id) == ["wells", "rocks"])
  }

  @Test func howAnswersBecomePointsIsRead() throws {
    let scoring = try #require(book.value.pack("demo")?.scoring)
    #expect(scoring.notes == Phrase("Our own", "自訂") && scoring.floor == .dimension)
    #expect(scoring.deductions == .reportYear)
    #expect(scoring.precedence == [.found, .statedNonDisclosure, .unreadable, .notFound])
    #expect(scoring.positive.found == Figure(digits: 1))
    #expect(scoring.positive.statedNonDisclosure == Figure(digits: 25, exponent: -2))
    #expect(scoring.negative.found == Figure(digits: -5, exponent: -1) && scoring.negative.statedNonDisclosure == .zero)
    #expect(scoring.inWords.map(\.level) == ["fact"])
    #expect(scoring.inWords.map(\.share) == [Figure(digits: 5, exponent: -1)])
    #expect(scoring.place.spot == "18:3")
  }

  @Test func itemsInShortAndLongFormAreReadInOrder() throws {
    let items = book.value.items
    #expect(items.map(\.id) == ["well-count", "no-well"])
    #expect(items[0].topics == ["well-count"] && items[0].points == Figure(digits: 1))
    #expect(items[0].polarity == .positive && items[0].references.isEmpty)
    #expect(items[1].topics == ["dry", "well-count"] && items[1].points == Figure(digits: 25, exponent: -1))
    #expect(items[1].polarity == .negative && items[1].references == ["GRI 303-1", "水利法"])
    #expect(items[1].activities == ["digs"] && items[1].notes.english == "Only dry ones")
    #expect(items.map(\.place.line) == [2, 3] && items.map(\.pack) == ["demo", "demo"])
  }

  @Test func anItemAppliesToItsIndustriesAndToUnknownOnes() {
    let items = book.value.items
    #expect(items.map { $0.applies(to: "makers") } == [true, true])
    #expect(items.map { $0.applies(to: "finance") } == [true, false])
    #expect(items.map { $0.applies(to: nil) } == [true, true])
  }

  @Test func listsInShortAndLongFormAreRead() {
    let words = "lists:\n  well: [水 井, Deep  Well]\n  water:\n    terms: [$well, 水]\n    except: 水果\n"
    let lists = readBook(["vocabulary/a.yaml": words]).value.lists
    #expect(lists.map(\.name) == ["well", "water"])
    #expect(lists[0].terms.map(\.text) == ["水井", "Deep Well"])
    #expect(lists[1].terms.map(\.included) == ["well", nil] && lists[1].except.map(\.text) == ["水果"])
    #expect(lists.map(\.place.spot) == ["2:3", "3:3"])
    #expect(lists[1].terms.map(\.place.spot) == ["4:13", "4:20"])
  }

  @Test func theOrderOfFilesDoesNotCount() {
    let files = [
      "demo/pack.yaml": Self.pack, "demo/items.yaml": Self.items,
      "demo/wells/w.yaml": "rules: [{id: well-count, find: 水井}]",
      "vocabulary/a.yaml": "lists: {well: [水井]}",
    ]
    let sources = files.map { RuleBook.Source(path: $0.key, bytes: Array($0.value.utf8)) }
    let first = readRuleBook(sources.sorted { $0.path < $1.path })
    let second = readRuleBook(sources.sorted { $0.path > $1.path })
    #expect(first.book == second.book)
    #expect(first.findings == second.findings)
  }

  @Test func onlyThePacksThatAreNamedStay() {
    var book = book.value
    book.packs.append(Pack(id: "other", names: Phrase("", ""), place: Place(file: "")))
    book.rules = [
      Rule(id: "a", pack: "demo", place: Place(file: "")), Rule(id: "b", pack: "other", place: Place(file: "")),
    ]
    #expect(book.only(packs: ["other"]).rules.map(\.id) == ["b"])
    #expect(book.only(packs: ["other"]).packs.map(\.id) == ["other"])
    #expect(book.only(packs: []).rules.count == 2)
  }

  // MARK: Coverage

  private static let figures = """
    reports: {read: 3, found: {well-count: 2}}
    passages: {read: 5, found: {no-well: 0}}
    """

  private func counted(_ coverage: String) -> ReadSketch<RuleBook> {
    readBook(["demo/pack.yaml": Self.pack, "demo/items.yaml": Self.items, "demo/coverage.yaml": coverage])
  }

  @Test func whatWasFoundInRealReportsIsKnownOfEachItem() throws {
    let pack = try #require(counted(Self.figures).value.pack("demo"))
    #expect(pack.coverage?.reports == Coverage.Tally(read: 3, found: ["well-count": 2]))
    #expect(pack.coverage?.passages.read == 5)
    // Found in none, whether a nought says so or nothing.
    #expect(pack.items.map(pack.isUnproven) == [false, true])
    let other = try #require(counted("reports: {read: 3}\npassages: {read: 5, found: {no-well: 1}}").value.pack("demo"))
    #expect(other.items.map(other.isUnproven) == [true, false])
  }

  @Test func ofAPackThatNobodyCountedNothingIsSaid() throws {
    let pack = try #require(book.value.pack("demo"))
    #expect(pack.coverage == nil && !pack.items.contains(where: pack.isUnproven))
  }

  @Test func figuresOfUnknownItemsAreAWarningAndImpossibleOnesAnError() {
    let stale = counted("reports: {read: 3, found: {well-count: 2, dry-well: 1}}").findings.filter {
      $0.place.file == "demo/coverage.yaml"
    }
    #expect(stale.map(\.code) == [.staleCoverage] && stale[0].message.english.contains("dry-well"))
    #expect(!stale[0].code.stopsUse)
    for figure in ["4", "-1", "many"] {
      let wrong = counted("reports: {read: 3, found: {well-count: \(figure)}}").codes
      #expect(wrong.contains(.wrongValue), "\(figure)")
    }
    #expect(counted("reports: {found: {}}").codes.contains(.missingKey))
  }

  /// Else counting again would make every archived answer one of other rules.
  @Test func figuresAreNoPartOfWhatARunReadsWith() {
    #expect(counted(Self.figures).value.sources == book.value.sources)
  }

  @Test func figuresAreReadBackAsTheyAreWritten() throws {
    let coverage = Coverage(
      reports: Coverage.Tally(read: 12, found: ["well-count": 12, "no-well": 0]),
      passages: Coverage.Tally(read: 4))
    let text = String(decoding: CoverageFile(coverage).bytes, as: UTF8.self)
    #expect(text.contains("reports:\n  read: 12\n  found:\n    well-count: 12\npassages:\n  read: 4\n  found: {}\n"))
    let read = try #require(counted(text).value.pack("demo")?.coverage)
    #expect(read.reports == Coverage.Tally(read: 12, found: ["well-count": 12]) && read.passages == coverage.passages)
  }

  @Test func goldFactsAreReadLineByLine() throws {
    let lines = """
      {"pdf": "a.pdf", "topic": "wells", "disclosed": true, "page": 3, "value": "7", "unit": "座", "year": "2021", "quote": "七座"}

      {"sample": "b", "topic": "wells", "disclosed": false, "value": null, "ambiguous": true}
      {"topic": "wells"
      """
    let (facts, findings) = readGold(Array(lines.utf8), file: "g.jsonl")
    #expect(facts.map(\.report) == ["a.pdf", "b"])
    #expect(facts[0].isDisclosed && facts[0].page == 3 && facts[0].value == "7" && facts[0].unit == "座")
    #expect(!facts[1].isDisclosed && facts[1].isAmbiguous && facts[1].value == "" && facts[1].page == nil)
    #expect(findings.map(\.place.line) == [4])
  }
}
