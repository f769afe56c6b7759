extension Catalog {
    static let meat: [ProductLine] = [
        ProductLine("Chicken Breast", ["1.5lb": 6_98, "3lb": 11_98], [.basics, .house, .farmSelect], weight: 30, every: 8),
        ProductLine("Chicken Thighs", ["2lb": 5_48, "4lb": 9_48], weight: 18, every: 12),
        ProductLine("Ground Beef 80% Lean", ["1lb": 5_28, "3lb": 13_98], weight: 22, every: 9),
        ProductLine("Ground Turkey", ["1lb": 4_78], weight: 14, every: 13),
        ProductLine("Pork Chops", ["2lb": 7_48], weight: 13, every: 16),
        ProductLine("Smoked Bacon", ["12oz": 5_48, "16oz": 6_78], [.basics, .house], weight: 18, every: 14),
        ProductLine("Deli Ham", ["9oz": 3_98, "16oz": 6_28], weight: 15, every: 10),
        ProductLine("Deli Turkey Breast", ["9oz": 4_28, "16oz": 6_78], weight: 14, every: 10),
        ProductLine("Salmon Fillet", ["12oz": 9_48, "24oz": 17_48], [.house], weight: 14, every: 14),
        ProductLine("Tilapia Fillet", ["16oz": 6_98], weight: 8, every: 20),
        ProductLine("Bratwurst", ["5 Count": 4_98, "10 Count": 8_98], weight: 14, season: .grilling),
        ProductLine("Beef Franks", ["8 Count": 4_48], weight: 13, season: .grilling),
        ProductLine("Beef Burger Patties", ["6 Count": 9_98, "12 Count": 17_98], weight: 14, season: .grilling),
        ProductLine("Sirloin Steak", ["1lb": 9_98], [.house], weight: 12, season: .grilling),
        ProductLine("Whole Turkey", ["12lb": 17_88, "18lb": 24_98], weight: 9, season: .holidays),
        ProductLine("Spiral Ham", ["8lb": 19_98], weight: 9, season: .holidays),
        ProductLine("Beef Stew Meat", ["1.5lb": 10_48], weight: 12, season: .winter),
    ]
}
