import CSandbox
import Glibc

/// Shuts the process in for good: the one owner of the kernel's ways to do so.
///
/// A wall that this kernel cannot build is left out; the others stand all the same.
enum Sandbox {
  /// However the one who started it comes to its end, the process does not outlive it.
  static func endWithParent() { kz_end_with_parent() }

  /// To be called before the document is opened, and after all libraries are loaded.
  static func shutIn(_ layers: SandboxLayers, document: Int32) -> SandboxState {
    // Read once, here; later questions for the time of day find it in memory.
    tzset()
    let landlock = layers.contains(.paths) ? shutPaths(document) : 0
    // Last, because the filter forbids building walls too.
    let filtersCalls = layers.contains(.calls) && kz_shut_calls()
    return SandboxState(landlock: landlock > 0 ? Int(landlock) : nil, filtersCalls: filtersCalls)
  }

  private static func shutPaths(_ document: Int32) -> Int32 {
    let folders = SandboxFolders.readable.map { UnsafePointer(strdup($0)) }
    defer { for folder in folders { free(UnsafeMutablePointer(mutating: folder)) } }
    return kz_shut_paths(folders, folders.count, document)
  }

  /// Whether address space says nothing of memory: sanitizers map terabytes of it.
  static var isSanitized: Bool { kz_is_sanitized() }

  /// Tries everything forbidden, from inside.
  static func tryForbidden(folder: String, document: Int32) -> [SandboxTrial.Attempt] {
    let attempts = [KZAttempt](unsafeUninitializedCapacity: 100) { buffer, count in
      count = kz_try_forbidden(folder, document, buffer.baseAddress, buffer.count)
    }
    return attempts.map { SandboxTrial.Attempt(name: String(cString: $0.name), error: $0.error) }
  }
}
