import CSQLite

/// A value as the database keeps it.
enum Stored {
  case null
  case int(Int)
  case text(String)
  case blob([UInt8])

  init(_ number: Int?) { self = number.map(Stored.int) ?? .null }
  init(_ text: String?) { self = text.map(Stored.text) ?? .null }
}

/// One connection, for one thread at a time. Statements are made ready once.
final class Database {
  private let handle: OpaquePointer
  private let path: String
  private var statements: [String: Statement] = [:]

  /// How long another process may keep the archive to itself: its transactions are short.
  private static let patience: Int32 = 60_000

  init(path: String, mayCreate: Bool) throws(ArchiveFailure) {
    guard let handle = kz_database_open(path, mayCreate, Self.patience) else { throw .other("no memory") }
    self.handle = handle
    self.path = path
    guard kz_database_trouble(handle) == KzTroubleNone else { throw failure() }
  }

  deinit {
    statements.removeAll()
    kz_database_close(handle)
  }

  /// Readers and a writer do not wait for each other.
  func useLog() throws(ArchiveFailure) {
    guard kz_database_use_log(handle, Self.patience) else { throw failure() }
  }

  /// Statements without parameters or rows.
  func execute(_ sql: String) throws(ArchiveFailure) {
    guard kz_database_run(handle, sql) else { throw failure() }
  }

  func run(_ sql: String, _ values: [Stored] = []) throws(ArchiveFailure) {
    let statement = try bound(sql, values)
    defer { statement.reset() }
    while try step(statement) {}
  }

  /// Puts a row in; its number.
  func insert(_ sql: String, _ values: [Stored]) throws(ArchiveFailure) -> Int {
    try run(sql, values)
    return Int(kz_database_last_row(handle))
  }

  /// How many rows the last statement changed.
  var changes: Int { Int(kz_database_changes(handle)) }

  func each(
    _ sql: String, _ values: [Stored] = [], _ body: (Row) throws(ArchiveFailure) -> Void
  ) throws(ArchiveFailure) {
    let statement = try bound(sql, values)
    defer { statement.reset() }
    while try step(statement) { try body(Row(statement: statement)) }
  }

  func all<Value>(
    _ sql: String, _ values: [Stored] = [], _ read: (Row) throws(ArchiveFailure) -> Value
  ) throws(ArchiveFailure) -> [Value] {
    var found: [Value] = []
    try each(sql, values) { row throws(ArchiveFailure) in found.append(try read(row)) }
    return found
  }

  func first<Value>(
    _ sql: String, _ values: [Stored] = [], _ read: (Row) throws(ArchiveFailure) -> Value
  ) throws(ArchiveFailure) -> Value? {
    let statement = try bound(sql, values)
    defer { statement.reset() }
    return try step(statement) ? try read(Row(statement: statement)) : nil
  }

  /// All of it, or nothing of it.
  func transaction<Value>(_ body: () throws(ArchiveFailure) -> Value) throws(ArchiveFailure) -> Value {
    try execute("BEGIN IMMEDIATE")
    do throws(ArchiveFailure) {
      let value = try body()
      try execute("COMMIT")
      return value
    } catch {
      // A full disk may have rolled it back already.
      _ = kz_database_run(handle, "ROLLBACK")
      throw error
    }
  }

  func backUp(to path: String) throws(ArchiveFailure) {
    guard kz_database_back_up(handle, path) else { throw failure() }
  }

  private func bound(_ sql: String, _ values: [Stored]) throws(ArchiveFailure) -> Statement {
    let statement = try prepared(sql)
    for (index, value) in values.enumerated() { statement.bind(value, at: Int32(index + 1)) }
    return statement
  }

  private func prepared(_ sql: String) throws(ArchiveFailure) -> Statement {
    if let statement = statements[sql] { return statement }
    guard let handle = kz_statement_prepare(handle, sql) else { throw failure() }
    let statement = Statement(handle)
    statements[sql] = statement
    return statement
  }

  private func step(_ statement: Statement) throws(ArchiveFailure) -> Bool {
    switch kz_statement_step(statement.handle) {
    case KzStepRow: return true
    case KzStepDone: return false
    default: throw failure()
    }
  }

  private func failure() -> ArchiveFailure {
    let message = String(cString: kz_database_message(handle))
    switch kz_database_trouble(handle) {
    case KzTroubleFull: return .full
    case KzTroubleBusy: return .busy
    case KzTroubleReadOnly: return .readOnly
    case KzTroubleCannotOpen: return .cannotOpen(path: path, reason: message)
    case KzTroubleNotADatabase: return .notAnArchive(path: path)
    case KzTroubleDamaged: return .damaged(message)
    default: return .other(message)
    }
  }
}

final class Statement {
  let handle: OpaquePointer

  init(_ handle: OpaquePointer) { self.handle = handle }
  deinit { kz_statement_close(handle) }

  func reset() { kz_statement_reset(handle) }

  func bind(_ value: Stored, at place: Int32) {
    switch value {
    case .null: kz_statement_bind_null(handle, place)
    case .int(let number): kz_statement_bind_int(handle, place, Int64(number))
    case .text(var text):
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { kz_statement_bind_text(handle, place, $0.baseAddress, $0.count) }
      }
    case .blob(let bytes): bytes.withUnsafeBytes { kz_statement_bind_blob(handle, place, $0.baseAddress, $0.count) }
    }
  }
}

/// The row that a statement stands on; valid until it goes on.
struct Row {
  fileprivate let statement: Statement

  func int(_ column: Int32) -> Int { Int(kz_column_int(statement.handle, column)) }

  func optionalInt(_ column: Int32) -> Int? { isNull(column) ? nil : int(column) }

  func text(_ column: Int32) -> String { String(decoding: blob(column), as: UTF8.self) }

  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  func blob(_ column: Int32) -> [UInt8] {
    var count = 0
    guard let bytes = kz_column_bytes(statement.handle, column, &count) else { return [] }
    return Array(UnsafeRawBufferPointer(start: bytes, count: count))
  }

  private func isNull(_ column: Int32) -> Bool { kz_column_is_null(statement.handle, column) }
}
