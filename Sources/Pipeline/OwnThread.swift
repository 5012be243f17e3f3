import Glibc

/// A thread with room for deep recursion, for work that waits or that may never end.
struct OwnThread {
  private let handle: pthread_t

  private static let stackSize = 64 << 20

  /// Nil where the machine gives no more threads. One that is not joined keeps running by itself.
  init?(detached: Bool, _ work: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, Self.stackSize)
    if detached { pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED)) }
    let handedOver = Unmanaged.passRetained(Work(work))
    var handle = pthread_t()
    let failure = pthread_create(
      &handle, &attributes,
      { pointer in
        pointer.map { Unmanaged<Work>.fromOpaque($0).takeRetainedValue().run() }
        return nil
      }, handedOver.toOpaque())
    guard failure == 0 else {
      handedOver.release()
      return nil
    }
    self.handle = handle
  }

  func join() { pthread_join(handle, nil) }

  private final class Work: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
