import Glibc
import Quantities
import QuantityProperties

// Random text against the grammar of quantities: `fuzz-quantities [SECONDS] [SEED]`.
// Every input has a seed of its own, printed when it fails; run with it and 0 seconds to see that input alone.

let arguments = CommandLine.arguments.dropFirst()
let seconds = arguments.first.flatMap(Int.init) ?? 60
let seed = arguments.dropFirst().first.flatMap(UInt64.init) ?? UInt64.random(in: 0...(.max))
print("seed \(seed)")
var run = FuzzRun(seed: seed)
exit(run.go(seconds: seconds) ? 0 : 1)
