import PageLayout
import ReportModel
import TextStructure

/// What a caller may say about how a document is read.
package struct ReadOptions: Sendable {
  package var password: String?
  /// Called with each page's number and the number of pages.
  package var progress: (@Sendable (Int, Int) -> Void)?

  package var launcher: WorkerLauncher

  package init(
    password: String? = nil, launcher: WorkerLauncher = WorkerLauncher(),
    progress: (@Sendable (Int, Int) -> Void)? = nil
  ) {
    self.password = password
    self.launcher = launcher
    self.progress = progress
  }
}

/// Reads one file from its bytes to its text; whatever goes wrong is a value in the document.
package func readDocument(_ input: String, options: ReadOptions) -> Document {
  do throws(ReadFailure) {
    return readDocument(try InputFile(path: input), input: input, options: options)
  } catch {
    return Document(input: input, failure: error)
  }
}

/// The same of a file that is open already, whatever has become of its name.
package func readDocument(_ file: InputFile, input: String, options: ReadOptions) -> Document {
  do throws(ReadFailure) {
    if file.isPlainText { return try readPlainText(file, input: input) }
    return compose(ReadingSession.read(file, options: options), input: input)
  } catch {
    return Document(input: input, failure: error)
  }
}

/// The stages, one after the other, for as long as the document may take.
private func compose(_ reading: Reading, input: String) -> Document {
  let limit = layoutPatience + layoutPatiencePerPage * reading.pages.count
  let report = Deadline.run(within: limit) {
    composeText(layOut(reading.pages, facts: reading.facts), pages: reading.pages, facts: reading.facts)
  }
  let faulty = Dictionary(reading.pages.filter { !$0.faults.isEmpty }.map { ($0.number, $0) }) { first, _ in first }
  var document = Document(
    input: input, facts: reading.facts, report: report ?? ReportText(), pages: reading.pages,
    faults: faulty.mapValues(\.faults),
    failure: reading.failure)
  if report == nil {
    document.failure = ReadFailure(
      .timeout, "laying out its pages took longer than \(limit.components.seconds) s")
  }
  for index in document.report.pages.indices {
    if let page = faulty[document.report.pages[index].number] {
      document.report.pages[index].readability.lower(by: page)
    }
  }
  return document
}

/// A real page takes a thousandth of a second or two.
private let layoutPatience: Duration = .seconds(6)
private let layoutPatiencePerPage: Duration = .milliseconds(50)
