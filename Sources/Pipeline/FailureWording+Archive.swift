import Archive
import ReportModel

extension ArchiveFailure {
  package var sentence: Phrase {
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
