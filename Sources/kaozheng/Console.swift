import Glibc
import Pipeline
import ReportModel

/// Standard output and standard error, as a person or a program reads them.
struct Console: Sendable {
  let language: Language

  /// Writes to standard output; the exit code says whether it could be written.
  func print(_ text: String) -> Int32 {
    var buffer = ByteBuffer()
    buffer.append(string: text)
    return print(buffer)
  }

  func print(_ buffer: ByteBuffer) -> Int32 {
    do throws(OutputFailure) {
      try OutputFile().write(buffer)
      return Program.ExitCode.done
    } catch {
      complain(error)
      return Program.ExitCode.findings
    }
  }

  /// A line on standard error. What cannot be written there is lost; there is no other place to say so.
  func complain(_ message: Phrase) {
    clearProgress()
    write("kaozheng: \(Self.printable(message(language)))\n")
  }

  func complain(_ failure: ReadFailure, of input: String) {
    let sentence = Phrase(failure.sentence(in: .english), failure.sentence(in: .chinese))
    complain(Phrase("\(input): ", "\(input)：") + sentence)
  }

  func complain(_ failure: OutputFailure) {
    let place = failure.path ?? Phrase("standard output", "標準輸出")(language)
    if failure.errorNumber == EPIPE {
      complain(Phrase("\(place) was closed before all was written", "\(place)在寫完之前已被關閉"))
    } else {
      complain(Phrase("\(place) could not be written: \(failure.reason)", "無法寫入\(place)：\(failure.reason)"))
    }
  }

  /// Only where someone watches.
  static let hasProgress = isatty(STDERR_FILENO) == 1

  /// Replaces the progress line.
  func progress(_ text: Phrase) {
    write("\r\u{1B}[K" + Self.printable(text(language)))
  }

  /// A progress line for each page of a document.
  func pageProgress(_ input: String) -> @Sendable (Int, Int) -> Void {
    { page, count in
      progress(Phrase("\(input): page \(page)/\(count)", "\(input)：第 \(page)/\(count) 頁"))
    }
  }

  func clearProgress() {
    if Self.hasProgress { write("\r\u{1B}[K") }
  }

  /// File names may hold control characters, which a terminal would obey.
  private static func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
      result.append(isControl ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }

  private func write(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
