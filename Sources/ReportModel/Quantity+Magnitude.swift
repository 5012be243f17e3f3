extension Figure {
  package var magnitude: Figure { digits < 0 ? Figure(digits: -digits, exponent: exponent) : self }
}

extension Quantity {
  /// The same without a minus; of −50 to −30 the lower end is 30.
  package var magnitude: Quantity {
    var quantity = self
    (quantity.value, quantity.valueHigh) = Self.magnitudes(value, valueHigh)
    quantity.normalized = normalized.map { normalized in
      let (value, high) = Self.magnitudes(normalized.value, normalized.valueHigh)
      return Normalized(value: value, valueHigh: high, unit: normalized.unit)
    }
    return quantity
  }

  private static func magnitudes(_ low: Figure, _ high: Figure?) -> (low: Figure, high: Figure?) {
    guard let high else { return (low.magnitude, nil) }
    return high.digits < 0 ? (high.magnitude, low.magnitude) : (low.magnitude, high)
  }
}
