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

  /// The page as PNG, `scale` pixels to a point.
  func picture(page: Int, scale: Double) throws(ReadFailure) -> [UInt8] {
    var size = (width: 0.0, height: 0.0)
    guard kz_picture_size(handle, Int32(page), &size.width, &size.height) else {
      throw ReadFailure(.noSuchPage, "\(path): page \(page) cannot be drawn", page: page)
    }
    let (width, height) = ((size.width * scale).rounded(.up), (size.height * scale).rounded(.up))
    guard width >= 1, height >= 1, width * height <= Self.mostPixels else {
      throw ReadFailure(.tooLarge, "\(path): a picture of page \(page) at scale \(scale) is too large", page: page)
    }
    var bytes: UnsafePointer<UInt8>?
    var count = 0
    guard kz_picture_draw(handle, Int32(page), scale, Int32(width), Int32(height), &bytes, &count) else {
      throw ReadFailure(.memory, "\(path): page \(page) cannot be drawn", page: page)
    }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }
}
