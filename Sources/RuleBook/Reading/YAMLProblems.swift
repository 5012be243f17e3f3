import ReportModel

/// What libyaml complains of, in the words of a person who writes rules; its own words stay the English ones.
enum YAMLProblems {
  static func phrase(_ problem: String) -> Phrase {
    Phrase("not valid YAML: \(problem)", "不是有效的 YAML：\(chinese[problem] ?? problem)")
  }

  /// The complaints that a slip of the pen leads to; what is not here is rare.
  private static let chinese = [
    "could not find expected ':'": "這裡應有「:」",
    "mapping values are not allowed in this context": "這裡不能有「: 」；文字中若有冒號加空格，請加引號",
    "mapping keys are not allowed in this context": "這裡不能有鍵",
    "block sequence entries are not allowed in this context": "這裡不能有「- 」清單項目",
    "did not find expected key": "這裡應為鍵，請檢查縮排與引號",
    "did not find expected '-' indicator": "這裡應為「- 」清單項目，請檢查縮排",
    "did not find expected ',' or ']'": "清單這裡應有「,」或「]」",
    "did not find expected ',' or '}'": "對映這裡應有「,」或「}」",
    "did not find expected node content": "這裡應有內容",
    "did not find expected <document start>": "前面的內容已經結束，這裡不應再有其他內容",
    "did not find expected comment or line break": "這裡應換行",
    "did not find expected whitespace or line break": "這裡應有空格或換行",
    "did not find expected alphabetic or numeric character": "這裡應為英文字母或數字",
    "did not find expected hexdecimal number": "跳脫字元後應為十六進位數字",
    "found character that cannot start any token": "文字不能以這個字元開頭，請加引號（或將定位字元改為空格）",
    "found a tab character that violates indentation": "縮排不能用定位字元，請改用空格",
    "found a tab character where an indentation space is expected": "縮排不能用定位字元，請改用空格",
    "found unexpected ':'": "這裡不能有「:」，請將文字加上引號",
    "found unexpected end of stream": "檔案已結束，引號或括號沒有關閉",
    "found unexpected document indicator": "引號內不能有「---」或「...」獨立成行的記號",
    "found unknown escape character": "雙引號內沒有這個跳脫字元；請改用單引號，或寫成「\\\\」",
    "found undefined tag handle": "規則檔不使用標籤（!）",
    "control characters are not allowed": "不能有控制字元",
  ]
}
