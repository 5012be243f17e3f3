/// What an answer is made from, part by part. Two runs may differ in any of them.
package enum Factor: String, Sendable, CaseIterable, Comparable {
  /// The report itself: a corrected upload.
  case document
  /// What is known of it from elsewhere: the hint of its year, its industry.
  case placement
  /// The engine that makes text of pages.
  case reading
  /// The engine that puts rules to the text.
  case matching
  /// The item's rules, and the lists that they read.
  case rules
  /// The item itself: whether it is asked, its level, its topics, its points.
  case rubric

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  package static func < (a: Factor, b: Factor) -> Bool { a.order < b.order }
}
