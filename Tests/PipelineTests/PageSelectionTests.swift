import Testing

@testable import Pipeline

struct PageSelectionTests {
  @Test(arguments: [("3", [3]), ("3-5,8", [3, 4, 5, 8]), ("-2", [1, 2]), ("9-", [9, 10]), ("2,2-3", [2, 3])])
  func listsNameTheirPages(_ text: String, _ pages: [Int]) throws {
    let selection = try #require(PageSelection(text))
    #expect((1...10).filter(selection.contains) == pages)
  }

  @Test(arguments: ["", "-", "0", "5-3", "a", "1,", ",1", "1-2-3", "1..3", "٣", "+1", " 1", "99999999999999999999"])
  func otherTextIsNoList(_ text: String) {
    #expect(PageSelection(text) == nil)
  }

  @Test(arguments: [("3-5,8", 6, 8 as Int?), ("3-9", 6, nil), ("7-", 6, 7), ("1", 1, nil), ("2", 0, nil)])
  func aPageBeyondTheLastIsTold(_ text: String, _ count: Int, _ missing: Int?) throws {
    #expect(try #require(PageSelection(text)).firstMissing(of: count) == missing)
  }
}
