import Glibc

/// Bytes could not be written: the disk is full, the reader went away, the folder is missing.
package struct OutputFailure: Error, Sendable, Equatable {
  /// The file, or nil for standard output.
  package var path: String?
  package var errorNumber: Int32

  package init(path: String?, errorNumber: Int32) {
    self.path = path
    self.errorNumber = errorNumber
  }

  /// The system's own words; the C locale's, as the program sets none.
  package var reason: String { String(cString: strerror(errorNumber)) }
}
