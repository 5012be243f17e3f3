import Glibc
import Pipeline

/// Shows a long text screen by screen where a person watches; else it is only written.
enum Pager {
  /// The pager that the user wants, else less.
  private static func command(_ environment: (String) -> String?) -> String? {
    guard isatty(STDOUT_FILENO) == 1, environment("TERM") != "dumb" else { return nil }
    let wanted = environment("PAGER") ?? "less"
    return wanted.isEmpty || wanted == "cat" ? nil : wanted
  }

  static func show(_ buffer: ByteBuffer, on console: Console, environment: (String) -> String?) -> Int32 {
    // Colours are shown, and what fits on the screen needs no pager; unless the user has said otherwise.
    setenv("LESS", "FRX", 0)
    guard let command = command(environment), let pager = popen(command, "w") else { return console.print(buffer) }
    let written = buffer.bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, pager) }
    // 127: the shell knows no such program. Whoever leaves the pager early has seen enough.
    guard pclose(pager) >> 8 & 0xFF == 127 else { return Program.ExitCode.done }
    return written >= 0 ? console.print(buffer) : Program.ExitCode.findings
  }

  /// As the terminal is; colours unless NO_COLOR says otherwise.
  static func look(_ environment: (String) -> String?) -> TerminalLook {
    guard isatty(STDOUT_FILENO) == 1 else { return .plain }
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    let hasColour = (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
    return TerminalLook(hasColour: hasColour, width: isKnown ? Int(size.ws_col) : nil)
  }
}
