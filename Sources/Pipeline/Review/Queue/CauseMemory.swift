import Archive
import ReportModel
import Review

/// Causes that were found by trials, which take long: each is found once.
struct CauseMemory {
  private let archive: ArchiveFile
  private var fresh: [(key: String, body: [UInt8])] = []

  init(_ archive: ArchiveFile) { self.archive = archive }

  /// The causes of an item's changes, in their order; nil where they were never found.
  func causes(of difference: ItemDifference) throws(ArchiveFailure) -> [Cause]? {
    guard let body = try archive.remembered(Self.key(difference)), let causes = try? Self.causes(body),
      causes.count == difference.changes.count
    else { return nil }
    return causes
  }

  mutating func keep(_ causes: [Cause], of difference: ItemDifference) {
    fresh.append((Self.key(difference), Self.bytes(causes)))
  }

  /// What is not kept only costs time the next time.
  mutating func keep() {
    try? archive.remember(fresh)
    fresh = []
  }

  /// What is told of a document in a run is never told otherwise.
  private static func key(_ difference: ItemDifference) -> String {
    let sides = [difference.pair.before, difference.pair.after].map {
      "\($0.document.sha256) \($0.basis.number) \($0.run.number)"
    }
    return "cause 1 \(ProgramMark.current) \(sides[0]) \(sides[1]) \(difference.item)"
  }

  private static func bytes(_ causes: [Cause]) -> [UInt8] {
    var writer = ByteWriter()
    writer.putShort(causes.count)
    for cause in causes {
      switch cause {
      case .told(let sets):
        writer.putShort(sets.all.count)
        for set in sets.all { put(set, &writer) }
      case .among(let factors, let needed):
        writer.putShort(0)
        put(factors, &writer)
        put(needed, &writer)
      }
    }
    return writer.bytes
  }

  private static func put(_ factors: Set<Factor>, _ writer: inout ByteWriter) {
    writer.put(factors.sorted().map(\.rawValue).joined(separator: " "))
  }

  private static func causes(_ bytes: [UInt8]) throws(ByteFault) -> [Cause] {
    var reader = ByteReader(bytes)
    var causes: [Cause] = []
    for _ in 0..<max(0, try reader.takeShort()) {
      var sets: [Set<Factor>] = []
      for _ in 0..<max(0, try reader.takeShort()) { sets.append(try factors(&reader)) }
      if let told = Several(sets) {
        causes.append(.told(told))
      } else {
        causes.append(.among(try factors(&reader), needed: try factors(&reader)))
      }
    }
    guard reader.isAtEnd else { throw ByteFault() }
    return causes
  }

  private static func factors(_ reader: inout ByteReader) throws(ByteFault) -> Set<Factor> {
    var found: Set<Factor> = []
    for word in try reader.takeString().split(separator: " ") {
      guard let factor = Factor(rawValue: String(word)) else { throw ByteFault() }
      found.insert(factor)
    }
    return found
  }
}
