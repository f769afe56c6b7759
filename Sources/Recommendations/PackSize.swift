/// How much is in a pack, as its name says.
///
///     PackSize(in: "House Whole Milk 0.5 gal")      // 1.89 litres
///     PackSize(in: "House Large White Eggs 12ct")   // 12 pieces
struct PackSize: Hashable {
    enum Dimension { case mass, volume, count }

    var dimension: Dimension
    /// In grams, millilitres or pieces.
    var amount: Double

    /// Makes the size that is named last; nil without one.
    init?(in name: String) {
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." }
        for (index, word) in words.enumerated().reversed() {
            let digits = word.prefix { $0.isASCII && $0.isNumber || $0 == "." }
            guard let number = Double(digits), number > 0, number.isFinite else { continue }
            var unit = word.dropFirst(digits.count)
            if unit.isEmpty, index + 1 < words.count { unit = words[index + 1] }
            if unit == "fl", index + 1 < words.count, words.suffix(from: index + 1).contains("oz") { unit = "floz" }
            guard let (dimension, factor) = Self.units[String(unit)] else { continue }
            self.dimension = dimension
            amount = number * factor
            return
        }
        return nil
    }

    private static let units: [String: (Dimension, Double)] = [
        "g": (.mass, 1), "kg": (.mass, 1_000), "oz": (.mass, 28.349_523), "lb": (.mass, 453.592_37), "lbs": (.mass, 453.592_37),
        "ml": (.volume, 1), "cl": (.volume, 10), "l": (.volume, 1_000), "floz": (.volume, 29.573_53), "pt": (.volume, 473.176_473),
        "qt": (.volume, 946.352_946), "gal": (.volume, 3_785.411_784), "gallon": (.volume, 3_785.411_784),
        "ct": (.count, 1), "count": (.count, 1), "pk": (.count, 1), "pack": (.count, 1), "rolls": (.count, 1), "sheets": (.count, 1),
    ]
}
