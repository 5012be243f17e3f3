import Foundation
import ReportModel
import Support
import Testing

@testable import Pipeline

struct InputTests {
  private let folder: String

  init() throws {
    folder = try BuiltProgram.temporaryFolder()
  }

  private func read(_ name: String, _ bytes: [UInt8]) throws -> Document {
    let path = folder + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return readDocument(path, options: ReadOptions())
  }

  @Test func aTextFileIsReadWithItsPages() throws {
    let document = try read("a.TXT", [0xEF, 0xBB, 0xBF] + Array("第一頁。\n\u{0C}第二頁。\n".utf8))
    #expect(document.failure == nil)
    #expect(string(plainText(of: document, pages: .all)) == "第一頁。\n\u{0C}第二頁。\n")
  }

  @Test(arguments: [[0xA5, 0xC3, 0xC4, 0xF2], [0xFF, 0xFE, 0x41, 0x00], [0x41, 0x00, 0x42]] as [[UInt8]])
  func whatIsNotUTF8IsSaidToBeSo(_ bytes: [UInt8]) throws {
    #expect(try read("a.txt", bytes).failure?.code == .notText)
  }

  @Test func filesThatAreNotThereOrNotFilesAreToldApart() throws {
    #expect(readDocument(folder + "/none.pdf", options: ReadOptions()).failure?.code == .notFound)
    #expect(readDocument(folder, options: ReadOptions()).failure?.code == .notReadable)
    #expect(readDocument("/dev/null", options: ReadOptions()).failure?.code == .notReadable)
    #expect(try read("empty.pdf", []).failure?.code == .empty)
  }

  @Test func aMessageThatSaysNoMoreThanItsCodeIsLeftOut() {
    let failure = ReadFailure(.encrypted, "the file is encrypted and needs a password")
    #expect(failure.sentence(in: .english) == "encrypted; give its password with --password-file")
    #expect(ReadFailure(.notPDF, "not a PDF").sentence(in: .chinese) == "不是 PDF")
  }

  @Test(arguments: ReadFailure.Code.allCases)
  func everyFailureHasWordsInBothLanguages(_ code: ReadFailure.Code) throws {
    let phrase = try #require(ReadFailure.reasons[code])
    #expect(phrase.english != phrase.chinese)
    let sentence = ReadFailure(code, "detail", page: 3).sentence(in: .chinese)
    #expect(sentence == "第 3 頁：\(phrase.chinese)（detail）")
  }
}
