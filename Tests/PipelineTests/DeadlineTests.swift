import Glibc
import Testing

@testable import Pipeline

struct DeadlineTests {
  @Test func workThatEndsGivesItsValue() {
    #expect(Deadline.run(within: .seconds(20)) { 6 * 7 } == 42)
  }

  @Test func workThatDoesNotEndIsGivenUp() {
    let start = ContinuousClock.now
    #expect(Deadline.run(within: .milliseconds(50)) { sleep(5) } == nil)
    #expect(start.duration(to: .now) < .seconds(4))
  }

  @Test func thereIsRoomToRecurse() {
    @Sendable func depth(_ n: Int) -> Int { n == 0 ? 0 : 1 + depth(n - 1) }
    #expect(Deadline.run(within: .seconds(20)) { depth(200_000) } == 200_000)
  }
}
