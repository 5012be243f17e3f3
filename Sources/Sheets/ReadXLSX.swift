import Glibc

/// Reads the sheets of a workbook in its order, hidden ones too, as Excel, LibreOffice and their like write it.
///
/// A formula is its value, a day or time is text ("2024-05-01"), TRUE and #N/A are text. Looks, comments and charts are
/// left out. A formula that was never worked out is an error rather than an empty cell.
package func sheets(fromXLSX path: String) throws(SheetFailure) -> [Sheet] {
  try sheets(fromXLSX: path, limits: .standard)
}

func sheets(fromXLSX path: String, limits: SheetLimits) throws(SheetFailure) -> [Sheet] {
  try checkKind(of: path)
  let archive = try Archive(path: path, byteLimit: limits.bytes)
  let workbook = try Workbook(archive)
  var reader = try WorksheetReader(workbook, in: archive, limits: limits)
  var sheets: [Sheet] = []
  for (name, part) in workbook.sheets {
    do throws(SheetFailure) {
      sheets.append(Sheet(name: name, table: try reader.read(XMLPart(part, in: archive))))
    } catch {
      throw error.inSheet(name)
    }
  }
  return sheets
}

/// An encrypted workbook is no zip but an OLE container, and so is one of the old kind.
private func checkKind(of path: String) throws(SheetFailure) {
  // Without O_NONBLOCK a named pipe would be waited for.
  let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard file >= 0 else {
    let isMissing = errno == ENOENT || errno == ENOTDIR
    throw SheetFailure(
      isMissing ? .notFound : .notReadable, isMissing ? "no such file" : String(cString: strerror(errno)))
  }
  defer { close(file) }
  var status = stat()
  guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
    throw SheetFailure(.notReadable, "is not a regular file")
  }
  var head = [UInt8](repeating: 0, count: 4)
  let count = pread(file, &head, head.count, 0)
  if count == head.count, head == [0xD0, 0xCF, 0x11, 0xE0] {
    throw SheetFailure(.encrypted, "encrypted, or of the old kind (xls); save it as xlsx without a password")
  }
}
