import Archive
import ReportModel
import RuleBook

extension RuleBook {
  /// The files that it was read from, each with its path and length before it.
  package var packedSources: [UInt8] {
    var writer = ByteWriter()
    writer.putShort(sources.count)
    for source in sources.sorted(by: { $0.path < $1.path }) {
      writer.put(source.path)
      writer.put(source.bytes)
    }
    return writer.bytes
  }
}

extension ArchiveFile {
  /// The rule book that was gone by at a moment, read from the files that were kept with its run.
  package func ruleBook(of moment: ArchiveMoment) throws(ArchiveScoringFailure) -> RuleBook {
    try ruleBook(moment.run.rules)
  }

  /// A rule book that some run went by.
  package func ruleBook(_ digest: String) throws(ArchiveScoringFailure) -> RuleBook {
    let stored: StoredBook?
    do throws(ArchiveFailure) { stored = try book(digest) } catch { throw .archive(error) }
    guard let files = try? stored?.ruleSources() else { throw .unreadableBook(digest: digest) }
    let (book, findings) = readSoundRuleBook(files)
    // What this program does not understand as it was meant, it does not score by.
    guard book.digest == digest, !findings.contains(where: \.code.stopsUse) else {
      throw .unreadableBook(digest: digest)
    }
    return book
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
