extension Catalog {
    static let household: [ProductLine] = [
        ProductLine("Paper Towels", ["2 Rolls": 4_28, "6 Rolls": 9_98, "12 Rolls": 17_98], [.basics, .house], weight: 18, every: 18),
        ProductLine("Bath Tissue", ["6 Rolls": 6_48, "12 Rolls": 11_48, "24 Rolls": 20_98], [.basics, .house], weight: 20, every: 22),
        ProductLine("Laundry Detergent", ["46oz": 6_98, "92oz": 12_48], [.basics, .house], weight: 16, every: 30),
        ProductLine("Dish Soap", ["24oz": 2_98], [.house], weight: 13, every: 32),
        ProductLine("Dishwasher Tablets", ["32 Count": 7_98, "60 Count": 13_48], weight: 12, every: 35),
        ProductLine("Trash Bags", ["40 Count": 7_48, "80 Count": 12_98], weight: 13, every: 40),
        ProductLine("Facial Tissues", ["3 Boxes": 4_48], weight: 10, season: .winter),
        ProductLine("All Purpose Cleaner", ["32oz": 3_28], weight: 9, every: 45),
        ProductLine("Kitchen Sponges", ["6 Count": 3_48], weight: 8, every: 42),
        ProductLine("Aluminum Foil", ["75 sq ft": 4_98], weight: 8, season: .grilling),
        ProductLine("Charcoal Briquets", ["8lb": 6_98, "16lb": 11_98], weight: 11, season: .grilling),
        ProductLine("Glass Cleaner", ["28oz": 3_48], weight: 8, season: .spring),
        ProductLine("Mop Refills", ["2 Count": 8_98], weight: 6, season: .spring),
        ProductLine("Potting Soil", ["8 qt": 5_48, "25 qt": 10_98], weight: 9, season: .spring),
        ProductLine("Gift Wrap", ["3 Rolls": 9_00], weight: 9, season: .holidays),
        ProductLine("Cat Litter", ["20lb": 8_98], weight: 7, every: 18),
        ProductLine("Dry Dog Food", ["16lb": 17_98, "30lb": 28_98], weight: 8, every: 24),
    ]
}
