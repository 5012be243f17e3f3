import Glibc
import ReportModel

/// The first bytes of a file and its size: enough to refuse what is no PDF, and to say what it is instead.
struct FileHead {
  var bytes: [UInt8]
  var size: Int

  static let sniffed = 1024
  /// Poppler counts places in a file in memory with 32 bits.
  static let largestFile = 1 << 30

  init(path: String) throws(ReadFailure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure(errno, path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.failure(errno, path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw ReadFailure(.notReadable, "\(path): not a file but a folder or device")
    }
    size = Int(status.st_size)
    var count = 0
    bytes = [UInt8](unsafeUninitializedCapacity: Self.sniffed) { buffer, initialized in
      count = read(descriptor, buffer.baseAddress, Self.sniffed)
      initialized = max(0, count)
    }
    guard count >= 0 else { throw Self.failure(errno, path) }
  }

  init(bytes: [UInt8], size: Int) {
    self.bytes = bytes
    self.size = size
  }

  /// Throws where the file cannot be a PDF, whatever is done to it.
  func check(path: String) throws(ReadFailure) {
    guard size > 0 else { throw ReadFailure(.empty, "\(path): the file is empty") }
    guard size <= Self.largestFile else {
      throw ReadFailure(.tooLarge, "\(path): the file has \(size >> 20) MB; at most \(Self.largestFile >> 20) are read")
    }
    guard !looksLikePDF else { return }
    if let kind = otherKind { throw ReadFailure(.notPDF, "\(path): not a PDF but \(kind)") }
  }

  var looksLikePDF: Bool { contains("%PDF-") }

  /// What the file is, where its first bytes tell.
  var otherKind: String? {
    if bytes.allSatisfy({ $0 == 0 }) { return "a run of zero bytes" }
    return Self.signatures.first { signature in
      signature.offset + signature.bytes.count <= bytes.count
        && bytes[signature.offset...].starts(with: signature.bytes)
    }?.kind ?? textKind
  }

  /// HTML, XML and the like, told by their first word.
  private var textKind: String? {
    let start = bytes.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }.prefix(64)
    let word = String(decoding: start, as: UTF8.self).lowercased()
    return Self.openings.first { word.hasPrefix($0.start) }?.kind
  }

  private func contains(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard bytes.count >= wanted.count else { return false }
    return (0...(bytes.count - wanted.count)).contains { bytes[$0...].starts(with: wanted) }
  }

  private static func failure(_ code: Int32, _ path: String) -> ReadFailure {
    if code == ENOENT || code == ENOTDIR { return ReadFailure(.notFound, "\(path): no such file") }
    return ReadFailure(.notReadable, "\(path): \(String(cString: strerror(code)))")
  }

  private struct Signature {
    var offset = 0
    var bytes: [UInt8]
    var kind: String
  }

  private static let signatures: [Signature] = [
    Signature(bytes: [0x50, 0x4B, 0x03, 0x04], kind: "a ZIP archive or Office document"),
    Signature(bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], kind: "an old Office document"),
    Signature(bytes: [0x89, 0x50, 0x4E, 0x47], kind: "a PNG picture"),
    Signature(bytes: [0xFF, 0xD8, 0xFF], kind: "a JPEG picture"),
    Signature(bytes: Array("GIF8".utf8), kind: "a GIF picture"),
    Signature(bytes: [0x49, 0x49, 0x2A, 0x00], kind: "a TIFF picture"),
    Signature(bytes: [0x4D, 0x4D, 0x00, 0x2A], kind: "a TIFF picture"),
    Signature(offset: 8, bytes: Array("WEBP".utf8), kind: "a WebP picture"),
    Signature(bytes: [0x37, 0x7A, 0xBC, 0xAF], kind: "a 7z archive"),
    Signature(bytes: Array("Rar!".utf8), kind: "a RAR archive"),
    Signature(bytes: [0x1F, 0x8B], kind: "a gzip archive"),
    Signature(bytes: Array("{\\rtf".utf8), kind: "an RTF document"),
    Signature(bytes: Array("%!PS".utf8), kind: "a PostScript file"),
    Signature(bytes: [0x7F, 0x45, 0x4C, 0x46], kind: "a program"),
  ]

  private static let openings: [(start: String, kind: String)] = [
    ("<!doctype html", "a web page (HTML)"), ("<html", "a web page (HTML)"), ("<head", "a web page (HTML)"),
    ("<body", "a web page (HTML)"), ("<script", "a web page (HTML)"), ("<?xml", "an XML file"),
    ("<svg", "an SVG picture"), ("{\"", "a JSON file"),
  ]
}
