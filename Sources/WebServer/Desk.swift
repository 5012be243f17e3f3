import CWebServer
import Synchronization

/// Where requests come in and answers go out.
final class Desk: Sendable {
  private struct Service {
    let quick: AnswerCrew
    let slow: AnswerCrew
    let settings: WebServer.Settings
  }

  private let service = Mutex<Service?>(nil)

  func open(
    _ admission: Admission, _ settings: WebServer.Settings,
    _ begin: @escaping @Sendable (WebServer.Pass) -> WebServer.Answerer
  ) {
    let begin: @Sendable () -> (AnswerCrew.Arrival) -> Void = {
      let answerer = begin(WebServer.Pass(changeToken: admission.changes.text))
      return { arrival in
        Self.send(Self.response(RawRequest(arrival.exchange), admission, answerer), to: arrival.exchange)
      }
    }
    let waiting = settings.limits.waiting
    let opened = Service(
      quick: AnswerCrew(threads: settings.threads, longest: waiting, begin: begin),
      slow: AnswerCrew(threads: settings.slowThreads, longest: waiting, begin: begin), settings: settings)
    service.withLock { $0 = opened }
  }

  func close() {
    guard let service = service.withLock({ $0.take() }) else { return }
    service.quick.close(threads: service.settings.threads)
    service.slow.close(threads: service.settings.slowThreads)
  }

  /// On the server's own thread: it must not wait.
  func arrived(_ exchange: OpaquePointer) {
    let service = service.withLock { $0 }
    let isSlow = service?.settings.isSlow(String(cString: kz_web_target(exchange))) ?? false
    let crew = isSlow ? service?.slow : service?.quick
    if crew?.take(AnswerCrew.Arrival(exchange: exchange)) != true {
      Self.send(.note(.busy, "too much at once"), to: exchange)
    }
  }

  static func response(
    _ raw: RawRequest, _ admission: Admission, _ answerer: WebServer.Answerer
  ) -> WebResponse {
    switch admission.judge(raw) {
    case .answer(let response): return response
    case .welcome(let request):
      let response = admission.completed(answerer(request), to: request)
      guard let tag = response.tag, tag == request.knownTag, response.status == .done else { return response }
      return WebResponse(.notModified, response.type, body: [], isLasting: response.isLasting, tag: tag)
    }
  }

  private static func send(_ response: WebResponse, to exchange: OpaquePointer) {
    // Names and values side by side, each ended by NUL, so that all pointers hold until they are copied.
    var words: [CChar] = []
    var places: [(name: Int, value: Int)] = []
    for header in response.headers {
      let name = words.count
      words += header.name.utf8CString
      places.append((name, words.count))
      words += header.value.utf8CString
    }
    words.withUnsafeBufferPointer { words in
      guard let base = words.baseAddress else { return }
      let headers = places.map { KzWebHeader(name: base + $0.name, value: base + $0.value) }
      kz_web_answer(
        exchange, UInt32(response.status.rawValue), headers, headers.count, response.body, response.body.count)
    }
  }
}
