/// The shop's own labels: plain words, no brand that exists.
enum Label: String {
    case basics = "Basics"
    case house = "House"
    case marketChoice = "Market Choice"
    case farmSelect = "Farm Select"

    /// What a product costs under this label, in percent of the house label's price.
    var pricePercentage: Int {
        switch self {
        case .basics: 83
        case .house: 100
        case .marketChoice: 116
        case .farmSelect: 134
        }
    }
}
