import CPCRE2

/// A compiled regular expression: the one owner of PCRE2's code and of the place for its results.
///
/// Belongs to one thread (it is not Sendable): two threads compile the pattern twice. Matching looks at the given
/// range and at nothing else: a look-behind, `\b` or `^` at its start sees the start of the text. `^` and `$` are the
/// ends of the range unless the pattern says `(?m)`. An empty match is none.
package final class Regex {
  /// Steps that a search may take all in all, some ten milliseconds.
  package static let usualLimit = 4_000_000
  /// PCRE2 counts from each start of a match, so the limit is shared out among the starts; fewer steps than this are
  /// no sign of a runaway pattern. Not much more either: some steps cost the length of the text, and at each of n
  /// starts n such steps must still be bearable.
  private static let fewestSteps = 1_500
  private static let mostSteps = 1_000_000
  /// Nested steps and KiB of the interpreter, which only runs where machine code cannot.
  private static let depthLimit: UInt32 = 100_000
  private static let memoryLimit: UInt32 = 16 * 1024

  package let pattern: String
  /// In the order in which their groups open.
  package let groupNames: [String]
  private let handle: OpaquePointer
  /// For each name the groups that bear it; more than one only with `(?J)`.
  private let groupNumbers: [[Int]]

  package init(_ pattern: String, ignoresCase: Bool = true) throws(RegexFailure) {
    var fault = KzPatternFault()
    // One scalar more, so that the pointer is never null.
    let scalars = pattern.unicodeScalars.map(\.value) + [0]
    guard let handle = kz_pattern_new(scalars, scalars.count - 1, ignoresCase, &fault) else {
      throw RegexFailure(message: Self.message(fault.code), offset: Int(fault.offset))
    }
    let groups = Self.groups(handle)
    self.pattern = pattern
    self.handle = handle
    groupNames = groups.map(\.name)
    groupNumbers = groups.map(\.numbers)
  }

  deinit { kz_pattern_free(handle) }

  /// All matches within the range; offsets count from the start of `text`.
  package func matches(in text: [Unicode.Scalar], range: Range<Int>, limit: Int = usualLimit) -> RegexResult {
    text.withUnsafeBufferPointer { scalars in
      scalars.withMemoryRebound(to: UInt32.self) { matches(in: $0, range: range, limit: limit) }
    }
  }

  /// All matches within the range of valid scalars; offsets count from the start of `text`.
  package func matches(in text: UnsafeBufferPointer<UInt32>, range: Range<Int>, limit: Int = usualLimit) -> RegexResult
  {
    precondition(0 <= range.lowerBound && range.upperBound <= text.count)
    guard let base = text.baseAddress, !range.isEmpty else { return .matches([]) }
    share(limit, among: range.count)
    return search(base + range.lowerBound, count: range.count, shift: range.lowerBound)
  }

  private func search(_ passage: UnsafePointer<UInt32>, count: Int, shift: Int) -> RegexResult {
    var found: [RegexMatch] = []
    var start = 0
    while start < count {
      switch kz_pattern_match(handle, passage, count, start) {
      case KzMatchFound:
        let bounds = kz_pattern_bounds(handle)
        found.append(match(bounds, shift: shift))
        start = max(start + 1, bounds[1])
      case KzMatchNone: return .matches(found)
      default: return .gaveUp(found: found)
      }
    }
    return .matches(found)
  }

  private func share(_ limit: Int, among starts: Int) {
    let steps = min(max(limit / starts, Self.fewestSteps), Self.mostSteps, max(limit, 1))
    kz_pattern_limit(
      handle, KzMatchLimits(steps: UInt32(steps), depth: Self.depthLimit, memory: Self.memoryLimit))
  }

  private func match(_ bounds: UnsafePointer<Int>, shift: Int) -> RegexMatch {
    func range(_ number: Int) -> Range<Int>? {
      let (start, end) = (bounds[2 * number], bounds[2 * number + 1])
      // PCRE2 marks a group that took no part with the largest size, which is -1 here.
      return start >= 0 && start <= end ? start + shift..<end + shift : nil
    }
    return RegexMatch(
      range: range(0) ?? shift..<shift, groups: groupNumbers.map { $0.lazy.compactMap(range).first })
  }

  private static func groups(_ handle: OpaquePointer) -> [(name: String, numbers: [Int])] {
    var numbers: [String: [Int]] = [:]
    for index in 0..<kz_pattern_name_count(handle) {
      let entry = kz_pattern_name(handle, index)
      let name = string(UnsafeBufferPointer(start: entry.name, count: entry.length))
      numbers[name, default: []].append(Int(entry.number))
    }
    return numbers.map { ($0.key, $0.value.sorted()) }.sorted { $0.numbers[0] < $1.numbers[0] }
  }

  private static func message(_ code: Int32) -> String {
    let message = [UInt32](unsafeUninitializedCapacity: 256) { buffer, count in
      count = buffer.baseAddress.map { kz_pattern_message(code, $0, 256) } ?? 0
    }
    return message.withUnsafeBufferPointer(string)
  }

  private static func string(_ scalars: UnsafeBufferPointer<UInt32>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.lazy.compactMap(Unicode.Scalar.init))
    return String(view)
  }
}
