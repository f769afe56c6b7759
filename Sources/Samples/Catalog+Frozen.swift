extension Catalog {
    static let frozen: [ProductLine] = [
        ProductLine("Frozen Peas", ["12oz": 1_28, "32oz": 2_98], [.basics, .house], weight: 12, every: 18),
        ProductLine("Frozen Mixed Vegetables", ["12oz": 1_38, "32oz": 3_18], weight: 13, every: 16),
        ProductLine("Frozen Berry Mix", ["16oz": 3_98, "48oz": 9_98], weight: 11, every: 16),
        ProductLine("Cheese Pizza", ["12 Inch": 4_28], weight: 15, every: 12),
        ProductLine("Pepperoni Pizza", ["12 Inch": 4_68], weight: 15, every: 12),
        ProductLine("Chicken Nuggets", ["32oz": 6_98, "64oz": 11_98], [.basics, .house], weight: 14, every: 17),
        ProductLine("Fish Sticks", ["24oz": 5_98], weight: 9, every: 24),
        ProductLine("French Fries", ["28oz": 2_98, "64oz": 5_48], weight: 12, every: 19),
        ProductLine("Waffles", ["10 Count": 2_48, "24 Count": 4_98], weight: 11, every: 15),
        ProductLine("Vanilla Ice Cream", ["48oz": 3_98], [.house, .marketChoice], weight: 14, season: .summer),
        ProductLine("Fruit Ice Pops", ["12 Count": 3_28, "24 Count": 5_48], weight: 13, season: .summer),
        ProductLine("Vegetable Lasagna", ["38oz": 8_48], weight: 8),
        ProductLine("Breakfast Burritos", ["8 Count": 7_98], weight: 8),
        ProductLine("Pie Crusts", ["2 Count": 2_98], weight: 10, season: .baking),
    ]
}
