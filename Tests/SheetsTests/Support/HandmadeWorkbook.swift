/// A workbook written tag by tag, with what a test needs and nothing else.
struct HandmadeWorkbook {
  /// What stands in `sheetData`, by sheet name in the workbook's order.
  var sheets: [(name: String, data: String)]
  var sharedTexts: String?
  var styles: String?
  var countsFrom1904 = false

  /// A workbook of one sheet.
  init(_ data: String, sharedTexts: String? = nil, styles: String? = nil) {
    sheets = [("Items", data)]
    self.sharedTexts = sharedTexts
    self.styles = styles
  }

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  var parts: [(name: String, text: String)] {
    var relations = ""
    var list = ""
    var parts: [(name: String, text: String)] = []
    for (index, sheet) in sheets.enumerated() {
      // Numbered backwards: the order is the workbook's, not that of ids or parts.
      let part = "sheets/part\(sheets.count - index).xml"
      relations += Self.relation(id: "r\(index)", kind: "worksheet", target: index == 0 ? part : "/xl/\(part)")
      list += #"<sheet name="\#(sheet.name)" sheetId="\#(9 - index)" r:id="r\#(index)"/>"#
      parts.append(("xl/\(part)", Self.worksheet(sheet.data)))
    }
    if let sharedTexts {
      relations += Self.relation(id: "t", kind: "sharedStrings", target: "texts.xml")
      parts.append(("xl/texts.xml", "<sst xmlns='\(Self.main)'>\(sharedTexts)</sst>"))
    }
    if let styles {
      relations += Self.relation(id: "s", kind: "styles", target: "../xl/./styles.xml")
      parts.append(("xl/styles.xml", "<styleSheet xmlns='\(Self.main)'>\(styles)</styleSheet>"))
    }
    let book = """
      <workbook xmlns='\(Self.main)' xmlns:r='\(Self.office)'><workbookPr date1904='\(countsFrom1904 ? 1 : 0)'/>\
      <sheets>\(list)</sheets></workbook>
      """
    let root = Self.relation(id: "r1", kind: "officeDocument", target: "xl/book.xml")
    return parts + [
      ("_rels/.rels", Self.relations(root)), ("xl/book.xml", book),
      ("xl/_rels/book.xml.rels", Self.relations(relations)),
    ]
  }

  var bytes: [UInt8] { StoredZip(parts).bytes }

  /// As some libraries write it, every name with a prefix.
  private static func worksheet(_ data: String) -> String {
    let prefixed = data.contains("<x:") ? "x:" : ""
    let space = prefixed.isEmpty ? "xmlns" : "xmlns:x"
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <\(prefixed)worksheet \(space)='\(main)'>
        <\(prefixed)sheetData>\(data)</\(prefixed)sheetData>
      </\(prefixed)worksheet>
      """
  }

  private static func relation(id: String, kind: String, target: String) -> String {
    "<Relationship Id='\(id)' Type='\(office)/\(kind)' Target='\(target)'/>"
  }

  private static func relations(_ list: String) -> String {
    "<Relationships xmlns='\(package)'>\(list)</Relationships>"
  }
}
