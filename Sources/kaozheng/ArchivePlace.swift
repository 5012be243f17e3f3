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

extension ArchiveFailure {
  var sentence: Phrase {
    switch self {
    case .missing(let path):
      Phrase("there is no archive at \(path); kaozheng ingest makes one", "\(path) 沒有封存檔，請以 kaozheng ingest 建立")
    case .full:
      Phrase("no room left on the disk; what was stored before is safe", "磁碟空間已滿，先前存入的內容不受影響")
    case .busy: Phrase("another process keeps the archive to itself", "封存檔被其他程序占用")
    case .readOnly: Phrase("the archive may not be written to", "封存檔無法寫入")
    case .cannotOpen(let path, let reason): Phrase("\(path): \(reason)", "\(path)：\(reason)")
    case .notAnArchive(let path): Phrase("\(path) is no archive of kaozheng", "\(path) 不是 kaozheng 的封存檔")
    case .newer(let schema, let known):
      Phrase(
        "the archive is of a later version (schema \(schema), this program knows \(known)); use a later kaozheng",
        "封存檔由較新的版本建立（結構 \(schema)，本程式只認得 \(known)），請使用較新的 kaozheng")
    case .damaged(let what): Phrase("the archive is damaged: \(what)", "封存檔已損毀：\(what)")
    case .other(let message): Phrase("the archive: \(message)", "封存檔：\(message)")
    }
  }
}
