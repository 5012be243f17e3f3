/// The known word that a mistyped one most likely meant.
enum Suggestion {
  static func closest(to word: String, among known: [String]) -> String? {
    let allowed = max(1, min(3, word.count / 3))
    let scored = known.map { (word: $0, distance: distance(Array(word.utf8), Array($0.utf8))) }
    let starts = known.filter { word.count > 2 && $0.hasPrefix(word) }
    if starts.count == 1 { return starts[0] }
    return scored.filter { $0.distance <= allowed }.min { $0.distance < $1.distance }?.word
  }

  /// How many single changes (a letter put in, left out, replaced, or two swapped) lead from one word to the other.
  static func distance<Letter: Equatable>(_ a: [Letter], _ b: [Letter]) -> Int {
    var rows = [Array(0...b.count)]
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, rows[i - 1][j - 1] + 1) }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
