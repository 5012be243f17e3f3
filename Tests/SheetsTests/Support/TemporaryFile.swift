import Glibc

@testable import Sheets

/// A path that no other test writes to; the file is removed with its owner.
///
/// The path is used in here alone: an owner may go after its last use, before what was called with its path returns.
final class TemporaryFile {
  private let path = "/tmp/kaozheng-sheets-\(getpid())-\(UInt64.random(in: 0...(.max))).xlsx"

  init(_ bytes: [UInt8]? = nil) {
    if let bytes { write(bytes) }
  }

  deinit { unlink(path) }

  func write(_ bytes: [UInt8]) {
    guard let file = fopen(path, "wb") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  func write(_ sheets: [Sheet]) throws(SheetFailure) {
    defer { withExtendedLifetime(self) {} }
    try writeXLSX(sheets, to: path)
  }

  func sheets(limits: SheetLimits = .standard) throws(SheetFailure) -> [Sheet] {
    defer { withExtendedLifetime(self) {} }
    return try Sheets.sheets(fromXLSX: path, limits: limits)
  }

  var bytes: [UInt8] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    var bytes = [UInt8](repeating: 0, count: ftell(file))
    rewind(file)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(count))
  }
}
