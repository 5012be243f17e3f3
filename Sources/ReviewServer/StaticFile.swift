import WebServer

/// A file of the pages, out of the program itself.
enum StaticFile: String, CaseIterable {
  case style = "style.css"
  case script = "review.js"
  case icon = "icon.svg"

  private var bytes: [UInt8] {
    switch self {
    case .style: PackageResources.style_css
    case .script: PackageResources.review_js
    case .icon: PackageResources.icon_svg
    }
  }

  private var type: WebResponse.ContentType {
    switch self {
    case .style: .css
    case .script: .script
    case .icon: .svg
    }
  }

  var response: WebResponse { WebResponse(.done, type, body: bytes, isLasting: true) }

  /// Under another address whenever it holds anything else, so that browsers may keep it.
  var link: Link { Link("files", rawValue, query: [("v", Self.marks[self] ?? "")]) }

  private static let marks: [StaticFile: String] = Dictionary(
    uniqueKeysWithValues: allCases.map { file in
      let mark = file.bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
      return (file, String(mark, radix: 16))
    })
}
