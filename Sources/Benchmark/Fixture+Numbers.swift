import Charts

extension Fixture {
    struct Row: Sendable {
        var name: String
        var value: Double
    }

    static let monthlyTotals = [
        4781.06, 5248.84, 6366.79, 6640.89, 7356.05, 8023.42, 7356.11, 7135.47, 6020.88, 5156.17, 5019.76, 5043.97,
    ]

    static let categories = [
        Row(name: "Grocery", value: 14386.36), Row(name: "Household Essentials", value: 12314.79),
        Row(name: "Electronics", value: 10593.87),
        Row(name: "Clothing", value: 8701.3), Row(name: "Health & Beauty", value: 6991.1), Row(name: "Home & Kitchen", value: 6379.02),
        Row(name: "Sports & Outdoors", value: 4396.7), Row(name: "Toys & Games", value: 4361.76), Row(name: "Pet Supplies", value: 3329.91),
        Row(name: "Office Products", value: 2694.6),
    ]

    static let products = [
        Row(name: "AA Batteries", value: 189), Row(name: "Paper Towels 12 Rolls", value: 148),
        Row(name: "USB-C Charging Cable 2 m", value: 134),
        Row(name: "Organic Whole Bean Coffee 1 kg", value: 123), Row(name: "Dishwasher Tablets, 90 count", value: 111),
        Row(name: "Toothpaste Mint Twin Pack", value: 101), Row(name: "Wireless Mouse with Nano Receiver", value: 86),
        Row(name: "Cat Litter Unscented 20 lb", value: 82), Row(name: "LED Light Bulbs", value: 52),
        Row(name: "Stainless Steel Water Bottle 750 mL", value: 45),
    ]

    /// What was spent in each month, category by category.
    static let lines = zip(categories, monthlySpending).enumerated().map { place, row in
        Mark.Series(name: row.0.name, values: row.1, color: .categorical(place))
    }

    private static let monthlySpending = [
        [960.26, 970.7, 1445.43, 1188.76, 1664.32, 1567.18, 1273.65, 1517.62, 1033.2, 1136.98, 826.54, 801.72],
        [759.96, 1026.14, 818.4, 977.08, 1304.37, 1542.06, 1273.51, 1075.42, 1248.03, 682.04, 931.31, 676.47],
        [568.12, 624.27, 797.54, 1149.09, 901.67, 1147.48, 1147.48, 928.94, 903.06, 603.04, 882.77, 940.41],
        [609.87, 602.13, 647.65, 837.61, 848.25, 803.15, 996.43, 883.17, 622.64, 648.0, 566.46, 635.94],
        [513.55, 459.95, 729.17, 535.18, 686.02, 829.5, 590.84, 657.85, 452.53, 557.77, 521.64, 457.1],
        [469.02, 399.93, 553.21, 593.75, 637.61, 616.2, 717.34, 693.07, 497.47, 477.2, 308.14, 416.08],
        [317.95, 412.3, 438.84, 379.45, 433.58, 512.34, 350.07, 417.11, 315.26, 267.43, 230.85, 321.52],
        [214.47, 256.9, 317.68, 448.2, 323.03, 409.33, 418.85, 450.46, 389.64, 347.51, 383.48, 402.21],
        [214.08, 306.67, 361.29, 273.02, 299.75, 318.25, 309.97, 328.26, 307.1, 226.73, 173.23, 211.56],
        [153.78, 189.85, 257.58, 258.75, 257.45, 277.93, 277.97, 183.57, 251.95, 209.47, 195.34, 180.96],
    ]
}
