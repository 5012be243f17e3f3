import Testing

@testable import ReviewServer

@Suite struct StaticFileTests {
  @Test(arguments: StaticFile.allCases) func filesOfThePagesAreInTheProgram(_ file: StaticFile) {
    #expect(!file.response.body.isEmpty)
  }
}
