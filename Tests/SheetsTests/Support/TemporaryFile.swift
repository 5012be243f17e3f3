import Glibc

/// A path that no other test writes to; the file is removed with its owner.
final class TemporaryFile {
  let path = "/tmp/kaozheng-sheets-\(getpid())-\(UInt64.random(in: 0...(.max))).xlsx"

  init(_ bytes: [UInt8]? = nil) {
    if let bytes { write(bytes) }
  }

  deinit { unlink(path) }

  func write(_ bytes: [UInt8]) {
    guard let file = fopen(path, "wb") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
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
