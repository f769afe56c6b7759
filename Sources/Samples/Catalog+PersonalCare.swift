extension Catalog {
    static let personalCare: [ProductLine] = [
        ProductLine("Toothpaste", ["5oz": 2_98, "2 Pack": 5_28], weight: 13, every: 34),
        ProductLine("Shampoo", ["12oz": 4_48, "28oz": 7_98], [.basics, .house], weight: 12, every: 40),
        ProductLine("Conditioner", ["12oz": 4_48], weight: 9, every: 44),
        ProductLine("Body Wash", ["18oz": 4_98], [.house], weight: 12, every: 34),
        ProductLine("Hand Soap", ["7.5oz": 1_78, "50oz": 5_48], weight: 12, every: 28),
        ProductLine("Deodorant", ["2.6oz": 4_28], weight: 11, every: 42),
        ProductLine("Cotton Swabs", ["500 Count": 3_48], weight: 6, every: 58),
        ProductLine("Disposable Razors", ["6 Count": 6_98], weight: 7, every: 45),
        ProductLine("Baby Diapers", ["34 Count": 11_98, "80 Count": 24_98], weight: 5, every: 12),
        ProductLine("Sunscreen", ["8oz": 8_48], weight: 10, season: .summer),
        ProductLine("Hand Lotion", ["16oz": 4_98], weight: 10, season: .winter),
        ProductLine("Cold Relief Tablets", ["24 Count": 6_98], weight: 8, season: .winter),
    ]
}
