import Glibc

/// What a shut-in worker may still open, for reading: what poppler and fontconfig look for on their own.
///
/// Libraries are not among it: all are loaded before. A folder that is not there is no fault.
enum SandboxFolders {
  static var readable: [String] { ofTheSystem + ofTheUser(variable) }

  private static let ofTheSystem = [
    // Character maps (poppler-data).
    "/usr/share/poppler", "/usr/local/share/poppler",
    // Fonts, how fontconfig chooses among them, and what it remembers of them.
    "/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/X11/fonts", "/usr/share/texmf/fonts",
    "/usr/share/ghostscript/fonts", "/etc/fonts", "/usr/share/fontconfig", "/var/cache/fontconfig",
    // The C library's converters, for names in fonts.
    "/usr/lib/x86_64-linux-gnu/gconv", "/usr/lib/aarch64-linux-gnu/gconv", "/usr/lib64/gconv", "/usr/lib/gconv",
  ]

  /// By the variables that fontconfig itself goes by.
  static func ofTheUser(_ variable: (String) -> String?) -> [String] {
    func under(_ name: String, or inHome: String, _ folder: String) -> String? {
      (variable(name) ?? variable("HOME").map { $0 + inHome }).map { $0 + folder }
    }
    let file = variable("FONTCONFIG_FILE").flatMap { name in name.lastIndex(of: "/").map { String(name[..<$0]) } }
    return [
      under("XDG_DATA_HOME", or: "/.local/share", "/fonts"), under("XDG_CACHE_HOME", or: "/.cache", "/fontconfig"),
      variable("HOME").map { $0 + "/.config/fontconfig" }, variable("HOME").map { $0 + "/.fonts" },
      variable("HOME").map { $0 + "/.fontconfig" }, variable("FONTCONFIG_PATH"), file,
    ].compactMap { $0 }.filter { $0.hasPrefix("/") && $0 != "/" }
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
