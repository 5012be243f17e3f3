import ReportModel

/// Why a page's text is not all that a person sees, as objects with a `reason` and its measure.
extension JSONWriter {
  mutating func reason(_ reason: Readability.Reason) {
    object { json in
      json.key("reason")
      switch reason {
      case .noTextLayer: json.value("no-text-layer")
      case .textAsOutlines(let count):
        json.value("text-as-outlines")
        json.key("count")
        json.value(count)
      case .pictures(let percent):
        json.value("pictures")
        json.key("percent")
        json.value(percent)
      case .implausibleCodes(let font, let glyphs):
        json.value("implausible-codes")
        json.key("font")
        json.value(font)
        json.key("count")
        json.value(glyphs)
      case .limitReached: json.value("limit-reached")
      case .damaged: json.value("damaged")
      }
    }
  }

  mutating func fault(_ fault: PageFault) {
    object { json in
      json.key("reason")
      switch fault {
      case .tooManyGlyphs(let limit):
        json.value("too-many-glyphs")
        json.key("limit")
        json.value(limit)
      case .tooManyShapes(let limit):
        json.value("too-many-shapes")
        json.key("limit")
        json.value(limit)
      case .damaged(let message):
        json.value("damaged-content")
        json.key("message")
        json.value(message)
      case .abandoned(let message):
        json.value("abandoned")
        json.key("message")
        json.value(message)
      }
    }
  }
}
