extension Double {
    /// The number with the first two of its digits, and without a fraction: 13,522 as 14,000, 3.49 as 3.
    package var coarse: Double {
        guard isFinite, self != 0 else { return self }
        var unit = 1.0
        while magnitude / unit >= 99.5 { unit *= 10 }
        return (self / unit).rounded() * unit
    }
}
