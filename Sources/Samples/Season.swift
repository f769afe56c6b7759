/// When in the year a product is wanted.
enum Season: Int, CaseIterable {
    case allYear, winter, spring, grilling, summer, school, autumn, baking, holidays

    /// Returns how much it is wanted in a month of the calendar (1…12), in percent of its best month.
    func demand(inMonth month: Int) -> Int { percentages[month - 1] }

    private var percentages: [Int] {
        switch self {
        case .allYear: [100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100]
        case .winter: [100, 95, 70, 30, 10, 5, 5, 5, 15, 50, 80, 95]
        case .spring: [5, 15, 70, 100, 85, 30, 10, 5, 5, 5, 5, 5]
        case .grilling: [0, 0, 5, 25, 80, 100, 100, 75, 45, 5, 0, 0]
        case .summer: [5, 5, 10, 20, 50, 90, 100, 90, 40, 10, 5, 5]
        case .school: [10, 10, 10, 10, 10, 5, 30, 100, 95, 30, 10, 5]
        case .autumn: [0, 0, 0, 0, 0, 0, 0, 10, 60, 100, 65, 5]
        case .baking: [10, 10, 10, 15, 5, 5, 5, 5, 15, 40, 90, 100]
        case .holidays: [5, 0, 0, 15, 0, 0, 0, 0, 0, 5, 80, 100]
        }
    }
}
