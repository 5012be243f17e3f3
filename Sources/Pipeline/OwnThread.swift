import Glibc

/// A thread with room for deep recursion, for work that waits or that may never end.
enum OwnThread {
  private static let stackSize = 64 << 20

  /// Runs by itself, nobody waits for its end; false where the machine gives no more threads.
  static func start(_ work: @escaping @Sendable () -> Void) -> Bool {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackSize)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let handedOver = Unmanaged.passRetained(Work(work))
    var handle = pthread_t()
    let failure = pthread_create(
      &handle, &attributes,
      { pointer in
        pointer.map { Unmanaged<Work>.fromOpaque($0).takeRetainedValue().run() }
        return nil
      }, handedOver.toOpaque())
    if failure != 0 { handedOver.release() }
    return failure == 0
  }

  private final class Work: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
