import Archive
import Pipeline
import ReportModel

/// Which archive a command line means, and what to say where it cannot be used.
struct ArchivePlace {
  let path: String

  init(_ invocation: Invocation, environment: (String) -> String?) throws(WrongUse) {
    if let named = invocation.values["--archive"] ?? environment("KAOZHENG_ARCHIVE"), !named.isEmpty {
      path = named
      return
    }
    let folder = environment("XDG_DATA_HOME").flatMap { $0.isEmpty ? nil : $0 }
    guard let data = folder ?? environment("HOME").map({ $0 + "/.local/share" }) else {
      throw WrongUse(
        message: Phrase("no archive: name its file with --archive", "沒有封存檔，請以 --archive 指定"),
        command: invocation.command)
    }
    path = data + "/kaozheng/archive.sqlite"
  }

  func open() throws(ArchiveFailure) -> ArchiveFile { try ArchiveFile(path: path, .existing) }

  /// The folder that a new archive comes into.
  func makeFolder() { makeFolders(above: path) }
}

extension Phrase {
  /// Why an archive cannot be told of as of a day.
  static func noRunEnded(by day: Day?, first: Day?) -> Phrase {
    let none = Phrase("", "")
    let by = day.map { Phrase(" by the end of \($0.text) UTC", "（截至 \($0.text) UTC）") }
    let began = first.map { Phrase("; the first ended on \($0.text)", "，第一次執行於 \($0.text) 結束") }
    return Phrase("no run of the archive had ended", "封存檔尚無已結束的執行") + (by ?? none) + (began ?? none)
  }
}
