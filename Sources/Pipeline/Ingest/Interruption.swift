import Glibc

/// Ctrl-C and the like as something that can be asked for. Signals are held back from all threads that start later.
final class Interruption {
  private var held = sigset_t()
  private var before = sigset_t()

  init() {
    sigemptyset(&held)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&held, signal) }
    pthread_sigmask(SIG_BLOCK, &held, &before)
  }

  deinit { pthread_sigmask(SIG_SETMASK, &before, nil) }

  /// Whether one has come since it was last asked.
  func hasCome() -> Bool {
    var none = timespec()
    return sigtimedwait(&held, nil, &none) > 0
  }
}
