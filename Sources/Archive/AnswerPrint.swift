import ReportModel

/// What an answer says, as a number: the same for the same words, numbers, units, years, boundaries, levels and pages,
/// in whatever order and wherever in the text they were found. Two that are not the same may still say the same, should
/// a later version of this put it down otherwise; two that are the same do, but for one chance in 2⁶⁴.
package struct AnswerPrint: Sendable, Equatable {
  package let number: Int

  package init(_ state: ItemState.State, _ evidence: [Evidence]) {
    var sum = Hash(state.rawValue).mixed
    for each in evidence { sum &+= Self.print(of: each) }
    number = Int(bitPattern: UInt(sum))
  }

  private static func print(of evidence: Evidence) -> UInt64 {
    var hash = Hash(evidence.quote)
    if let value = evidence.value {
      hash.add(value.plain)
      hash.add(value.high)
      hash.add(value.unit)
      hash.add(value.printed)
      hash.add(value.qualifier?.rawValue ?? "")
      hash.add(value.normalized?.value.plain ?? "")
      hash.add(value.normalized?.valueHigh?.plain ?? "")
      hash.add(value.normalized?.unit ?? "")
    } else {
      hash.add("no value")
    }
    hash.add(evidence.name)
    hash.add(evidence.year)
    hash.add(evidence.boundary)
    hash.add(evidence.level)
    hash.add(String(evidence.page))
    return hash.mixed
  }

  /// FNV-1a, with what ends each word.
  private struct Hash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    init(_ text: String) { add(text) }

    mutating func add(_ text: String) {
      for byte in text.utf8 { add(byte) }
      add(0xFF)
    }

    private mutating func add(_ byte: UInt8) {
      state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    /// Spread over all bits, so that sums of several do not meet.
    var mixed: UInt64 {
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
