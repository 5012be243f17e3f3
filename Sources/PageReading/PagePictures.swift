import CPagePicture
import ReportModel

extension PDFFile {
  /// Loads what drawing needs: for a process that will not be able to later.
  package static func loadDrawing() { _ = kz_pictures_available() }
}

/// Draws pages: the one owner of the second, drawing document, opened when the first picture of a file is asked for.
final class PagePictures {
  private let handle: OpaquePointer
  private let path: String

  /// A picture of this many pixels takes 256 MB while it is drawn.
  static let mostPixels = 64e6

  init(path: String, password: String?) throws(ReadFailure) {
    guard kz_pictures_available() else {
      throw ReadFailure(.internalFault, "\(path): pictures need the library libpoppler-glib, which is not installed")
    }
    guard let handle = kz_pictures_open(path, password) else {
      throw ReadFailure(.notReadable, "\(path): the file cannot be opened for drawing")
    }
    self.handle = handle
    self.path = path
  }

  deinit { kz_pictures_close(handle) }

  /// The page as PNG, `scale` pixels to a point; only what a box of it holds, where one is given.
  func picture(page: Int, cut: Box? = nil, scale: Double) throws(ReadFailure) -> [UInt8] {
    var size = (width: 0.0, height: 0.0)
    guard kz_picture_size(handle, Int32(page), &size.width, &size.height) else {
      throw ReadFailure(.noSuchPage, "\(path): page \(page) cannot be drawn", page: page)
    }
    let whole = Box(x0: 0, y0: 0, x1: Float(size.width), y1: Float(size.height))
    let shown = cut.map(whole.intersection) ?? whole
    let (left, top) = cut == nil ? (0, 0) : (Double(shown.x0), Double(shown.y0))
    let wide = cut == nil ? size.width : Double(shown.width)
    let high = cut == nil ? size.height : Double(shown.height)
    let (width, height) = ((wide * scale).rounded(.up), (high * scale).rounded(.up))
    guard width >= 1, height >= 1, width * height <= Self.mostPixels else {
      throw ReadFailure(.tooLarge, "\(path): a picture of page \(page) at scale \(scale) is too large", page: page)
    }
    var bytes: UnsafePointer<UInt8>?
    var count = 0
    guard kz_picture_draw(handle, Int32(page), scale, left, top, Int32(width), Int32(height), &bytes, &count) else {
      throw ReadFailure(.memory, "\(path): page \(page) cannot be drawn", page: page)
    }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }
}
