/// The mean and the spread of prices, line by line (Welford, 1962).
struct PriceSpread: Hashable, Sendable {
    private var count = 0.0
    private var mean = 0.0
    private var squares = 0.0

    mutating func add(_ price: Double) {
        count += 1
        let step = price - mean
        mean += step / count
        squares += step * (price - mean)
    }

    /// The standard deviation of the sample as a fraction of the mean; nil for a single price, or where all was free.
    var coefficientOfVariation: Double? { count > 1 && mean > 0 ? (squares / (count - 1)).squareRoot() / mean : nil }
}
