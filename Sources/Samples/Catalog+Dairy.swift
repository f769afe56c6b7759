extension Catalog {
    static let dairy: [ProductLine] = [
        ProductLine("Whole Milk", ["0.5 gal": 2_28, "1 gal": 3_78], [.house, .farmSelect], weight: 34, every: 6),
        ProductLine("Reduced Fat Milk", ["0.5 gal": 2_18, "1 gal": 3_58], [.basics, .house], weight: 24, every: 7),
        ProductLine("Oat Drink", ["0.5 gal": 3_98], weight: 12, every: 9),
        ProductLine("Large Eggs", ["12 Count": 2_78, "18 Count": 3_98, "36 Count": 7_28], [.house, .farmSelect], weight: 34, every: 9),
        ProductLine("Salted Butter", ["8oz": 2_98, "16oz": 4_98], [.house, .farmSelect], weight: 22, every: 17),
        ProductLine("Unsalted Baking Butter", ["16oz": 4_98, "32oz": 9_28], weight: 16, season: .baking),
        ProductLine("Shredded Cheddar", ["8oz": 2_48, "16oz": 4_58], [.basics, .house], weight: 20, every: 13),
        ProductLine("Mozzarella Block", ["8oz": 2_58, "16oz": 4_78], weight: 12, every: 20),
        ProductLine("Sliced American Cheese", ["12oz": 3_28], weight: 12, every: 18),
        ProductLine("Cream Cheese", ["8oz": 2_18], weight: 12, every: 24),
        ProductLine("Plain Yogurt", ["32oz": 3_48], [.house, .farmSelect], weight: 16, every: 10),
        ProductLine("Fruit Yogurt Cups", ["4 Count": 2_78, "8 Count": 4_98], weight: 16, every: 8),
        ProductLine("Sour Cream", ["8oz": 1_68, "16oz": 2_48], weight: 10, every: 22),
        ProductLine("Heavy Whipping Cream", ["16oz": 3_48, "32oz": 5_98], weight: 14, season: .baking),
        ProductLine("Eggnog", ["32oz": 3_28, "64oz": 5_28], weight: 10, season: .holidays),
        ProductLine("Coffee Creamer", ["32oz": 3_78], [.house], weight: 13, every: 13),
    ]
}
