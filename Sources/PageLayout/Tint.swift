/// A colour as the eye weighs it: three channels of eight bits.
struct Tint {
  let red: Int
  let green: Int
  let blue: Int

  init(_ color: UInt32) {
    red = Int(color >> 16 & 0xFF)
    green = Int(color >> 8 & 0xFF)
    blue = Int(color & 0xFF)
  }

  /// From 0 (black) to 765 (white).
  var lightness: Int { red + green + blue }

  func distance(to other: Tint) -> Int {
    abs(red - other.red) + abs(green - other.green) + abs(blue - other.blue)
  }
}
