import Foundation
import Glibc

/// Debian's Chromium without a window, driven over two pipes: each message is JSON and ends with NUL.
package final class Browser {
  package enum Failure: Error, CustomStringConvertible {
    case notInstalled
    case broken(String)
    case tooLate(String)

    package var description: String {
      switch self {
      case .notInstalled: "no chromium; make test installs it"
      case .broken(let what): "the browser: \(what)"
      case .tooLate(let what): "waited in vain for: \(what)"
      }
    }
  }

  private let process: pid_t
  private let commands: Int32
  private let answers: Int32
  private let profile: String
  private var last = 0
  private var session: String?
  private var unread: [UInt8] = []
  /// What the page's console, its policy and its scripts complained of.
  package private(set) var complaints: [String] = []
  /// Every address that was asked for.
  package private(set) var requests: [String] = []

  /// Where distributions put it.
  private static let program = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  package static var isInstalled: Bool { program != nil }

  package init(width: Int = 1280, height: Int = 860) throws {
    guard let program = Self.program else { throw Failure.notInstalled }
    profile = try BuiltProgram.temporaryFolder()
    var toBrowser: [Int32] = [0, 0]
    var fromBrowser: [Int32] = [0, 0]
    guard pipe(&toBrowser) == 0, pipe(&fromBrowser) == 0 else {
      throw Failure.broken("no pipe")
    }
    // Above 3 and 4, which the browser wants them at, so that neither is overwritten before it is in its place.
    for descriptor in toBrowser + fromBrowser { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    let inner = (fcntl(toBrowser[0], F_DUPFD_CLOEXEC, 16), fcntl(fromBrowser[1], F_DUPFD_CLOEXEC, 16))
    close(toBrowser[0])
    close(fromBrowser[1])
    commands = toBrowser[1]
    answers = fromBrowser[0]
    let arguments = [
      program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
      "--window-size=\(width),\(height)", "--user-data-dir=\(profile)", "--remote-debugging-pipe", "about:blank",
    ]
    process = try Self.spawn(arguments, input: inner.0, output: inner.1)
    close(inner.0)
    close(inner.1)
    try openPage(width: width, height: height)
  }

  deinit {
    // The whole group: it has processes of its own.
    kill(-process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    close(commands)
    close(answers)
    try? FileManager.default.removeItem(atPath: profile)
  }

  private static func spawn(_ arguments: [String], input: Int32, output: Int32) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 3)
    posix_spawn_file_actions_adddup2(&actions, output, 4)
    for descriptor: Int32 in 0...2 {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process = pid_t()
    guard posix_spawn(&process, arguments[0], &actions, &attributes, words, environ) == 0 else {
      throw Failure.broken("cannot be started")
    }
    return process
  }

  private func openPage(width: Int, height: Int) throws {
    let target = try call("Target.createTarget", ["url": "about:blank"])["targetId"] as? String ?? ""
    session = try call("Target.attachToTarget", ["targetId": target, "flatten": true])["sessionId"] as? String
    for domain in ["Page", "Runtime", "Log", "Network"] { _ = try call("\(domain).enable") }
    _ = try call(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
  }

  // MARK: Messages

  @discardableResult
  package func call(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    last += 1
    var message: [String: Any] = ["id": last, "method": method, "params": parameters]
    if let session { message["sessionId"] = session }
    var bytes = Array(try JSONSerialization.data(withJSONObject: message)) + [0]
    while !bytes.isEmpty {
      let done = write(commands, bytes, bytes.count)
      guard done > 0 else { throw Failure.broken("takes no commands") }
      bytes.removeFirst(done)
    }
    let deadline = Date(timeIntervalSinceNow: Self.patience)
    while let answer = try next(until: deadline) {
      guard answer["id"] as? Int == last else {
        note(answer)
        continue
      }
      if let error = answer["error"] as? [String: Any] {
        throw Failure.broken("\(method): \(error["message"] ?? "")")
      }
      return answer["result"] as? [String: Any] ?? [:]
    }
    throw Failure.tooLate(method)
  }

  private static let patience: TimeInterval = 60

  private func note(_ event: [String: Any]) {
    guard let method = event["method"] as? String, let what = event["params"] as? [String: Any] else { return }
    switch method {
    case "Network.requestWillBeSent":
      if let request = what["request"] as? [String: Any], let url = request["url"] as? String { requests.append(url) }
    case "Log.entryAdded":
      if let entry = what["entry"] as? [String: Any], entry["level"] as? String == "error" {
        complaints.append("\(entry["text"] ?? "") \(entry["url"] ?? "")")
      }
    case "Runtime.exceptionThrown":
      complaints.append("\(what["exceptionDetails"] ?? "")")
    default: break
    }
  }

  private func next(until deadline: Date) throws -> [String: Any]? {
    while true {
      if let end = unread.firstIndex(of: 0) {
        let message = Data(unread[..<end])
        unread.removeSubrange(...end)
        return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
      }
      let rest = deadline.timeIntervalSinceNow
      guard rest > 0 else { return nil }
      var watched = pollfd(fd: answers, events: Int16(POLLIN), revents: 0)
      guard poll(&watched, 1, Int32(rest * 1000)) > 0 else { continue }
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      let got = read(answers, &chunk, chunk.count)
      guard got > 0 else { throw Failure.broken("went away") }
      unread += chunk[..<got]
    }
  }

  // MARK: What a person does

  /// What an expression comes to on the page; nil where it is nothing, or the page is just changing.
  package func value(_ expression: String) throws -> Any? {
    let answer = try call("Runtime.evaluate", ["expression": expression, "returnByValue": true, "awaitPromise": true])
    if let details = answer["exceptionDetails"] as? [String: Any] {
      throw Failure.broken("\(expression): \(details["exception"] ?? details)")
    }
    return (answer["result"] as? [String: Any])?["value"]
  }

  package func text(_ selector: String) throws -> String {
    try value("document.querySelector(\(Self.quoted(selector)))?.textContent ?? ''") as? String ?? ""
  }

  package func count(_ selector: String) throws -> Int {
    try value("document.querySelectorAll(\(Self.quoted(selector))).length") as? Int ?? 0
  }

  package var address: String { get throws { try value("location.href") as? String ?? "" } }

  package func open(_ address: String) throws {
    try leaving(to: address) { try call("Page.navigate", ["url": address]) }
  }

  package func reload() throws { try leaving(to: "the page once more") { try call("Page.reload") } }

  /// Does what leads to another page, and waits until that is there as a whole.
  package func leaving(to what: String, _ action: () throws -> Void) throws {
    let before = try value("performance.timeOrigin") as? Double ?? 0
    try action()
    try wait(for: what) {
      "document.readyState === 'complete' && performance.timeOrigin !== \(before)"
    }
  }

  package func wait(for what: String, _ condition: () -> String) throws {
    let deadline = Date(timeIntervalSinceNow: Self.patience)
    while deadline.timeIntervalSinceNow > 0 {
      if (try? value(condition())) as? Bool == true { return }
      Thread.sleep(forTimeInterval: 0.02)
    }
    throw Failure.tooLate(what)
  }

  /// Presses a key as a keyboard does.
  package func press(_ key: String) throws {
    let isLetter = key.count == 1
    var down: [String: Any] = ["type": "keyDown", "key": key]
    if isLetter { down["text"] = key }
    // Fields send their form only where the key is known by its number too.
    if key == "Enter" { down.merge(["text": "\r", "windowsVirtualKeyCode": 13]) { $1 } }
    try call("Input.dispatchKeyEvent", down)
    try call("Input.dispatchKeyEvent", ["type": "keyUp", "key": key])
  }

  package func click(_ selector: String) throws {
    let script =
      "document.querySelector(\(Self.quoted(selector))).dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))"
    _ = try value(script)
  }

  /// Presses the mouse at one place of the window, and lets it go at another.
  package func drag(from start: (x: Double, y: Double), to end: (x: Double, y: Double)) throws {
    for (type, place) in [("mousePressed", start), ("mouseMoved", end), ("mouseReleased", end)] {
      try call(
        "Input.dispatchMouseEvent",
        ["type": type, "x": place.x, "y": place.y, "button": "left", "buttons": 1, "clickCount": 1])
    }
  }

  package func type(_ text: String) throws { try call("Input.insertText", ["text": text]) }

  /// What the window shows, as PNG.
  package func picture() throws -> Data {
    let answer = try call("Page.captureScreenshot", ["format": "png"])
    return (answer["data"] as? String).flatMap { Data(base64Encoded: $0) } ?? Data()
  }

  package static func quoted(_ text: String) -> String {
    let data = try? JSONSerialization.data(withJSONObject: [text])
    return data.map { String(decoding: $0, as: UTF8.self).dropFirst().dropLast() }.map(String.init) ?? "''"
  }
}
