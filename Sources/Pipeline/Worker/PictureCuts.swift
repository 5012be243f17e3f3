import ReportModel

/// Draws what boxes of pages hold, in a worker.
package enum PictureCuts {
  private static let patience: Duration = .seconds(8)
  private static let allowedFailures = 3

  /// As PNG, in their order; nil where one cannot be drawn.
  package static func draw(
    _ cuts: [PlacedBox], of file: InputFile, scale: Double, options: ReadOptions
  ) throws(ReadFailure) -> [[UInt8]?] {
    var pictures: [[UInt8]?] = []
    var failures = 0
    while pictures.count < cuts.count, failures <= allowedFailures {
      let request = WorkerRequest(
        task: .cuts(Array(cuts[pictures.count...].prefix(mostAtOnce)), scale: scale), password: options.password)
      let worker = try options.launcher.start(request, on: file.descriptor)
      let wanted = min(cuts.count, pictures.count + mostAtOnce)
      while pictures.count < wanted {
        guard case .frame(.picture, var frame) = worker.next(until: .now + patience),
          let png = try? frame.takeList(of: UInt8.self)
        else {
          // The one that it broke down on is left out.
          pictures.append(nil)
          failures += 1
          break
        }
        pictures.append(png.isEmpty ? nil : png)
      }
      worker.kill()
    }
    return pictures + [[UInt8]?](repeating: nil, count: cuts.count - pictures.count)
  }

  /// A request has to fit into a pipe.
  private static let mostAtOnce = 500
}
