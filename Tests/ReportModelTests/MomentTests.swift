import Testing

@testable import ReportModel

struct MomentTests {
  @Test func aMomentIsWrittenInOneWay() throws {
    let moment = try #require(Moment("2025-08-31T09:30:05Z"))
    #expect(moment.day == Day("2025-08-31") && moment.second == 34_205 && moment.text == "2025-08-31T09:30:05Z")
    let wrong = [
      "", "2025-08-31", "2025-08-31 09:30:05Z", "2025-08-31T9:30:05Z", "2025-08-31T09:30:05", "2025-08-31T24:00:00Z",
      "2025-08-31T09:60:00Z", "2025-08-31T09:30:60Z", "2025-02-30T09:30:05Z", "2025-08-31T09:30:0xZ",
      "2025-08-31T09:30:05+", "2025-08-31T09-30-05Z", "甲025-08-31T09:30:05Z",
    ]
    for text in wrong { #expect(Moment(text) == nil, "\(text)") }
  }

  @Test func momentsFollowEachOther() throws {
    let texts = ["2024-12-31T23:59:59Z", "2025-01-01T00:00:00Z", "2025-01-01T00:00:01Z", "2025-01-01T23:59:59Z"]
    let moments = texts.compactMap(Moment.init)
    #expect(moments.count == 4 && moments.sorted() == moments && moments.map(\.text) == texts)
    #expect(try Moment(endOf: #require(Day("2025-01-01"))) == moments[3])
  }

  @Test("Taiwan is eight hours ahead")
  func taiwan() {
    #expect(Moment("2025-12-31T15:59:59Z")?.dayInTaiwan.text == "2025-12-31")
    #expect(Moment("2025-12-31T16:00:00Z")?.dayInTaiwan.text == "2026-01-01")
    #expect(Moment("2024-02-28T20:00:00Z")?.dayInTaiwan.text == "2024-02-29")
    #expect(Day("2024-02-29")?.dayAfter?.text == "2024-03-01" && Day("9999-12-31")?.dayAfter == nil)
  }
}
