/// How a shopper chooses between cheap and dear.
enum Budget: CaseIterable {
    case saving, balanced, generous

    /// How many things it buys on a whim, in percent of the balanced shopper's.
    var whimPercentage: Int {
        switch self {
        case .saving: 65
        case .balanced: 100
        case .generous: 145
        }
    }
}
