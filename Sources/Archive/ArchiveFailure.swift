/// Why the archive cannot be used, or not any more. Whatever was committed before stands.
package enum ArchiveFailure: Error, Sendable, Equatable {
  /// No file, and none was to be made.
  case missing(path: String)
  /// The disk has no room left.
  case full
  /// Another process kept it for longer than was waited.
  case busy
  case readOnly
  case cannotOpen(path: String, reason: String)
  /// The file is something else.
  case notAnArchive(path: String)
  /// Made by a later version of the program.
  case newer(schema: Int, known: Int)
  /// What is in it is not what was put in.
  case damaged(String)
  case other(String)
}
