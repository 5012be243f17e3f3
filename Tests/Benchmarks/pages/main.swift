import Foundation
import Glibc
import Support

// bench-pages PROGRAM ARCHIVE: opens every view of an archive in a browser and says how long its first paint took, from
// the click on: right after the server has started, and again. Ends with 1 where one took longer than 200 ms, but for
// the very first page of scores, which waits until all companies are reckoned: that is told apart.
let words = CommandLine.arguments.dropFirst()
guard let program = words.first, let archive = words.dropFirst().first else {
  print("bench-pages PROGRAM ARCHIVE")
  exit(2)
}

struct Bench {
  let server: Process
  let address: String
  let browser: Browser

  init(_ program: String, _ archive: String) throws {
    server = Process()
    server.executableURL = URL(fileURLWithPath: program)
    server.arguments = ["serve", "--archive", archive, "--lang", "en"]
    let output = Pipe()
    server.standardOutput = output
    try server.run()
    let said = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    address = said.trimmingCharacters(in: .whitespacesAndNewlines).split(separator: "\n").last.map(String.init) ?? ""
    browser = try Browser()
  }

  /// In milliseconds: until the first byte was there, until the first paint, and how many bytes the page has.
  func open(_ path: String) throws -> (answer: Double, paint: Double, size: Double) {
    try browser.open(address + path)
    try browser.wait(for: "the paint") { "performance.getEntriesByName('first-contentful-paint').length > 0" }
    let times = try browser.value(
      """
      (() => { const [page] = performance.getEntriesByType('navigation');
        const [paint] = performance.getEntriesByName('first-contentful-paint');
        return [page.responseStart, paint.startTime, page.decodedBodySize]; })()
      """)
    guard let all = times as? [Double], all.count == 3 else { throw Browser.Failure.broken("no times") }
    return (all[0], all[1], all[2])
  }

  /// The address of the first link that leads below a path.
  func link(below path: String) throws -> String {
    let link = try browser.value("document.querySelector('main a[href^=\"\(path)\"]')?.getAttribute('href') ?? ''")
    return String((link as? String ?? "").dropFirst())
  }
}

func padded(_ number: Double, _ width: Int) -> String {
  let text = String(Int(number.rounded()))
  return String(repeating: " ", count: max(0, width - text.count)) + text
}

let bench = try Bench(program, archive)
defer { bench.server.terminate() }
var paths = ["scores", "scores/industries", "scores?by=social", "lists", "rounds", "events", "rubric", "reports"]
let cold = try bench.open(paths[0])
print("the first page of scores after the start: \(Int(cold.paint.rounded())) ms")
var slowest = 0.0
for turn in ["first", "again"] {
  print("\(turn): answer ms, first paint ms, kB")
  for path in paths {
    let times = try bench.open(path)
    print("  \(padded(times.answer, 6)) \(padded(times.paint, 6)) \(padded(times.size / 1000, 6))  /\(path)")
    slowest = max(slowest, times.paint)
    guard turn == "first" else { continue }
    switch path {
    case "scores":
      let company = try bench.link(below: "/companies/")
      paths.append(company)
    case let company where company.hasPrefix("companies/") && !company.contains("?"):
      paths.append(try bench.link(below: "/" + company + "/"))
    case "rubric": paths.append(try bench.link(below: "/rubric/"))
    case "reports": paths.append(try bench.link(below: "/reports/"))
    default: break
    }
  }
}
bench.server.terminate()
print("slowest first paint: \(Int(slowest.rounded())) ms")
exit(slowest <= 200 ? 0 : 1)
