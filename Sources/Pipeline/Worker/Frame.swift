import ReportModel

/// What a reading process and its parent tell each other: a kind, a length, and that many bytes.
enum FrameKind: UInt32, Sendable {
  case request = 1
  case facts
  case page
  /// One page could not be read; the worker goes on with the next.
  case pageFailure
  case tags
  case picture
  /// What came of trying everything forbidden.
  case sandbox
  /// The whole document could not be read.
  case failure
  /// Nothing more comes.
  case end
}

/// The frame's head on the wire: two numbers of four bytes.
enum FrameHead {
  static let size = 8
  /// No page comes near; a longer frame is a fault of the worker.
  static let longest = 128 << 20
}

/// What the parent asks of a worker.
struct WorkerRequest: Equatable {
  enum Task: Equatable {
    /// Pages from this one to the last, facts before and tags after them.
    case read(from: Int)
    /// Pictures of these pages at this scale, in this order.
    case pictures(pages: [Int], scale: Double)
    /// Pictures of what these boxes hold, in this order.
    case cuts([PlacedBox], scale: Double)
    /// Tries everything that a worker must not be able to do, behind these walls; reads nothing.
    case tryForbidden(folder: String, layers: SandboxLayers)
  }

  var task: Task
  var password: String?
}

extension ByteWriter {
  init(_ kind: FrameKind, capacity: Int = 256) {
    self.init(capacity: capacity + FrameHead.size)
    put(kind.rawValue)
    put(UInt32(0))
  }

  /// The frame's bytes with their length filled in.
  consuming func finishedFrame() -> [UInt8] {
    replace(at: 4, with: UInt32(clamping: bytes.count - FrameHead.size))
    return bytes
  }
}
