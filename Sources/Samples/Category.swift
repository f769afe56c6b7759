/// The shelves of the shop.
enum Category: Int, CaseIterable {
    case produce, dairy, bakery, meat, frozen, pantry, cannedGoods, snacks, beverages, household, personalCare

    /// As the log writes it.
    var name: String {
        switch self {
        case .produce: "Produce"
        case .dairy: "Dairy"
        case .bakery: "Bakery"
        case .meat: "Meat"
        case .frozen: "Frozen"
        case .pantry: "Pantry"
        case .cannedGoods: "Canned Goods"
        case .snacks: "Snacks"
        case .beverages: "Beverages"
        case .household: "Household"
        case .personalCare: "Personal Care"
        }
    }
}
