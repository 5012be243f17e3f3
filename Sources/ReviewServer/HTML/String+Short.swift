extension String {
  /// On one line, and no longer than so many characters.
  func shortened(to length: Int) -> String {
    let line = split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count <= length ? line : line.prefix(length - 1) + "…"
  }
}
