import Archive
import ReportModel
import Review
import RuleBook
import Scoring

/// All that there is to review in an archive, the weightiest first.
package struct ReviewQueue: Sendable, Equatable {
  /// The run whose answers are reviewed.
  package let run: RunID
  /// The one that it is compared with; nil for the first of all.
  package let earlier: RunID?
  /// Those that nobody has decided yet, in their order.
  package let entries: [QueueEntry]
  package let progress: Progress
  /// What is known of each item by what was reviewed of its sample; in the order of the rubric.
  package let samples: [SampledItem]
  /// Reports of a later year of companies that were there: new ones, and no changes.
  package let newYears: [NewYear]

  package init(
    run: RunID, earlier: RunID?, entries: [QueueEntry], progress: Progress, samples: [SampledItem],
    newYears: [NewYear] = []
  ) {
    self.newYears = newYears
    self.run = run
    self.earlier = earlier
    self.entries = entries
    self.progress = progress
    self.samples = samples
  }

  package func entry(_ id: QueueID) -> QueueEntry? { entries.first { $0.id == id } }

  package struct NewYear: Sendable, Equatable {
    package let document: KnownDocument
    package let company: CompanyID?
    /// The last year of which the company had a report before.
    package let after: Int
  }

  /// How far it is done.
  package struct Progress: Sendable, Equatable {
    package var decided: [QueueEntry.Kind: Int]
    package var open: [QueueEntry.Kind: Int]

    package init(decided: [QueueEntry.Kind: Int] = [:], open: [QueueEntry.Kind: Int] = [:]) {
      self.decided = decided
      self.open = open
    }

    package var allDecided: Int { decided.values.reduce(0, +) }
    package var all: Int { allDecided + open.values.reduce(0, +) }
  }
}

/// An item's sample, and how far what was found for the item can be trusted by it.
package struct SampledItem: Sendable, Equatable {
  package let item: String
  /// Documents in which it was found.
  package let population: Int
  /// How many of these are in the sample, how many of them were reviewed, and how many of those were right.
  package let drawn: Int
  package let reviewed: Int
  package let right: Int

  package init(item: String, population: Int, drawn: Int, reviewed: Int, right: Int) {
    self.item = item
    self.population = population
    self.drawn = drawn
    self.reviewed = reviewed
    self.right = right
  }

  /// How many of the population are right at least, once it has been reviewed: nineteen times out of twenty.
  package var leastRight: Int { SampleBound.leastRight(right: right, of: reviewed, in: population) }
}
