import ReportModel

/// Draws pages in a worker of their own, one at a time as they are asked for: the pipe holds the worker back.
package final class PictureSession {
  private let file: InputFile
  private let options: ReadOptions
  private let scale: Double
  private var waiting: ArraySlice<Int>
  private var worker: WorkerProcess?
  private var failures = 0

  private static let patience: Duration = .seconds(8)
  private static let allowedFailures = 3

  /// The pages have to be asked for in this order; some may be left out.
  package convenience init(
    input: String, pages: [Int], scale: Double, options: ReadOptions
  ) throws(ReadFailure) {
    self.init(file: try InputFile(path: input), pages: pages, scale: scale, options: options)
  }

  package init(file: InputFile, pages: [Int], scale: Double, options: ReadOptions) {
    self.file = file
    self.options = options
    self.scale = scale
    waiting = pages[...]
  }

  /// The page as PNG; nil where it cannot be drawn.
  package func picture(of page: Int) -> [UInt8]? {
    while let next = waiting.first, next <= page, failures <= Self.allowedFailures {
      guard let picture = nextPicture() else { continue }
      waiting.removeFirst()
      if next == page { return picture.isEmpty ? nil : picture }
    }
    return nil
  }

  /// Nil where the worker broke down on it; a page that it cannot draw is empty.
  private func nextPicture() -> [UInt8]? {
    guard let worker = worker ?? start() else {
      waiting = []
      return nil
    }
    self.worker = worker
    if case .frame(.picture, var frame) = worker.next(until: .now + Self.patience),
      let png = try? frame.takeList(of: UInt8.self)
    {
      return png
    }
    worker.kill()
    self.worker = nil
    failures += 1
    waiting.removeFirst()
    return nil
  }

  private func start() -> WorkerProcess? {
    let request = WorkerRequest(task: .pictures(pages: Array(waiting), scale: scale), password: options.password)
    return try? options.launcher.start(request, on: file.descriptor)
  }
}
