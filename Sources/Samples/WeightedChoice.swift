/// Draws positions in proportion to their weights.
struct WeightedChoice {
    private let cumulative: [Int]

    /// - Precondition: No weight is negative, and one is positive.
    init(_ weights: some Sequence<Int>) {
        var sum = 0
        cumulative = weights.map {
            sum += $0
            return sum
        }
        precondition(sum > 0, "nothing to choose from")
    }

    func draw(using random: inout RandomStream) -> Int {
        let target = random.number(below: cumulative[cumulative.count - 1])
        var low = 0
        var high = cumulative.count - 1
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] > target { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
