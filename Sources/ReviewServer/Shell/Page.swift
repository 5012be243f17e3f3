import ReportModel

/// A page without its frame.
struct Page: Sendable {
  var title: String
  var section: SiteSection?
  /// Narrow for reading, or as wide as the window.
  var isWide: Bool
  /// What its keys do, for the help that `?` shows; the script does it.
  var keys: [KeyHint]
  var body: HTML

  init(
    _ title: String, in section: SiteSection?, isWide: Bool = false, keys: [KeyHint] = [], @HTMLBuilder body: () -> HTML
  ) {
    self.title = title
    self.section = section
    self.isWide = isWide
    self.keys = keys
    self.body = body()
  }
}

struct KeyHint: Sendable {
  let key: String
  let meaning: Phrase

  init(_ key: String, _ meaning: Phrase) {
    self.key = key
    self.meaning = meaning
  }
}
