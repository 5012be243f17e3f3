import Pipeline
import ReportModel

/// Adds what the rules missed: a box drawn on the page, or a page of the web.
struct AdditionDialog {
  let view: ReportView
  private var visit: Visit { view.visit }

  var html: HTML {
    HTML(.dialog, .id("addition")) {
      HTML(.h2) { visit.say("Evidence that was missed", "遺漏的證據") }
      HTML(.form, .isPost, .action(Link("additions")), .data("needs-reviewer")) {
        visit.hiddenFields
        HTML(.input, .type("hidden"), .name("document"), .value(view.document))
        HTML(.input, .type("hidden"), .name("page"), .value(String(view.page)))
        for corner in ["x0", "y0", "x1", "y1"] { HTML(.input, .type("hidden"), .name(corner), .value("")) }
        HTML(.p, .id("drawn"), .class("soft")) {
          visit.say("Draw a box on the page, or give a web address and the day you saw it.", "在頁面上框選，或填寫網址與查閱日期。")
        }
        HTML(.div, .class("fields")) {
          itemField
          field("value", Phrase("value", "數值"))
          field("unit", Phrase("unit", "單位"))
          field("year", Phrase("year", "年度"))
        }
        HTML(.div, .class("fields")) {
          HTML(.label) {
            visit.say("web address", "網址")
            HTML(.input, .name("address"), .size(34), .autocomplete("off"), .placeholder("https://"))
          }
          HTML(.label) {
            visit.say("seen on", "查閱日期")
            HTML(.input, .name("seen"), .type("date"), .autocomplete("off"))
          }
        }
        HTML(.div, .class("fields")) {
          HTML(.label) {
            visit.say("note", "備註")
            HTML(.input, .name("note"), .size(44), .maxLength(400), .autocomplete("off"))
          }
        }
        HTML(.p) {
          HTML(.button, .type("submit"), .class("main")) { visit.say("Add", "新增") }
          HTML(.button, .type("button"), .data("close")) { visit.say("Cancel", "取消") }
        }
      }
    }
  }

  private var itemField: HTML {
    HTML(.label) {
      visit.say("item", "題項")
      HTML(.select, .name("item"), .isRequired) {
        for item in view.reviewed.items {
          let id = item.state.item
          HTML(.option, id == view.selected?.item ? [.value(id), .isSelected] : [.value(id)]) {
            visit.say(view.rubric.name(of: id)).shortened(to: 60)
          }
        }
      }
    }
  }

  private func field(_ name: String, _ label: Phrase) -> HTML {
    HTML(.label) {
      visit.say(label)
      HTML(.input, .name(name), .size(8), .maxLength(120), .autocomplete("off"))
    }
  }
}
