extension Catalog {
    static let bakery: [ProductLine] = [
        ProductLine("White Sandwich Bread", ["20oz": 1_58], [.basics, .house], weight: 22, every: 7),
        ProductLine("Whole Wheat Bread", ["20oz": 2_48], [.house, .farmSelect], weight: 22, every: 8),
        ProductLine("Sourdough Loaf", ["16oz": 3_48, "24oz": 4_78], [.house], weight: 16, every: 8),
        ProductLine("Plain Bagels", ["6 Count": 2_98], weight: 14, every: 11),
        ProductLine("Flour Tortillas", ["10 Count": 2_48, "20 Count": 4_28], weight: 14, every: 15),
        ProductLine("Burger Buns", ["8 Count": 1_98, "12 Count": 2_78], weight: 16, season: .grilling),
        ProductLine("Hot Dog Buns", ["8 Count": 1_88, "12 Count": 2_68], weight: 15, season: .grilling),
        ProductLine("Blueberry Muffins", ["4 Count": 4_28], weight: 9),
        ProductLine("Butter Croissants", ["6 Count": 4_98], [.house], weight: 10, every: 14),
        ProductLine("Birthday Cake", ["8 Inch": 14_00], weight: 3),
        ProductLine("Pumpkin Pie", ["8 Inch": 6_48, "10 Inch": 8_98], weight: 10, season: .autumn),
        ProductLine("Dinner Rolls", ["12 Count": 3_28, "24 Count": 5_48], weight: 12, season: .holidays),
    ]
}
