import Pipeline
import ReportModel
import RuleBook
import Sheets

/// Which manifest a command line means: the one that it names, or the one in the folder that it names.
enum ManifestChoice {
  static func read(_ invocation: Invocation, in book: RuleBook, console: Console) throws(WrongUse) -> Manifest {
    let own = invocation.values["--manifest"]
    let folders = invocation.operands.map { $0.hasSuffix("/") ? $0 + "manifest.csv" : $0 + "/manifest.csv" }
    guard let path = own ?? folders.first(where: { (try? InputFile(path: $0)) != nil }) else { return Manifest() }
    var findings: [Manifest.Finding] = []
    let manifest: Manifest
    do {
      let bytes = try InputFile(path: path).contents()
      let industries = Set(book.packs.flatMap { $0.industries.map(\.id) })
      manifest = try Manifest(bytes, path: path, industries: industries, findings: &findings)
    } catch let failure as ReadFailure {
      throw WrongUse(
        message: Phrase(
          "\(path): \(failure.sentence(in: .english))", "\(path)：\(failure.sentence(in: .chinese))"),
        command: invocation.command)
    } catch let failure as SheetFailure {
      throw WrongUse(
        message: Phrase("\(path): \(failure.sentence)", "\(path)：\(failure.sentence)"), command: invocation.command)
    } catch {
      throw WrongUse(message: Phrase("\(path): \(error)", "\(path)：\(error)"), command: invocation.command)
    }
    for finding in findings {
      let place = "\(path):\(finding.line): \(finding.column): "
      console.complain(Phrase(place, place) + finding.message)
    }
    return manifest
  }
}
