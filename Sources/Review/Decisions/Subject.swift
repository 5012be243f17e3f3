import ReportModel

/// What a decision is about: an item of a document, and there the words that were found, or that nothing was.
///
/// It names no rule and no path: whatever the rules become, the decision is about what the report says.
package struct Subject: Sendable, Hashable {
  /// SHA-256 of the document in which the words were read.
  package let document: String
  package let item: String
  package let matter: Matter

  package enum Matter: Sendable, Hashable {
    case words(DecidedWords)
    /// The item's state where there is no evidence.
    case state(ItemState.State)
  }

  package init(document: String, item: String, _ matter: Matter) {
    self.document = document
    self.item = item
    self.matter = matter
  }
}

/// Words of a report as they stood when they were decided on.
package struct DecidedWords: Sendable, Hashable {
  /// The stretches that the quote is made of, the found words first; never empty.
  package let pieces: [String]
  /// What stands right before and behind the first piece, in the same block.
  package let before: String
  package let after: String
  /// The value as printed; empty where none was read.
  package let printed: String
  package let page: Int

  package init(pieces: [String], before: String, after: String, printed: String, page: Int) {
    self.pieces = pieces
    self.before = before
    self.after = after
    self.printed = printed
    self.page = page
  }
}
