extension Catalog {
    static let cannedGoods: [ProductLine] = [
        ProductLine("Black Beans", ["15oz": 98, "4 Pack": 3_48], [.basics, .house], weight: 13, every: 16),
        ProductLine("Diced Tomatoes", ["14.5oz": 1_08, "28oz": 1_78], weight: 13, every: 16),
        ProductLine("Sweet Corn Kernels", ["15oz": 92, "4 Pack": 3_28], weight: 9, every: 22),
        ProductLine("Chunk Tuna", ["5oz": 1_12, "4 Pack": 4_18, "8 Pack": 7_98], weight: 13, every: 16),
        ProductLine("Chicken Noodle Soup", ["10.5oz": 1_38, "4 Pack": 4_98], [.basics, .house], weight: 14, season: .winter),
        ProductLine("Tomato Soup", ["10.5oz": 1_18, "4 Pack": 4_28], weight: 13, season: .winter),
        ProductLine("Beef Chili", ["15oz": 2_48], weight: 12, season: .winter),
        ProductLine("Chicken Broth", ["32oz": 1_98], [.house], weight: 12, season: .winter),
        ProductLine("Pumpkin Puree", ["15oz": 1_58, "29oz": 2_58], weight: 10, season: .autumn),
        ProductLine("Cranberry Sauce", ["14oz": 1_68], weight: 9, season: .holidays),
        ProductLine("Peach Slices", ["15oz": 1_68], weight: 8, every: 28),
    ]
}
