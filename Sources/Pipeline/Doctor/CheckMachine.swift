import Glibc
import PageReading
import ReportModel

/// Looks at everything that reading needs of this machine, in the order it matters.
package func checkMachine(launcher: WorkerLauncher = WorkerLauncher()) -> [MachineFinding] {
  [checkPoppler(), checkWorker(launcher)] + checkSandbox(launcher)
    + [checkCharacterMaps(), checkPictures(), checkFonts(), checkDisk(), checkTerminal()]
}

private func checkPoppler() -> MachineFinding {
  .ok("poppler", Phrase("poppler \(Readiness.check().popplerVersion)", "poppler \(Readiness.check().popplerVersion)"))
}

/// A page made here is read the way every document is: by a process of its own, under its limits.
private func checkWorker(_ launcher: WorkerLauncher) -> MachineFinding {
  let reading: Reading
  do throws(ReadFailure) {
    let file = try ProbePage.file()
    reading = ReadingSession.read(file, options: ReadOptions(launcher: launcher))
  } catch {
    reading = Reading(failure: error)
  }
  if let failure = reading.failure {
    return MachineFinding(
      name: "reader", status: .missing,
      detail: Phrase("the reading process does not work: \(failure.message)", "讀取程序無法運作：\(failure.message)"),
      remedy: Phrase("is /proc mounted, and are new processes allowed?", "請確認 /proc 已掛載，且允許建立新的程序"))
  }
  let limit = WorkerLimits.addressSpace >> 20
  return .ok("reader", Phrase("runs by itself, within \(limit) MiB", "可獨立運作，記憶體上限 \(limit) MiB"))
}

private func checkCharacterMaps() -> MachineFinding {
  guard !Readiness.check().hasChineseMaps else {
    return .ok("poppler-data", Phrase("Chinese character maps are there", "中文字元對照表已安裝"))
  }
  return MachineFinding(
    name: "poppler-data", status: .missing,
    detail: Phrase(
      "no Chinese character maps: text in some fonts would come out blank", "缺少中文字元對照表，部分字型的文字會變成空白"),
    remedy: .install("poppler-data"))
}

private func checkPictures() -> MachineFinding {
  guard !Readiness.check().hasPictures else { return .ok("pictures", Phrase("pages can be drawn", "可繪製頁面圖像")) }
  return MachineFinding(
    name: "pictures", status: .advice,
    detail: Phrase("pages cannot be drawn: --format html will lack pictures", "無法繪製頁面，--format html 將沒有圖像"),
    remedy: .install("libpoppler-glib8"))
}

/// Only pictures of pages need fonts, and only where the file does not carry its own.
private func checkFonts() -> MachineFinding {
  let folders =
    ["/usr/share/fonts", "/usr/local/share/fonts"]
    + [getenv("HOME")].compactMap { $0 }.map { home in
      String(cString: home) + "/.local/share/fonts"
    }
  if let font = folders.lazy.compactMap({ ChineseFonts.first(under: $0, depth: 5) }).first {
    return .ok("fonts", Phrase("a Chinese font is there: \(font)", "已安裝中文字型：\(font)"))
  }
  return MachineFinding(
    name: "fonts", status: .advice,
    detail: Phrase("no Chinese font: pictures of some pages would lack text", "沒有中文字型，部分頁面的圖像會缺字"),
    remedy: .install("fonts-noto-cjk"))
}

private func checkDisk() -> MachineFinding {
  let folder = ProbePage.temporaryFolder
  var status = statvfs()
  guard statvfs(folder, &status) == 0 else {
    return MachineFinding(
      name: "disk", status: .missing, detail: Phrase("\(folder) cannot be used", "無法使用 \(folder)"),
      remedy: Phrase("set TMPDIR to a folder that can be written to", "請將 TMPDIR 設為可寫入的資料夾"))
  }
  let free = (Int(status.f_bavail) * Int(status.f_frsize)) >> 20
  let detail = Phrase("\(free) MiB free in \(folder)", "\(folder) 尚有 \(free) MiB")
  guard free < 200 else { return .ok("disk", detail) }
  return MachineFinding(
    name: "disk", status: .advice, detail: detail, remedy: Phrase("free some space", "請清出空間"))
}

private func checkTerminal() -> MachineFinding {
  let names = ["LC_ALL", "LC_CTYPE", "LANG"]
  let locale = names.lazy.compactMap { getenv($0) }.map { String(cString: $0) }.first { !$0.isEmpty } ?? "C"
  let isUTF8 = locale.lowercased().contains("utf-8") || locale.lowercased().contains("utf8")
  let detail = Phrase("the locale is \(locale)", "語系為 \(locale)")
  guard !isUTF8 else { return .ok("terminal", detail) }
  return MachineFinding(
    name: "terminal", status: .advice, detail: detail,
    remedy: Phrase("Chinese may look wrong on a terminal: set LANG=C.UTF-8", "終端機可能無法正確顯示中文，請設定 LANG=C.UTF-8"))
}

extension Phrase {
  fileprivate static func install(_ package: String) -> Phrase {
    Phrase("apt-get install \(package)", "apt-get install \(package)")
  }
}
