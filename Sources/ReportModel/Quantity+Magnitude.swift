extension Figure {
  package var magnitude: Figure { digits < 0 ? Figure(digits: -digits, exponent: exponent) : self }
}

extension Quantity {
  /// The same without a minus.
  package var magnitude: Quantity {
    var quantity = self
    quantity.value = value.magnitude
    quantity.valueHigh = valueHigh?.magnitude
    quantity.normalized = normalized.map {
      Normalized(value: $0.value.magnitude, valueHigh: $0.valueHigh?.magnitude, unit: $0.unit)
    }
    return quantity
  }
}
