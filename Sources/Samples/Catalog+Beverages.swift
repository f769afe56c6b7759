extension Catalog {
    static let beverages: [ProductLine] = [
        ProductLine("Orange Juice", ["52oz": 3_78, "89oz": 5_98], [.house, .farmSelect], weight: 20, every: 9),
        ProductLine("Apple Juice", ["64oz": 2_78], weight: 12, every: 12),
        ProductLine("Spring Water", ["24 Pack": 4_28, "40 Pack": 5_98], [.basics, .house], weight: 20, every: 11),
        ProductLine("Sparkling Water", ["8 Pack": 3_48, "12 Pack": 4_78], weight: 16, every: 9),
        ProductLine("Cola", ["12 Pack": 5_48, "24 Pack": 9_98], [.basics, .house], weight: 15, every: 11),
        ProductLine("Ginger Ale", ["12 Pack": 5_28], weight: 8, every: 20),
        ProductLine("Green Tea Bags", ["20 Count": 2_48, "100 Count": 5_98], weight: 11, every: 32),
        ProductLine("Lemonade", ["52oz": 2_78, "89oz": 3_98], weight: 13, season: .summer),
        ProductLine("Iced Tea", ["64oz": 2_48, "128oz": 3_98], weight: 12, season: .summer),
        ProductLine("Sports Drink", ["8 Pack": 6_48], weight: 11, season: .summer),
        ProductLine("Lunch Box Juice", ["10 Count": 3_48, "40 Count": 11_98], weight: 12, season: .school),
        ProductLine("Hot Cocoa Mix", ["8 Count": 1_98, "30 Count": 5_48], weight: 12, season: .winter),
        ProductLine("Apple Cider", ["64oz": 3_98], weight: 10, season: .autumn),
        ProductLine("Sparkling Grape Juice", ["25oz": 3_48], weight: 9, season: .holidays),
    ]
}
