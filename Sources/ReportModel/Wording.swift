/// The languages that messages are written in.
package enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case chinese = "zh-Hant"

  /// By the first of these variables that says anything; any Chinese locale means Chinese.
  package init(environment: (String) -> String?) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty }
    self = locale?.hasPrefix("zh") == true ? .chinese : .english
  }

  /// As a user writes it: `en`, `zh-Hant`, and the usual variants of both.
  package init?(tag: String) {
    guard let language = Self.tags[tag] else { return nil }
    self = language
  }

  package static let tags: [String: Language] = [
    "en": .english, "zh-Hant": .chinese, "zh": .chinese, "zh-TW": .chinese, "zh_TW": .chinese, "zh-Hant-TW": .chinese,
  ]
}

/// One message in both languages.
package struct Phrase: Sendable, Equatable {
  package let english: String
  package let chinese: String

  package init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  package func callAsFunction(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  package static func + (first: Phrase, second: Phrase) -> Phrase {
    Phrase(first.english + second.english, first.chinese + second.chinese)
  }
}
