import CZstd

/// Bytes made small for the archive, and back.
enum Compression {
  /// Fast ones: text shrinks to a third, places of glyphs to a tenth.
  private static let level: Int32 = 3

  static func pack(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: kz_compressed_bound(bytes.count)) { room, count in
      guard let target = room.baseAddress else { return }
      count = bytes.withUnsafeBytes { all in
        all.baseAddress.map { kz_compress(target, room.count, $0, all.count, level) } ?? 0
      }
    }
  }

  /// No document comes near.
  private static let largest: UInt64 = 1 << 31

  static func unpack(_ bytes: [UInt8]) throws(ArchiveFailure) -> [UInt8] {
    if bytes.isEmpty { return [] }
    let size = bytes.withUnsafeBytes { all in all.baseAddress.map { kz_decompressed_count($0, all.count) } ?? .max }
    guard size <= largest else { throw .damaged("a stored text is cut short") }
    let unpacked = [UInt8](unsafeUninitializedCapacity: Int(size)) { room, count in
      guard let target = room.baseAddress else { return }
      let length = bytes.withUnsafeBytes { all in
        all.baseAddress.map { kz_decompress(target, room.count, $0, all.count) } ?? .max
      }
      count = length == Int(size) ? length : 0
    }
    guard unpacked.count == Int(size) else { throw .damaged("a stored text is cut short") }
    return unpacked
  }
}
