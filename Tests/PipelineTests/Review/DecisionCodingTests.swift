import Archive
import ReportModel
import Review
import Testing

@testable import Pipeline

/// Steps through the archive's rows and back.
struct DecisionCodingTests {
  private static func line(_ text: String) throws -> OneLine { try #require(OneLine(text)) }
  private static func time(_ text: String) throws -> Moment { try #require(Moment(text)) }

  private static func words(_ surroundings: DecidedWords.Surroundings) throws -> DecidedWords {
    DecidedWords(
      pieces: try #require(Several(["用電：", "2024年", "1,234"])), key: 2, surroundings: surroundings,
      printed: "1,234", page: 7,
      reading: WordsReading(
        value: "1234", high: "1300", unit: "度", year: "2024", level: "result", rule: "power/use",
        topics: ["power", "energy"], form: .table),
      place: WordsPlace(text: "poppler 22 1", ranges: [10..<13, 0..<5, 20..<25]),
      inText: DecidedWords.Alike(words: 3, whole: 2), onPage: DecidedWords.Alike(words: 2, whole: 1))
  }

  private static func entries() throws -> [DecisionEntry] {
    let cell = Subject(
      document: "aa", item: "power", .words(try words(.cell(labels: ["用電："], headers: ["2024年", ""]))))
    let running = Subject(document: "aa", item: "power", .words(try words(.running(before: "", after: "度: 高"))))
    let day = try #require(Day("2026-02-01"))
    return [
      .decide(.accept, cell), .decide(.reject, running), .decide(.postpone, cell),
      .decide(.correct(Correction(value: "", unit: "kWh", year: "2023", page: 8, level: "goal")), cell),
      .decide(.accept, Subject(document: "aa", item: "water", .state(.statedNonDisclosure))),
      .add(
        Addition(
          document: "aa", item: "power", source: .page(3, Box(x0: 0.5, y0: 1.25, x1: 100, y1: 33.333), words: "用電"),
          value: "12", unit: "度", year: "2024")),
      .add(
        Addition(document: "aa", item: "power", source: .web(address: try line("https://a.example/?q=1"), seen: day))),
      .decide(.reject, Subject(document: "aa", item: "power", .addition(step: 6))),
      .carry(step: 1, to: Subject(document: "bb", item: "power", .words(try words(.running(before: "前", after: "後"))))),
      .release(step: 2, from: "bb"), .undo(step: 1),
    ]
  }

  @Test func everyKindOfStepComesBackAsItWas() throws {
    var log = DecisionLog()
    var rows: [DecisionRow] = []
    for (number, entry) in try Self.entries().enumerated() {
      let before = log
      let note = number % 2 == 0 ? try Self.line("附註: \(number)") : nil
      let step = try log.say(entry, by: try Self.line("林"), at: try Self.time("2026-03-01T08:00:00Z"), note: note)
      rows.append(DecisionCoding.row(step, in: before))
    }
    #expect(rows.compactMap(DecisionCoding.step) == log.steps)
    #expect(rows[10].document == "aa" && rows[10].item == "power")
    #expect(rows[9].document == "bb" && rows[9].item == "power")
    #expect(rows.map(\.what).suffix(3) == ["carry", "release", "undo"])
  }

  @Test func whatWasNeverWrittenSoIsNone() throws {
    let good = DecisionRow(
      step: 1, time: "2026-03-01T08:00:00Z", who: "林", document: "aa", item: "power", what: "accept",
      body: "state: not-found")
    #expect(DecisionCoding.step(good) != nil)
    for (path, value) in [
      (\DecisionRow.time, "today"), (\.what, "praise"), (\.body, "state: gone"), (\.body, "nonsense"), (\.body, ""),
      (\.who, " "), (\.body, "state: not-found\nprice: 3"),
    ] {
      var row = good
      row[keyPath: path] = value
      #expect(DecisionCoding.step(row) == nil, "\(value)")
    }
  }
}
