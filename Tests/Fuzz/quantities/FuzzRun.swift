import Glibc
import Quantities
import QuantityProperties

/// The seed of the input being read, for the handler of a crash.
nonisolated(unsafe) private var currentSeed: UInt64 = 0

/// One run: inputs until the time is over, or until one fails.
struct FuzzRun {
  private let seed: UInt64
  private var inputs = 0
  private var scalars = 0
  private var slowest: Double = 0

  /// One of so many inputs is a long, monotonous text, read for its time.
  private static let timedEvery: UInt64 = 2_000
  private static let longLength = 100_000
  /// Nanoseconds a scalar of hostile text may take; ordinary text takes less than a tenth.
  private static let mostNanoseconds = 1_500.0

  init(seed: UInt64) {
    self.seed = seed
    for number in [SIGILL, SIGTRAP, SIGSEGV, SIGABRT] { signal(number, Self.crashed) }
  }

  private static let crashed: @convention(c) (Int32) -> Void = { number in
    print("crash (signal \(number)), input seed \(currentSeed)")
    fflush(nil)
    _exit(2)
  }

  /// Whether all went well.
  mutating func go(seconds: Int) -> Bool {
    let clock = ContinuousClock()
    let start = clock.now
    var reported = 0
    repeat {
      currentSeed = seed &+ UInt64(inputs)
      guard currentSeed % Self.timedEvery == 0 ? isLinear() : isSound() else { return false }
      inputs += 1
      let passed = Int((clock.now - start).components.seconds)
      if passed >= reported + 60 {
        reported = passed
        report(passed)
      }
    } while (clock.now - start).components.seconds < seconds
    report(seconds)
    return true
  }

  private func report(_ passed: Int) {
    print("\(passed) s: \(inputs) inputs, \(scalars) scalars, slowest \(Int(slowest)) ns a scalar of long text")
    fflush(nil)
  }

  private mutating func isSound() -> Bool {
    var generator = QuantityText(seed: currentSeed)
    let text = generator.text()
    scalars += text.count
    let faults = QuantityProperties.faults(of: text)
    guard !faults.isEmpty else { return true }
    print("input seed \(currentSeed): \(faults.joined(separator: "; "))\n\(escaped(text))")
    return false
  }

  /// A slow reading is timed again: the first may have waited for memory.
  private mutating func isLinear() -> Bool {
    var generator = QuantityText(seed: currentSeed)
    let text = generator.monotonous(length: Self.longLength)
    scalars += text.count
    var best = Double.infinity
    for _ in 0..<5 {
      best = min(best, nanoseconds(of: text))
      if best < Self.mostNanoseconds { break }
    }
    slowest = max(slowest, best)
    guard best >= Self.mostNanoseconds else { return true }
    print("input seed \(currentSeed): \(Int(best)) ns a scalar\n\(escaped(Array(text.prefix(200))))")
    return false
  }

  /// Time of the processor, so that a busy machine is no fault.
  private func nanoseconds(of text: [Unicode.Scalar]) -> Double {
    let start = clock()
    _ = findQuantities(in: text)
    _ = saidInWords(in: text, range: 0..<text.count)
    _ = unitsMentioned(in: text, range: 0..<text.count)
    return Double(clock() - start) * 1e9 / Double(CLOCKS_PER_SEC) / Double(text.count)
  }

  private func escaped(_ text: [Unicode.Scalar]) -> String { text.map { $0.escaped(asASCII: false) }.joined() }
}
