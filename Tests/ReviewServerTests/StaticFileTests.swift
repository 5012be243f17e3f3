import Testing

@testable import ReviewServer

struct StaticFileTests {
  @Test
  func filesArePartOfTheProgram() { for file in StaticFile.allCases { #expect(!file.response.body.isEmpty) } }

  @Test
  func theirAddressTellsTheirContents() {
    #expect(Set(StaticFile.allCases.map(\.link.text)).count == StaticFile.allCases.count)
  }
}
