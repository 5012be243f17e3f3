import Archive
import ReportModel

/// What the documents of an archive leave to be reviewed, told once for each reading and sheet of questions: neither
/// ever changes.
struct OutlineMemory {
  private let archive: ArchiveFile
  private let isMeant: (String) -> Bool
  private var sheets: [SheetID: Questions] = [:]
  private var fresh: [(key: String, body: [UInt8])] = []

  private struct Questions {
    let all: SheetQuestions
    let items: [String]
    let places: [String: Int]

    init(_ all: SheetQuestions) {
      self.all = all
      items = all.items
      places = Dictionary(items.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// - Parameter isMeant: which items are the pack's.
  init(_ archive: ArchiveFile, _ isMeant: @escaping (String) -> Bool) {
    self.archive = archive
    self.isMeant = isMeant
  }

  /// Only what is found or cannot be read, of the pack's items in their order.
  mutating func outlines(of report: ReportRecord) throws(ArchiveFailure) -> [AnswerOutline] {
    let key = "outline 1 \(ProgramMark.current) \(report.basis.number) \(report.sheet.number)"
    let questions = try questions(of: report.sheet)
    if let body = try archive.remembered(key), let known = try? outlines(body, questions.items) { return known }
    let found = try archive.answerOutlines(of: report, to: questions.all).filter {
      $0.state == .found || $0.state == .unreadable
    }
    fresh.append((key, bytes(found, questions.places)))
    return found.filter { isMeant($0.item) }
  }

  /// What is not kept only costs time the next time.
  mutating func keep() {
    try? archive.remember(fresh)
    fresh = []
  }

  private mutating func questions(of sheet: SheetID) throws(ArchiveFailure) -> Questions {
    if let known = sheets[sheet] { return known }
    let found = Questions(try archive.questions(of: sheet))
    sheets[sheet] = found
    return found
  }

  // MARK: Bytes

  /// Items by their places on the sheet.
  private func bytes(_ outlines: [AnswerOutline], _ places: [String: Int]) -> [UInt8] {
    var writer = ByteWriter(capacity: 8 * outlines.count)
    writer.putShort(outlines.count)
    for outline in outlines {
      writer.putShort(places[outline.item] ?? -1)
      writer.put(UInt8(outline.state == .found ? 1 : 0))
      writer.putShort(outline.page)
      writer.putShort(outline.score)
      writer.putShorts(outline.unreadable)
      writer.putShort(outline.kinds.count)
      for kind in outline.kinds { writer.put(kind.rawValue) }
      writer.putShort(outline.rivals.count)
      for rival in outline.rivals { writer.put(rival) }
    }
    return writer.bytes
  }

  private func outlines(_ bytes: [UInt8], _ items: [String]) throws(ByteFault) -> [AnswerOutline] {
    var reader = ByteReader(bytes)
    var outlines: [AnswerOutline] = []
    for _ in 0..<max(0, try reader.takeShort()) {
      let place = try reader.takeShort()
      guard items.indices.contains(place) else { throw ByteFault() }
      let isFound = try reader.take(UInt8.self) != 0
      let (page, score) = (try reader.takeShort(), try reader.takeShort())
      let unreadable = try reader.takeShorts()
      let outline = AnswerOutline(
        item: items[place], state: isFound ? .found : .unreadable, page: page, score: score, unreadable: unreadable,
        kinds: try Self.words(&reader).compactMap(Quantity.Kind.init), rivals: try Self.words(&reader))
      if isMeant(outline.item) { outlines.append(outline) }
    }
    guard reader.isAtEnd else { throw ByteFault() }
    return outlines
  }

  private static func words(_ reader: inout ByteReader) throws(ByteFault) -> [String] {
    var words: [String] = []
    for _ in 0..<max(0, try reader.takeShort()) { words.append(try reader.takeString()) }
    return words
  }
}
