import Pipeline
import ReportModel
import RuleBook
import Sheets

/// Which manifest a command line means: the one that it names, or the one in the folder that it names.
struct ManifestChoice {
  let manifest: Manifest
  /// Nil where there is none.
  private let path: String?

  private static let names = ["manifest.csv", "manifest.xlsx"]

  init(_ invocation: Invocation, in book: RuleBook, console: Console) throws(WrongUse) {
    let own = invocation.values["--manifest"]
    let inFolders = invocation.operands.flatMap { folder in
      Self.names.map { folder.hasSuffix("/") ? folder + $0 : folder + "/" + $0 }
    }
    guard let path = own ?? inFolders.first(where: { (try? InputFile(path: $0)) != nil }) else {
      manifest = Manifest()
      path = nil
      return
    }
    let sheet: Sheet
    do {
      sheet = try tableSheet(path: path)
    } catch {
      throw WrongUse(
        message: Phrase("\(path): \(error.sentence)", "\(path)：\(error.sentence)"), command: invocation.command)
    }
    var findings: [TableFinding] = []
    manifest = Manifest(sheet, path: path, words: ManifestWords(book), findings: &findings)
    self.path = path
    complain(findings, on: console)
  }

  private static let mostShown = 20

  /// One finding a line, as compilers do.
  func complain(_ findings: [TableFinding], on console: Console) {
    guard let path else { return }
    for finding in findings.prefix(Self.mostShown) {
      let place = "\(path):\(finding.row):\(finding.column): "
      console.complain(Phrase(place, place) + finding.message)
    }
    let rest = findings.count - Self.mostShown
    if rest > 0 {
      console.complain(Phrase("\(path): \(rest) more findings", "\(path)：另有 \(rest) 項"))
    }
  }
}
