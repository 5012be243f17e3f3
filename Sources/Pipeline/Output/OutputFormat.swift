import ReportModel

/// The forms a document's text can be written in.
package enum OutputFormat: String, CaseIterable, Sendable {
  case md, txt, json, html
}

/// Where a format puts its bytes; html comes in many pieces, because each holds a picture.
package typealias ByteSink = (borrowing ByteBuffer) throws(OutputFailure) -> Void

/// The picture of a page as PNG, made when asked for; nil where it cannot be made.
package typealias PageDrawer = (Int) -> [UInt8]?

/// Writes a document in one of the formats.
package func write(
  _ document: Document, as format: OutputFormat, pages: PageSelection, pictures: PageDrawer?, to sink: ByteSink
) throws(OutputFailure) {
  switch format {
  case .md: try sink(markdown(of: document, pages: pages))
  case .txt: try sink(plainText(of: document, pages: pages))
  case .json: try sink(json(of: document, pages: pages))
  case .html: try writeHTML(of: document, pages: pages, pictures: pictures, to: sink)
  }
}
