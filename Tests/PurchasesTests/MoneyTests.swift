import Hashing
import Purchases
import Testing

@Suite struct MoneyTests {
    @Test(arguments: [
        (0, "0.00"), (5, "0.05"), (-5, "-0.05"), (123_450, "1234.50"), (-123_450, "-1234.50"),
    ])
    func `money is written with two decimals and no grouping`(hundredths: Int64, text: String) {
        #expect(Money(hundredths: hundredths).description == text)
    }

    @Test(arguments: [
        (1_234, "1.234"), (-5, "-0.005"), (1_230, "1.23"), (10_000, "10.00"), (Int64.min, "-9223372036854775.808"),
        (Int64.max, "9223372036854775.807"),
    ])
    func `thousandths are written where there are some`(thousandths: Int64, text: String) {
        #expect(Money(thousandths: thousandths).description == text)
    }

    @Test func `a part of a sum is rounded as the sum is counted`() {
        #expect(Money(hundredths: 10_00).divided(by: 3).description == "3.33")
        #expect(Money(thousandths: 10_001).divided(by: 3).description == "3.334")
        #expect(Money(thousandths: -10_001).divided(by: 3).description == "-3.334")
    }

    @Test func `sums and products are exact`() {
        #expect(Money(hundredths: 10) + Money(hundredths: 20) == Money(hundredths: 30))
        #expect(Money(hundredths: 2_48) * 2 == Money(hundredths: 4_96))
        #expect(-Money(hundredths: 1) == Money.zero - Money(hundredths: 1))
        #expect(Money(hundredths: -1) < .zero)
        #expect(Money(hundredths: 12_34).amount == 12.34)
    }

    @Test(arguments: [(5, 2, 3), (-5, 2, -3), (5, -2, -3), (-5, -2, 3), (4, 3, 1), (7, 3, 2), (6, 4, 2), (0, 7, 0), (1, 3, 0), (-1, 3, 0)])
    func `a quotient is rounded to the nearest, halves away from zero`(hundredths: Int64, count: Int, quotient: Int64) {
        #expect(Money(hundredths: hundredths).divided(by: count) == Money(hundredths: quotient))
    }

    @Test func `a product divided by its count is the price again`() {
        var generator = SplitMix64(state: 1)
        for _ in 0..<1000 {
            let price = Money(hundredths: .random(in: -1_000_000...1_000_000, using: &generator))
            let count = Int.random(in: 1...1000, using: &generator) * (Bool.random(using: &generator) ? 1 : -1)
            #expect((price * count).divided(by: count) == price)
        }
    }
}
