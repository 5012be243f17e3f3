import ReportModel

/// The keys that a mapping of a rule file may have. The reader, the JSON schema and the tests of the documentation
/// are made from the same tables.
struct KeyTable: Sendable {
  var name: String
  var keys: [Key]
  /// Keys of which one at least has to be there.
  var oneOf: [String] = []
  /// What may stand in place of the mapping: an abbreviation that the reader writes out.
  var shortForm: ShortForm?

  enum ShortForm: Sendable { case text, texts }

  struct Key: Sendable {
    var name: String
    var form: Form
    var isRequired: Bool
    var help: String
  }

  /// What may stand behind a key.
  indirect enum Form: Sendable {
    case text, texts, integer, decimal, truth
    case choice([String])
    /// One of these or a list of them.
    case choices([String])
    /// A scope, or a number of characters.
    case scope
    /// A text, or one for each language.
    case names
    case condition
    /// One pattern or a list of them.
    case patterns
    case rows
    case map(KeyTable)
    case list(KeyTable)
    /// A mapping from names of the author's choice.
    case named(KeyTable)
    /// A mapping from names of the author's choice to whole numbers.
    case counts
    /// The keys of a rule, to replace some for one industry.
    case variants
  }

  static func key(_ name: String, _ form: Form, _ help: String) -> Key {
    Key(name: name, form: form, isRequired: false, help: help)
  }

  static func required(_ name: String, _ form: Form, _ help: String) -> Key {
    Key(name: name, form: form, isRequired: true, help: help)
  }
}

extension KeyTable {
  static let ruleFile = KeyTable(
    name: "rule file", keys: [required("rules", .list(rule), "the rules of this file")])

  static let rule = KeyTable(
    name: "rule",
    keys: [
      required("id", .text, "unique in the pack; lower case, digits, hyphens"),
      key("items", .texts, "the items that it answers; without it, the item of the rule's own id"),
      key("topics", .texts, "topics beyond those of its items"),
      key("level", .text, "instead of the items' own level"),
      key("industries", .texts, "only for companies of these industries"),
      key(
        "roles", .choices(Rule.Role.allCases.map(\.rawValue)),
        "body, table, figure, caption, pointer; without it the first three"),
    ] + ruleBody + [
      key("variants", .variants, "by industry: the keys that differ there"),
      key("examples", .map(examples), "what it must find, and what it must leave alone"),
    ], oneOf: ["find", "table", "nearby", "undisclosed"])

  /// What differs for one industry.
  static let variant = KeyTable(
    name: "variant", keys: ruleBody + [key("examples", .map(examples), "examples of the variant's own")])

  /// The keys that a variant may replace.
  static let ruleBody = [
    key("find", .condition, "the words of the evidence; a list means any of them"),
    key("with", .condition, "what else must be said in the paragraph, its headings or headers"),
    key("not", .condition, "what must not be said in the same sentence"),
    key("under", .condition, "what the headings above must say"),
    key("except", .texts, "longer words in which the rule's words mean something else"),
    key("value", .map(value), "the number that is wanted"),
    key("year", .patterns, "patterns with #year that name the value's year, in the same section"),
    key("table", .map(table), "which cells of a table or chart hold the value"),
    key("nearby", .map(nearby), "words near which any number of the wanted kind may add to what other rules found"),
    key("undisclosed", .condition, "how a report says that it has no such figure"),
    key("negation", .choice(Rule.NegationPolicy.allCases.map(\.rawValue)), "what a negated statement is"),
    key(
      "tense", .choice(Pack.Tense.allCases.map(\.rawValue)),
      "fact, goal, any or outlook (of scenarios), instead of the level's"),
    key("weight", .integer, "how much a hit counts beside those of other rules for the item; 1 is ordinary"),
  ]

  static let condition = KeyTable(
    name: "condition",
    keys: [
      key("all", .condition, "every one of them"),
      key("any", .condition, "at least one of them"),
      key("not", .condition, "none of them"),
      key("near", .condition, "every one of them, close together, in any order"),
      key("within", .scope, "a scope, or for near a number of characters"),
    ], oneOf: ["all", "any", "not", "near"])

  static let value = KeyTable(
    name: "value",
    keys: [
      key("kind", .choices(Quantity.Kind.allCases.map(\.rawValue)), "kinds of quantity: share, count, money …"),
      key("units", .texts, "only in these units, as printed"),
      key("side", .choice(ValueRequest.Side.allCases.map(\.rawValue)), "where from the words it stands"),
      key("reach", .integer, "how many characters from the words at most; 40 without it"),
      key("required", .truth, "whether there is evidence only with a number; true without it"),
      key("sign", .choice(ValueRequest.Sign.allCases.map(\.rawValue)), "none: −30 % is 30, the words tell which way"),
      key("unit", .text, "written where the number is said in words"),
      key("min", .decimal, "smaller numbers are something else"),
      key("max", .decimal, "larger numbers are something else"),
    ])

  static let table = KeyTable(
    name: "table",
    keys: [
      required("label", .condition, "on the headers of the row, or of the column"),
      key("across", .condition, "on the headers across it"),
      key("not-across", .condition, "not on the headers across it"),
      key("caption", .condition, "on the caption, the headings above or the table's headers"),
    ])

  static let nearby = KeyTable(
    name: "nearby",
    keys: [
      required("subject", .condition, "what it is about: in the sentence or the headers, or above as far as reach"),
      key("measure", .condition, "what is measured: in the sentence, or in the cell's headers or caption"),
      key(
        "reach", .choice(NearbyRequest.Reach.allCases.map(\.rawValue)),
        "how far above the subject may stand; paragraph (or caption) without it"),
    ])

  static let examples = KeyTable(
    name: "examples",
    keys: [
      key("hits", .list(hit), "what the rule must find"),
      key("misses", .list(miss), "what it must leave alone, and why"),
      key("undisclosed", .list(plainExample), "where the report says that it has no such figure"),
    ])

  private static let exampleText = [
    key("text", .text, "a sentence or a paragraph"),
    key("rows", .rows, "a table, its header row first"),
    key("under", .texts, "the headings above"),
    key("report-year", .integer, "the year that the report is about"),
  ]

  static let plainExample = KeyTable(
    name: "example", keys: exampleText, oneOf: ["text", "rows"], shortForm: .text)

  static let hit = KeyTable(
    name: "hit",
    keys: exampleText + [
      key("value", .text, "plain digits; an empty text where no number is printed"),
      key("unit", .text, "as printed"),
      key("year", .text, "four digits"),
      key("qualifier", .choice(Quantity.Qualifier.allCases.map(\.rawValue)), "how the number is limited"),
      key("boundary", .text, "what the number covers, as printed"),
      key("normalized", .text, "number and canonical unit"),
      key("name", .text, "a name or list that is read off"),
    ], oneOf: ["text", "rows"], shortForm: .text)

  static let miss = KeyTable(
    name: "miss", keys: exampleText + [required("why", .text, "what makes it none")], oneOf: ["text", "rows"])

  static let vocabularyFile = KeyTable(
    name: "vocabulary file", keys: [required("lists", .named(list), "term lists by name")])

  static let list = KeyTable(
    name: "term list",
    keys: [
      required("terms", .texts, "words that mean the same here; $name takes in another list"),
      key("except", .texts, "longer words in which they mean something else"),
    ], shortForm: .texts)

  static let packFile = KeyTable(
    name: "pack file",
    keys: [
      required("id", .text, "the pack's folder name"),
      required("names", .names, "zh-Hant and en"),
      key("notes", .names, "where the rubric comes from, and what is the pack's own"),
      key("industries", .named(named), "industries by id"),
      key("activities", .named(named), "what a company may or may not do, by id"),
      required("levels", .named(level), "kinds of statement by id"),
      required("dimensions", .list(dimension), "dimensions and their sub-dimensions, in order"),
      key("topics", .texts, "shared names that rules may carry beyond those of their items"),
      key("scoring", .map(scoring), "how answers become points; without it nothing is scored"),
    ])

  static let scoring = KeyTable(
    name: "scoring",
    keys: [
      key("notes", .names, "what of it the rater has published, and what is the pack's own"),
      required(
        "precedence", .choices(ScoringRules.Answer.allCases.map(\.rawValue)),
        "of the answers of several documents the first of these counts"),
      required("positive", .map(shares), "what positive items gain"),
      required("negative", .map(shares), "what negative items cost: shares below 0"),
      key(
        "deductions", .choice(ScoringRules.Deductions.allCases.map(\.rawValue)),
        "which evidence of negative items counts; any-year without it"),
      key("in-words", .list(inWords), "levels at which a statement without a number gains only a part"),
      required(
        "floor", .choice(ScoringRules.Floor.allCases.map(\.rawValue)),
        "the part of the rubric whose sum deductions do not take below 0"),
    ])

  static let shares = KeyTable(
    name: "shares of points",
    keys: [
      required("found", .decimal, "where evidence was found: from -1 to 1"),
      key("stated-non-disclosure", .decimal, "where the report says that it has none; 0 without it"),
    ])

  static let inWords = KeyTable(
    name: "share in words",
    keys: [
      required("level", .text, "one of the pack's levels"),
      required("share", .decimal, "of what is found, where no evidence has a number: from 0 to 1"),
    ])

  static let named = KeyTable(name: "name", keys: [required("names", .names, "zh-Hant and en")])

  static let level = KeyTable(
    name: "level",
    keys: [
      required("names", .names, "zh-Hant and en"),
      key(
        "tense", .choice(Pack.Tense.allCases.map(\.rawValue)),
        "fact: no goals; goal: only goals; any; outlook: of scenarios"),
    ])

  static let dimension = KeyTable(
    name: "dimension",
    keys: [
      required("id", .text, "unique in the pack"), required("names", .names, "zh-Hant and en"),
      required("sub-dimensions", .named(subDimension), "by id; the id is the folder of its rules"),
    ])

  static let subDimension = KeyTable(
    name: "sub-dimension",
    keys: [
      required("names", .names, "zh-Hant and en"),
      key("published", .map(published), "how many items the rater says that it has"),
    ])

  static let published = KeyTable(
    name: "published count",
    keys: [
      required("industry", .text, "the industry that it counts for"),
      required("positive", .integer, "positive items"), required("negative", .integer, "negative items"),
    ])

  static let itemFile = KeyTable(name: "item file", keys: [required("items", .list(item), "the pack's item table")])

  static let item = KeyTable(
    name: "item",
    keys: [
      required("id", .text, "unique in the pack"),
      required("names", .names, "zh-Hant and en"),
      required("sub-dimension", .text, "its place in the rubric"),
      key("polarity", .choice(Item.Polarity.allCases.map(\.rawValue)), "positive without it"),
      required("level", .text, "one of the pack's levels"),
      key("industries", .texts, "to which it applies; without it all"),
      key("activities", .texts, "what a company must do for it to apply"),
      key("topics", .texts, "shared names of what it asks; without it its own id"),
      key("points", .decimal, "1 without it"),
      key("references", .texts, "GRI, SASB, TCFD, law"),
      key("notes", .names, "what counts and what does not"),
    ])
}

/// What becomes of scores over the months.
extension KeyTable {
  static let ratingFile = KeyTable(
    name: "rating file",
    keys: [
      required("events", .map(events), "what lowers scores between rounds"),
      required("lists", .map(lists), "who is put on the watch list and the black list"),
      required("rounds", .list(round), "the rounds of a year, in their order"),
      required("calendar", .map(calendar), "on which days the exchange does not trade"),
    ])

  static let events = KeyTable(
    name: "events",
    keys: [
      key("notes", .names, "what of it the rater has published, and what is the pack's own"),
      required("kinds", .named(eventKind), "kinds of event by id"),
      required("responses", .named(eventResponse), "what a company did about it, from nothing on, by id"),
      required("months", .integer, "in how many months an event counts, that of its publication being the first"),
      key(
        "repeats-within", .integer,
        "months within which breaking the same article again makes a response count for one less"),
    ])

  static let eventKind = KeyTable(
    name: "kind of event",
    keys: [required("names", .names, "zh-Hant and en"), required("dimension", .text, "the dimension that it lowers")])

  static let eventResponse = KeyTable(
    name: "response",
    keys: [
      required("names", .names, "zh-Hant and en"),
      required("factor", .decimal, "the share of the deduction that is left: from 0 to 1"),
    ])

  static let lists = KeyTable(
    name: "lists",
    keys: [
      key("notes", .names, "what of it the rater has published, and what is the pack's own"),
      required("percentile", .integer, "who is below this percentile of an industry's rates is below its line"),
      required(
        "line", .choice(ListRules.Line.allCases.map(\.rawValue)),
        "what a percentile is: a company's rate, or between two"),
      required("fewest-companies", .integer, "an industry with fewer rated companies has no line"),
      required("watched", .texts, "the dimensions of which each has a line"),
      required(
        "watch-months", .map(watchMonths), "in how many of the last months on the watch list one is black-listed"),
      required(
        "black-months", .choice(ListRules.BlackMonths.allCases.map(\.rawValue)),
        "whether months on the black list count among these"),
      key("grace-months", .integer, "for how many months after its first rating a company is on no list; 0 without it"),
    ])

  static let watchMonths = KeyTable(
    name: "watch months",
    keys: [required("months", .integer, "so many"), required("of", .integer, "of the last so many")])

  static let round = KeyTable(
    name: "round",
    keys: [
      required("id", .text, "stands behind the year: 1 in 2025-1"), required("names", .names, "zh-Hant and en"),
      required("uploaded-by", .map(monthOfRound), "the month by whose end a document must be uploaded"),
      required("completed-in", .map(monthOfRound), "the month on whose last trading day it is done"),
      required("report-year", .integer, "the year of its reports, counted from the round's own: -1 for the one before"),
    ])

  static let monthOfRound = KeyTable(
    name: "month of a round",
    keys: [
      required("month", .integer, "1 to 12"),
      key("years-later", .integer, "1 for the year after the round's own; 0 without it"),
    ])

  static let calendar = KeyTable(
    name: "trading calendar",
    keys: [
      key("notes", .names, "where it comes from"),
      required("months", .list(calendarMonth), "the months that were looked up"),
    ])

  static let calendarMonth = KeyTable(
    name: "month of the calendar",
    keys: [
      required("month", .text, "as 2025-05"),
      required(
        "closed", .texts, "its days from Monday to Friday without trading, as 2025-05-30; [] where there are none"),
    ])
}

/// What `kaozheng rules coverage` keeps.
extension KeyTable {
  static let coverageFile = KeyTable(
    name: "coverage file",
    keys: [
      required("reports", .map(tally), "whole reports"),
      key("passages", .map(tally), "files of passages out of one report each"),
    ])

  static let tally = KeyTable(
    name: "tally",
    keys: [
      required("read", .integer, "how many were read"),
      key("found", .counts, "in how many of them each item was found, where in any"),
    ])
}

/// A text in two languages.
extension KeyTable {
  static let languages = KeyTable(
    name: "text in two languages",
    keys: [key("zh-Hant", .text, "Traditional Chinese"), key("en", .text, "English")], oneOf: ["zh-Hant", "en"])

  /// Every kind of mapping, for documentation and its tests.
  static let all = [
    ruleFile, rule, condition, value, table, examples, plainExample, hit, miss, variant, vocabularyFile, list, packFile,
    scoring, shares, inWords, named, level, dimension, itemFile, item, ratingFile, events, eventKind,
    eventResponse, lists, watchMonths, round, monthOfRound, calendar, calendarMonth, coverageFile, tally, languages,
  ]
}
