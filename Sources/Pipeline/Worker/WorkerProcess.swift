import Glibc
import ReportModel

/// One running worker: its frames as they come, and how it ended.
final class WorkerProcess {
  enum Event {
    case frame(FrameKind, ByteReader)
    /// The pipe closed, or held something that is no frame.
    case ended
    /// Nothing whole came before the deadline.
    case stalled
  }

  let process: pid_t
  private let frames: Int32
  private let complaints: Int32
  /// The last of what the worker wrote on standard error.
  private(set) var lastWords: [UInt8] = []
  private var isRunning = true
  private var complaintsEnded = false

  init(process: pid_t, frames: Int32, complaints: Int32) {
    self.process = process
    self.frames = frames
    self.complaints = complaints
  }

  deinit {
    // Closed first: a worker that still writes ends at once.
    close(frames)
    stop()
    close(complaints)
  }

  func next(until deadline: ContinuousClock.Instant) -> Event {
    switch fill(FrameHead.size, until: deadline) {
    case .failure(let event): return event
    case .success(let head):
      var reader = ByteReader(head)
      guard let kind = (try? reader.take(UInt32.self)).flatMap(FrameKind.init),
        let length = try? reader.take(UInt32.self), length <= FrameHead.longest
      else { return .ended }
      switch fill(Int(length), until: deadline) {
      case .failure(let event): return event
      case .success(let payload): return .frame(kind, ByteReader(payload))
      }
    }
  }

  /// Ends the worker if it still runs, and tells how it ended.
  @discardableResult
  func stop() -> WorkerEnding {
    guard isRunning else { return .unknown }
    isRunning = false
    // A worker that closed its pipe is about to end by itself, in its own way; one that did not is stopped.
    let ending = WorkerEnding(process: process, patience: .milliseconds(500))
    drainComplaints()
    return ending
  }

  func kill() { Glibc.kill(process, SIGKILL) }

  private enum Fill {
    case success([UInt8])
    case failure(Event)
  }

  private func fill(_ count: Int, until deadline: ContinuousClock.Instant) -> Fill {
    var event: Event?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        guard waitForInput(until: deadline) else {
          event = .stalled
          return
        }
        let got = read(frames, buffer.baseAddress?.advanced(by: filled), count - filled)
        if got > 0 { filled += got }
        if got == 0 || (got < 0 && errno != EINTR) {
          event = .ended
          return
        }
      }
    }
    return event.map(Fill.failure) ?? .success(bytes)
  }

  /// Waits until the frame pipe has something to say; reads standard error meanwhile, so that it never fills up.
  private func waitForInput(until deadline: ContinuousClock.Instant) -> Bool {
    while true {
      let rest = ContinuousClock.now.duration(to: deadline)
      guard rest > .zero else { return false }
      var watched = [
        pollfd(fd: frames, events: Int16(POLLIN), revents: 0),
        pollfd(fd: complaints, events: Int16(POLLIN), revents: 0),
      ]
      if complaintsEnded { watched.removeLast() }
      guard poll(&watched, nfds_t(watched.count), Int32(clamping: rest.milliseconds)) > 0 else { continue }
      if watched.count > 1, watched[1].revents != 0 { readComplaints() }
      if watched[0].revents != 0 { return true }
    }
  }

  private func readComplaints() {
    var chunk = [UInt8](repeating: 0, count: 4096)
    let got = read(complaints, &chunk, chunk.count)
    if got <= 0 {
      complaintsEnded = true
    } else {
      lastWords = Array((lastWords + chunk[..<got]).suffix(4096))
    }
  }

  private func drainComplaints() {
    var watched = pollfd(fd: complaints, events: Int16(POLLIN), revents: 0)
    while !complaintsEnded, poll(&watched, 1, 0) > 0 { readComplaints() }
  }
}
