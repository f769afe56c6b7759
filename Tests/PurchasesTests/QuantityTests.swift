import Hashing
import Purchases
import Testing

/// Quantities in thousandths and prices in millionths.
@Suite struct QuantityTests {
    @Test(arguments: [
        (2_000, "2"), (0, "0"), (-1_000, "-1"), (500, "0.5"), (-500, "-0.5"), (1_234, "1.234"), (1, "0.001"), (-1_020, "-1.02"),
        (.max, "9223372036854775.807"), (.min, "-9223372036854775.808"),
    ])
    func `a quantity is written with as few decimals as it takes`(thousandths: Int64, text: String) {
        #expect(Quantity(thousandths: thousandths).description == text)
    }

    @Test(arguments: [
        (2_480_000, "2.48", 2), (2_500_000, "2.50", 1), (12_500, "0.0125", 4), (1, "0.000001", 6), (-3_000_000, "-3.00", 0),
        (-125_000, "-0.125", 3), (0, "0.00", 0),
    ])
    func `a price is written with two decimals at least`(millionths: Int64, text: String, decimals: Int) {
        let price = UnitPrice(millionths: millionths)
        #expect(price.description == text)
        #expect(price.decimals == decimals)
    }

    @Test func `what is multiplied and divided is nearest to the exact value, halves away from zero`() {
        var random = SplitMix64(state: 20_260)
        for _ in 0..<2_000 {
            let sum = Money(hundredths: .random(in: -5_000_000...5_000_000, using: &random))
            let quantity = Quantity(thousandths: .random(in: -9_000...9_000, using: &random))
            // Twice the error is less than a unit, or is one unit, and then the result is the one farther from zero.
            let product = (sum * quantity).hundredths
            let error = 2 * (product * 1_000 - sum.hundredths * quantity.thousandths)
            #expect(error.magnitude < 1_000 || error.magnitude == 1_000 && error.signum() == product.signum())
            guard quantity != .zero else { continue }
            let price = sum.divided(by: quantity).hundredths
            let rest = 2 * (price * quantity.thousandths - sum.hundredths * 1_000)
            let unit = quantity.thousandths.magnitude
            #expect(rest.magnitude < unit || rest.magnitude == unit && rest.signum() == sum.hundredths.signum())
        }
    }

    @Test func `whole quantities count as whole numbers do`() {
        for sum in [-1_00, 0, 1, 50, 99_99] as [Int64] {
            for pieces in [-3, -1, 1, 2, 7] {
                #expect(Money(hundredths: sum) * Quantity(pieces) == Money(hundredths: sum) * pieces)
                #expect(Money(hundredths: sum).divided(by: Quantity(pieces)) == Money(hundredths: sum).divided(by: pieces))
            }
        }
    }

    @Test func `what costs something and weighs next to nothing has a price that is still a number`() {
        #expect(Money(hundredths: 900_000_000_000_000_000).divided(by: Quantity(thousandths: 1)).hundredths == 1_000_000_000_000_000)
        #expect(Money(hundredths: -900_000_000_000_000_000).divided(by: Quantity(thousandths: 1)).hundredths == -1_000_000_000_000_000)
    }
}
