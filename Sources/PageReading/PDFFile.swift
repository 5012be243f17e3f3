import CPoppler
import ReportModel

/// An open PDF: the one owner of poppler's handle.
///
/// Belongs to one thread; a page is read each time it is asked for.
package final class PDFFile {
  let handle: OpaquePointer
  package let path: String
  let password: String?
  package let pageCount: Int
  /// The faces of the fonts met so far, by the place poppler's side gives them.
  private var faces: [FontFace] = []
  private var pictures: PagePictures?

  package init(path: String, password: String? = nil) throws(ReadFailure) {
    let head = try FileHead(path: path)
    try head.check(path: path)
    var result = KZOpened
    guard let handle = kz_open(path, password, &result) else {
      throw ReadFailure(opening: result, path: path, head: head)
    }
    self.handle = handle
    self.path = path
    self.password = password
    self.pageCount = Int(kz_page_count(handle))
    if pageCount < 1 { throw ReadFailure(.noPages, "\(path): the file has no pages") }
  }

  deinit { kz_close(handle) }

  package func page(_ number: Int) throws(ReadFailure) -> PageText {
    guard (1...pageCount).contains(number) else {
      throw ReadFailure(.noSuchPage, "\(path): there is no page \(number), the file has \(pageCount)", page: number)
    }
    var page = KZPage()
    guard kz_read_page(handle, Int32(number), &page) else {
      throw ReadFailure(.damaged, "\(path): page \(number) is damaged beyond repair", page: number)
    }
    return PageText(
      number: number,
      label: kz_page_label(handle, Int32(number)).map { String(cString: $0) },
      width: page.width, height: page.height,
      glyphs: copied(page.glyphs, page.glyphCount),
      fonts: UnsafeBufferPointer(start: page.fonts, count: page.fontCount).map(face),
      rulings: copied(page.rulings, page.rulingCount),
      fills: copied(page.fills, page.fillCount),
      pictures: copied(page.pictures, page.pictureCount),
      outlines: copied(page.outlines, page.outlineCount),
      faults: page.pageFaults)
  }

  /// The page as a PNG, `scale` pixels to a point; only what a box of it holds, where one is given.
  package func picture(page number: Int, cut: Box? = nil, scale: Double) throws(ReadFailure) -> [UInt8] {
    if let pictures { return try pictures.picture(page: number, cut: cut, scale: scale) }
    let opened = try PagePictures(path: path, password: password)
    pictures = opened
    return try opened.picture(page: number, cut: cut, scale: scale)
  }

  private func face(_ index: UInt32) -> FontFace {
    let place = index & ~KZThickened
    while faces.count <= place {
      faces.append(FontFace(kz_font(handle, UInt32(faces.count))))
    }
    var face = faces[Int(place)]
    if index != place { face.isBold = true }
    return face
  }
}

/// Copies C records into the Swift values that share their layout, in one stroke.
///
/// The tests hold both sides to the same offsets; a record of another size would be a fault of the program.
func copied<Record, Value: BitwiseCopyable>(_ start: UnsafePointer<Record>?, _ count: Int) -> [Value] {
  precondition(MemoryLayout<Record>.stride == MemoryLayout<Value>.stride)
  guard let start, count > 0 else { return [] }
  let raw = UnsafeRawBufferPointer(start: start, count: count * MemoryLayout<Record>.stride)
  return [Value](unsafeUninitializedCapacity: count) { buffer, initializedCount in
    UnsafeMutableRawBufferPointer(buffer).copyMemory(from: raw)
    initializedCount = count
  }
}
