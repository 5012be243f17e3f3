import Glibc
import Synchronization

/// Threads that do one kind of work on a list of inputs, each input by whichever is free; what they make is taken off
/// by the one who gave the work. No more lies finished at a time than a few for each thread.
final class Workbench<Input: Sendable, Output: Sendable>: Sendable {
  private let inputs: [Input]
  private let state = Mutex(State())
  /// Whoever waits for outputs is woken by a byte; so are threads that wait for room.
  private let finished: WakePipe
  private let room: WakePipe

  private struct State {
    var next = 0
    var outputs: [(place: Int, output: Output)] = []
    var isStopped = false
  }

  init?(_ inputs: [Input], threads: Int, make: @escaping @Sendable () -> (Input) -> Output) {
    guard let finished = WakePipe(), let room = WakePipe() else { return nil }
    self.inputs = inputs
    self.finished = finished
    self.room = room
    for _ in 0..<max(1, threads) * 2 { room.wake() }
    let started = (0..<max(1, threads)).filter { _ in OwnThread.start { [self] in run(make()) } }
    if started.isEmpty { return nil }
  }

  private func run(_ work: (Input) -> Output) {
    while room.wait(.seconds(3600)) {
      let place = state.withLock { state -> Int? in
        guard !state.isStopped, state.next < inputs.count else { return nil }
        defer { state.next += 1 }
        return state.next
      }
      // The other threads are to see the end as well.
      guard let place else { return room.wake() }
      let output = work(inputs[place])
      state.withLock { $0.outputs.append((place, output)) }
      finished.wake()
    }
  }

  /// What is finished by now; waits a while for something.
  func take(patience: Duration) -> [(place: Int, output: Output)] {
    guard finished.wait(patience) else { return [] }
    let outputs = state.withLock { state in
      defer { state.outputs = [] }
      return state.outputs
    }
    for _ in outputs { room.wake() }
    return outputs
  }

  /// No further input is begun.
  func stop() {
    state.withLock { $0.isStopped = true }
    room.wake()
  }
}

/// A pipe whose bytes are calls to wake up.
private final class WakePipe: Sendable {
  private let reading: Int32
  private let writing: Int32

  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    reading = ends[0]
    writing = ends[1]
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    close(reading)
    close(writing)
  }

  func wake() {
    var byte: UInt8 = 1
    while write(writing, &byte, 1) < 0 && errno == EINTR {}
  }

  /// Whether a call came before the patience ran out.
  func wait(_ patience: Duration) -> Bool {
    var watched = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
    guard poll(&watched, 1, Int32(clamping: patience.milliseconds)) > 0 else { return false }
    var byte: UInt8 = 0
    return read(reading, &byte, 1) == 1
  }
}
