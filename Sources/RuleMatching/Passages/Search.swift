/// The first index for which a condition holds that holds for all after it.
func firstIndex<Element>(_ sorted: [Element], where holds: (Element) -> Bool) -> Int {
  var low = 0
  var high = sorted.count
  while low < high {
    let middle = (low + high) / 2
    if holds(sorted[middle]) { high = middle } else { low = middle + 1 }
  }
  return low
}
