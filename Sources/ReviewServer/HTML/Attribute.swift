/// An attribute. Each has a way of its own to be made, so that none runs anything and every address is one of ours or
/// was looked at.
struct Attribute: Sendable, Equatable {
  let name: String
  /// Nil for those that stand alone.
  let value: String?

  private init(_ name: StaticString, _ value: String?) {
    self.name = name.description
    self.value = value
  }

  static func `class`(_ names: StaticString...) -> Attribute {
    Attribute("class", names.map(\.description).joined(separator: " "))
  }

  /// Those that apply.
  static func classes(_ names: [StaticString?]) -> Attribute {
    Attribute("class", names.compactMap { $0?.description }.joined(separator: " "))
  }

  static func id(_ id: String) -> Attribute { Attribute("id", id) }
  static func lang(_ tag: String) -> Attribute { Attribute("lang", tag) }
  static func title(_ text: String) -> Attribute { Attribute("title", text) }
  static func role(_ role: StaticString) -> Attribute { Attribute("role", role.description) }
  static func label(_ text: String) -> Attribute { Attribute("aria-label", text) }
  static let isCurrent = Attribute("aria-current", "true")
  static func live(_ how: StaticString) -> Attribute { Attribute("aria-live", how.description) }
  static let isHiddenFromReaders = Attribute("aria-hidden", "true")
  static func tabIndex(_ number: Int) -> Attribute { Attribute("tabindex", String(number)) }
  /// For our script: `data-NAME`.
  static func data(_ name: StaticString, _ value: String = "") -> Attribute {
    Attribute(named: "data-\(name)", value)
  }

  private init(named name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  // Addresses.
  static func href(_ link: Link) -> Attribute { Attribute("href", link.text) }
  static func href(_ address: WebAddress) -> Attribute { Attribute("href", address.text) }
  static func src(_ link: Link) -> Attribute { Attribute("src", link.text) }
  static func action(_ link: Link) -> Attribute { Attribute("action", link.text) }
  /// Nothing is told to whoever is linked to.
  static let goesOutside = Attribute("rel", "noreferrer noopener external")
  static func rel(_ what: StaticString) -> Attribute { Attribute("rel", what.description) }
  static let opensNewTab = Attribute("target", "_blank")
  static func loading(_ how: StaticString) -> Attribute { Attribute("loading", how.description) }
  static func alt(_ text: String) -> Attribute { Attribute("alt", text) }

  // Forms.
  static let isPost = Attribute("method", "post")
  static let isGet = Attribute("method", "get")
  static func name(_ name: String) -> Attribute { Attribute("name", name) }
  static func value(_ value: String) -> Attribute { Attribute("value", value) }
  static func type(_ type: StaticString) -> Attribute { Attribute("type", type.description) }
  static func placeholder(_ text: String) -> Attribute { Attribute("placeholder", text) }
  static func `for`(_ id: String) -> Attribute { Attribute("for", id) }
  static func form(_ id: String) -> Attribute { Attribute("form", id) }
  static func list(_ id: String) -> Attribute { Attribute("list", id) }
  static func rows(_ count: Int) -> Attribute { Attribute("rows", String(count)) }
  static func size(_ count: Int) -> Attribute { Attribute("size", String(count)) }
  static func maxLength(_ count: Int) -> Attribute { Attribute("maxlength", String(count)) }
  static func step(_ step: StaticString) -> Attribute { Attribute("step", step.description) }
  static func autocomplete(_ how: StaticString) -> Attribute { Attribute("autocomplete", how.description) }
  static func inputMode(_ mode: StaticString) -> Attribute { Attribute("inputmode", mode.description) }
  static let isRequired = Attribute("required", nil)
  static let isChecked = Attribute("checked", nil)
  static let isSelected = Attribute("selected", nil)
  static let isDisabled = Attribute("disabled", nil)
  static let isHidden = Attribute("hidden", nil)
  static let isOpen = Attribute("open", nil)
  static let isDeferred = Attribute("defer", nil)
  static let hasFocus = Attribute("autofocus", nil)

  // Tables.
  static func colspan(_ count: Int) -> Attribute { Attribute("colspan", String(count)) }
  static func rowspan(_ count: Int) -> Attribute { Attribute("rowspan", String(count)) }
  static func scope(_ scope: StaticString) -> Attribute { Attribute("scope", scope.description) }

  // Drawings and bars.
  enum Length: String, Sendable {
    case x, y, width, height, x1, x2, y1, y2, cx, cy, r, rx, dx, dy, min, max, low, high, optimum, value
  }

  static func length(_ name: Length, _ value: Double) -> Attribute {
    Attribute(named: name.rawValue, Self.plain(value))
  }

  static func viewBox(width: Double, height: Double) -> Attribute {
    Attribute("viewBox", "0 0 \(plain(width)) \(plain(height))")
  }

  static func points(_ points: [(x: Double, y: Double)]) -> Attribute {
    Attribute("points", points.map { "\(plain($0.x)),\(plain($0.y))" }.joined(separator: " "))
  }

  static func anchor(_ place: StaticString) -> Attribute { Attribute("text-anchor", place.description) }
  static func preserveAspectRatio(_ how: StaticString) -> Attribute {
    Attribute("preserveAspectRatio", how.description)
  }

  // The page's head.
  static let isUTF8 = Attribute("charset", "utf-8")
  static func content(_ text: StaticString) -> Attribute { Attribute("content", text.description) }

  /// To the thousandth, without an exponent.
  static func plain(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e12 else { return "0" }
    let thousandths = Int((number * 1000).rounded())
    let (whole, rest) = abs(thousandths).quotientAndRemainder(dividingBy: 1000)
    var text = (thousandths < 0 ? "-" : "") + String(whole)
    if rest > 0 {
      text += "." + String(String(1000 + rest).dropFirst())
      while text.last == "0" { text.removeLast() }
    }
    return text
  }
}
