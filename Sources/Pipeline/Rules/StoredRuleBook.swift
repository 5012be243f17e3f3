import Archive
import ReportModel
import RuleBook

extension RuleBook {
  /// The files that it was read from, each with its path and length before it.
  var packedSources: [UInt8] {
    var writer = ByteWriter()
    writer.putShort(sources.count)
    for source in sources.sorted(by: { $0.path < $1.path }) {
      writer.put(source.path)
      writer.put(source.bytes)
    }
    return writer.bytes
  }
}

extension StoredBook {
  /// The files, as a rule book is read from.
  func ruleSources() throws(ByteFault) -> [RuleBook.Source] {
    var reader = ByteReader(sources)
    var files: [RuleBook.Source] = []
    for _ in 0..<max(0, try reader.takeShort()) {
      files.append(RuleBook.Source(path: try reader.takeString(), bytes: try reader.takeList(of: UInt8.self)))
    }
    guard reader.isAtEnd else { throw ByteFault() }
    return files
  }
}
