import ReportModel
import TextStructure

/// A text file as a document; its pages end at form feeds.
func readPlainText(_ file: InputFile, input: String) throws(ReadFailure) -> Document {
  guard file.size <= largestTextFile else {
    throw ReadFailure(.tooLarge, "the text is larger than \(largestTextFile >> 20) MiB")
  }
  var bytes = file.contents()[...]
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
  guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
    throw ReadFailure(.notText, "the file is not UTF-8 text")
  }
  let report = composePlainText(text)
  return Document(input: input, facts: DocumentFacts(pageCount: report.pages.count), report: report)
}

private let largestTextFile = 64 << 20
