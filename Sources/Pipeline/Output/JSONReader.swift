/// JSON as it was read; objects keep the order of their keys.
enum JSONValue: Equatable {
  case null
  case truth(Bool)
  case number(Int)
  case text(String)
  case list([JSONValue])
  case object([Entry])

  struct Entry: Equatable {
    var key: String
    var value: JSONValue
  }

  subscript(key: String) -> JSONValue? {
    guard case .object(let entries) = self else { return nil }
    return entries.first { $0.key == key }?.value
  }

  var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  var number: Int? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  var truth: Bool? {
    guard case .truth(let truth) = self else { return nil }
    return truth
  }

  var list: [JSONValue]? {
    guard case .list(let list) = self else { return nil }
    return list
  }
}

/// Reads what `JSONWriter` writes: whole numbers only, for what is exact is written as text.
struct JSONReader {
  private let bytes: [UInt8]
  private var place = 0

  private static let deepest = 32

  private struct Fault: Error {}

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Nil for what is no such JSON, or has anything behind it.
  static func read(_ bytes: [UInt8]) -> JSONValue? {
    var reader = JSONReader(bytes)
    guard let value = try? reader.value(depth: 0) else { return nil }
    reader.skipBlanks()
    return reader.place == bytes.count ? value : nil
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipBlanks() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { place += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard next == byte else { return false }
    place += 1
    return true
  }

  private mutating func take(_ word: String) -> Bool {
    let word = Array(word.utf8)
    guard bytes[place...].starts(with: word) else { return false }
    place += word.count
    return true
  }

  private mutating func value(depth: Int) throws(Fault) -> JSONValue {
    guard depth < Self.deepest else { throw Fault() }
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return .object(try entries(depth: depth))
    case UInt8(ascii: "["): return .list(try list(depth: depth))
    case UInt8(ascii: "\""): return .text(try string())
    default:
      if take("true") { return .truth(true) }
      if take("false") { return .truth(false) }
      if take("null") { return .null }
      return .number(try number())
    }
  }

  private mutating func list(depth: Int) throws(Fault) -> [JSONValue] {
    place += 1
    var values: [JSONValue] = []
    if take(UInt8(ascii: "]")) { return values }
    repeat { values.append(try value(depth: depth + 1)) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw Fault() }
    return values
  }

  private mutating func entries(depth: Int) throws(Fault) -> [JSONValue.Entry] {
    place += 1
    var entries: [JSONValue.Entry] = []
    if take(UInt8(ascii: "}")) { return entries }
    repeat {
      skipBlanks()
      let key = try string()
      guard take(UInt8(ascii: ":")) else { throw Fault() }
      entries.append(JSONValue.Entry(key: key, value: try value(depth: depth + 1)))
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw Fault() }
    return entries
  }

  private mutating func number() throws(Fault) -> Int {
    let start = place
    if next == UInt8(ascii: "-") { place += 1 }
    while let byte = next, (0x30...0x39).contains(byte) { place += 1 }
    guard let number = Int(String(decoding: bytes[start..<place], as: UTF8.self)) else { throw Fault() }
    return number
  }

  private mutating func string() throws(Fault) -> String {
    guard next == UInt8(ascii: "\"") else { throw Fault() }
    place += 1
    var text: [UInt8] = []
    while let byte = next {
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try escaped()
      case 0..<0x20: throw Fault()
      default: text.append(byte)
      }
    }
    throw Fault()
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09, UInt8(ascii: "\""): 0x22,
    UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F,
  ]

  /// The writer escapes control characters by their numbers, and writes all others as they are.
  private mutating func escaped() throws(Fault) -> [UInt8] {
    guard let sign = next else { throw Fault() }
    place += 1
    if let byte = Self.escapes[sign] { return [byte] }
    guard sign == UInt8(ascii: "u"), place + 4 <= bytes.count,
      let number = UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(number)
    else { throw Fault() }
    place += 4
    return Array(String(Character(scalar)).utf8)
  }
}
