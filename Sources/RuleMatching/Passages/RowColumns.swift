import ReportModel

extension SearchText {
  /// What heads the column of a place in a row that was put together of its cells; nil for any other passage.
  func column(of place: Range<Int>, in passage: Passage) -> Range<Int>? {
    guard let cell = passage.cell, cell.column == nil, passage.range.upperBound > report.text.count else { return nil }
    let view = tables[cell.table]
    guard let source = source(at: place.lowerBound),
      let found = view.table.cells.first(where: { $0.range == source })
    else { return nil }
    return view.columns[found.columns.lowerBound].range
  }

  /// The piece of the report that a place in composed text was taken from.
  private func source(at place: Int) -> Range<Int>? {
    let index = firstIndex(composed) { $0.range.upperBound > place }
    guard composed.indices.contains(index) else { return nil }
    var start = composed[index].range.lowerBound
    for source in composed[index].sources {
      // Composed without its line breaks, and parted by a space.
      let length = report.text[source].count { $0 != "\n" }
      if place < start + length { return place >= start ? source : nil }
      start += length + 1
    }
    return nil
  }
}
