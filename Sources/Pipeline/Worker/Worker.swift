import Glibc
import PageReading
import ReportModel

/// The reading process: it takes one request, reads one file, and writes frames until the end.
///
/// It is the same program, started with a word that help does not show.
package enum Worker {
  package static let command = "__read"

  /// Where the parent puts things.
  enum Descriptor {
    static let request: Int32 = 0
    static let frames: Int32 = 3
    static let document: Int32 = 4
    static let firstUnused: Int32 = 5
  }

  package static func run() -> Int32 {
    Sandbox.endWithParent()
    WorkerLimits.closeFiles(from: Descriptor.firstUnused)
    WorkerLimits.apply()
    do throws(ByteFault) {
      let request = try receive()
      let answered = answer(request)
      return answered ? 0 : 1
    } catch {
      return 2
    }
  }

  private static func receive() throws(ByteFault) -> WorkerRequest {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let got = Glibc.read(Descriptor.request, &chunk, chunk.count)
      if got > 0 { bytes += chunk[..<got] }
      if got == 0 || (got < 0 && errno != EINTR) { break }
    }
    guard bytes.count >= FrameHead.size else { throw ByteFault() }
    var reader = ByteReader(Array(bytes[FrameHead.size...]))
    return try reader.takeRequest()
  }

  /// Shuts itself in, then does what was asked. Whether all was sent.
  private static func answer(_ request: WorkerRequest) -> Bool {
    switch request.task {
    case .read(let first):
      shutIn()
      return open(request.password) { read($0, from: first) }
    case .pictures(let pages, let scale):
      // Libraries can be loaded only as long as they can be opened.
      PDFFile.loadDrawing()
      shutIn()
      return open(request.password) { draw($0, pages: pages, scale: scale) }
    case .cuts(let cuts, let scale):
      PDFFile.loadDrawing()
      shutIn()
      return open(request.password) { draw($0, cuts, scale: scale) }
    case .tryForbidden(let folder, let layers):
      let state = Sandbox.shutIn(layers, document: Descriptor.document)
      let attempts = Sandbox.tryForbidden(folder: folder, document: Descriptor.document)
      let hasMaps = Readiness.check().hasChineseMaps
      return send(
        ByteWriter.sandboxTrial(SandboxTrial(state: state, attempts: attempts, hasChineseMaps: hasMaps)))
    }
  }

  /// Whatever the walls, the worker goes on: the parent can ask how they stand (`SandboxState.ask`).
  private static func shutIn() { _ = Sandbox.shutIn(.all, document: Descriptor.document) }

  private static func open(_ password: String?, _ work: (PDFFile) -> Bool) -> Bool {
    do throws(ReadFailure) {
      return work(try PDFFile(path: documentPath, password: password))
    } catch {
      return send(ByteWriter.failure(plain(error), kind: .failure)) && send(ByteWriter.end())
    }
  }

  /// The document under the name that it has here, which means nothing to anybody else.
  private static let documentPath = "/proc/self/fd/\(Descriptor.document)"

  private static func plain(_ failure: ReadFailure) -> ReadFailure {
    var result = failure
    let prefix = documentPath + ": "
    if result.message.hasPrefix(prefix) { result.message.removeFirst(prefix.count) }
    return result
  }

  private static func read(_ pdf: PDFFile, from first: Int) -> Bool {
    let facts = pdf.factsWithoutTags
    guard send(ByteWriter.facts(facts)) else { return false }
    for number in first..<max(first, facts.pageCount + 1) {
      guard send(pageFrame(pdf, number)) else { return false }
    }
    return sendTags(pdf) && send(ByteWriter.end())
  }

  private static func pageFrame(_ pdf: PDFFile, _ number: Int) -> [UInt8] {
    do throws(ReadFailure) {
      return ByteWriter.page(try pdf.page(number))
    } catch {
      return ByteWriter.failure(plain(error), kind: .pageFailure)
    }
  }

  private static func draw(_ pdf: PDFFile, pages: [Int], scale: Double) -> Bool {
    for page in pages {
      // A page that cannot be drawn is an empty picture; the text beside it still counts.
      let picture = (try? pdf.picture(page: page, scale: scale)) ?? []
      guard send(ByteWriter.picture(picture)) else { return false }
    }
    return send(ByteWriter.end())
  }

  private static func draw(_ pdf: PDFFile, _ cuts: [PlacedBox], scale: Double) -> Bool {
    for cut in cuts {
      let picture = (try? pdf.picture(page: cut.page, cut: cut.box, scale: scale)) ?? []
      guard send(ByteWriter.picture(picture)) else { return false }
    }
    return send(ByteWriter.end())
  }

  private static func sendTags(_ pdf: PDFFile) -> Bool {
    let (tags, complete) = pdf.structureTags()
    return send(ByteWriter.tags(tags, complete: complete))
  }

  private static func send(_ frame: [UInt8]) -> Bool { writeAll(frame, to: Descriptor.frames) == nil }
}
