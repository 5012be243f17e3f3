import ReportModel

extension ArchiveFile {
  /// Notes files and their contents; a content seen before is the document that it was.
  package func register(_ files: [SeenFile], run: RunID) throws(ArchiveFailure) -> [KnownDocument] {
    try database.transaction { () throws(ArchiveFailure) in
      var known: [KnownDocument] = []
      for file in files { known.append(try register(file, run: run)) }
      return known
    }
  }

  private func register(_ file: SeenFile, run: RunID) throws(ArchiveFailure) -> KnownDocument {
    try database.run(
      "INSERT OR IGNORE INTO documents(sha256, size, name, kept) VALUES(?, ?, ?, ?)",
      [.text(file.sha256), .int(file.mark.size), .text(file.name), .text(file.kept.rawValue)])
    if file.kept != .path {
      // Kept at last: what was only pointed to before.
      try database.run(
        "UPDATE documents SET kept = ? WHERE sha256 = ? AND kept = 'path'",
        [.text(file.kept.rawValue), .text(file.sha256)])
    }
    guard let document = try document(sha256: file.sha256) else { throw .damaged("a document is gone") }
    try database.run(
      "INSERT OR REPLACE INTO paths(path, document, size, modified, changed, inode, run) VALUES(?, ?, ?, ?, ?, ?, ?)",
      [
        .text(file.path), .int(document.id.number), .int(file.mark.size), .int(file.mark.modified),
        .int(file.mark.changed), .int(file.mark.inode), .int(run.number),
      ])
    return document
  }

  /// What was seen last under each path.
  package func seenFiles() throws(ArchiveFailure) -> [String: SeenFile] {
    var seen: [String: SeenFile] = [:]
    try database.each(
      """
      SELECT p.path, d.sha256, p.size, p.modified, p.changed, p.inode, d.kept
      FROM paths p JOIN documents d ON d.id = p.document WHERE p.changed IS NOT NULL AND p.inode IS NOT NULL
      """
    ) { row throws(ArchiveFailure) in
      guard let kept = Keeping(rawValue: row.text(6)) else { throw .damaged("a document is kept in no known way") }
      seen[row.text(0)] = SeenFile(
        path: row.text(0), sha256: row.text(1),
        mark: FileMark(size: row.int(2), modified: row.int(3), changed: row.int(4), inode: row.int(5)), kept: kept)
    }
    return seen
  }

  package func document(sha256: String) throws(ArchiveFailure) -> KnownDocument? {
    try database.first(
      "SELECT id, sha256, size, name, kept FROM documents WHERE sha256 = ?", [.text(sha256)], Self.document)
  }

  /// All documents, by their contents.
  package func documents() throws(ArchiveFailure) -> [KnownDocument] {
    try database.all("SELECT id, sha256, size, name, kept FROM documents ORDER BY sha256", [], Self.document)
  }

  private static func document(_ row: Row) throws(ArchiveFailure) -> KnownDocument {
    guard let kept = Keeping(rawValue: row.text(4)) else { throw .damaged("a document is kept in no known way") }
    return KnownDocument(
      id: DocumentID(number: row.int(0)), sha256: row.text(1), size: row.int(2), name: row.text(3), kept: kept)
  }

  /// Where the file stood whose contents the document is; the first by name.
  package func paths(of document: DocumentID) throws(ArchiveFailure) -> [String] {
    try database.all("SELECT path FROM paths WHERE document = ? ORDER BY path", [.int(document.number)]) { $0.text(0) }
  }

  /// Takes documents for this run alone; those that it got. The others another run has.
  package func claim(_ documents: [DocumentID], run: RunID) throws(ArchiveFailure) -> Set<DocumentID> {
    guard !documents.isEmpty else { return [] }
    return try database.transaction { () throws(ArchiveFailure) in
      for document in documents {
        try database.run(
          "INSERT OR IGNORE INTO claims(document, run) VALUES(?, ?)", [.int(document.number), .int(run.number)])
      }
      let own = try database.all("SELECT document FROM claims WHERE run = ?", [.int(run.number)]) {
        DocumentID(number: $0.int(0))
      }
      return Set(own).intersection(documents)
    }
  }

  /// A step more in what is known of whose document it is; nothing where nothing is new.
  package func place(
    _ document: DocumentID, _ placement: Placement, run: RunID?, at time: String?
  ) throws(ArchiveFailure) {
    guard try self.placement(of: document) != placement else { return }
    try database.run(
      """
      INSERT INTO placements(document, step, run, time, company, company_from, ticker, ticker_from, year, year_from,
        kind, kind_from, language, language_from, uploaded, uploaded_from, revision, revision_from,
        industry, industry_from)
      SELECT ?1, 1 + coalesce(max(step), 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,
        ?18, ?19 FROM placements WHERE document = ?1
      """,
      [.int(document.number), Stored(run?.number), Stored(time)]
        + Self.stored(placement.company) { .text($0) } + Self.stored(placement.ticker) { .text($0) }
        + Self.stored(placement.year) { .int($0) } + Self.stored(placement.kind) { .text($0.rawValue) }
        + Self.stored(placement.language) { .text($0.rawValue) } + Self.stored(placement.uploaded) { .text($0.text) }
        + Self.stored(placement.revision) { .int($0) } + Self.stored(placement.industry) { .text($0) })
  }

  private static func stored<Value>(_ fact: Placement.Fact<Value>?, _ value: (Value) -> Stored) -> [Stored] {
    guard let fact else { return [.null, .null] }
    return [value(fact.value), .text(fact.source.rawValue)]
  }

  /// What is known last.
  package func placement(of document: DocumentID) throws(ArchiveFailure) -> Placement? {
    try database.first(
      "SELECT \(Self.placementColumns) FROM placements p WHERE document = ? ORDER BY step DESC LIMIT 1",
      [.int(document.number)]
    ) { Self.placement($0, from: 0) }
  }

  static let placementColumns = """
    p.company, p.company_from, p.ticker, p.ticker_from, p.year, p.year_from, p.kind, p.kind_from, p.language,
    p.language_from, p.uploaded, p.uploaded_from, p.revision, p.revision_from, p.industry, p.industry_from
    """

  static func placement(_ row: Row, from first: Int32) -> Placement {
    func fact<Value>(_ place: Int32, _ value: (Int32) -> Value?) -> Placement.Fact<Value>? {
      guard let source = row.optionalText(first + place + 1).flatMap(Placement.Source.init),
        let value = value(first + place)
      else { return nil }
      return Placement.Fact(value, from: source)
    }
    var placement = Placement()
    placement.company = fact(0, row.optionalText)
    placement.ticker = fact(2, row.optionalText)
    placement.year = fact(4, row.optionalInt)
    placement.kind = fact(6) { row.optionalText($0).flatMap(DocumentKind.init) }
    placement.language = fact(8) { row.optionalText($0).flatMap(DocumentLanguage.init) }
    placement.uploaded = fact(10) { row.optionalText($0).flatMap { Day($0) } }
    placement.revision = fact(12, row.optionalInt)
    placement.industry = fact(14, row.optionalText)
    return placement
  }
}
