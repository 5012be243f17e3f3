import ReportModel
import Sheets

/// Tables as JSON, a row a line: `{"official":false,"table":"scores","company":"2330",…}`. Numbers are numbers as they are
/// printed, and a link is the address that it leads to; what is empty is left out.
package func jsonLines(of sheets: [Sheet]) -> ByteBuffer {
  var buffer = ByteBuffer(capacity: sheets.reduce(0) { $0 + $1.rows.count } * 400)
  let mark = json(of: ExportCells.markHeader)
  for sheet in sheets {
    let keys = sheet.header.map { json(of: $0) }
    for row in sheet.rows {
      buffer.append("{\"official\":false,\"table\":")
      buffer.append(bytes: json(of: sheet.name))
      for (key, cell) in zip(keys, row) where key != mark {
        guard let value = value(of: cell) else { continue }
        buffer.append(",")
        buffer.append(bytes: key)
        buffer.append(":")
        buffer.append(bytes: value)
      }
      buffer.append("}\n")
    }
  }
  return buffer
}

private func value(of cell: Cell) -> [UInt8]? {
  switch cell {
  case .empty, .text(""): nil
  case .text(let text): json(of: text)
  case .link(_, let address): json(of: address)
  case .number(let figure): Array(figure.plain.utf8)
  }
}

private func json(of text: String) -> [UInt8] {
  var writer = JSONWriter()
  writer.value(text)
  return writer.buffer.bytes
}
