import Glibc

/// Looks for a font with Chinese glyphs, by the names that such fonts have.
enum ChineseFonts {
  private static let names = [
    "cjk", "notosanstc", "notoseriftc", "uming", "ukai", "wqy", "droidsansfallback", "twkai", "twsung", "mingliu",
    "msjh", "sourcehan", "kaiu", "cwtex", "arphic",
  ]

  static func first(under folder: String, depth: Int) -> String? {
    guard depth > 0, let stream = opendir(folder) else { return nil }
    var entries: [(name: String, isFolder: Bool)] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix(".") { entries.append((name, entry.pointee.d_type == UInt8(DT_DIR))) }
    }
    closedir(stream)
    for (name, isFolder) in entries.sorted(by: { $0.name < $1.name }) {
      if isFolder {
        if let found = first(under: folder + "/" + name, depth: depth - 1) { return found }
      } else if isChinese(name) {
        return name
      }
    }
    return nil
  }

  private static func isChinese(_ file: String) -> Bool {
    let name = file.lowercased()
    return [".ttf", ".ttc", ".otf", ".otc"].contains(where: name.hasSuffix) && names.contains(where: name.contains)
  }
}
