extension Catalog {
    static let snacks: [ProductLine] = [
        ProductLine("Potato Chips", ["8oz": 2_48, "13oz": 3_78], [.basics, .house, .marketChoice], weight: 22, every: 9),
        ProductLine("Tortilla Chips", ["13oz": 2_48, "18oz": 3_48], weight: 16, every: 12),
        ProductLine("Chunky Salsa", ["16oz": 2_28, "24oz": 3_18], weight: 12, every: 16),
        ProductLine("Cheese Crackers", ["12oz": 2_78, "21oz": 4_28], weight: 14, every: 13),
        ProductLine("Pretzel Twists", ["15oz": 2_28], weight: 11, every: 17),
        ProductLine("Chocolate Chip Cookies", ["13oz": 2_78], [.basics, .house], weight: 14, every: 12),
        ProductLine("Dark Chocolate Bar", ["3.5oz": 1_98], [.house, .marketChoice], weight: 14, every: 9),
        ProductLine("Roasted Almonds", ["16oz": 6_48, "40oz": 13_98], weight: 14, every: 20),
        ProductLine("Trail Mix", ["26oz": 7_48], weight: 11, every: 22),
        ProductLine("Microwave Popcorn", ["6 Count": 2_98, "12 Count": 4_98], weight: 10, every: 24),
        ProductLine("Lunch Box Granola Bars", ["12 Count": 3_98, "24 Count": 6_98], weight: 14, season: .school),
        ProductLine("Fruit Snack Pouches", ["10 Count": 2_68, "22 Count": 4_98], weight: 13, season: .school),
        ProductLine("Applesauce Pouches", ["4 Count": 2_48, "12 Count": 6_48], weight: 13, season: .school),
        ProductLine("Variety Chips Lunch Pack", ["18 Count": 7_98, "28 Count": 11_48], weight: 13, season: .school),
        ProductLine("Halloween Candy Mix", ["40oz": 8_98, "90 Count": 13_98], weight: 12, season: .autumn),
        ProductLine("Marshmallows", ["10oz": 1_48], weight: 10, season: .grilling),
        ProductLine("Gingerbread Cookies", ["14oz": 3_98], weight: 10, season: .holidays),
        ProductLine("Assorted Chocolates Gift Box", ["12oz": 8_98, "24oz": 15_98], weight: 9, season: .holidays),
        ProductLine("Jelly Bean Eggs", ["14oz": 2_98], weight: 9, season: .spring),
    ]
}
