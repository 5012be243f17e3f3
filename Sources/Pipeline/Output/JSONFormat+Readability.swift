import ReportModel

/// Why a page's text is not all that a person sees, as objects with a `reason` and its measure.
extension JSONWriter {
  mutating func reason(_ reason: Readability.Reason) {
    object { json in
      json.text("reason", reason.code)
      switch reason {
      case .textAsOutlines(let count):
        json.key("count")
        json.value(count)
      case .pictures(let percent):
        json.key("percent")
        json.value(percent)
      case .implausibleCodes(let font, let glyphs):
        json.text("font", font)
        json.key("count")
        json.value(glyphs)
      case .noTextLayer, .limitReached, .damaged: break
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
