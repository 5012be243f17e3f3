import CSheets

/// A workbook's archive, open for reading; the one owner of its handle.
final class Archive {
  fileprivate let handle: OpaquePointer

  init(path: String, byteLimit: Int) throws(SheetFailure) {
    var status = KzStatusFine
    guard let handle = kz_archive_open(path, UInt64(byteLimit), &status) else {
      throw SheetFailure(status, part: nil)
    }
    self.handle = handle
  }

  deinit { kz_archive_close(handle) }
}

/// One XML part, read event by event.
final class XMLPart {
  /// Held because the part must be closed first.
  private let archive: Archive
  private let handle: OpaquePointer
  private let name: String
  private var event = KzPartEvent()

  enum Event: Equatable {
    case start(String)
    case end(String)
    case text(String)
  }

  init(_ name: String, in archive: Archive) throws(SheetFailure) {
    var status = KzStatusFine
    guard let handle = kz_part_open(archive.handle, name, &status) else { throw SheetFailure(status, part: name) }
    self.handle = handle
    self.archive = archive
    self.name = name
  }

  deinit { kz_part_close(handle) }

  /// Nil at the end.
  func next() throws(SheetFailure) -> Event? {
    event = kz_part_next(handle)
    switch event.kind {
    case KzPartKindStart: return .start(text)
    case KzPartKindEnd: return .end(text)
    case KzPartKindText: return .text(text)
    case KzPartKindStop: return nil
    default: throw SheetFailure(event.status, part: name)
    }
  }

  /// Of the element that just started.
  func attribute(_ name: String) -> String? {
    kz_part_attribute(&event, name).map { String(cString: $0) }
  }

  /// Everything up to the end of the element that just started is passed over.
  func skipElement() throws(SheetFailure) {
    var depth = 1
    while depth > 0, let event = try next() {
      switch event {
      case .start: depth += 1
      case .end: depth -= 1
      case .text: break
      }
    }
  }

  /// The text of the element that just started, without what its children hold.
  func elementText() throws(SheetFailure) -> String {
    var result = ""
    while let event = try next() {
      switch event {
      case .start: try skipElement()
      case .text(let text): result += text
      case .end: return result
      }
    }
    return result
  }

  /// A string item: its text, or the text of its runs; how it is pronounced is left out.
  func stringItem() throws(SheetFailure) -> String { EscapedText.unescaped(try pieces(areOfRun: false)) }

  private func pieces(areOfRun: Bool) throws(SheetFailure) -> String {
    var result = ""
    while let event = try next() {
      switch event {
      case .start("t"): result += try elementText()
      // Runs hold no runs, whatever a damaged file says.
      case .start("r") where !areOfRun: result += try pieces(areOfRun: true)
      case .start: try skipElement()
      case .text: break
      case .end: return result
      }
    }
    return result
  }

  private var text: String {
    guard let start = event.text else { return "" }
    let bytes = UnsafeRawBufferPointer(start: start, count: event.length)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension SheetFailure {
  /// The one place where a failure of the archive becomes an error with a plain message.
  init(_ status: KzStatus, part: String?) {
    let place = part.map { " (\($0))" } ?? ""
    switch status {
    case KzStatusNotZip: self.init(.wrongKind, "not a workbook (xlsx)")
    case KzStatusUnreadable: self.init(.notReadable, "the file cannot be read\(place)")
    case KzStatusMissing where part == nil: self.init(.notFound, "no such file")
    case KzStatusMissing where part == Workbook.root:
      self.init(.wrongKind, "a zip archive, but no workbook (xlsx)")
    case KzStatusEncrypted: self.init(.encrypted, "the workbook is encrypted; save it without a password")
    case KzStatusTooLarge: self.init(.tooLarge, "the workbook unpacks to more than is read\(place)")
    default: self.init(.damaged, "the workbook is damaged\(place)")
    }
  }
}
