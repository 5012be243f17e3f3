import Archive
import Glibc
import Pipeline
import ReportModel
import ReviewServer
import WebServer

/// `kaozheng serve` and `kaozheng review`: the pages that analysts work on.
struct ServeCommand {
  private let console: Console
  private let place: ArchivePlace
  private let invocation: Invocation
  private let settings: WebServer.Settings
  private let reviewer: OneLine?

  init(_ invocation: Invocation, environment: (String) -> String?, console: Console) throws(WrongUse) {
    self.console = console
    self.invocation = invocation
    place = try ArchivePlace(invocation, environment: environment)
    settings = try Self.settings(invocation, environment: environment)
    reviewer = (invocation.values["--by"] ?? environment("USER")).flatMap { OneLine($0) }
  }

  private static func settings(
    _ invocation: Invocation, environment: (String) -> String?
  ) throws(WrongUse) -> WebServer.Settings {
    var settings = WebServer.Settings()
    settings.address = ListeningAddress(invocation.values["--listen"] ?? "127.0.0.1")
    if let text = invocation.values["--port"] {
      guard let port = UInt16(text) else {
        throw WrongUse(
          message: Phrase("--port takes a number up to 65535", "--port 須為 65535 以下的數字"), command: invocation.command)
      }
      settings.port = port
    }
    if let words = invocation.values["--token"] ?? environment("KAOZHENG_TOKEN"), !words.isEmpty {
      guard let secret = Secret(words) else {
        throw WrongUse(
          message: Phrase(
            "the token has to be \(Secret.shortest) characters long at least", "權杖至少須 \(Secret.shortest) 個字元"),
          command: invocation.command)
      }
      settings.access = secret
    }
    if case .other = settings.address, settings.access == nil {
      throw WrongUse(
        message: Phrase(
          "--listen other than on this machine needs --token", "--listen 指定本機以外的位址時須以 --token 指定權杖"),
        command: invocation.command)
    }
    return settings
  }

  func run() -> Int32 {
    do throws(ArchiveFailure) { _ = try place.open() } catch {
      console.complain(error.sentence)
      return Program.ExitCode.findings
    }
    let site = ReviewSite(ReviewSite.Settings(archive: place.path, language: console.language, reviewer: reviewer))
    do throws(WebServer.Failure) {
      let server = try site.open(settings)
      let address = self.address(of: server)
      guard console.print(address + "\n") == Program.ExitCode.done else { return Program.ExitCode.findings }
      if invocation.command == "review", !invocation.has("--no-browser") { open(address) }
      withExtendedLifetime(server) { waitForEnd() }
      return Program.ExitCode.done
    } catch {
      console.complain(sentence(of: error))
      return Program.ExitCode.findings
    }
  }

  private func address(of server: WebServer) -> String {
    let host: String =
      switch settings.address {
      case .loopback: "127.0.0.1"
      case .other(let text): text.contains(":") ? "[\(text)]" : text
      }
    let page = invocation.command == "review" ? "review" : ""
    let token = settings.access.map { "?token=" + PercentCoding.encoded($0.text) } ?? ""
    return "http://\(host):\(server.port)/\(page)\(token)"
  }

  /// Until somebody stops it.
  private func waitForEnd() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var number: Int32 = 0
    while sigwait(&signals, &number) != 0 {}
  }

  /// With what the desktop opens addresses with; without one, the printed address is all there is.
  private func open(_ address: String) {
    let parts: [String] = ["xdg-open", address]
    var words: [UnsafeMutablePointer<CChar>?] = parts.map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var process = pid_t()
    posix_spawnp(&process, "xdg-open", &actions, nil, words, environ)
  }

  private func sentence(of failure: WebServer.Failure) -> Phrase {
    switch failure {
    case .needsToken: Phrase("needs --token", "須以 --token 指定權杖")
    case .portTaken:
      Phrase("port \(settings.port) is taken; name another with --port", "連接埠 \(settings.port) 已被占用，請以 --port 指定其他連接埠")
    case .portForbidden: Phrase("port \(settings.port) may not be used", "不得使用連接埠 \(settings.port)")
    case .noSuchAddress:
      Phrase("--listen takes an address of this machine by its numbers", "--listen 須為本機的 IP 位址")
    case .other(let reason): Phrase("no server: \(reason)", "無法啟動伺服器：\(reason)")
    }
  }
}
