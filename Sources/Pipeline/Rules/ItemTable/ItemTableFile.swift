import ReportModel
import RuleBook
import Sheets

/// The kinds of file that an item table is kept in outside the rules.
package enum ItemTableFormat: String, Sendable, CaseIterable {
  case xlsx, csv

  /// By the end of a file's name.
  package init?(path: String) {
    guard let format = Self.allCases.first(where: { path.lowercased().hasSuffix("." + $0.rawValue) }) else {
      return nil
    }
    self = format
  }
}

/// Why an item table could not be moved in or out.
package enum ItemTableFailure: Error {
  case sheet(SheetFailure)
  case output(OutputFailure)
  /// The program's own check: what it wrote reads back as something else.
  case notTheSame

  /// The failure in a sentence, with the file that was meant.
  package func phrase(_ path: String) -> Phrase {
    switch self {
    case .sheet(let failure): Phrase("\(path): \(failure.sentence)", "\(path)：\(failure.sentence)")
    case .output(let failure):
      Phrase("\(failure.path ?? path): \(failure.reason)", "\(failure.path ?? path)：\(failure.reason)")
    case .notTheSame:
      Phrase("the items would not read back the same; nothing was written", "寫出的題項讀回後不一致，未寫入任何內容")
    }
  }
}

/// Writes a pack's item table for a spreadsheet.
package func exportItems(
  of pack: Pack, to path: String, as format: ItemTableFormat
) throws(ItemTableFailure) {
  switch format {
  case .xlsx:
    do throws(SheetFailure) {
      try writeXLSX([itemSheet(of: pack), idSheet(of: pack)], to: path)
    } catch {
      throw .sheet(error)
    }
  case .csv: try write(csv(of: itemSheet(of: pack)), to: path)
  }
}

/// The items of an edited table, what is wrong with its cells, and the heads of columns that are not read.
package func readItemTable(
  _ path: String, as format: ItemTableFormat, for pack: Pack
) throws(ItemTableFailure) -> (items: [Item], faults: [ItemSheetFault], ignored: [String]) {
  do throws(SheetFailure) {
    return items(from: try itemSheet(in: path, format), for: pack)
  } catch {
    throw .sheet(error)
  }
}

/// The sheet that holds the item table: the one of that name, or else the first.
private func itemSheet(in path: String, _ format: ItemTableFormat) throws(SheetFailure) -> Sheet {
  switch format {
  case .xlsx:
    let all = try sheets(fromXLSX: path)
    return all.first { $0.name == "items" } ?? all.first ?? Sheet(name: "items", header: [], rows: [])
  case .csv: return try sheet(fromCSV: try bytes(of: path), name: "items")
  }
}

private func bytes(of path: String) throws(SheetFailure) -> [UInt8] {
  do throws(ReadFailure) {
    return try InputFile(path: path).contents()
  } catch {
    if error.code == .empty { return [] }
    throw SheetFailure(error.code == .notFound ? .notFound : .notReadable, error.message)
  }
}

/// Writes the items of a pack into its folder; the file there is replaced when the new one is whole, and only after the
/// new one was read back and says the same. The number of comments that could not be kept is returned.
package func writeItems(_ items: [Item], of pack: String, in folder: RuleFolder) throws(ItemTableFailure) -> Int {
  let path = "\(folder.path)/\(pack)/items.yaml"
  let old = (try? RuleFolder.source(path, named: path))?.bytes ?? []
  let file = ItemFile(items: items, replacing: old)
  guard holds(file, pack) else { throw .notTheSame }
  try write(file.bytes, to: path)
  return file.lostComments
}

private func holds(_ file: ItemFile, _ pack: String) -> Bool {
  let (items, findings) = readItems(file.bytes, pack: pack)
  guard findings.isEmpty, items.count == file.items.count else { return false }
  return zip(items, file.items).allSatisfy { $0.saysTheSame(as: $1) }
}

private func write(_ bytes: [UInt8], to path: String) throws(ItemTableFailure) {
  do throws(OutputFailure) {
    let file = try OutputFile(path: path)
    var buffer = ByteBuffer()
    buffer.append(bytes: bytes)
    try file.write(buffer)
    try file.finish()
  } catch {
    throw .output(error)
  }
}
