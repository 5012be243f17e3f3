/// The archive: one database file. One value for one thread at a time.
package final class ArchiveFile {
  package let path: String
  let database: Database
  /// Looked up once each.
  var questionNumbers: [Question: Int] = [:]
  var questionsBeyond: [SheetPair: [(number: Int, question: Question)]] = [:]

  struct SheetPair: Hashable {
    var sheet: SheetID
    var other: SheetID?
  }

  package enum Opening { case existing, orNew }

  /// Opens it, and brings one of an earlier version up to date; what it was is kept beside it.
  package convenience init(path: String, _ opening: Opening) throws(ArchiveFailure) {
    try self.init(path: path, opening, schema: .current)
  }

  init(path: String, _ opening: Opening, schema: Schema) throws(ArchiveFailure) {
    self.path = path
    do throws(ArchiveFailure) {
      database = try Database(path: path, mayCreate: opening == .orNew)
    } catch {
      if case .cannotOpen = error, opening == .existing { throw .missing(path: path) }
      throw error
    }
    try prepare(schema)
  }

  private func prepare(_ schema: Schema) throws(ArchiveFailure) {
    // Larger pages than usual: texts and evidence are long.
    try database.execute("PRAGMA page_size = 8192")
    try database.useLog()
    // A transaction that was reported as done survives the loss of power.
    try database.execute("PRAGMA synchronous = FULL")
    try database.execute("PRAGMA foreign_keys = ON")
    // Two processes may find it new, or old, at the same time: the second sees what the first did.
    let found = try version()
    try check(found, schema)
    guard found < schema.version else { return }
    if found > 0 { try database.backUp(to: "\(path).schema-\(found)") }
    try database.transaction { () throws(ArchiveFailure) in
      let now = try version()
      for step in schema.steps.dropFirst(now) { try database.execute(step) }
      try database.execute("PRAGMA application_id = \(Schema.applicationID)")
      try database.execute("PRAGMA user_version = \(schema.version)")
    }
  }

  private func version() throws(ArchiveFailure) -> Int {
    try database.first("PRAGMA user_version") { $0.int(0) } ?? 0
  }

  private func check(_ found: Int, _ schema: Schema) throws(ArchiveFailure) {
    let id = try database.first("PRAGMA application_id") { $0.int(0) } ?? 0
    let tables = try database.first("SELECT count(*) FROM sqlite_schema") { $0.int(0) } ?? 0
    guard tables == 0 || id == Schema.applicationID else { throw .notAnArchive(path: path) }
    guard found <= schema.version else { throw .newer(schema: found, known: schema.version) }
  }

  /// Whether what is stored hangs together; the faults found.
  package func faults() throws(ArchiveFailure) -> [String] {
    let structure = try database.all("PRAGMA integrity_check") { $0.text(0) }.filter { $0 != "ok" }
    let references = try database.all("PRAGMA foreign_key_check") { "a row of \($0.text(0)) leads nowhere" }
    return structure + references
  }
}
