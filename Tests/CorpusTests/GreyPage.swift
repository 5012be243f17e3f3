import Foundation

/// A page drawn in grey by poppler's own program: what a person sees, one byte a pixel.
struct GreyPage {
  var width: Int
  var height: Int
  var pixels: [UInt8]
  /// Pixels to a point.
  var scale: Float

  /// Reads the portable greymap format: "P5", width, height, 255, then the rows from the top.
  init?(pgm data: [UInt8], scale: Float) {
    var fields: [Int] = []
    var at = 2
    guard data.starts(with: Array("P5".utf8)) else { return nil }
    while fields.count < 3, at < data.count {
      while at < data.count, data[at] <= 0x20 { at += 1 }
      let start = at
      while at < data.count, data[at] > 0x20 { at += 1 }
      guard let field = Int(String(decoding: data[start..<at], as: UTF8.self)) else { return nil }
      fields.append(field)
    }
    guard fields.count == 3, fields[2] == 255, data.count >= at + 1 + fields[0] * fields[1] else { return nil }
    width = fields[0]
    height = fields[1]
    pixels = Array(data[at + 1..<at + 1 + width * height])
    self.scale = scale
  }

  /// Draws a page; nil where it cannot be drawn.
  static func draw(_ path: String, password: String?, page: Int, scale: Float) throws -> GreyPage? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/pdftoppm")
    process.arguments =
      ["-gray", "-cropbox", "-r", "\(72 * scale)", "-f", "\(page)", "-l", "\(page)"]
      + (password.map { ["-upw", $0] } ?? []) + [path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return GreyPage(pgm: Array(data), scale: scale)
  }
}
