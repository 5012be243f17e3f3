import ReportModel
import Sheets

/// A table of the user's, a manifest say: csv, or the first sheet of a workbook (xlsx), told by what the file is and not by its name.
package func tableSheet(path: String) throws(SheetFailure) -> Sheet {
  let file: InputFile
  do throws(ReadFailure) {
    file = try InputFile(path: path)
  } catch {
    throw SheetFailure(.notReadable, error.sentence(in: .english))
  }
  guard file.contents(upTo: 2) == [0x50, 0x4B] else { return try sheet(fromCSV: file.contents(), name: path) }
  guard let first = try sheets(fromXLSX: path).first else { throw SheetFailure(.damaged, "no sheet") }
  return first
}
