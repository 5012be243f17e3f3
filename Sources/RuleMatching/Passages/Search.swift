/// The first index for which a condition holds that holds for all after it; the end where it holds for none.
func firstIndex<Sorted: RandomAccessCollection>(_ sorted: Sorted, where holds: (Sorted.Element) -> Bool) -> Int
where Sorted.Index == Int {
  var low = sorted.startIndex
  var high = sorted.endIndex
  while low < high {
    let middle = (low + high) / 2
    if holds(sorted[middle]) { high = middle } else { low = middle + 1 }
  }
  return low
}
