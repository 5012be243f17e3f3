import ReportModel

/// Everything but pages on the wire: request, facts, tags, failures.
extension ByteWriter {
  static func request(_ request: WorkerRequest) -> [UInt8] {
    var frame = ByteWriter(.request)
    frame.put(request.password)
    switch request.task {
    case .read(let first):
      frame.put(UInt8(0))
      frame.put(first)
    case .pictures(let pages, let scale):
      frame.put(UInt8(1))
      frame.put(scale)
      frame.put(pages)
    case .cuts(let cuts, let scale):
      frame.put(UInt8(3))
      frame.put(scale)
      frame.put(UInt32(clamping: cuts.count))
      for cut in cuts {
        frame.put(cut.page)
        frame.put(cut.box)
      }
    case .tryForbidden(let folder, let layers):
      frame.put(UInt8(2))
      frame.put(folder)
      frame.put(layers.rawValue)
    }
    return frame.finishedFrame()
  }

  static func facts(_ facts: DocumentFacts) -> [UInt8] {
    var frame = ByteWriter(.facts)
    frame.put(facts.pageCount)
    frame.put(facts.title)
    frame.put(facts.producer)
    frame.put(UInt32(facts.outline.count))
    for entry in facts.outline {
      frame.put(entry.level)
      frame.put(entry.title)
      frame.put(entry.page)
      frame.put(entry.y ?? .nan)
    }
    return frame.finishedFrame()
  }

  static func tags(_ tags: [StructureTag], complete: Bool) -> [UInt8] {
    var frame = ByteWriter(.tags, capacity: tags.count * 24)
    frame.put(UInt8(complete ? 1 : 0))
    frame.put(UInt32(tags.count))
    for tag in tags {
      frame.put(tag.page)
      frame.put(tag.mark)
      frame.put(tag.role.code)
      frame.put(tag.element)
    }
    return frame.finishedFrame()
  }

  static func failure(_ failure: ReadFailure, kind: FrameKind) -> [UInt8] {
    var frame = ByteWriter(kind)
    frame.put(failure.code.rawValue)
    frame.put(failure.message)
    frame.put(failure.page)
    return frame.finishedFrame()
  }

  static func picture(_ png: [UInt8]) -> [UInt8] {
    var frame = ByteWriter(.picture, capacity: png.count + 8)
    frame.put(png)
    return frame.finishedFrame()
  }

  static func end() -> [UInt8] { ByteWriter(.end).finishedFrame() }
}

extension ByteReader {
  mutating func takeRequest() throws(ByteFault) -> WorkerRequest {
    let password = try takeOptionalString()
    return WorkerRequest(task: try takeTask(), password: password)
  }

  private mutating func takeTask() throws(ByteFault) -> WorkerRequest.Task {
    switch try take(UInt8.self) {
    case 0: return .read(from: try take())
    case 1:
      let scale: Double = try take()
      return .pictures(pages: try takeList(), scale: scale)
    case 3:
      let scale: Double = try take()
      let cuts = try takeEach { reader throws(ByteFault) in
        PlacedBox(page: try reader.take(), box: try reader.take())
      }
      return .cuts(cuts, scale: scale)
    case 2: return .tryForbidden(folder: try takeString(), layers: SandboxLayers(rawValue: try take()))
    default: throw ByteFault()
    }
  }

  mutating func takeFacts() throws(ByteFault) -> DocumentFacts {
    var facts = DocumentFacts(
      pageCount: try take(), title: try takeOptionalString(), producer: try takeOptionalString())
    facts.outline = try takeEach { reader throws(ByteFault) in
      var entry = OutlineEntry(
        level: try reader.take(), title: try reader.takeString(), page: try reader.takeOptionalInt())
      let y: Float = try reader.take()
      entry.y = y.isFinite ? y : nil
      return entry
    }
    guard isAtEnd, facts.pageCount >= 0 else { throw ByteFault() }
    return facts
  }

  mutating func takeTags() throws(ByteFault) -> (tags: [StructureTag], complete: Bool) {
    let complete = try take(UInt8.self) == 1
    let tags = try takeEach { reader throws(ByteFault) in
      let page: Int = try reader.take()
      let mark: Int32 = try reader.take()
      guard let role = StructureTag.Role(code: try reader.take()) else { throw ByteFault() }
      return StructureTag(page: page, mark: mark, role: role, element: try reader.take())
    }
    return (tags, complete)
  }

  mutating func takeFailure() throws(ByteFault) -> ReadFailure {
    let code = ReadFailure.Code(rawValue: try takeString())
    guard let code else { throw ByteFault() }
    return ReadFailure(code, try takeString(), page: try takeOptionalInt())
  }
}

extension StructureTag.Role {
  private static let all: [StructureTag.Role] = [
    .heading1, .heading2, .heading3, .heading4, .heading5, .heading6, .paragraph, .listItem, .tableHeader, .tableCell,
    .caption, .figure, .note, .contents, .artifact, .other,
  ]

  fileprivate var code: UInt8 { UInt8(clamping: Self.all.firstIndex(of: self) ?? Self.all.count - 1) }

  fileprivate init?(code: UInt8) {
    guard Int(code) < Self.all.count else { return nil }
    self = Self.all[Int(code)]
  }
}
