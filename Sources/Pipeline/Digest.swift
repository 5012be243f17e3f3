import CDigest

/// SHA-256 of bytes that come piece by piece.
struct Digest: ~Copyable {
  private let digest: OpaquePointer

  init() { digest = kz_digest_new() }
  deinit { kz_digest_free(digest) }

  mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { add($0) }
  }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    if let base = bytes.baseAddress { kz_digest_add(digest, base, bytes.count) }
  }

  /// 64 hexadecimal digits; nothing can be added after it.
  consuming func hex() -> String { String(cString: kz_digest_hex(digest)) }
}

extension InputFile {
  /// The SHA-256 of the whole file; nil where it could not be read to its end.
  package func digest() -> String? {
    var digest = Digest()
    let isWhole = eachPiece { piece in
      digest.add(piece)
      return true
    }
    return isWhole ? digest.hex() : nil
  }
}
