import ReportModel

/// What the archive holds of a document for one reading engine.
package struct Standing: Sendable, Equatable {
  package var text: TextID
  package var attempt: Int
  package var status: ReadingStatus
  package var failure: ReadFailure?
  package var pageCount: Int
  package var hint: String
  /// Set where questions were put to the text before, with the same hint.
  package var basis: BasisID?
  /// The report's year, as it was told then.
  package var year: Int?
}

/// All that a run got out of one document.
package struct Harvest: Sendable {
  package enum Source: Sendable {
    case fresh(ReadText, attempt: Int)
    case stored(TextID)
  }

  package var document: DocumentID
  package var source: Source
  /// What is known of its year from elsewhere: part of what questions are put to.
  package var hint: String
  package var year: Int?
  package var sheet: SheetID
  package var answers: [Answer]
  /// Questions that are answered as others were.
  package var carried: [CarriedAnswer] = []
  package var outcome: Outcome
  package var placement: Placement?

  package init(
    document: DocumentID, source: Source, hint: String, year: Int?, sheet: SheetID, answers: [Answer],
    outcome: Outcome, placement: Placement?
  ) {
    self.document = document
    self.source = source
    self.hint = hint
    self.year = year
    self.sheet = sheet
    self.answers = answers
    self.outcome = outcome
    self.placement = placement
  }
}

/// A question to which the answer of an earlier one is known to be the answer too.
package struct CarriedAnswer: Sendable, Equatable {
  package var question: Question
  package var earlier: Question

  package init(_ question: Question, from earlier: Question) {
    self.question = question
    self.earlier = earlier
  }
}

extension ArchiveFile {
  /// What is there already; nil where the document has to be read.
  package func standing(
    of document: DocumentID, engine: String, hint: String
  ) throws(ArchiveFailure) -> Standing? {
    try database.first(
      """
      SELECT t.id, t.attempt, t.status, t.code, t.message, t.page, t.pages, b.id, b.year
      FROM texts t LEFT JOIN bases b ON b.text = t.id AND b.hint = ?
      WHERE t.document = ? AND t.engine = ? ORDER BY t.attempt DESC LIMIT 1
      """,
      [.text(hint), .int(document.number), .text(engine)]
    ) { row throws(ArchiveFailure) in
      guard let status = ReadingStatus(rawValue: row.text(2)) else { throw .damaged("a text has no known status") }
      return Standing(
        text: TextID(number: row.int(0)), attempt: row.int(1), status: status, failure: Self.failure(row, from: 3),
        pageCount: row.int(6), hint: hint, basis: row.optionalInt(7).map(BasisID.init), year: row.optionalInt(8))
    }
  }

  static func failure(_ row: Row, from first: Int32) -> ReadFailure? {
    row.optionalText(first).flatMap(ReadFailure.Code.init).map {
      ReadFailure($0, row.text(first + 1), page: row.optionalInt(first + 2))
    }
  }

  package func hasAnswered(_ sheet: SheetID, basis: BasisID) throws(ArchiveFailure) -> Bool {
    try database.first(
      "SELECT 1 FROM answered WHERE basis = ? AND sheet = ?", [.int(basis.number), .int(sheet.number)]
    ) { _ in true }
      ?? false
  }

  /// The questions of a sheet that a basis has no answer to, in the order of the sheet.
  package func openQuestions(_ sheet: SheetID, basis: BasisID?) throws(ArchiveFailure) -> [Question] {
    guard let basis else { return try questions(of: sheet, beyond: nil) }
    var open: [Question] = []
    for (number, question) in try numberedQuestions(of: sheet, beyond: lastSheet(answeredBy: basis)) {
      let isAnswered = try database.first(
        "SELECT 1 FROM answers WHERE basis = ? AND question = ?", [.int(basis.number), .int(number)]
      ) { _ in true }
      if isAnswered == nil { open.append(question) }
    }
    return open
  }

  /// The last of the sheets of which a basis has all answers.
  package func lastSheet(answeredBy basis: BasisID) throws(ArchiveFailure) -> SheetID? {
    try database.first("SELECT max(sheet) FROM answered WHERE basis = ?", [.int(basis.number)]) {
      $0.optionalInt(0).map(SheetID.init)
    } ?? nil
  }

  /// The questions of a sheet that another does not have.
  package func questions(of sheet: SheetID, beyond other: SheetID?) throws(ArchiveFailure) -> [Question] {
    try numberedQuestions(of: sheet, beyond: other).map(\.question)
  }

  /// Nearly always of the same two sheets for one document after the other.
  private func numberedQuestions(
    of sheet: SheetID, beyond other: SheetID?
  ) throws(ArchiveFailure) -> [(number: Int, question: Question)] {
    let pair = SheetPair(sheet: sheet, other: other)
    if let known = questionsBeyond[pair] { return known }
    let questions = try database.all(
      """
      SELECT q.id, q.item, q.digest FROM sheet_questions s JOIN questions q ON q.id = s.question
      WHERE s.sheet = ?1 AND s.question NOT IN (SELECT question FROM sheet_questions WHERE sheet = ?2)
      ORDER BY s.position
      """,
      [.int(sheet.number), .int(other?.number ?? 0)]
    ) { (number: $0.int(0), question: Question(item: $0.text(1), digest: $0.text(2))) }
    questionsBeyond[pair] = questions
    return questions
  }

  package func storedText(_ text: TextID) throws(ArchiveFailure) -> ReportText {
    let body = try database.first("SELECT body FROM texts WHERE id = ?", [.int(text.number)]) { $0.blob(0) }
    return try Self.decoded(body) { bytes throws(ByteFault) in try ByteReader.text(bytes) }
  }

  package func storedInk(_ text: TextID) throws(ArchiveFailure) -> InkMap {
    let ink = try database.first("SELECT ink FROM texts WHERE id = ?", [.int(text.number)]) { $0.blob(0) }
    return try Self.decoded(ink) { bytes throws(ByteFault) in try ByteReader.ink(bytes) }
  }

  /// Where what was ever found for some items in a text stands on its pages, by the stretches of text.
  package func boxes(ofItems items: [String], basis: BasisID) throws(ArchiveFailure) -> [[Range<Int>]: [PlacedBox]] {
    var found: [[Range<Int>]: [PlacedBox]] = [:]
    for item in items {
      try database.each(
        """
        SELECT e.focus, e.boxes FROM questions q JOIN evidence e ON e.basis = ? AND e.question = q.id
        WHERE q.item = ?
        """,
        [.int(basis.number), .text(item)]
      ) { found[ListText.ranges($0.text(0))] = ListText.boxes($0.text(1)) }
    }
    return found
  }

  private static func decoded<Value>(
    _ packed: [UInt8]?, _ decode: ([UInt8]) throws(ByteFault) -> Value
  ) throws(ArchiveFailure) -> Value {
    guard let packed else { throw .damaged("a stored text is gone") }
    let bytes = try Compression.unpack(packed)
    do throws(ByteFault) {
      return try decode(bytes)
    } catch {
      throw .damaged("a stored text cannot be read")
    }
  }

  /// Puts everything in, or nothing of it.
  package func save(_ harvests: [PackedHarvest], run: RunID, at time: String) throws(ArchiveFailure) {
    try database.transaction { () throws(ArchiveFailure) in
      for harvest in harvests { try save(harvest, run: run, at: time) }
    }
  }

  private func save(_ packed: PackedHarvest, run: RunID, at time: String) throws(ArchiveFailure) {
    let harvest = packed.harvest
    let text: TextID =
      switch harvest.source {
      case .fresh(let read, let attempt): try save(read, packed, attempt: attempt)
      case .stored(let text): text
      }
    try database.run(
      "INSERT OR IGNORE INTO bases(text, hint, year) VALUES(?, ?, ?)",
      [.int(text.number), .text(harvest.hint), Stored(harvest.year)])
    let basis = try database.first(
      "SELECT id FROM bases WHERE text = ? AND hint = ?", [.int(text.number), .text(harvest.hint)]
    ) { $0.int(0) }
    guard let basis else { throw .damaged("a basis is gone") }
    for answer in harvest.answers { try save(answer, basis: basis) }
    for carried in harvest.carried { try save(carried, basis: basis) }
    try database.run(
      "INSERT OR IGNORE INTO answered(basis, sheet) VALUES(?, ?)", [.int(basis), .int(harvest.sheet.number)])
    try database.run(
      "INSERT OR REPLACE INTO readings(run, document, basis, sheet, outcome) VALUES(?, ?, ?, ?, ?)",
      [
        .int(run.number), .int(harvest.document.number), .int(basis), .int(harvest.sheet.number),
        .text(harvest.outcome.rawValue),
      ])
    if let placement = harvest.placement { try place(harvest.document, placement, run: run, at: time) }
    try database.run(
      "DELETE FROM claims WHERE document = ? AND run = ?", [.int(harvest.document.number), .int(run.number)])
  }

  private func save(_ read: ReadText, _ packed: PackedHarvest, attempt: Int) throws(ArchiveFailure) -> TextID {
    let document = packed.harvest.document.number
    try database.run(
      """
      INSERT OR IGNORE INTO texts(document, engine, attempt, status, code, message, page, pages, body, ink)
      VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .int(document), .text(packed.engine), .int(attempt), .text(read.status.rawValue),
        Stored(read.failure?.code.rawValue), Stored(read.failure?.message), Stored(read.failure?.page),
        .int(read.pageCount), .blob(packed.body), .blob(packed.ink),
      ])
    let isNew = database.changes > 0
    let id = try database.first(
      "SELECT id FROM texts WHERE document = ? AND engine = ? AND attempt = ?",
      [.int(document), .text(packed.engine), .int(attempt)]
    ) { $0.int(0) }
    guard let id else { throw .damaged("a text is gone") }
    if isNew { try saveWeakPages(of: read, text: id) }
    return TextID(number: id)
  }

  private func saveWeakPages(of read: ReadText, text: Int) throws(ArchiveFailure) {
    for page in read.report.pages where page.readability != .full {
      try database.run(
        "INSERT INTO weak_pages(text, page, grade, reasons) VALUES(?, ?, ?, ?)",
        [
          .int(text), .int(page.number), .text(page.readability.grade.rawValue),
          .text(page.readability.reasons.map(\.code).joined(separator: " ")),
        ])
    }
    let present = Set(read.report.pages.map(\.number))
    for page in 1..<max(1, read.pageCount + 1) where !present.contains(page) && !present.isEmpty {
      try database.run(
        "INSERT INTO weak_pages(text, page, grade, reasons) VALUES(?, ?, 'missing', '')", [.int(text), .int(page)])
    }
  }

  private func save(_ answer: Answer, basis: Int) throws(ArchiveFailure) {
    let question = try number(of: answer.question)
    let state = answer.state
    try database.run(
      """
      INSERT OR IGNORE INTO answers(basis, question, state, unreadable, pointers, page, quote, ranges, print)
      VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .int(basis), .int(question), .text(state.state.rawValue), .text(ListText.numbers(state.unreadable)),
        .text(ListText.numbers(state.pointers)), Stored(state.statement?.page), Stored(state.statement?.quote),
        Stored(state.statement.map { ListText.ranges($0.ranges) }),
        .int(AnswerPrint(state.state, answer.evidence.map(\.evidence)).number),
      ])
    guard database.changes > 0 else { return }
    for (rank, placed) in answer.evidence.enumerated() {
      try database.run(EvidenceRow.insertion, EvidenceRow.values(placed, basis: basis, question: question, rank: rank))
    }
    for abandoned in answer.abandoned {
      try database.run(
        "INSERT OR IGNORE INTO abandoned(basis, question, rule, page) VALUES(?, ?, ?, ?)",
        [.int(basis), .int(question), .text(abandoned.rule), .int(abandoned.page)])
    }
  }

  private func save(_ carried: CarriedAnswer, basis: Int) throws(ArchiveFailure) {
    let question = try number(of: carried.question)
    let earlier = try number(of: carried.earlier)
    let columns = "state, unreadable, pointers, page, quote, ranges, print"
    try database.run(
      """
      INSERT OR IGNORE INTO answers(basis, question, \(columns))
      SELECT basis, ?3, \(columns) FROM answers WHERE basis = ?1 AND question = ?2
      """, [.int(basis), .int(earlier), .int(question)])
    guard database.changes > 0 else { return }
    try database.run(
      """
      INSERT INTO evidence(basis, question, rank, \(EvidenceRow.columns))
      SELECT basis, ?3, rank, \(EvidenceRow.columns) FROM evidence WHERE basis = ?1 AND question = ?2
      """, [.int(basis), .int(earlier), .int(question)])
    try database.run(
      """
      INSERT INTO abandoned(basis, question, rule, page)
      SELECT basis, ?3, rule, page FROM abandoned WHERE basis = ?1 AND question = ?2
      """, [.int(basis), .int(earlier), .int(question)])
  }

  private func number(of question: Question) throws(ArchiveFailure) -> Int {
    if let number = questionNumbers[question] { return number }
    let number = try database.first(
      "SELECT id FROM questions WHERE item = ? AND digest = ?", [.text(question.item), .text(question.digest)]
    ) {
      $0.int(0)
    }
    guard let number else { throw .damaged("a question is on no sheet") }
    questionNumbers[question] = number
    return number
  }
}

/// A harvest with its text made small, which takes time and therefore happens before the archive is asked for.
package struct PackedHarvest: Sendable {
  package let harvest: Harvest
  let engine: String
  let body: [UInt8]
  let ink: [UInt8]

  package init(_ harvest: Harvest, engine: String) {
    self.harvest = harvest
    self.engine = engine
    switch harvest.source {
    case .fresh(let read, _):
      body = Compression.pack(ByteWriter.text(read.report))
      ink = Compression.pack(ByteWriter.ink(read.ink))
    case .stored:
      body = []
      ink = []
    }
  }
}
