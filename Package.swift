// swift-tools-version: 6.2
import PackageDescription

/// The map of the house: rooms in the order the data flows.
/// Stages never import each other; each imports ReportModel (`make check` compares imports with this list).

/// Optimizing across modules takes about 4 % of the user time off: the small functions of ReportModel are no calls.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny"),
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

func room(_ name: String, imports: [Target.Dependency] = []) -> Target {
  // libm: rounding of coordinates; a debug build does not link it by itself.
  .target(
    name: name, dependencies: ["ReportModel"] + imports, swiftSettings: strict, linkerSettings: [.linkedLibrary("m")])
}

func suite(_ room: String, also: [Target.Dependency] = []) -> Target {
  .testTarget(name: "\(room)Tests", dependencies: [.byName(name: room), "ReportModel"] + also, swiftSettings: strict)
}

let package = Package(
  name: "kaozheng",
  products: [.executable(name: "kaozheng", targets: ["kaozheng"])],
  targets: [
    // C libraries out of Debian, one target each.
    .systemLibrary(name: "CPopplerLibrary", pkgConfig: "poppler", providers: [.apt(["libpoppler-private-dev"])]),
    .target(
      name: "CPoppler", dependencies: ["CPopplerLibrary"],
      cxxSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Wno-unused-parameter"])]),
    .target(name: "CSandbox"),  // raw system calls
    .target(name: "CPagePicture"),  // loads poppler-glib and cairo when a picture is asked for
    .systemLibrary(name: "CPCRE2Library", pkgConfig: "libpcre2-32", providers: [.apt(["libpcre2-dev"])]),
    .target(name: "CPCRE2", dependencies: ["CPCRE2Library"]),
    .systemLibrary(name: "CYAMLLibrary", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "CYAML", dependencies: ["CYAMLLibrary"]),
    .systemLibrary(name: "CCryptoLibrary", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "CDigest", dependencies: ["CCryptoLibrary"]),
    .systemLibrary(name: "CXLSXWriterLibrary", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZipLibrary", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpatLibrary", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .target(name: "CSheets", dependencies: ["CXLSXWriterLibrary", "CZipLibrary", "CExpatLibrary"]),
    .systemLibrary(name: "CSQLiteLibrary", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "CSQLite", dependencies: ["CSQLiteLibrary"]),
    .systemLibrary(name: "CZstdLibrary", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .target(name: "CZstd", dependencies: ["CZstdLibrary"]),
    .systemLibrary(
      name: "CMicroHTTPDLibrary", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),
    .target(name: "CWebServer", dependencies: ["CMicroHTTPDLibrary"]),

    // The values that flow.
    .target(name: "ReportModel", swiftSettings: strict),

    // The stages, in the order the data flows.
    room("PageReading", imports: ["CPoppler", "CPagePicture"]),
    room("PageLayout"),
    room("TextStructure"),
    room("Quantities"),
    room("RuleBook", imports: ["Quantities", "CYAML"]),
    room("RuleMatching", imports: ["RuleBook", "Quantities", "CPCRE2"]),
    room("Scoring", imports: ["RuleBook"]),
    room("Review"),
    room("Sheets", imports: ["CSheets"]),
    room("Archive", imports: ["CSQLite", "CZstd"]),
    room("WebServer", imports: ["CWebServer"]),

    // The one place that joins the rooms, and the thin command line.
    room(
      "Pipeline",
      imports: [
        "PageReading", "PageLayout", "TextStructure", "Quantities", "RuleBook", "RuleMatching", "Scoring", "Review",
        "Sheets", "Archive", "CDigest", "CSandbox",
      ]),
    // The pages that analysts work on. Their files are part of the program.
    .target(
      name: "ReviewServer",
      dependencies: [
        "Pipeline", "Archive", "ReportModel", "Review", "RuleBook", "RuleMatching", "Scoring", "Sheets", "WebServer",
      ],
      resources: [.embedInCode("Files")], swiftSettings: strict),
    .executableTarget(
      name: "kaozheng",
      dependencies: [
        "Pipeline", "Archive", "ReportModel", "Review", "ReviewServer", "RuleBook", "RuleMatching", "Scoring", "Sheets",
        "WebServer",
      ],
      swiftSettings: strict),

    suite("TextStructure", also: ["Support"]),
    // One suite a room.
    .testTarget(name: "ReportModelTests", dependencies: ["ReportModel", "Support"], swiftSettings: strict),
    suite("PageReading", also: ["CPoppler"]),
    suite("PageLayout", also: ["Support"]),
    suite("Quantities", also: ["Support", "QuantityProperties"]),
    suite("RuleBook", also: ["Support"]),
    suite("RuleMatching", also: ["RuleBook", "Quantities", "TextStructure", "Support"]),
    suite("Scoring", also: ["RandomMarket", "RuleBook", "Support"]),
    suite("Review", also: ["Support"]),
    suite("Sheets", also: ["Support"]),
    suite("Archive", also: ["Support"]),
    suite("WebServer", also: ["Support"]),
    suite(
      "Pipeline",
      also: [
        "Archive", "Quantities", "Review", "RuleBook", "RuleMatching", "Scoring", "Sheets", "Support", "TextStructure",
      ]),
    suite("ReviewServer", also: ["Archive", "Pipeline", "Review", "Support", "WebServer"]),
    suite("kaozheng", also: ["Archive", "Pipeline", "Review", "RuleBook", "Scoring", "Sheets", "Support"]),
    // The pages in a real browser.
    .testTarget(
      name: "BrowserTests", dependencies: ["Pipeline", "ReviewServer", "Support", "WebServer"], swiftSettings: strict),
    .target(name: "Support", path: "Tests/Support", swiftSettings: strict),
    // What must hold of every text, for the tests and for fuzzing.
    .target(
      name: "QuantityProperties", dependencies: ["Quantities", "ReportModel", "Support"],
      path: "Tests/QuantityProperties", swiftSettings: strict),
    .executableTarget(
      name: "fuzz-quantities", dependencies: ["Quantities", "QuantityProperties"], path: "Tests/Fuzz/quantities",
      swiftSettings: strict),
    // A whole market, made up, for the tests and for measuring.
    .target(
      name: "RandomMarket", dependencies: ["ReportModel", "RuleBook", "Scoring", "Support"],
      path: "Tests/RandomMarket", swiftSettings: strict),
    .executableTarget(
      name: "bench-market", dependencies: ["RandomMarket", "Scoring"], path: "Tests/Benchmarks/market",
      swiftSettings: strict),
    .executableTarget(
      name: "bench-diff", dependencies: ["Archive", "Pipeline", "ReportModel", "Review", "RuleBook", "Support"],
      path: "Tests/Benchmarks/diff", swiftSettings: strict),
    .executableTarget(
      name: "bench-pages", dependencies: ["Support"], path: "Tests/Benchmarks/pages", swiftSettings: strict),
    // The whole way, from the PDFs of the Corpus to their truth.
    .testTarget(
      name: "CorpusTests",
      dependencies: [
        "ReportModel", "PageReading", "PageLayout", "TextStructure", "RuleBook", "RuleMatching", "Pipeline", "Support",
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx20
)
