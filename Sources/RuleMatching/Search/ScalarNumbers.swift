/// Gives each scalar that is looked for a small number of its own, 0 to all others; A to Z share those of a to z.
///
/// A table of tables: a scalar's upper bits choose a page, of which most are the empty one.
struct ScalarNumbers: Sendable {
  private var pages = [UInt16](repeating: 0, count: 0x110000 >> 8)
  private var numbers = [UInt32](repeating: 0, count: 256)
  private(set) var count: UInt32 = 1

  /// The number of a folded scalar, given out when it first comes.
  mutating func add(_ scalar: UInt32) -> UInt32 {
    let place = place(of: scalar)
    if numbers[place] != 0 { return numbers[place] }
    numbers[place] = count
    if scalar &- 0x61 < 26 { numbers[place ^ 0x20] = count }
    count += 1
    return count - 1
  }

  /// The scalar's number, 0 where it is not looked for.
  subscript(scalar: UInt32) -> UInt32 { numbers[Int(pages[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)] }

  private mutating func place(of scalar: UInt32) -> Int {
    let page = Int(scalar >> 8)
    if pages[page] == 0 {
      pages[page] = UInt16(numbers.count >> 8)
      numbers += repeatElement(0, count: 256)
    }
    return Int(pages[page]) << 8 | Int(scalar & 0xFF)
  }
}
