import Archive
import Pipeline
import ReportModel
import RuleBook
import Support

/// An archive as large as a real one, made up: each report answers every item of a rubric, four in ten with evidence.
struct MadeArchive {
  private let archive: ArchiveFile
  private var random: SeededRandom
  private let reports: Int
  private let industries: [String]

  /// Both with its own rules and engines.
  struct Run {
    var book: RuleBook
    var matching: String
    var time: String
  }

  init(path: String, reports: Int, industries: [String], seed: UInt64) throws(ArchiveFailure) {
    archive = try ArchiveFile(path: path, .orNew)
    self.reports = reports
    self.industries = industries
    random = SeededRandom(state: seed)
  }

  /// Reports from one number on; each answers what `asks` takes of its sheet, and what `alters` takes otherwise than
  /// before. Others that are there stay as they are.
  mutating func run(
    _ run: Run, _ which: Range<Int>, revision: Int = 0, year: Int = 2024, asks: (String) -> Bool = { _ in true },
    alters: (Int, String) -> Bool
  ) throws(ArchiveFailure) {
    let id = try archive.beginRun(
      command: "ingest", at: run.time, engines: Engines(reading: "text-1", matching: run.matching),
      book: StoredBook(digest: run.book.digest, sources: run.book.packedSources))
    let maker = QuestionSheetMaker(run.book)
    var sheets: [String: (questions: [Question], id: SheetID)] = [:]
    for industry in industries {
      let sheet = maker.sheet(industry: industry)
      // As an engine of another version would have it.
      let own = sheet.questions.map { Question(item: $0.item, digest: run.matching + $0.digest) }
      let number = try archive.sheet(own, digest: run.matching + sheet.digest)
      try archive.note(number, of: industry, run: id)
      sheets[industry] = (own, number)
    }
    let documents = try archive.register(which.map { file($0, revision, year) }, run: id)
    var waiting: [PackedHarvest] = []
    for (number, document) in zip(which, documents) {
      let industry = industries[number % industries.count]
      guard let sheet = sheets[industry] else { continue }
      let known = try archive.standing(of: document.id, engine: "text-1", hint: "")
      let answers = sheet.questions.filter { asks($0.item) }.map {
        answer($0, number, isAltered: alters(number, $0.item))
      }
      let harvest = Harvest(
        document: document.id, source: known.map { .stored($0.text) } ?? .fresh(Self.text, attempt: 1),
        hint: "name \(document.name) \(run.matching)", year: year, sheet: sheet.id, answers: answers,
        outcome: known == nil ? .read : .rematched, placement: placement(number, revision, year, industry))
      waiting.append(PackedHarvest(harvest, engine: "text-1"))
      if waiting.count == 50 { try save(&waiting, id, run.time) }
    }
    try save(&waiting, id, run.time)
    try archive.endRun(id, at: run.time, .done)
  }

  private func save(_ waiting: inout [PackedHarvest], _ run: RunID, _ time: String) throws(ArchiveFailure) {
    try archive.save(waiting, run: run, at: time)
    waiting = []
  }

  private func file(_ number: Int, _ revision: Int, _ year: Int) -> SeenFile {
    let name = "report-\(number)-\(year)-\(revision).pdf"
    let digits = String(number * 100 + revision * 10 + year % 10, radix: 16)
    return SeenFile(
      path: "/in/" + name, sha256: String(repeating: "0", count: 64 - digits.count) + digits,
      mark: FileMark(size: 1, modified: 0, changed: 0, inode: 0), kept: .path)
  }

  private static let text = ReadText(
    status: .ok, failure: nil, pageCount: 75, report: ReportText(text: Array("made up".unicodeScalars)), ink: InkMap())

  private func placement(_ number: Int, _ revision: Int, _ year: Int, _ industry: String) -> Placement {
    var placement = Placement()
    placement.ticker = Placement.Fact(String(1000 + number), from: .manifest)
    placement.company = Placement.Fact("Company \(number)", from: .manifest)
    placement.year = Placement.Fact(year, from: .manifest)
    placement.kind = Placement.Fact(.sustainability, from: .manifest)
    placement.language = Placement.Fact(.chinese, from: .manifest)
    placement.revision = Placement.Fact(revision, from: .manifest)
    placement.uploaded = Day("\(year + 1)-08-2\(revision)").map { Placement.Fact($0, from: .manifest) }
    placement.industry = Placement.Fact(industry, from: .manifest)
    return placement
  }

  /// The same for a report and an item in every run, but where it is altered.
  private func answer(_ question: Question, _ number: Int, isAltered: Bool) -> Answer {
    var random = SeededRandom(
      state: UInt64(number) &* 1_000_003 &+ question.item.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) })
    guard Int.random(in: 0..<10, using: &random) < 4 else {
      return Answer(question: question, state: ItemState(item: question.item, state: .notFound), evidence: [])
    }
    let found = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      let value = Int.random(in: 1...99_999, using: &random)
      return evidence(question.item, isAltered ? value + 1 : value, place: Int.random(in: 0...90_000, using: &random))
    }
    return Answer(question: question, state: ItemState(item: question.item, state: .found), evidence: found)
  }

  private func evidence(_ item: String, _ value: Int, place: Int) -> PlacedEvidence {
    let quote = "本公司 2024 年度第 \(place) 號據點於此題項所揭露之數據為 \(value) 公噸，較前一年度減少，涵蓋範圍為台灣各營運據點與生產基地。"
    var evidence = Evidence(
      item: item, topics: ["\(item).amount"], rule: item, level: "achievement", page: place / 1200 + 1, quote: quote,
      quoteRanges: [place..<place + quote.unicodeScalars.count], focus: [place..<place + 12])
    evidence.value = Evidence.Value(
      plain: String(value), unit: "公噸", printed: "\(value) 公噸",
      normalized: Quantity.Normalized(value: Figure(digits: Int64(value)), unit: "kg"))
    evidence.year = "2024"
    evidence.yearSource = .sentence
    evidence.headings = ["環境", "資源"]
    evidence.score = 70
    return PlacedEvidence(
      evidence, boxes: [PlacedBox(page: evidence.page, box: Box(x0: 72, y0: 300, x1: 420, y1: 312))])
  }
}
