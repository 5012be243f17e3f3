import CWebServer
import Glibc

/// A server that runs until it is stopped.
package final class WebServer: Sendable {
  private let server: Handle
  private let desk: Desk
  package let port: UInt16

  /// What a server is told when it starts.
  package struct Settings: Sendable {
    package var address: ListeningAddress = .loopback
    /// 0 for one that is free.
    package var port: UInt16 = 0
    /// What whoever wants in has to say; without it, everybody on this machine is let in.
    package var access: Secret?
    package var threads = 4
    /// What takes long waits for threads of its own, so that it keeps nothing else waiting; told by the address as it
    /// was sent.
    package var isSlow: @Sendable (String) -> Bool = { _ in false }
    package var slowThreads = 2
    package var limits = Limits()

    package init() {}
  }

  package struct Limits: Sendable {
    package var connections = 512
    /// Bytes of a request's first line and headers.
    package var head = 32 << 10
    package var body = 256 << 10
    /// Seconds without a byte.
    package var idle = 30
    /// Seconds for a request to come in, and for an answer to be taken.
    package var whole = 60
    /// How many requests may wait for a thread.
    package var waiting = 400

    package init() {}
  }

  package enum Failure: Error, Equatable {
    /// Others could reach it, and nothing would be asked of them.
    case needsToken
    case portTaken
    case portForbidden
    case noSuchAddress
    case other(String)
  }

  /// Answers on one thread; knows which token its forms have to send along.
  package typealias Answerer = (WebRequest) -> WebResponse
  package struct Pass: Sendable {
    /// For the hidden field of every form.
    package let changeToken: String
    package let fieldName = Admission.tokenField
  }

  private struct Handle: @unchecked Sendable { let pointer: OpaquePointer }

  /// - Parameter begin: called once on each thread.
  package init(_ settings: Settings, begin: @escaping @Sendable (Pass) -> Answerer) throws(Failure) {
    if case .other = settings.address, settings.access == nil { throw .needsToken }
    let desk = Desk()
    let limits = KzWebLimits(
      connections: UInt32(settings.limits.connections), head: settings.limits.head, body: settings.limits.body,
      idle: UInt32(settings.limits.idle), whole: UInt32(settings.limits.whole))
    var fault: Int32 = 0
    let started = kz_web_start(
      settings.address.text, settings.port, limits,
      { context, exchange in Unmanaged<Desk>.fromOpaque(context).takeUnretainedValue().arrived(exchange) },
      Unmanaged.passUnretained(desk).toOpaque(), &fault)
    guard let started else { throw Self.failure(fault) }
    server = Handle(pointer: started)
    port = kz_web_port(started)
    self.desk = desk
    let admission = Admission(
      listening: settings.address, port: port, ownName: Self.ownName, access: settings.access)
    desk.open(admission, settings, begin)
  }

  deinit { stop() }

  private func stop() {
    kz_web_stop(server.pointer)
    desk.close()
  }

  private static func failure(_ number: Int32) -> Failure {
    switch number {
    case EADDRINUSE: .portTaken
    case EACCES, EPERM: .portForbidden
    case EADDRNOTAVAIL: .noSuchAddress
    default: .other(String(cString: strerror(number)))
    }
  }

  private static var ownName: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "" }
    return name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }
}
