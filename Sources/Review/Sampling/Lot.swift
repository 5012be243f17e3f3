/// Draws by lot without chance: who is drawn hangs on digests alone, so that it is the same at any later time, and what
/// comes in later moves few of those that were drawn before.
package enum Lot {
  /// The lot of a document for a purpose: the lowest are drawn.
  ///
  /// - Parameter digest: of the document's bytes, in hexadecimal digits; a digest is as good as chance already.
  /// - Parameter salt: one for each purpose, so that not the same documents are drawn for all.
  package static func of(digest: String, salt: UInt64) -> UInt64 {
    mixed(digest.utf8.prefix(16).reduce(0) { $0 << 4 | UInt64(nibble($1)) } ^ salt)
  }

  /// A number for words.
  package static func salt(_ words: String) -> UInt64 {
    // FNV-1a, and then every bit in every other.
    mixed(words.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 })
  }

  private static func nibble(_ digit: UInt8) -> UInt8 {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    default: (digit & 0x1F &+ 9) & 0xF
    }
  }

  /// The last step of SplitMix64.
  private static func mixed(_ number: UInt64) -> UInt64 {
    var z = number
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
