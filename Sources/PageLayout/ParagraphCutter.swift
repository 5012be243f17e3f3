import ReportModel

/// Cuts a column of lines into paragraphs by the signs that a reader goes by.
struct ParagraphCutter {
  let ink: [InkGlyph]

  func cut(_ lines: [LineDraft]) -> [[LineDraft]] {
    guard lines.count > 1 else { return [lines] }
    let shape = ColumnShape(lines)
    var result: [[LineDraft]] = [[lines[0]]]
    for index in 1..<lines.count {
      if startsParagraph(index, lines, shape, item: result[result.count - 1]) {
        result.append([lines[index]])
      } else {
        result[result.count - 1].append(lines[index])
      }
    }
    return result
  }

  private func startsParagraph(_ index: Int, _ lines: [LineDraft], _ shape: ColumnShape, item: [LineDraft]) -> Bool {
    let upper = lines[index - 1]
    let line = lines[index]
    let em = line.size
    if line.baseline - upper.baseline > shape.usualLeading * 1.3 + 0.1 * em { return true }
    if ListMark.opens(line, ink) { return true }
    let isShort = upper.box.x1 < shape.right - 1.5 * em
    let ends = endsHere(upper)
    // An item that goes on would have filled its first line.
    let hangs = line.box.x0 > upper.box.x0 + 0.5 * em
    if item.count == 1, ListMark.opens(upper, ink) || ListMark.opensSection(upper, ink),
      upper.box.x1 < shape.right - 4 * em, shape.isEven || !hangs
    {
      return true
    }
    if changesLook(upper, line), isShort || ends { return true }
    if isShort || ends, ListMark.opensSection(line, ink) || ListMark.opensCaption(line, ink) { return true }
    if isShort, ends { return true }
    let isIndented = line.box.x0 > shape.left + 1.2 * em && line.box.x0 > upper.box.x0 + 1.2 * em
    if isIndented, !ListMark.opens(item[0], ink), item.count > 1 || ends { return ends || isShort }
    // A hanging item is over where a line goes back to the margin.
    if line.box.x0 < upper.box.x0 - 0.8 * em, ListMark.opens(item[0], ink), item.count > 1 { return ends || isShort }
    return isShort && shape.isEven && upper.box.x1 < shape.right - 4 * em && line.box.x0 <= upper.box.x0 + 0.5 * em
  }

  private func changesLook(_ upper: LineDraft, _ line: LineDraft) -> Bool {
    let a = upper.style
    let b = line.style
    if a.isOneColor, b.isOneColor, a.color != b.color { return true }
    return a.isAllBold != b.isAllBold && a.isBold != b.isBold && upper.glyphCount <= 30
  }

  private func endsHere(_ line: LineDraft) -> Bool {
    guard let end = LineText.lastSign(line, ink) else { return false }
    return endsSentence(end) || isColon(end)
  }
}

/// The margins and the usual leading of a column.
struct ColumnShape {
  let left: Float
  let right: Float
  let usualLeading: Float
  /// Whether most lines reach the right margin, so that a short one says something.
  let isEven: Bool

  init(_ lines: [LineDraft]) {
    left = lines.map(\.box.x0).min() ?? 0
    let right = lines.map(\.box.x1).max() ?? 0
    self.right = right
    let leadings = zip(lines, lines.dropFirst()).map { $1.baseline - $0.baseline }.sorted()
    usualLeading = leadings.isEmpty ? 0 : leadings[(leadings.count - 1) / 2]
    let full = lines.dropLast().filter { $0.box.x1 >= right - 1.5 * $0.size }.count
    isEven = full * 3 >= (lines.count - 1) * 2 && lines.count >= 3
  }
}
