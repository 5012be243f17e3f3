import Testing

@testable import Pipeline

/// What is known of a year is read back as it was kept.
struct YearHintTests {
  @Test(arguments: [YearHint.year(2022), .name("a.pdf"), .name("2022 永續報告書 (1).pdf"), .name("")])
  func isReadBackAsItWasKept(_ hint: YearHint) {
    #expect(YearHint(stored: hint.stored(common: "0123456789abcdef0123")) == hint)
  }

  @Test func anythingElseIsNone() {
    #expect(YearHint(stored: "") == nil)
    #expect(YearHint(stored: "year x 0123456789abcdef") == nil)
  }
}
