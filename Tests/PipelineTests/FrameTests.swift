import ReportModel
import Support
import Testing

@testable import Pipeline

struct FrameTests {
  static let page = PageText(
    number: 7, label: "iv", width: 595, height: 842,
    glyphs: [
      Glyph(scalarValue: 0x6C38, box: Box(x0: 1, y0: 2, x1: 3, y1: 4), originX: 1, originY: 4, size: 12, font: 1),
      Glyph(
        scalarValue: 0x7E8C, box: Box(x0: 3, y0: 2, x1: 5, y1: 4), originX: 3, originY: 4, size: 12, directionValue: 1,
        traits: .artifact, color: 0xFF0000, code: 99, mark: 5),
    ],
    fonts: [FontFace(name: "明體", isBold: true), FontFace(name: "B", isType3: true, hasUnicodeMap: false)],
    rulings: [Ruling(box: Box(x0: 0, y0: 0, x1: 9, y1: 1), color: 3)],
    fills: [Fill(box: Box(x0: 0, y0: 0, x1: 9, y1: 9), color: 4)],
    pictures: [Box(x0: 1, y0: 1, x1: 2, y1: 2)], outlines: [Box(x0: 5, y0: 5, x1: 6, y1: 6)],
    faults: [.tooManyGlyphs(limit: 3), .tooManyShapes(limit: 2), .damaged("甲"), .abandoned("乙")])

  private func payload(_ frame: [UInt8]) -> [UInt8] { Array(frame[FrameHead.size...]) }

  @Test func aPageComesOutAsItWentIn() throws {
    let frame = ByteWriter.page(Self.page)
    var head = ByteReader(frame)
    #expect(try head.take(UInt32.self) == FrameKind.page.rawValue)
    #expect(try head.take(UInt32.self) == UInt32(frame.count - FrameHead.size))
    var reader = ByteReader(payload(frame))
    #expect(try reader.takePage() == Self.page)
  }

  @Test func aPageCutShortAnywhereIsAFault() {
    let bytes = payload(ByteWriter.page(Self.page))
    for count in 0..<bytes.count {
      var reader = ByteReader(Array(bytes[..<count]))
      #expect(throws: ByteFault.self) { try reader.takePage() }
    }
  }

  @Test func bytesThatLieNeverBreakTheReader() {
    var random = SeededRandom(state: 20_240_601)
    let bytes = payload(ByteWriter.page(Self.page))
    var sound = 0
    for _ in 0..<20_000 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        changed[Int.random(in: 0..<changed.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      var reader = ByteReader(changed)
      guard let page = try? reader.takePage() else { continue }
      sound += 1
      #expect(page.glyphs.allSatisfy { Int($0.font) < page.fonts.count && $0.box.x0.isFinite })
    }
    // Most changes hit a number that may have any value: were none accepted, the test would prove nothing.
    #expect(sound > 1000)
  }

  @Test func aFontThatIsNotThereIsAFault() {
    var page = Self.page
    page.fonts.removeLast()
    var reader = ByteReader(payload(ByteWriter.page(page)))
    #expect(throws: ByteFault.self) { try reader.takePage() }
  }

  @Test(arguments: [Float.nan, .infinity])
  func aPlaceThatIsNoNumberIsAFault(_ place: Float) {
    var page = Self.page
    page.glyphs[1].box.y1 = place
    var reader = ByteReader(payload(ByteWriter.page(page)))
    #expect(throws: ByteFault.self) { try reader.takePage() }
  }

  @Test func factsTagsFailuresAndRequestsComeOutAsTheyWentIn() throws {
    let facts = DocumentFacts(
      pageCount: 9, title: "報告", producer: nil,
      outline: [OutlineEntry(level: 1, title: "章", page: 3, y: 10), OutlineEntry(level: 2, title: "節", page: nil)])
    var reader = ByteReader(payload(ByteWriter.facts(facts)))
    #expect(try reader.takeFacts() == facts)

    let roles: [StructureTag.Role] = [.heading1, .tableCell, .artifact, .other]
    let tags = roles.map { StructureTag(page: 2, mark: 4, role: $0, element: 6) }
    reader = ByteReader(payload(ByteWriter.tags(tags, complete: false)))
    let taken = try reader.takeTags()
    #expect(taken.tags == tags)
    #expect(!taken.complete)

    let failure = ReadFailure(.encrypted, "needs a password", page: 3)
    reader = ByteReader(payload(ByteWriter.failure(failure, kind: .failure)))
    #expect(try reader.takeFailure() == failure)

    let requests: [WorkerRequest] = [
      WorkerRequest(task: .read(from: 3), password: "密"), WorkerRequest(task: .pictures(pages: [1, 5], scale: 1.5)),
      WorkerRequest(
        task: .cuts([PlacedBox(page: 3, box: Box(x0: 1, y0: 2, x1: 3.5, y1: 4))], scale: 2), password: nil),
      WorkerRequest(task: .tryForbidden(folder: "/夾", layers: .calls)),
    ]
    for request in requests {
      reader = ByteReader(payload(ByteWriter.request(request)))
      #expect(try reader.takeRequest() == request)
    }

    let trial = SandboxTrial(
      state: SandboxState(landlock: 7, filtersCalls: true), attempts: [SandboxTrial.Attempt(name: "fly", error: 13)],
      hasChineseMaps: true)
    reader = ByteReader(payload(ByteWriter.sandboxTrial(trial)))
    #expect(try reader.takeSandboxTrial() == trial)
  }
}
