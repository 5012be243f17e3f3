/// Supplementary radicals that Unicode's compatibility mapping leaves alone, and the ideograph that each stands for.
///
/// Written by hand from the code charts, for those that occur.
enum RadicalTable {
  static let typed = pairs("⺠民 ⻑長")
}

/// Second forms of one character, outside Big5, and the form that is typed; by hand, for those that occur.
enum VariantTable {
  static let typed = pairs("爲為 眞真 ㄧ一 値值 吿告 圗圖 愼慎 淸清 逹達 閲閱 尙尚 敍敘")
}

private func pairs(_ text: String) -> [Unicode.Scalar: Unicode.Scalar] {
  let pairs = text.split(separator: " ").map { Array($0.unicodeScalars) }
  return Dictionary(pairs.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
}
