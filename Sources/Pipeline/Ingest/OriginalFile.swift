import Archive
import ReportModel

extension OriginalStore {
  /// The bytes that a document is known by. A copy of one's own is them; any other file may have changed since.
  package func original(_ document: KnownDocument, paths: [String]) throws(ReadFailure) -> InputFile {
    let candidates = document.kept == .path ? paths : [path(of: document)] + paths
    var failure = ReadFailure(.notFound, "no such file")
    for candidate in candidates {
      do throws(ReadFailure) {
        let file = try InputFile(path: candidate)
        let isOwnCopy = document.kept == .copy && candidate == path(of: document)
        if isOwnCopy || file.digest() == document.sha256 { return file }
        failure = ReadFailure(.notReadable, "the file has changed since it was taken in")
      } catch {
        failure = error
      }
    }
    throw failure
  }
}
