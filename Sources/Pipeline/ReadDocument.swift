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
    let file = try InputFile(path: input)
    if file.isPlainText { return try readPlainText(file, input: input) }
    return compose(ReadingSession.read(file, options: options), input: input)
  } catch {
    return Document(input: input, failure: error)
  }
}

/// The stages, one after the other.
private func compose(_ reading: Reading, input: String) -> Document {
  let blocks = layOut(reading.pages, facts: reading.facts)
  let report = composeText(blocks, pages: reading.pages, facts: reading.facts)
  let faults = reading.pages.filter { !$0.faults.isEmpty }.map { ($0.number, $0.faults) }
  return Document(
    input: input, facts: reading.facts, report: report, faults: Dictionary(faults) { first, _ in first },
    failure: reading.failure)
}
