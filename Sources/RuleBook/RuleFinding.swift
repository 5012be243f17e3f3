import ReportModel

/// Something wrong, or doubtful, in a rule book: what, where, and what to do about it.
package struct RuleFinding: Error, Sendable, Equatable {
  package var code: Code
  package var place: Place
  package var message: Phrase
  package var hint: Phrase?

  package init(_ code: Code, at place: Place, _ message: Phrase, hint: Phrase? = nil) {
    self.code = code
    self.place = place
    self.message = message
    self.hint = hint
  }

  package enum Severity: String, Sendable { case error, warning }

  /// Every kind of finding; documentation and tests go over all of them.
  package enum Code: String, Sendable, CaseIterable {
    case notReadable = "not-readable"
    case notYAML = "not-yaml"
    case duplicateKey = "duplicate-key"
    case unknownKey = "unknown-key"
    case missingKey = "missing-key"
    case wrongValue = "wrong-value"
    case patternSyntax = "pattern-syntax"
    case regexSyntax = "regex-syntax"
    case runawayPattern = "runaway-pattern"
    case noLiteral = "no-literal"
    case unknownList = "unknown-list"
    case unusedList = "unused-list"
    case circularList = "circular-list"
    case swallowedTerm = "swallowed-term"
    case wideSign = "wide-sign"
    case duplicateId = "duplicate-id"
    case unknownItem = "unknown-item"
    case unknownTopic = "unknown-topic"
    case unknownUnit = "unknown-unit"
    case unknownPlace = "unknown-place"
    case wrongFolder = "wrong-folder"
    case itemWithoutRule = "item-without-rule"
    case itemWithoutReference = "item-without-reference"
    case neverMatches = "never-matches"
    case contradiction
    case nothingAttainable = "nothing-attainable"
    case fewExamples = "few-examples"
    case exampleMissed = "example-missed"
    case exampleWrongValue = "example-wrong-value"
    case nearMissFound = "near-miss-found"
    case engineList = "engine-list"
    case staleCoverage = "stale-coverage"

    /// Whether a book with such a finding may not be used: it does not say what its author meant. A pattern that can
    /// run away does, and is stopped where it does.
    package var stopsUse: Bool { severity == .error && self != .runawayPattern }

    package var severity: Severity {
      switch self {
      case .unusedList, .noLiteral, .swallowedTerm, .wideSign, .itemWithoutRule, .itemWithoutReference, .fewExamples,
        .nothingAttainable, .staleCoverage:
        .warning
      case .notReadable, .notYAML, .duplicateKey, .unknownKey, .missingKey, .wrongValue, .patternSyntax, .regexSyntax,
        .runawayPattern, .unknownList, .circularList, .duplicateId, .unknownItem, .unknownTopic, .unknownUnit,
        .unknownPlace, .wrongFolder, .neverMatches, .contradiction, .exampleMissed, .exampleWrongValue,
        .nearMissFound, .engineList:
        .error
      }
    }
  }
}
