import Archive
import ReportModel
import TextStructure

extension ArchiveFile {
  /// Where a stretch of a stored text stands on its pages.
  package func boxes(of range: Range<Int>, in text: TextID) throws(ArchiveFailure) -> [PlacedBox] {
    highlightBoxes(range, in: try storedInk(text)).map { PlacedBox(page: $0.page, box: $0.box) }
  }
}
