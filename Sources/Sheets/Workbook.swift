/// Where a workbook keeps its parts: its sheets in order, shared texts, styles.
struct Workbook {
  var sheets: [(name: String, part: String)] = []
  private var textsPart: String?
  var styles: String?
  /// Whether days are counted from 1904, as old Macs did.
  var countsFrom1904 = false

  /// Without it an archive is no office document at all.
  static let root = "_rels/.rels"

  /// More are no workbook that a person works with.
  private static let mostSheets = 1024

  private struct Relation {
    var kind: String
    var target: String
  }

  init(_ archive: Archive) throws(SheetFailure) {
    let root = try Self.relations(of: "", in: archive)
    guard let book = root.values.first(where: { $0.kind == "officeDocument" })?.target else {
      throw SheetFailure(.wrongKind, "a zip archive, but no workbook (xlsx)")
    }
    let relations = try Self.relations(of: book, in: archive)
    textsPart = relations.values.first { $0.kind == "sharedStrings" }?.target
    styles = relations.values.first { $0.kind == "styles" }?.target
    try readSheets(XMLPart(book, in: archive), relations)
  }

  /// Sheets of charts hold no cells and are passed over.
  private mutating func readSheets(_ part: XMLPart, _ relations: [String: Relation]) throws(SheetFailure) {
    var isWorkbook = false
    while let event = try part.next() {
      switch event {
      case .start("workbook"): isWorkbook = true
      case .start("workbookPr"): countsFrom1904 = ["1", "true"].contains(part.attribute("date1904"))
      case .start("sheet"):
        guard let name = part.attribute("name"), let relation = relations[part.attribute("id") ?? ""] else {
          throw SheetFailure(.damaged, "the workbook names a sheet that it does not hold")
        }
        guard sheets.count < Self.mostSheets else {
          throw SheetFailure(.tooLarge, "more than \(Self.mostSheets) sheets")
        }
        if relation.kind == "worksheet" { sheets.append((EscapedText.unescaped(name), relation.target)) }
      default: break
      }
    }
    guard isWorkbook else { throw SheetFailure(.wrongKind, "an office document, but no workbook (xlsx)") }
  }

  /// By their ids; kinds are the last word of their addresses, which differ between editions of the standard.
  private static func relations(of part: String, in archive: Archive) throws(SheetFailure) -> [String: Relation] {
    let folder = part.prefix(upTo: part.lastIndex(of: "/").map(part.index(after:)) ?? part.startIndex)
    let file = try XMLPart("\(folder)_rels/\(part.dropFirst(folder.count)).rels", in: archive)
    var result: [String: Relation] = [:]
    while let event = try file.next() {
      guard event == .start("Relationship"), let id = file.attribute("Id"), let target = file.attribute("Target"),
        let kind = file.attribute("Type")?.split(separator: "/").last
      else { continue }
      result[id] = Relation(kind: String(kind), target: resolved(target, in: String(folder)))
    }
    return result
  }

  /// A path from the root of the archive, as its directory has it.
  private static func resolved(_ target: String, in folder: String) -> String {
    var steps: [Substring] = []
    for step in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }

  /// The texts that cells refer to by number.
  func sharedTexts(in archive: Archive, limits: SheetLimits) throws(SheetFailure) -> [String] {
    guard let textsPart else { return [] }
    let part = try XMLPart(textsPart, in: archive)
    var result: [String] = []
    while let event = try part.next() {
      guard event == .start("si") else { continue }
      guard result.count < limits.cells else { throw SheetFailure(.tooLarge, "more than \(limits.cells) texts") }
      result.append(try part.stringItem())
    }
    return result
  }
}
